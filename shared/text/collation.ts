/**
 * Sort keys in Vietnamese order, for a database that compares bytes: â after a, đ after d, and where letters are equal
 * the tones ngang, huyền, hỏi, ngã, sắc, nặng, then small before capital. The same order as `Intl.Collator('vi')`
 * (CLDR) on Vietnamese text. Three levels, as in the Unicode Collation Algorithm:
 *
 *   letters of all characters  \u0001  their tones  \u0001  their case
 */

/** Root order of CLDR for what headlines hold; each comes before every digit and letter. */
const marks = ' _-–—,;:!?.…\'‘’"“”«»()[]{}§@*/\\&#%‰`´^¨°+±÷×<=>|~';
const letters = 'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz';
const FIRST_MARK = 0x20;
const FIRST_LETTER = 0x60;
const FOREIGN = '\uffee';

/** Combining marks that make another letter of Vietnamese; all others are tones or accents. */
const qualities = new Set(['\u0302', '\u0306', '\u031b']);
const tones = ['\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];
const OTHER_ACCENT = tones.length + 1;
/** A longer text is sorted by its beginning. */
const MOST_CHARACTERS = 120;

const primaries = new Map<string, string>();
for (const [index, mark] of [...marks].entries()) primaries.set(mark, String.fromCharCode(FIRST_MARK + index));
for (const digit of '0123456789') primaries.set(digit, String.fromCharCode(FIRST_LETTER - 10 + Number(digit)));
for (const [index, letter] of [...letters].entries()) {
  primaries.set(letter, String.fromCharCode(FIRST_LETTER + index));
}

type Weights = { primary: string; accent: number; isCapital: boolean };

const known = new Map<string, Weights>();

function weightsOf(character: string): Weights {
  const found = known.get(character);
  if (found !== undefined) return found;
  const small = character.toLowerCase();
  let letter = '';
  let accent = 0;
  for (const part of small.normalize('NFD')) {
    if (!/\p{M}/u.test(part) || qualities.has(part)) letter += part;
    else accent = tones.indexOf(part) + 1 || OTHER_ACCENT;
  }
  const base = letter.normalize('NFC');
  const weights = {
    primary: primaries.get(base) ?? (/^\s$/u.test(base) ? String.fromCharCode(FIRST_MARK) : FOREIGN + base),
    accent,
    isCapital: small !== character,
  };
  if (known.size < 4_096) known.set(character, weights);
  return weights;
}

/** Compare keys by code units or by UTF-8 bytes. NFC and NFD give the same key. */
export function collationKey(text: string): string {
  let primary = '';
  let accents = '';
  let cases = '';
  for (const character of [...text.trim().normalize('NFC')].slice(0, MOST_CHARACTERS)) {
    const { primary: letter, accent, isCapital } = weightsOf(character);
    primary += letter;
    accents += String.fromCharCode(0x30 + accent);
    cases += isCapital ? '1' : '0';
  }
  return `${primary}\u0001${accents.replace(/0+$/, '')}\u0001${cases.replace(/0+$/, '')}`;
}
