/**
 * Search over everything that articles say. What has the very accents that were typed comes first, then what is the same
 * without accents. Within that, newest first reads the index backwards and stops at the limit. Relevance goes by where the
 * words stand, which costs the same for rare and common words (bm25 would weigh every article that has them):
 *
 *   the phrase in the headline > all words in the headline > anywhere
 */
import type { SearchAnswer, SearchHit, SearchOrder } from '../../../shared/contract/desk.ts';
import type { ReadableDb } from '../store/database.ts';
import { listFoundArticles, listFoundHeadlines } from '../store/library-rows.ts';
import { firstNumberOf, lastNumberOf, matchNumbers, type NumberSpan } from '../store/search-index.ts';
import {
  asksAnything,
  exactExpression,
  excludedExpression,
  foldedExpression,
  hasAccents,
  headlineExpression,
  parseQuery,
  type SearchQuery,
  type SearchTerm,
  saysExactly,
} from './parse-query.ts';
import { hasTerm, makeSnippet, markHits } from './snippet.ts';

/** Matches are counted up to here; beyond it people are told "more than". */
const MOST_COUNTED = 500;
/** So many headlines with the words are looked at for those that have them as a phrase. */
const HEADLINES_PER_HIT = 4;

type Found = { number: number; isExact: boolean };

/** Takes any text and never throws for what it says; a query that asks nothing finds nothing. */
export function searchArticles(
  db: ReadableDb,
  text: string,
  { limit, order = 'newest' }: { limit: number; order?: SearchOrder },
): SearchAnswer {
  const query = parseQuery(text);
  if (!asksAnything(query)) return { total: 0, isMore: false, hits: [] };
  const span = spanOf(query);
  const matching = matchNumbers(db, 'folded', foldedExpression(query), span, Math.max(limit, MOST_COUNTED + 1));
  const exact = exactNumbers(db, query, span, limit);
  const headlines = order === 'newest' ? noHeadlines : headlinesFirst(db, query, span, limit);
  const found = exactFirst([...exact, ...headlines.exact], [...headlines.numbers, ...matching], limit);
  const total = Math.min(matching.length, MOST_COUNTED);
  return { total, isMore: matching.length > MOST_COUNTED, hits: hitsOf(db, found, query.terms) };
}

export function hitsOf(db: ReadableDb, found: readonly Found[], terms: readonly SearchTerm[]): SearchHit[] {
  const articles = new Map(
    listFoundArticles(
      db,
      found.map(({ number }) => number),
    ).map((article) => [article.number, article]),
  );
  return found.flatMap(({ number, isExact }): SearchHit[] => {
    const article = articles.get(number);
    if (article === undefined) return [];
    const { row, text } = article;
    const { id, headline } = row;
    return [{ id, headline, marked: markHits(headline, terms), snippet: makeSnippet(text, terms), isExact, row }];
  });
}

/** `exact`: those of `numbers` whose headlines have the words just as they were typed. */
type Headlines = { numbers: number[]; exact: number[] };
const noHeadlines: Headlines = { numbers: [], exact: [] };

/** The newest that have the words in their headlines, those that have them there as one phrase first. */
function headlinesFirst(db: ReadableDb, query: SearchQuery, span: NumberSpan, limit: number): Headlines {
  if (query.terms.length === 0) return noHeadlines;
  const wanted = HEADLINES_PER_HIT * limit;
  const numbers = withoutExcluded(db, query, matchNumbers(db, 'headlines', headlineExpression(query), span, wanted));
  const isAccented = hasAccents(query);
  if (query.terms.length === 1 && !isAccented) return { numbers, exact: [] };
  const headlines = listFoundHeadlines(db, numbers);
  // The newest that say it exactly are not all that do: an old headline must not fall behind them.
  const exact = isAccented ? numbers.filter((number) => saysExactly(query, headlines.get(number) ?? '')) : [];
  if (query.terms.length === 1) return { numbers, exact };
  const phrase = asPhrase(query.terms);
  const asTyped = numbers.filter((number) => hasTerm(headlines.get(number) ?? '', phrase));
  return { numbers: [...asTyped, ...numbers], exact };
}

/** The newest of those that say the words just as they were typed; none where no accents were typed. */
function exactNumbers(db: ReadableDb, query: SearchQuery, span: NumberSpan, limit: number): number[] {
  if (!hasAccents(query)) return [];
  return withoutExcluded(db, query, matchNumbers(db, 'exact', exactExpression(query), span, limit));
}

/** Those indexes do not know every word: what must not be said is looked for in the one that does. */
function withoutExcluded(db: ReadableDb, query: SearchQuery, numbers: number[]): number[] {
  if (query.excluded.length === 0 || numbers.length === 0) return numbers;
  // Once for all of them: each look costs as much as reading what a common word has.
  const span = { from: Math.min(...numbers), to: Math.max(...numbers) };
  const unwanted = new Set(matchNumbers(db, 'folded', excludedExpression(query), span, Number.MAX_SAFE_INTEGER));
  return numbers.filter((number) => !unwanted.has(number));
}

/** `exact` in the order in which `ranked` has them, then the others of `ranked`. */
function exactFirst(exact: readonly number[], ranked: readonly number[], limit: number): Found[] {
  const isExact = new Set(exact);
  const first = new Set([...ranked.filter((number) => isExact.has(number)), ...exact]);
  const found = [...first].slice(0, limit).map((number): Found => ({ number, isExact: true }));
  const others = new Set<number>();
  for (const number of ranked) {
    if (found.length + others.size >= limit) break;
    if (!first.has(number)) others.add(number);
  }
  return [...found, ...[...others].map((number): Found => ({ number, isExact: false }))];
}

/** All words as one phrase. */
function asPhrase(terms: readonly SearchTerm[]): SearchTerm {
  const tokens = terms.flatMap((term) => term.tokens);
  const exact = terms.flatMap((term) => term.exact);
  return { tokens, exact, isPrefix: terms.at(-1)?.isPrefix ?? false };
}

function spanOf({ from, to }: SearchQuery): NumberSpan {
  return {
    from: from === null ? Number.MIN_SAFE_INTEGER : firstNumberOf(from),
    to: to === null ? Number.MAX_SAFE_INTEGER : lastNumberOf(to),
  };
}
