/** One deed with many articles: each for itself, and what would take it back. */
import type * as Y from 'yjs';
import type { Fields } from '../../../shared/article/document.ts';
import { setFields, updateOf } from '../../../shared/article/write.ts';
import type { Action, ArticleState, BulkAnswer, BulkDeed } from '../../../shared/contract/desk.ts';
import { AppError, asAppError } from '../../../shared/errors/app-error.ts';
import type { Articles } from '../articles/articles.ts';
import { nameKey } from '../articles/project-article.ts';

export type BulkDesk = {
  articles: Articles;
  act: (step: { id: string; action: Action }) => ArticleState;
  isDraft: (id: string) => boolean;
};

const takenBackBy: Partial<Record<Action, 'spike' | 'restore' | 'recall'>> = {
  spike: 'restore',
  restore: 'spike',
  submit: 'recall',
};

/**
 * Never throws for an article: what cannot be done with one stands in `failed`, and the others are done. Edits are written
 * together.
 */
export async function doInBulk(desk: BulkDesk, ids: readonly string[], deed: BulkDeed): Promise<BulkAnswer> {
  const answer: BulkAnswer = { done: [], failed: [], undo: [] };
  const chosen = [...new Set(ids)];
  const begun = chosen.map((id) => doOne(desk, id, deed));
  desk.articles.writeWaiting();
  for (const [index, outcome] of (await Promise.allSettled(begun)).entries()) {
    const id = chosen[index]!;
    if (outcome.status === 'fulfilled') {
      answer.done.push(id);
      if (outcome.value !== null) addUndo(answer.undo, id, outcome.value);
    } else answer.failed.push({ id, headline: headlineOf(desk, id), error: asAppError(outcome.reason).toRecord() });
  }
  return answer;
}

/** The deed that takes it back; null where there is nothing to take back. */
async function doOne(desk: BulkDesk, id: string, deed: BulkDeed): Promise<BulkDeed | null> {
  if ('section' in deed) return setSection(desk, id, deed.section);
  if ('tag' in deed) return setTag(desk, id, deed.do, deed.tag);
  desk.act({ id, action: deed.do });
  const back = takenBackBy[deed.do];
  return back === undefined ? null : { do: back };
}

async function setSection(desk: BulkDesk, id: string, section: string): Promise<BulkDeed | null> {
  const before = desk.articles.document(id).fields.category ?? '';
  if (before === section) return null;
  await change(desk, id, { category: section });
  return { do: 'section', section: before };
}

async function setTag(desk: BulkDesk, id: string, how: 'tag' | 'untag', tag: string): Promise<BulkDeed | null> {
  const tags = desk.articles.document(id).fields.tags ?? [];
  const same = tags.find((known) => nameKey(known) === nameKey(tag));
  if ((how === 'tag') === (same !== undefined)) return null;
  await change(desk, id, { tags: same === undefined ? [...tags, tag] : tags.filter((known) => known !== same) });
  return { do: how === 'tag' ? 'untag' : 'tag', tag: same ?? tag };
}

/** An edit like any other: it merges, and pages that have the article open see it. */
async function change({ articles, isDraft }: BulkDesk, id: string, fields: Partial<Fields>): Promise<void> {
  if (!isDraft(id)) throw new AppError('article-not-draft', { id });
  const update = updateOf(articles.state(id), (doc: Y.Doc) => setFields(doc, fields, 'bulk'));
  await articles.applyLocal(id, update);
}

function addUndo(undo: BulkAnswer['undo'], id: string, deed: BulkDeed): void {
  const same = undo.find((known) => JSON.stringify(known.deed) === JSON.stringify(deed));
  if (same === undefined) undo.push({ ids: [id], deed });
  else same.ids.push(id);
}

function headlineOf({ articles }: BulkDesk, id: string): string {
  try {
    return articles.document(id).headline;
  } catch {
    return '';
  }
}
