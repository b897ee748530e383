/**
 * Rescued updates whose forerunners are lost: Yjs would hold them back for ever. Where an office may still send what is
 * missing they stay in the log and wait for it. Elsewhere they are kept aside, and the words in them are told, so that a
 * person can put them back.
 */
import { v7 as newId } from 'uuid';
import * as Y from 'yjs';
import { keepAside } from '../store/aside.ts';
import type { WritableDb } from '../store/database.ts';
import { listUpdates } from '../store/doc-log.ts';
import { findLogged, takeFromLog } from '../store/log-rows.ts';
import { growOpenUpdate } from '../store/outbox.ts';
import { isOwnRecord } from '../store/own-photos.ts';
import type { Losses } from './losses.ts';
import type { RescuedArticle, RescuedLog } from './rescue-updates.ts';

/** More of it than this is in the kept files. */
const MOST_WORDS_TOLD = 2_000;

export function placeUpdates(next: WritableDb, log: RescuedLog, losses: Losses, hasOffice: boolean, now: string): void {
  for (const [articleId, article] of log.articles) {
    const mayLack = article.isBroken || log.unknown > 0;
    if (mayLack && !hasOffice) putAsideUnplaced(next, articleId, article, losses, now);
    queueLocal(next, articleId, article.seqs);
  }
}

function putAsideUnplaced(
  next: WritableDb,
  articleId: string,
  article: RescuedArticle,
  losses: Losses,
  now: string,
): void {
  const rescued = new Set(article.seqs);
  const rows = listUpdates(next, articleId, 0);
  const waiting = rows.filter(({ seq }) => rescued.has(seq));
  let doc = replay(rows.filter(({ seq }) => !rescued.has(seq)).map(({ bytes }) => bytes));
  const placed: Uint8Array[] = rows.filter(({ seq }) => !rescued.has(seq)).map(({ bytes }) => bytes);
  // Each round places what stands on what the round before placed.
  for (let before = -1; before !== waiting.length; ) {
    before = waiting.length;
    for (const row of waiting.splice(0)) {
      if (hasGap(doc, row.bytes)) {
        waiting.push(row);
        continue;
      }
      Y.applyUpdate(doc, row.bytes);
      if (isWhole(doc)) {
        placed.push(row.bytes);
        continue;
      }
      waiting.push(row);
      doc.destroy();
      doc = replay(placed);
    }
  }
  doc.destroy();
  let words = '';
  for (const { seq, bytes } of waiting) {
    keepAside(next, { entryId: `mended:${newId()}`, articleId, bytes, reason: 'what it stands on is lost', at: now });
    takeFromLog(next, seq);
    words += insertedText(bytes);
  }
  if (waiting.length === 0) return;
  article.seqs = article.seqs.filter((seq) => !waiting.some((row) => row.seq === seq));
  const detail = `kept aside, because what they stand on is lost; their words: “${words.slice(0, MOST_WORDS_TOLD)}”`;
  losses.add({ articleId, what: 'updates', detail }, waiting.length);
}

function replay(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  return doc;
}

function isWhole({ store }: Y.Doc): boolean {
  return store.pendingStructs === null && store.pendingDs === null;
}

/** True where the update goes on behind something of the same writer that the document lacks. */
function hasGap(doc: Y.Doc, update: Uint8Array): boolean {
  const has = Y.decodeStateVector(Y.encodeStateVector(doc));
  return [...Y.parseUpdateMeta(update).from].some(([client, clock]) => clock > (has.get(client) ?? 0));
}

function insertedText(update: Uint8Array): string {
  return Y.decodeUpdate(update)
    .structs.map((struct) =>
      'content' in struct && struct.content instanceof Y.ContentString ? struct.content.str : '',
    )
    .join('');
}

/**
 * What the endpoint has already is known to it by its content; sent twice it changes nothing. What is known of a picture of this
 * computer's alone stays here.
 */
function queueLocal(next: WritableDb, articleId: string, seqs: readonly number[]): void {
  if (isOwnRecord(next, articleId)) return;
  for (const seq of seqs) {
    const row = findLogged(next, seq);
    if (row?.origin === 'local') growOpenUpdate(next, articleId, seq, row.at);
  }
}
