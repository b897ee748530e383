/** Text of an old Vietnamese font or code page as Unicode. */
import type { LegacyEncoding } from './encodings.ts';
import { TCVN3, tcvn3Letter, VNI_LETTERS, VNI_MARKS, WINDOWS_1258 } from './tables.ts';

const WESTERN = /[\u00a0-\u00ff]/u;

/**
 * NFC. `text` holds what the old code shows where its font is missing (`ViÖt Nam`, `Vieät Nam`); letters that the
 * encoding does not know stay as they are, so text that is Unicode already comes to no harm beyond U+00FF.
 */
export function decodeLegacy(text: string, encoding: LegacyEncoding): string {
  if (encoding === 'tcvn3-caps') return decodeTcvn3(text).toUpperCase();
  if (!WESTERN.test(text)) return text.normalize('NFC');
  if (encoding === 'tcvn3') return decodeTcvn3(text);
  return encoding === 'vni' ? decodeVni(text) : decodeWindows1258(text);
}

function decodeWindows1258(text: string): string {
  return text.replace(/[\u00c0-\u00ff]/gu, (letter) => WINDOWS_1258.get(letter) ?? letter).normalize('NFC');
}

const vniLetters = [...VNI_LETTERS.keys()].join('');
const vniMarks = [...VNI_MARKS.keys()].join('');
const vniPair = new RegExp(`([aeouyôö])([${vniMarks}])|[${vniLetters}]`, 'giu');
/** A letter of VNI that only ever marks the one before it. */
export const VNI_MARK = new RegExp(`^[${vniMarks}${vniMarks.toUpperCase()}]`, 'u');
const vietnameseVowel = /^[àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ]$/iu;

function decodeVni(text: string): string {
  return text
    .replace(vniPair, (found, letter?: string, mark = '') => {
      if (letter === undefined) return VNI_LETTERS.get(found) ?? found;
      const own = VNI_LETTERS.get(letter) ?? letter;
      const marked = (own + (VNI_MARKS.get(mark.toLowerCase()) ?? '')).normalize('NFC');
      return vietnameseVowel.test(marked) ? marked : own + (VNI_LETTERS.get(mark) ?? mark);
    })
    .normalize('NFC');
}

const word = /[\p{L}\u00a0-\u00ff]+/gu;
const capitals = `A-Z${TCVN3.slice(1, 8)}`;
const isCapital = new RegExp(`[${capitals}]`, 'gu');
const isSureSmall = /[a-zăâêôơưđ]/u;

type Shape = 'capitals' | 'small' | 'unsure';

/**
 * In capitals a letter with a tone mark is written as a small one: `HéI NGHÞ` is HỘI NGHỊ. A word is in capitals if all
 * its other letters are, two of them at least; one that says too little (`Mü`) goes with the word beside it.
 */
function decodeTcvn3(text: string): string {
  const found: { start: number; raw: string; decoded: string; shape: Shape }[] = [];
  for (const match of text.matchAll(word)) {
    const raw = match[0];
    const start = match.index;
    const decoded = raw.replace(/[\u00a0-\u00ff]/gu, tcvn3Letter);
    const count = decoded.match(isCapital)?.length ?? 0;
    const sure = decoded.replace(/[^A-Za-zĂÂÊÔƠƯĐăâêôơưđ]/gu, '');
    const shape = isSureSmall.test(sure) ? 'small' : count >= 2 ? 'capitals' : 'unsure';
    found.push({ start, raw, decoded, shape });
  }
  let result = '';
  let at = 0;
  for (const [index, { start, raw, decoded, shape }] of found.entries()) {
    const beside = [found[index - 1]?.shape, found[index + 1]?.shape];
    const isUpper =
      shape === 'capitals' || (shape === 'unsure' && beside.includes('capitals') && !beside.includes('small'));
    result += text.slice(at, start) + (isUpper ? decoded.toUpperCase() : decoded);
    at = start + raw.length;
  }
  return (result + text.slice(at)).normalize('NFC');
}
