/** Every article read anew from its log alone, and compared with what the desk keeps of it for speed. */
import { isDeepStrictEqual } from 'node:util';
import * as Y from 'yjs';
import { readArticle } from '../../../shared/article/read.ts';
import { checkUpdate } from '../../../shared/article/validate.ts';
import { OFFICE_LISTS_ID } from '../../../shared/contract/log-documents.ts';
import type { WorkflowState } from '../../../shared/workflow/machine.ts';
import { projectArticle, searchableText } from '../articles/project-article.ts';
import type { Desk } from '../desk/desk.ts';
import { articleTimes, findSnapshot, type LoggedUpdate, listArticleIds, listUpdates } from '../store/doc-log.ts';
import { findProjectedArticle, listProjectedArticleIds } from '../store/library-rows.ts';
import { findPerson } from '../store/people.ts';
import { findIndexedText } from '../store/search-index.ts';
import { isStale } from '../store/stale-articles.ts';
import { readWorkflow } from '../workflow/read-workflow.ts';
import type { Problem } from './faults.ts';

type ArticlesChecked = { articles: number; updates: number; problems: Problem[] };

/** As they all are at one moment, whatever other processes write meanwhile. */
export function verifyArticles(desk: Desk): ArticlesChecked {
  return desk.db.transaction(() => verifyAll(desk)).deferred();
}

function verifyAll(desk: Desk): ArticlesChecked {
  const problems: Problem[] = [];
  const ids = listArticleIds(desk.db);
  let updates = 0;
  for (const id of ids) {
    const rows = listUpdates(desk.db, id, 0);
    updates += rows.length;
    problems.push(...verifyArticle(desk, id, rows));
  }
  const ofLists = listUpdates(desk.db, OFFICE_LISTS_ID, 0);
  updates += ofLists.length;
  const { doc, problems: faults } = verifyLog(desk, OFFICE_LISTS_ID, ofLists);
  doc.destroy();
  problems.push(...faults);
  const known = new Set(ids);
  for (const id of listProjectedArticleIds(desk.db))
    if (!known.has(id)) problems.push({ fault: 'projection-differs', id });
  return { articles: ids.length, updates, problems };
}

/** A log and its snapshot, and the document that it makes. */
function verifyLog(desk: Desk, id: string, rows: readonly LoggedUpdate[]): { doc: Y.Doc; problems: Problem[] } {
  const { problems, readable } = verifyRows(rows);
  const doc = replay(readable);
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null)
    problems.push({ fault: 'updates-missing', id });
  const snapshot = findSnapshot(desk.db, id);
  if (snapshot !== undefined) {
    const upTo = replay(readable.filter(({ seq }) => seq <= snapshot.upToSeq));
    if (!snapshot.isWhole || !isSameState(snapshot.bytes, upTo)) problems.push({ fault: 'snapshot-differs', id });
    upTo.destroy();
  }
  return { doc, problems };
}

function verifyArticle(desk: Desk, id: string, rows: readonly LoggedUpdate[]): Problem[] {
  const { doc, problems } = verifyLog(desk, id, rows);
  const document = readArticle(doc);
  doc.destroy();
  const times = articleTimes(desk.db, id);
  // What another process has written just now gets to the list and the index a moment later.
  if (times === null || isStale(desk.db, id)) return problems;
  const workflow = findWorkflow(desk, id);
  if (workflow === null) return problems;
  const nameOf = (personId: string): string | undefined => findPerson(desk.db, personId)?.name;
  const projected = projectArticle({ id, document, workflow, times, nameOf });
  if (!isDeepStrictEqual(findProjectedArticle(desk.db, id), projected)) {
    problems.push({ fault: 'projection-differs', id });
  }
  if (findIndexedText(desk.db, id) !== searchableText(document, projected).text) {
    problems.push({ fault: 'search-differs', id });
  }
  return problems;
}

/** Null where the events cannot be read, which the check of the events says. */
function findWorkflow({ db, identity }: Desk, id: string): WorkflowState | null {
  try {
    return readWorkflow(db, id, identity.person());
  } catch {
    return null;
  }
}

/** The rows that are as they were written and that Yjs can read, and what is wrong with the others. */
function verifyRows(rows: readonly LoggedUpdate[]): { problems: Problem[]; readable: LoggedUpdate[] } {
  const problems: Problem[] = [];
  const readable = rows.filter(({ seq, bytes, isWhole }) => {
    if (!isWhole) problems.push({ fault: 'update-bytes', id: `${seq}` });
    else if (!isReadable(bytes)) problems.push({ fault: 'update-unreadable', id: `${seq}` });
    else return true;
    return false;
  });
  return { problems, readable };
}

function isReadable(bytes: Uint8Array): boolean {
  try {
    checkUpdate(bytes);
    return true;
  } catch {
    return false;
  }
}

function replay(rows: readonly LoggedUpdate[]): Y.Doc {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const { bytes } of rows) Y.applyUpdate(doc, bytes);
  });
  return doc;
}

/** Two documents are the same when they know the same of every writer and read the same. */
function isSameState(snapshot: Uint8Array, doc: Y.Doc): boolean {
  const other = new Y.Doc();
  try {
    Y.applyUpdate(other, snapshot);
    return (
      isDeepStrictEqual(Y.encodeStateVector(other), Y.encodeStateVector(doc)) &&
      isDeepStrictEqual(readArticle(other), readArticle(doc))
    );
  } catch {
    return false;
  } finally {
    other.destroy();
  }
}
