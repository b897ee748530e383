/**
 * Articles that tell of the same things as one: its headline's pairs of words, its tags, the people and places it names,
 * the documents it cites. Each such phrase weighs by how few articles have it; those that have the most weight are the
 * nearest. Phrases, because a Vietnamese syllable alone says little.
 */

import type { ArticleDocument } from '../../../shared/article/document.ts';
import type { SearchHit } from '../../../shared/contract/desk.ts';
import { foldText } from '../../../shared/text/fold.ts';
import type { ReadableDb } from '../store/database.ts';
import { countIndexed, matchNumbers, type NumberSpan } from '../store/search-index.ts';
import { exactTokens, type SearchTerm } from './parse-query.ts';
import { hitsOf } from './search.ts';

const MOST_PHRASES = 60;
const MOST_WEIGHED = 12;
/** A phrase that more articles have says nothing. */
const MOST_ARTICLES_OF_A_PHRASE = 2_000;
const NEWEST_OF_A_PHRASE = 300;
const EVER: NumberSpan = { from: Number.MIN_SAFE_INTEGER, to: Number.MAX_SAFE_INTEGER };

const names = /\p{Lu}\p{Ll}*(?: \p{Lu}\p{Ll}*){1,4}/gu;
const papers = /(?<![\p{L}\p{N}])\d+(?:\/\d{4})?[/-]\p{Lu}[\p{L}\d&]*(?:[/-]\p{Lu}[\p{L}\d&]*)*/gu;

/** At most `limit`, the nearest first; `text` is what the index keeps of the article. */
export function similarArticles(
  db: ReadableDb,
  id: string,
  document: ArticleDocument,
  text: string,
  limit: number,
): SearchHit[] {
  const all = countIndexed(db);
  const weighed = phrasesOf(document, text)
    .map((tokens) => ({ tokens, numbers: matchNumbers(db, 'folded', quoted(tokens), EVER, MOST_ARTICLES_OF_A_PHRASE) }))
    .filter(({ numbers }) => numbers.length > 1 && numbers.length < MOST_ARTICLES_OF_A_PHRASE)
    .map(({ tokens, numbers }) => ({ tokens, numbers, weight: Math.log(1 + all / numbers.length) }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_WEIGHED);
  const scores = new Map<number, number>();
  for (const { numbers, weight } of weighed) {
    for (const number of numbers.slice(0, NEWEST_OF_A_PHRASE)) {
      scores.set(number, (scores.get(number) ?? 0) + weight);
    }
  }
  const nearest = [...scores]
    .sort(([a, left], [b, right]) => right - left || b - a)
    .map(([number]) => ({ number, isExact: true }))
    .slice(0, limit + 1);
  const terms = weighed.map(({ tokens }): SearchTerm => ({ tokens, exact: tokens, isPrefix: false }));
  return hitsOf(db, nearest, terms)
    .filter((hit) => hit.id !== id)
    .slice(0, limit);
}

const quoted = (tokens: readonly string[]): string => `"${tokens.join(' ')}"`;

/** Folded words that stand one after the other, those that say most first. */
function phrasesOf({ headline, fields }: ArticleDocument, text: string): string[][] {
  const headlineWords = folded(headline);
  const pairs = headlineWords.slice(1).map((word, index) => [headlineWords[index]!, word]);
  const found = [
    ...(text.match(papers) ?? []).map(folded),
    ...(fields.tags ?? []).map(folded),
    ...(`${headline}\n${text}`.match(names) ?? []).map(folded),
    ...pairs,
  ];
  const distinct = new Map(found.filter((tokens) => tokens.length > 1).map((tokens) => [tokens.join(' '), tokens]));
  return [...distinct.values()].slice(0, MOST_PHRASES);
}

const folded = (words: string): string[] => exactTokens(words.normalize('NFC')).map(foldText);
