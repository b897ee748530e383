/**
 * Bytes of a web page as text. A byte order mark and well-formed UTF-8 are believed before what the page says of itself,
 * which is wrong more often; only then the encoding that its `meta` names is tried.
 */
import { type DecodedText, decodeMarkup, findBrokenUtf8 } from '../decode-text.ts';

/** Browsers look this far for the name of an encoding. */
const HEAD_BYTES = 4096;
/** Pages written with these fonts hold codes of their own under a western encoding's name: see decode-text.ts. */
const legacyFonts = /["'\s:;,]\.?Vn(?:Time|Arial|Book|Courier|Helv)|["'\s:;,]VNI-/u;

export type DecodedPage = { text: string; encoding: string };

/** Throws AppError: file-not-text, file-broken-encoding. */
export function decodePage(bytes: Uint8Array, file: string): DecodedPage {
  return byDeclaration(bytes) ?? (decodeMarkup(bytes, file) satisfies DecodedText);
}

function byDeclaration(bytes: Uint8Array): DecodedPage | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD_BYTES));
  const [, label] = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:-]{1,40})/iu.exec(head) ?? [];
  if (label === undefined || /^utf|unicode/iu.test(label)) return null;
  if (bytes.includes(0) || findBrokenUtf8(bytes) === -1) return null;
  try {
    const decoder = new TextDecoder(label, { fatal: true });
    const text = decoder.decode(bytes);
    if (legacyFonts.test(text)) return null;
    return { text: text.replace(/(?![\t\n\v\f\r\u0085])\p{Cc}/gu, ''), encoding: decoder.encoding };
  } catch {
    // An unknown name, or bytes that are not of it.
    return null;
  }
}
