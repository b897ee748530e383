/** The log of one document: row by row, and against its snapshot. */
import { isDeepStrictEqual } from 'node:util';
import * as Y from 'yjs';
import { readArticle } from '../../../shared/article/read.ts';
import { checkUpdate } from '../../../shared/article/validate.ts';
import type { ReadableDb } from '../store/database.ts';
import { findSnapshot, type LoggedUpdate } from '../store/doc-log.ts';
import type { Problem } from './faults.ts';

/** The document that a log makes, and what is wrong with its rows and with the snapshot of them. */
export function verifyLog(
  db: ReadableDb,
  id: string,
  rows: readonly LoggedUpdate[],
): { doc: Y.Doc; problems: Problem[] } {
  const { problems, readable } = verifyRows(rows);
  const doc = replay(readable);
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null)
    problems.push({ fault: 'updates-missing', id });
  const snapshot = findSnapshot(db, id);
  if (snapshot !== undefined) {
    const upTo = replay(readable.filter(({ seq }) => seq <= snapshot.upToSeq));
    if (!snapshot.isWhole || !isSameState(snapshot.bytes, upTo)) problems.push({ fault: 'snapshot-differs', id });
    upTo.destroy();
  }
  return { doc, problems };
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
