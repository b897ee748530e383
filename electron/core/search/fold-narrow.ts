/**
 * Folding for finding hits in a text, five times as fast as `foldText`: as many characters as the text has, one byte each.
 * Latin letters fold as everywhere; what stands between words and has no byte becomes a point. A text with letters that have
 * no byte (Greek, Chinese) is not folded here.
 */
import { foldText } from '../../../shared/text/fold.ts';
import { isWordAt } from '../../../shared/text/word-characters.ts';

const UNKNOWN = 0;
const NONE = 1;
const POINT = 0xb7;
const LARGEST = 0xff;
const bytes = new Uint8Array(0x1_0000);
let scratch = Buffer.alloc(8_192);

function byteOf(unit: number): number {
  const character = String.fromCharCode(unit);
  const folded = foldText(character);
  const code = folded.length === 1 ? folded.charCodeAt(0) : LARGEST + 1;
  const isSurrogate = unit >= 0xd800 && unit <= 0xdfff;
  if (code > NONE && code <= LARGEST) bytes[unit] = code;
  else bytes[unit] = folded.length !== 1 || isSurrogate || isWordAt(character, 0) ? NONE : POINT;
  return bytes[unit];
}

/** Null for a text that has to be folded by `foldText`. */
export function foldNarrow(text: string): string | null {
  if (text.length > scratch.length) scratch = Buffer.alloc(2 * text.length);
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    let byte = bytes[unit]!;
    if (byte === UNKNOWN) byte = byteOf(unit);
    if (byte === NONE) return null;
    scratch[at] = byte;
  }
  return scratch.toString('latin1', 0, text.length);
}
