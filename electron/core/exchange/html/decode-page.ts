/**
 * Bytes of a web page as text. A byte order mark and well-formed UTF-8 are believed before what the page says of itself,
 * which is wrong more often; only then the encoding that its `meta` names is tried. Pages in fonts of TCVN3 or VNI call
 * themselves western: where they name those fonts, their text is converted font by font later on; where they do not, the
 * whole page is, if that makes Vietnamese of it.
 */
import { decodeLegacy } from '../../../../shared/text/legacy/decode-legacy.ts';
import type { LegacyEncoding } from '../../../../shared/text/legacy/encodings.ts';
import { guessLegacy } from '../../../../shared/text/legacy/guess-legacy.ts';
import { type DecodedText, decodeMarkup, findBrokenUtf8 } from '../decode-text.ts';

/** Browsers look this far for the name of an encoding. */
const HEAD_BYTES = 4096;
const legacyFonts = /["'\s:;,]\.?Vn(?:Time|Arial|Book|Courier|Helv)|["'\s:;,]VNI-/u;
const WESTERN = 'windows-1252';
/** So much of a page is enough to tell what it is in. */
const SAMPLE_CHARACTERS = 200_000;
const names: Record<LegacyEncoding, string> = {
  tcvn3: 'TCVN3',
  'tcvn3-caps': 'TCVN3',
  vni: 'VNI',
  'windows-1258': 'windows-1258',
};

export type DecodedPage = { text: string; encoding: string };

/** Throws AppError: file-not-text, file-broken-encoding. */
export function decodePage(bytes: Uint8Array, file: string): DecodedPage {
  return byDeclaration(bytes) ?? byFonts(bytes) ?? (decodeMarkup(bytes, file) satisfies DecodedText);
}

function byDeclaration(bytes: Uint8Array): DecodedPage | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD_BYTES));
  const [, label] = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:-]{1,40})/iu.exec(head) ?? [];
  if (label === undefined || /^utf|unicode/iu.test(label)) return null;
  if (bytes.includes(0) || findBrokenUtf8(bytes) === -1) return null;
  try {
    const decoder = new TextDecoder(label, { fatal: true });
    if (decoder.encoding === WESTERN) return null;
    return { text: clean(decoder.decode(bytes)), encoding: decoder.encoding };
  } catch {
    // An unknown name, or bytes that are not of it.
    return null;
  }
}

/** What is western by its own word, or by no word of its own. */
function byFonts(bytes: Uint8Array): DecodedPage | null {
  if (bytes.includes(0) || findBrokenUtf8(bytes) === -1) return null;
  const text = clean(new TextDecoder(WESTERN).decode(bytes));
  if (legacyFonts.test(text)) return { text, encoding: WESTERN };
  const guess = guessLegacy(text.slice(0, SAMPLE_CHARACTERS).replace(/<[^<>]*>|&\w+;/gu, ' '));
  if (guess !== null) return { text: decodeLegacy(text, guess.encoding), encoding: names[guess.encoding] };
  const label = /charset\s*=\s*["']?\s*(?:windows-1252|iso-8859-1)/iu;
  return label.test(text.slice(0, HEAD_BYTES)) ? { text, encoding: WESTERN } : null;
}

const clean = (text: string): string => text.replace(/(?![\t\n\v\f\r\u0085])\p{Cc}/gu, '');
