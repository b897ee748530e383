/**
 * Bytes of a text file as text. UTF-8 with or without a mark, UTF-16 with a mark or recognised by its zero bytes. Bytes
 * that are neither are taken for TCVN3, VNI or windows-1258 only where that makes Vietnamese of them, and the person is
 * shown which it was: Vietnamese read with the wrong table looks right in places and is not.
 */
import type { TextEncoding } from '../../../shared/contract/desk-imports.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import { decodeLegacy } from '../../../shared/text/legacy/decode-legacy.ts';
import type { LegacyEncoding } from '../../../shared/text/legacy/encodings.ts';
import { guessLegacy } from '../../../shared/text/legacy/guess-legacy.ts';

export type DecodedText = { text: string; encoding: TextEncoding | 'UTF-8 BOM' };

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
/** Control characters that no text needs. */
const UNWANTED = /(?![\t\n\v\f\r\u0085])\p{Cc}/gu;
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

const legacyNames = {
  TCVN3: 'tcvn3',
  VNI: 'vni',
  'windows-1258': 'windows-1258',
} as const satisfies Partial<Record<TextEncoding, LegacyEncoding>>;
type LegacyName = keyof typeof legacyNames;
/** In UTF-8 with a letter or two that are not, most letters would still be read as such. */
const MAX_BROKEN_SHARE = 0.2;

function decodeLegacyBytes(bytes: Uint8Array, encoding: LegacyName): string {
  // What was copied out of an old font and saved since is well-formed UTF-8 of western letters; else each byte is one.
  const isUtf8 = findBrokenUtf8(bytes) === -1;
  const western = new TextDecoder(isUtf8 ? 'utf-8' : 'windows-1252').decode(bytes);
  return decodeLegacy(western, legacyNames[encoding]);
}

function nameOfLegacy(encoding: LegacyEncoding | undefined): LegacyName | undefined {
  return (Object.keys(legacyNames) as LegacyName[]).find((known) => legacyNames[known] === encoding);
}

function guessLegacyBytes(bytes: Uint8Array): DecodedText | null {
  const asUtf8 = new TextDecoder('utf-8').decode(bytes);
  const whole = asUtf8.match(/[^\p{ASCII}\ufffd]/gu)?.length ?? 0;
  const broken = asUtf8.match(/\ufffd/gu)?.length ?? 0;
  if (whole > 0 && broken / (whole + broken) < MAX_BROKEN_SHARE) return null;
  const guess = guessLegacy(new TextDecoder('windows-1252').decode(bytes));
  const name = nameOfLegacy(guess?.encoding);
  return name === undefined ? null : { text: decodeLegacyBytes(bytes, name), encoding: name };
}

function isLegacyName(encoding: TextEncoding): encoding is LegacyName {
  return Object.hasOwn(legacyNames, encoding);
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
  if (offset !== -1) {
    const legacy = guessLegacyBytes(bytes);
    if (legacy === null) throw new AppError('file-broken-encoding', { file, offset });
    return legacy;
  }
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
  return { text: text.replace(UNWANTED, ''), encoding };
}

/** The same for a file of plain text: a web page is `file-not-text`. */
export function decodeText(bytes: Uint8Array, file: string): DecodedText {
  const decoded = decodeMarkup(bytes, file);
  if (markup.test(decoded.text.slice(0, 200))) throw new AppError('file-not-text', { file });
  const legacy = nameOfLegacy(guessLegacy(decoded.text)?.encoding);
  return legacy === undefined ? decoded : { text: decodeLegacy(decoded.text, legacyNames[legacy]), encoding: legacy };
}

/**
 * The same in the encoding that a person chose. Throws AppError: file-not-text for what is no text in any encoding,
 * file-broken-encoding where the bytes cannot mean that.
 */
export function decodeTextAs(bytes: Uint8Array, encoding: TextEncoding, file: string): DecodedText {
  if (otherFormats.some((start) => startsWith(bytes, start))) throw new AppError('file-not-text', { file });
  const text = isLegacyName(encoding) ? decodeLegacyBytes(bytes, encoding) : decodeUnicode(bytes, encoding, file);
  return { text: text.replace(/^\ufeff/u, '').replace(UNWANTED, ''), encoding };
}

function decodeUnicode(bytes: Uint8Array, encoding: 'UTF-8' | 'UTF-16LE' | 'UTF-16BE', file: string): string {
  if (encoding !== 'UTF-8') return decodeUtf16(bytes, encoding, 0, file).text;
  const offset = findBrokenUtf8(bytes);
  if (offset !== -1) throw new AppError('file-broken-encoding', { file, offset });
  return new TextDecoder('utf-8').decode(bytes);
}
