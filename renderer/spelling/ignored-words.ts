/** Words that a person has let pass in an article; the page remembers them for the articles of late. */
import { recall, remember } from '../app/kept.ts';

const KEY = 'spelling.ignored';
const MOST_ARTICLES = 200;

type Kept = [article: string, words: string[]][];

export function ignoredWords(articleId: string): ReadonlySet<string> {
  return new Set(recall<Kept>(KEY, []).find(([id]) => id === articleId)?.[1]);
}

export function ignoreWord(articleId: string, word: string): void {
  const words = new Set(ignoredWords(articleId)).add(word);
  const others = recall<Kept>(KEY, []).filter(([id]) => id !== articleId);
  remember(KEY, [[articleId, [...words]], ...others].slice(0, MOST_ARTICLES));
}
