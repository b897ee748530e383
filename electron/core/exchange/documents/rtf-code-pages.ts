/** Bytes of an RTF file as text, by the character set of their font. */

/** By `\fcharset`: what WHATWG calls the encoding. The others are the file's own (`\ansicpg`). */
const byCharset: Readonly<Record<number, string>> = {
  77: 'macintosh',
  128: 'shift_jis',
  129: 'euc-kr',
  134: 'gbk',
  136: 'big5',
  161: 'windows-1253',
  162: 'windows-1254',
  163: 'windows-1258',
  177: 'windows-1255',
  178: 'windows-1256',
  186: 'windows-1257',
  204: 'windows-1251',
  222: 'windows-874',
  238: 'windows-1250',
};
const known = new Set([874, 1250, 1251, 1252, 1253, 1254, 1255, 1256, 1257, 1258]);
const USUAL = 'windows-1252';

export const encodingOfCharset = (charset: number): string | null => byCharset[charset] ?? null;

export function encodingOfCodePage(page: number): string {
  if (known.has(page)) return `windows-${page}`;
  const east: Readonly<Record<number, string>> = { 932: 'shift_jis', 936: 'gbk', 949: 'euc-kr', 950: 'big5' };
  return page === 65001 ? 'utf-8' : page === 10000 ? 'macintosh' : (east[page] ?? USUAL);
}

const decoders = new Map<string, TextDecoder>();

export function decodeBytes(bytes: string, encoding: string): string {
  if (!/[\x80-\xff]/u.test(bytes)) return bytes;
  let decoder = decoders.get(encoding);
  if (decoder === undefined) {
    decoder = new TextDecoder(encoding);
    decoders.set(encoding, decoder);
  }
  return decoder.decode(Uint8Array.from(bytes, (char) => char.charCodeAt(0)));
}

/** Each byte as the letter of its number, U+0000 to U+00FF. */
export function bytesAsLetters(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
