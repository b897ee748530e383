/** Whether a word with a capital can be a name of another language: of the Tây Nguyên (Đắk, Krông, Kpă), or of abroad. */
import { takeTone } from './syllable.ts';

const clusters = /^(?:[bcgkpt][lr]|by|[dđ]r|k[bcdhjmnpst]|h[bdlmnrtw]|m[lnr]|n[đd]|s[cklmnpt]|st|ya|yo|yu)/u;
/** Endings and letters that no syllable of Vietnamese has. */
const unlike = /[bdđklqrsvxfjwz]$|[fjwz]|h(?<!ch|nh)$|['’]/u;
/** Several syllables in one, with no letter that only Vietnamese has: António, Genève. */
const western = /^[a-zêô]*[aeiouyêô][^aeiouyêô]+[aeiouyêô][a-zêô]*$/u;
const vietnameseLetters = /^[a-zăâđêôơư'’]+$/u;

/** `word`: in small letters, NFC. */
export function canBeForeignName(word: string): boolean {
  const { letters, tone, tones } = takeTone(word);
  if (!vietnameseLetters.test(letters)) return true;
  // Other languages' words are written here with no hỏi and no ngã.
  if (tones > 1 || tone === 2 || tone === 3) return false;
  return clusters.test(letters) || unlike.test(letters) || western.test(letters);
}
