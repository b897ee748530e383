/**
 * A Vietnamese syllable taken apart: its letters without the tone (ă, â, đ, ê, ô, ơ, ư are letters), and the tone. Two
 * spellings of one syllable that differ in where the tone stands (hòa, hoà) are the same letters and tone.
 */
import {
  backRimes,
  bareYRimes,
  frontRimes,
  glideRimes,
  lipOnsets,
  onsets,
  quRimes,
  stops,
  yOnsets,
} from './syllable-tables.ts';

/** ngang, huyền, hỏi, ngã, sắc, nặng. */
export type Tone = 0 | 1 | 2 | 3 | 4 | 5;

const toneMarks = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];

/** `toneAt`: the letter that carries the tone; -1 without one. `tones`: how many letters carry one. */
export type Letters = { letters: string; tone: Tone; toneAt: number; tones: number };

/** Takes the tones off a word in small letters. */
export function takeTone(word: string): Letters {
  let letters = '';
  let tone: Tone = 0;
  let toneAt = -1;
  let tones = 0;
  for (const char of word) {
    const known = apart.get(char);
    if (known === undefined) letters += char;
    else {
      [tone, toneAt, tones] = [known.tone, letters.length, tones + 1];
      letters += known.letter;
    }
  }
  return { letters, tone, toneAt, tones };
}

/** Every vowel that carries a tone, with its letter and its tone. */
const apart = new Map<string, { letter: string; tone: Tone }>();
for (const letter of 'aăâeêioôơuưy') {
  for (const [tone, mark] of toneMarks.entries()) {
    if (tone > 0) apart.set((letter + mark).normalize('NFC'), { letter, tone: tone as Tone });
  }
}

/** Parts letters into a beginning and a rime; null where they are no syllable by the rules. */
export function partSyllable(letters: string): { onset: string; rime: string } | null {
  const onset = onsetOf(letters);
  const rime = letters.slice(onset.length);
  if (isJoined(onset, rime)) return { onset, rime };
  // The i of `gi` is the rime's as well: gì, giết, giêng.
  if (letters.startsWith('gi') && frontRimes.has(letters.slice(1))) return { onset: 'g', rime: letters.slice(1) };
  return null;
}

export function onsetOf(letters: string): string {
  return onsets.find((onset) => letters.startsWith(onset) && letters.length > onset.length) ?? '';
}

function isJoined(onset: string, rime: string): boolean {
  if (onset === '') return frontRimes.has(rime) ? !/^iê/u.test(rime) : isBack(rime) || bareYRimes.has(rime);
  if (onset === 'qu') return quRimes.has(rime);
  if (onset === 'gi') return backRimes.has(rime) || (/^[eê]/u.test(rime) && frontRimes.has(rime));
  if (rime === 'y') return yOnsets.has(onset);
  if (frontRimes.has(rime)) return onset !== 'c' && onset !== 'g' && onset !== 'ng';
  if (onset === 'k' || onset === 'gh' || onset === 'ngh') return false;
  if (glideRimes.has(rime)) return !lipOnsets.has(onset);
  return backRimes.has(rime);
}

function isBack(rime: string): boolean {
  return backRimes.has(rime) || glideRimes.has(rime);
}

/** True where the rules of Vietnamese spelling allow the word (in small letters, NFC), whether anybody uses it or not. */
export function isSyllable(word: string): boolean {
  const { letters, tone, toneAt, tones } = takeTone(word);
  const parts = partSyllable(letters);
  if (parts === null || tones > 1) return false;
  const { rime } = parts;
  if (tone !== 4 && tone !== 5 && stops.some((stop) => rime.endsWith(stop))) return false;
  return toneAt === -1 || toneSpots(letters, letters.length - rime.length).includes(toneAt);
}

/** True where the tone stands on a letter that may carry it: `hòa` and `hoà`, but not `tíêng`. */
export function isToneInPlace(word: string): boolean {
  const { letters, toneAt, tones } = takeTone(word);
  if (toneAt === -1) return true;
  const parts = partSyllable(letters);
  // A loanword that is no syllable of ours has rules of its own.
  return tones === 1 && (parts === null || toneSpots(letters, letters.length - parts.rime.length).includes(toneAt));
}

/** Where the tone may stand, in the old and in the new style; the first is the old one. */
export function toneSpots(letters: string, rimeAt: number): number[] {
  const vowels = /^[aăâeêioôơuưy]+/u.exec(letters.slice(rimeAt))?.[0] ?? '';
  const last = rimeAt + vowels.length - 1;
  const hat = Math.max(...[...'ăâêôơ'].map((letter) => vowels.lastIndexOf(letter)));
  if (hat >= 0) return [rimeAt + hat];
  if (vowels.includes('ư')) return [rimeAt + vowels.indexOf('ư')];
  if (rimeAt + vowels.length < letters.length) return [last];
  if (vowels.length === 3) return [rimeAt + 1];
  if (vowels.length === 1) return [last];
  return ['oa', 'oe', 'uy'].includes(vowels) ? [rimeAt, last] : [rimeAt];
}

/** The word with a tone in the old style's place. */
export function putTone(letters: string, tone: Tone): string {
  if (tone === 0) return letters;
  const parts = partSyllable(letters);
  const rimeAt = letters.length - (parts?.rime.length ?? letters.length - onsetOf(letters).length);
  const [at = letters.length - 1] = toneSpots(letters, rimeAt);
  return (letters.slice(0, at + 1) + toneMarks[tone] + letters.slice(at + 1)).normalize('NFC');
}
