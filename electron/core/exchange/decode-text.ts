/**
 * Bytes of a text file as text. UTF-8 with or without a mark, UTF-16 with a mark or recognised by its zero bytes. Text
 * in another encoding is never guessed at: Vietnamese read with the wrong table looks right in places and is not.
 */
import { AppError } from '../../../shared/errors/app-error.ts';

export type DecodedText = { text: string; encoding: 'UTF-8' | 'UTF-8 BOM' | 'UTF-16LE' | 'UTF-16BE' };

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);
const ascii = (text: string): number[] => [...text].map((char) => char.charCodeAt(0));

/** How files begin that people take for text and that are not: documents, pictures, archives, programs, recordings. */
const otherFormats = [
  ascii('%PDF'),
  ascii('{\\rtf'),
  ascii('PK\u0003\u0004'),
  [0xd0, 0xcf, 0x11, 0xe0],
  [0xff, 0xd8, 0xff],
  [0x89, 0x50, 0x4e, 0x47],
  ascii('GIF8'),
  ascii('RIFF'),
  ascii('Rar!'),
  [0x1f, 0x8b],
  ascii('7z\u00bc\u00af'),
  ascii('MZ\u0090'),
  [0x7f, 0x45, 0x4c, 0x46],
  ascii('SQLite format 3'),
];
const markup = /^\s*<(?:!doctype|html|\?xml|head|body)/iu;
const MAX_CONTROL_SHARE = 0.02;
const SAMPLE_BYTES = 4096;

/** The offset of the first byte that is not well-formed UTF-8 (Unicode 17, table 3-7), or -1. */
export function findBrokenUtf8(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) {
      at += 1;
      continue;
    }
    const length =
      lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
    if (length === 0) return at;
    const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
    const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
    for (let index = 1; index < length; index += 1) {
      const byte = bytes[at + index] ?? 0;
      if (byte < (index === 1 ? low : 0x80) || byte > (index === 1 ? high : 0xbf)) return at;
    }
    at += length;
  }
  return -1;
}

/** Western and Vietnamese UTF-16 without a mark shows zero bytes at every other place and hardly any between. */
function guessUtf16(bytes: Uint8Array): 'UTF-16LE' | 'UTF-16BE' | null {
  if (bytes.length % 2 !== 0 || bytes.length < 4) return null;
  const zeros = [0, 0];
  const length = Math.min(bytes.length, SAMPLE_BYTES);
  for (let at = 0; at < length; at += 1) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > length / 8 && even === 0) return 'UTF-16LE';
  return even > length / 8 && odd === 0 ? 'UTF-16BE' : null;
}

function decodeUtf16(bytes: Uint8Array, encoding: 'UTF-16LE' | 'UTF-16BE', start: number, file: string): DecodedText {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const unit = (at: number): number => (at + 1 < bytes.length ? view.getUint16(at, encoding === 'UTF-16LE') : -1);
  for (let at = start; at < bytes.length; at += 2) {
    const code = unit(at);
    const next = unit(at + 2);
    if (code >= 0xd800 && code <= 0xdbff && next >= 0xdc00 && next <= 0xdfff) at += 2;
    else if (code === -1 || (code >= 0xd800 && code <= 0xdfff))
      throw new AppError('file-broken-encoding', { file, offset: at });
  }
  const text = new TextDecoder(encoding === 'UTF-16LE' ? 'utf-16le' : 'utf-16be').decode(bytes.subarray(start));
  return { text, encoding };
}

function countControls(bytes: Uint8Array): number {
  let controls = 0;
  for (const byte of bytes) if ((byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d)) || byte === 0x7f) controls += 1;
  return controls;
}

function decodeAny(bytes: Uint8Array, file: string): DecodedText {
  if (startsWith(bytes, [0xff, 0xfe])) return decodeUtf16(bytes, 'UTF-16LE', 2, file);
  if (startsWith(bytes, [0xfe, 0xff])) return decodeUtf16(bytes, 'UTF-16BE', 2, file);
  if (otherFormats.some((start) => startsWith(bytes, start))) throw new AppError('file-not-text', { file });
  const utf16 = guessUtf16(bytes);
  if (utf16 !== null) return decodeUtf16(bytes, utf16, 0, file);
  if (countControls(bytes) > bytes.length * MAX_CONTROL_SHARE || bytes.includes(0)) {
    throw new AppError('file-not-text', { file });
  }
  const offset = findBrokenUtf8(bytes);
  if (offset !== -1) throw new AppError('file-broken-encoding', { file, offset });
  const encoding = startsWith(bytes, [0xef, 0xbb, 0xbf]) ? 'UTF-8 BOM' : 'UTF-8';
  return { text: new TextDecoder('utf-8').decode(bytes), encoding };
}

/**
 * Decodes a file that may be a web page. Control characters that no text needs are left out.
 * Throws AppError: `file-not-text`, `file-broken-encoding` with the byte's offset from the start of the file.
 */
export function decodeMarkup(bytes: Uint8Array, file: string): DecodedText {
  const { text, encoding } = decodeAny(bytes, file);
  if (text.includes('\u0000')) throw new AppError('file-not-text', { file });
  return { text: text.replace(/(?![\t\n\v\f\r\u0085])\p{Cc}/gu, ''), encoding };
}

/** The same for a file of plain text: a web page is `file-not-text`. */
export function decodeText(bytes: Uint8Array, file: string): DecodedText {
  const decoded = decodeMarkup(bytes, file);
  if (markup.test(decoded.text.slice(0, 200))) throw new AppError('file-not-text', { file });
  return decoded;
}
