/** Finding and replacing in many articles: what they say, and edits of them that are like any other edit. */
import type * as Y from 'yjs';
import { cleanText } from '../../../shared/article/clean-text.ts';
import { rawAttributes, readAttributes } from '../../../shared/article/flat-text.ts';
import { readArticle } from '../../../shared/article/read.ts';
import { makeRevision } from '../../../shared/article/revision.ts';
import { updateOf } from '../../../shared/article/write.ts';
import type { ArticleReplacement, FailedArticles, ToolArticle } from '../../../shared/contract/desk-tools.ts';
import { AppError, asAppError } from '../../../shared/errors/app-error.ts';
import { type ArticleEdits, writeArticleEdits } from '../../../shared/find/article-edits.ts';
import { readPassages } from '../../../shared/find/passages.ts';
import type { Articles } from '../articles/articles.ts';

export type ToolsDesk = { articles: Articles; isDraft: (id: string) => boolean };

/** Never throws for an article: one that cannot be read stands in `failed`. */
export function articlePassages(
  desk: ToolsDesk,
  ids: readonly string[],
): { articles: ToolArticle[]; failed: FailedArticles } {
  const articles: ToolArticle[] = [];
  const failed: FailedArticles = [];
  for (const id of new Set(ids)) {
    try {
      articles.push(toolArticle(desk, id));
    } catch (error) {
      failed.push({ id, headline: '', error: asAppError(error).toRecord() });
    }
  }
  return { articles, failed };
}

function toolArticle({ articles, isDraft }: ToolsDesk, id: string): ToolArticle {
  const document = articles.document(id);
  const passages = readPassages(articles.load(id)).map(({ name, kind, number, row, column, characters }) => ({
    ...{ name, kind, number, characters },
    ...(row === undefined ? {} : { row, column }),
  }));
  const closed = isDraft(id) ? null : new AppError('article-not-draft', { id }).toRecord();
  return { id, headline: document.headline, state: stateOf(articles.load(id)), closed, passages };
}

/** Names the article's own words; what is known of its pictures is not changed here. */
const stateOf = (doc: Y.Doc): string => makeRevision(readArticle(doc)).hash;

/**
 * Each article for itself: all its edits are one update, through the log and the outbox, and pages that have it open see it.
 * Where it says something else than its edits were chosen for it stays as it is (article-changed-since). Never throws for
 * an article.
 */
export async function replaceInArticles(
  desk: ToolsDesk,
  replacements: readonly ArticleReplacement[],
): Promise<{ back: ArticleReplacement[]; failed: FailedArticles }> {
  const begun = replacements.map((replacement) => replaceIn(desk, replacement));
  desk.articles.writeWaiting();
  const back: ArticleReplacement[] = [];
  const failed: FailedArticles = [];
  for (const [index, outcome] of (await Promise.allSettled(begun)).entries()) {
    const { id } = replacements[index]!;
    if (outcome.status === 'fulfilled') back.push(outcome.value);
    else failed.push({ id, headline: headlineOf(desk, id), error: asAppError(outcome.reason).toRecord() });
  }
  return { back, failed };
}

async function replaceIn(
  { articles, isDraft }: ToolsDesk,
  { id, state, changes }: ArticleReplacement,
): Promise<ArticleReplacement> {
  const doc = articles.load(id);
  if (!isDraft(id)) throw new AppError('article-not-draft', { id });
  if (stateOf(doc) !== state) throw new AppError('article-changed-since', { id });
  let back: ArticleEdits[] | null = null;
  let after = state;
  const update = updateOf(articles.state(id), (copy) => {
    back = writeArticleEdits(copy, changes.map(cleanEdits));
    after = stateOf(copy);
  });
  if (back === null) throw new AppError('article-changed-since', { id });
  await articles.applyLocal(id, update);
  return { id, state: after, changes: back };
}

/** What comes from a page is text as an article holds it, with formats that we know. */
function cleanEdits({ passage, characters, edits }: ArticleReplacement['changes'][number]): ArticleEdits {
  return {
    passage,
    characters,
    edits: edits.map(({ start, end, replacement, pieces: given }) => {
      if (given === undefined) return { start, end, replacement: cleanText(replacement) };
      // What was there before is put back as it was.
      const pieces = given.map(({ text, attributes }) => ({
        text,
        attributes: readAttributes(rawAttributes(attributes)),
      }));
      return { start, end, replacement: pieces.map(({ text }) => text).join(''), pieces };
    }),
  };
}

function headlineOf({ articles }: ToolsDesk, id: string): string {
  try {
    return articles.document(id).headline;
  } catch {
    return '';
  }
}
