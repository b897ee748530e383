import { foldText } from '../../shared/text/fold.ts';

type Named = { title: string; group: string };

/** A title that begins with what was typed is better than one with a word that does, and that than any other. */
function scoreOf({ title, group }: Named, words: readonly string[], whole: string): number {
  const name = foldText(title);
  const text = `${name} ${foldText(group)}`;
  if (!words.every((word) => text.includes(word))) return 0;
  if (name.startsWith(whole)) return 3;
  return words.every((word) => ` ${name}`.includes(` ${word}`)) ? 2 : 1;
}

/** Those that hold every word typed, accents optional, the best first; all of them where nothing is typed. */
export function rankByWords<T extends Named>(query: string, things: readonly T[]): T[] {
  const whole = foldText(query).trim();
  if (whole === '') return [...things];
  const words = whole.split(/\s+/u);
  return things
    .map((thing) => ({ thing, score: scoreOf(thing, words, whole) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ thing }) => thing);
}
