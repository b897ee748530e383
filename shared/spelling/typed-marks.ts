/** What is left in a text when keys were typed with the input method off: `tieengs` (Telex), `tie61ng` (VNI). */
import { isSyllable, onsetOf, putTone, type Tone } from './syllable.ts';

const telexTones: Record<string, Tone> = { f: 1, r: 2, x: 3, s: 4, j: 5 };
const vniTones: Record<string, Tone> = { 2: 1, 3: 2, 4: 3, 1: 4, 5: 5 };

/** The syllable that the keys would have given; null where they give none. Small letters. */
export function typedSyllable(keys: string): string | null {
  if (!/^[a-zăâđêôơư]+[a-zăâđêôơư0-9]*$/u.test(keys)) return null;
  const typed = /\d/u.test(keys) ? readVni(keys) : readTelex(keys);
  if (typed === null || typed === keys) return null;
  return isSyllable(typed) ? typed : null;
}

function readTelex(keys: string): string | null {
  const onset = onsetOf(keys.replace(/^dd/u, 'd'));
  const from = onset.length + (keys.startsWith('dd') ? 1 : 0);
  let tone: Tone = 0;
  let rest = '';
  for (const key of keys.slice(from)) {
    const asTone = telexTones[key];
    if (asTone !== undefined && rest !== '') tone = asTone;
    else rest += key;
  }
  // A second d at the end makes the first a đ: `duongwfd`.
  const isBarred = keys.startsWith('dd') || (onset === 'd' && rest.endsWith('d'));
  if (isBarred && rest.endsWith('d')) rest = rest.slice(0, -1);
  const letters = hatted(rest, { a: 'a', e: 'e', o: 'o' }, 'w');
  return letters === null ? null : putTone((isBarred ? `đ${onset.slice(1)}` : onset) + letters, tone);
}

function readVni(keys: string): string | null {
  let tone: Tone = 0;
  let rest = '';
  for (const key of keys) {
    const asTone = vniTones[key];
    if (asTone !== undefined) tone = asTone;
    else rest += key;
  }
  const isBarred = rest.startsWith('d') && rest.includes('9');
  rest = rest.replaceAll('9', '');
  if (isBarred) rest = rest.slice(1);
  const plain = rest.replace(/[678]/gu, '');
  const onset = isBarred ? 'đ' : onsetOf(plain);
  const behind = isBarred ? rest : rest.slice(onset.length);
  const letters = behind.includes('6')
    ? hatOn(behind.replaceAll('6', ''), /[aeo]/u, { a: 'â', e: 'ê', o: 'ô' })
    : hatted(behind.replace(/[78]/gu, 'w'), {}, 'w');
  return letters === null ? null : putTone(onset + letters, tone);
}

/** `twice`: vowels that get a hat when they are typed twice, together or with letters between them. */
function hatted(text: string, twice: Record<string, string>, horn: string): string | null {
  let letters = text;
  if (letters.includes(horn)) {
    letters = letters.replaceAll(horn, '');
    if (/uo/u.test(letters)) letters = letters.replace('uo', /^uo$/u.test(letters) ? 'uơ' : 'ươ');
    else if (/ua$/u.test(letters)) letters = letters.replace('ua', 'ưa');
    else if (/o?a/u.test(letters)) letters = letters.replace('a', 'ă');
    else if (/[ou]/u.test(letters)) letters = letters.replace(/[ou]/u, (letter) => (letter === 'o' ? 'ơ' : 'ư'));
    else return null;
    return letters;
  }
  for (const vowel of Object.keys(twice)) {
    const pair = new RegExp(`${vowel}([^${vowel}]*)${vowel}`, 'u').exec(letters);
    if (pair !== null) return letters.replace(pair[0], hats[vowel]! + pair[1]);
  }
  return letters;
}

const hats: Record<string, string> = { a: 'â', e: 'ê', o: 'ô' };

function hatOn(letters: string, where: RegExp, marks: Record<string, string>): string | null {
  const at = letters.search(where);
  return at === -1 ? null : letters.slice(0, at) + marks[letters[at]!] + letters.slice(at + 1);
}
