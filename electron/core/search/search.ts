/** Search over everything that articles say: folded, newest article first. */
import type { ArticleRow } from '../../../shared/contract/desk.ts';
import type { ReadableDb } from '../store/database.ts';
import { findArticleRow } from '../store/library-rows.ts';
import { matchArticles } from '../store/search-index.ts';
import { matchExpression, parseQuery } from './parse-query.ts';
import { makeSnippet } from './snippet.ts';

/** `snippet` marks hits with U+E000 and U+E001. */
export type SearchHit = { id: string; headline: string; snippet: string; row: ArticleRow };

/**
 * The articles that hold every word of `query`, at most `limit` of them, and how many there are in all. Takes any text
 * and never throws for what it says; a query without a letter or a digit finds nothing.
 */
export function searchArticles(db: ReadableDb, query: string, limit: number): { total: number; hits: SearchHit[] } {
  const terms = parseQuery(query);
  if (terms.length === 0) return { total: 0, hits: [] };
  const { total, found } = matchArticles(db, matchExpression(terms), limit);
  const hits = found.flatMap(({ articleId, text }): SearchHit[] => {
    const row = findArticleRow(db, articleId);
    return row === undefined ? [] : [{ id: articleId, headline: row.headline, snippet: makeSnippet(text, terms), row }];
  });
  return { total, hits };
}
