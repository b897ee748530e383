/**
 * The update log of a damaged database: every row that is as it was written, and that the database to come lacks, is put
 * at the end of that one's log. A row that is lost may still stand in a snapshot or in a sealed entry of the outbox.
 */
import { crc32 } from 'node:zlib';
import { checkUpdate } from '../../../shared/article/validate.ts';
import type { ReadableDb, WritableDb } from '../store/database.ts';
import { appendUpdate, hasEntry } from '../store/doc-log.ts';
import { findLogged, lastSeq } from '../store/log-rows.ts';
import { articlesByIndex, columnsOf, salvageRows, type UnreadableRange } from '../store/salvage-rows.ts';
import { detailOf, type Losses } from './losses.ts';

/** Of one article: where its rescued rows stand now, and the rows that are lost, by their old places. */
export type RescuedArticle = {
  seqs: number[];
  lost: Map<number, string>;
  /** Something of it was lost, though a copy may have filled the gap. */
  isBroken: boolean;
};
export type RescuedLog = {
  articles: Map<string, RescuedArticle>;
  /** Rows of which not even the article is known. */
  unknown: number;
};

const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/;

export function rescueUpdates(damaged: ReadableDb, next: WritableDb, now: string): RescuedLog {
  const known = articlesByIndex(damaged, {
    forward:
      'SELECT seq AS rowid, article_id AS articleId FROM doc_updates INDEXED BY doc_updates_by_article ORDER BY 2, 1',
    backward:
      'SELECT seq AS rowid, article_id AS articleId FROM doc_updates INDEXED BY doc_updates_by_article ORDER BY 2 DESC, 1 DESC',
  });
  const log: RescuedLog = { articles: new Map(), unknown: 0 };
  const times = new Map<string, number>();
  for (const articleId of known.values()) times.set(articleId, (times.get(articleId) ?? 0) + 1);
  const base = lastSeq(next);
  const unreadable: UnreadableRange[] = [];
  // The damaged file may be of an older version.
  const given = new Set(columnsOf(damaged, 'doc_updates'));
  const columns = ['article_id', 'origin', 'entry_id', 'bytes', 'crc32', 'at', 'since'].filter((name) =>
    given.has(name),
  );
  let highest = 0;
  for (const row of salvageRows(damaged, 'doc_updates', columns, unreadable)) {
    highest = Math.max(highest, row.rowid);
    const { rowid: seq, bytes, crc32: sum, at, since } = row;
    const articleId = likelier(String(row.article_id), known.get(seq), times);
    known.delete(seq);
    if (!(bytes instanceof Uint8Array) || crc32(bytes) !== sum) {
      if (seq > base || findLogged(next, seq)?.at !== at) lose(log, articleId, seq, detailOf.changed);
      continue;
    }
    const there = findLogged(next, seq);
    if (there?.articleId === articleId && there.crc32 === sum && there.bytes === bytes.length) continue;
    const entryId = typeof row.entry_id === 'string' ? row.entry_id : undefined;
    if (entryId !== undefined && hasEntry(next, entryId)) continue;
    keep(log, next, {
      articleId,
      origin: row.origin === 'remote' ? 'remote' : 'local',
      entryId,
      bytes,
      at,
      since,
      now,
    });
  }
  // What the index still names and the table did not give.
  for (const [seq, articleId] of known) {
    highest = Math.max(highest, seq);
    if (seq > base) lose(log, articleId, seq, detailOf.unreadable);
  }
  log.unknown = unreadable
    .map(({ from, to }) => Math.min(to, highest) - Math.max(from, base + 1) + 1)
    .reduce((sum, count) => sum + Math.max(0, count), 0);
  for (const { lost } of log.articles.values()) {
    for (const seq of lost.keys()) if (isWithin(seq, unreadable)) log.unknown = Math.max(0, log.unknown - 1);
  }
  return log;
}

/** Where table and index differ, one of them has changed: an article is named more than once, a slip is not. */
function likelier(ofTable: string, ofIndex: string | undefined, times: ReadonlyMap<string, number>): string {
  if (ofIndex === undefined || ofIndex === ofTable) return ofTable;
  return (times.get(ofIndex) ?? 0) > (times.get(ofTable) ?? 0) ? ofIndex : ofTable;
}

function isWithin(seq: number, ranges: readonly UnreadableRange[]): boolean {
  return ranges.some(({ from, to }) => seq >= from && seq <= to);
}

function articleOf(log: RescuedLog, articleId: string): RescuedArticle {
  const known = log.articles.get(articleId) ?? { seqs: [], lost: new Map(), isBroken: false };
  log.articles.set(articleId, known);
  return known;
}

function lose(log: RescuedLog, articleId: string, seq: number, why: string): void {
  const article = articleOf(log, articleId);
  article.lost.set(seq, why);
  article.isBroken = true;
}

type Found = {
  articleId: string;
  origin: 'local' | 'remote';
  entryId?: string;
  bytes: Uint8Array;
  at: unknown;
  since?: unknown;
  now: string;
};

function keep(log: RescuedLog, next: WritableDb, { articleId, origin, entryId, bytes, at, since, now }: Found): void {
  const times = { at: isTime(at) ? at : now, since: isTime(since) ? since : undefined };
  const seq = appendUpdate(next, { articleId, origin, entryId, bytes, ...times });
  articleOf(log, articleId).seqs.push(seq);
}

function isTime(value: unknown): value is string {
  return typeof value === 'string' && ISO.test(value);
}

/** Fills what is lost from the snapshots and the sealed entries that still hold it. */
export function fillFromCopies(damaged: ReadableDb, next: WritableDb, log: RescuedLog, now: string): void {
  if (![...log.articles.values()].some(({ lost }) => lost.size > 0)) return;
  const fill = (row: Record<string, unknown>, first: number, last: number, bytes: unknown): void => {
    const articleId = String(row.article_id);
    const article = log.articles.get(articleId);
    const filled = [...(article?.lost.keys() ?? [])].filter((seq) => seq >= first && seq <= last);
    if (article === undefined || filled.length === 0 || !isSomething(bytes)) return;
    keep(log, next, { articleId, origin: 'local', bytes, at: row.at, now });
    for (const seq of filled) article.lost.delete(seq);
  };
  const snapshots = ['article_id', 'up_to_seq', 'bytes', 'crc32', 'at'];
  for (const row of salvageRows(damaged, 'doc_snapshots', snapshots, [])) {
    const { bytes, crc32: sum, up_to_seq: last } = row;
    if (bytes instanceof Uint8Array && crc32(bytes) === sum) fill(row, 0, Number(last), bytes);
  }
  for (const row of salvageRows(damaged, 'outbox', ['article_id', 'first_seq', 'last_seq', 'sealed', 'at'], [])) {
    fill(row, Number(row.first_seq), Number(row.last_seq), row.sealed);
  }
}

/** An update with more in it than nothing. */
function isSomething(bytes: unknown): bytes is Uint8Array {
  if (!(bytes instanceof Uint8Array) || bytes.length <= 2) return false;
  try {
    checkUpdate(bytes);
    return true;
  } catch {
    return false;
  }
}

export function reportLost(log: RescuedLog, losses: Losses): void {
  for (const [articleId, { lost }] of log.articles) {
    for (const detail of lost.values()) losses.add({ articleId, what: 'updates', detail });
  }
  if (log.unknown > 0) losses.add({ articleId: null, what: 'updates', detail: detailOf.unreadable }, log.unknown);
}
