const SAMPLE_LENGTH = 4_000;
const MIN_LETTERS = 120;
/** In Vietnamese prose every third or fourth letter carries a mark; in names within another language hardly any does. */
const MIN_MARKED_SHARE = 0.03;

/** `vi` or `en`: Vietnamese unless a text of some length has next to no Vietnamese letters. */
export function guessLanguage(text: string): 'vi' | 'en' {
  const letters = text.slice(0, SAMPLE_LENGTH).normalize('NFC').match(/\p{L}/gu) ?? [];
  if (letters.length < MIN_LETTERS) return 'vi';
  const marked = letters.filter((letter) => /[àáâãèéêìíòóôõùúýăđĩũơưạ-ỹ]/iu.test(letter)).length;
  return marked >= letters.length * MIN_MARKED_SHARE ? 'vi' : 'en';
}
