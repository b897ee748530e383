/**
 * What is wrong with a database: SQLite's own checks of pages and indexes, and ours of what it cannot know: the checksums
 * of the update log and its snapshots, the hashes of revisions and events. Everything is read in slices, so that no
 * reading keeps the log of a large desk from being checkpointed for long.
 */
import { crc32 } from 'node:zlib';
import { sha256Hex } from '../../../shared/article/revision.ts';
import type { DeskCounts } from '../../../shared/contract/desk.ts';
import { eventHash, type WorkflowEvent } from '../../../shared/workflow/event.ts';
import type { ReadableDb } from './database.ts';
import { countDesk } from './desk-counts.ts';

const MOST_FINDINGS = 100;
/** Nobody reads more of them. */
const MOST_TOLD = 20;
const ROWS_PER_SLICE = 500;

/** Its findings in its own words; empty for a sound file. */
export function findDamage(db: ReadableDb): string[] {
  const rows = db.pragma(`integrity_check(${MOST_FINDINGS})`) as { integrity_check: string }[];
  return rows.map((row) => row.integrity_check).filter((finding) => finding !== 'ok');
}

/** `counts` is null where a damaged page keeps us from counting. */
export type Examination = {
  version: number;
  findings: string[];
  updatesBroken: number;
  counts: DeskCounts | null;
};

export function isSound({ findings, updatesBroken }: Pick<Examination, 'findings' | 'updatesBroken'>): boolean {
  return findings.length === 0 && updatesBroken === 0;
}

/** Everything that can be told about a database of any version without writing to it. Never throws for damage. */
export function examine(db: ReadableDb): Examination {
  const findings: string[] = [];
  const attempt = <T>(what: () => T, otherwise: T): T => {
    try {
      return what();
    } catch (error) {
      findings.push(error instanceof Error ? error.message : String(error));
      return otherwise;
    }
  };
  const version = attempt(() => db.pragma('user_version', { simple: true }) as number, 0);
  findings.push(...attempt(() => checkPages(db), []));
  const updatesBroken = attempt(() => countBrokenUpdates(db), 0);
  findings.push(...attempt(() => findBrokenSnapshots(db), []));
  findings.push(...attempt(() => findBrokenRevisions(db), []));
  findings.push(...attempt(() => findBrokenEvents(db), []));
  const counts = attempt(() => countDesk(db), null);
  return { version, findings: [...new Set(findings)].slice(0, MOST_TOLD), updatesBroken, counts };
}

/** The whole check, not the quick one, which does not see that a key has become another in a table or in its index. */
function checkPages(db: ReadableDb): string[] {
  const rows = db.pragma(`integrity_check(${MOST_TOLD})`) as Record<string, string>[];
  return rows.flatMap((row) => Object.values(row)).filter((finding) => finding !== 'ok');
}

function countBrokenUpdates(db: ReadableDb): number {
  const slice = db.prepare(
    `SELECT seq, bytes, crc32 FROM doc_updates NOT INDEXED WHERE seq > ? ORDER BY seq LIMIT ${ROWS_PER_SLICE}`,
  );
  let broken = 0;
  let after = 0;
  for (;;) {
    const rows = slice.all(after) as { seq: number; bytes: Buffer; crc32: number }[];
    broken += rows.filter((row) => crc32(row.bytes) !== row.crc32).length;
    const last = rows.at(-1);
    if (last === undefined) return broken;
    after = last.seq;
  }
}

function findBrokenSnapshots(db: ReadableDb): string[] {
  return findBroken<{ number: number; id: string; bytes: Buffer; crc32: number }>(
    db,
    'SELECT rowid AS number, article_id AS id, bytes, crc32 FROM doc_snapshots',
    ({ id, bytes, crc32: sum }) => (crc32(bytes) === sum ? null : `snapshot of article ${id} is not as it was written`),
  );
}

function findBrokenRevisions(db: ReadableDb): string[] {
  return findBroken<{ number: number; hash: string; json: string }>(
    db,
    'SELECT rowid AS number, hash, json FROM revisions',
    ({ hash, json }) => (sha256Hex(json) === hash ? null : `revision ${hash} does not match its hash`),
  );
}

function findBrokenEvents(db: ReadableDb): string[] {
  return findBroken<{ number: number; id: string; articleId: string; hash: string; json: string }>(
    db,
    'SELECT position AS number, id, article_id AS articleId, hash, json FROM events',
    ({ id, articleId, hash, json }) =>
      isEvent(json, { id, articleId, hash }) ? null : `event ${id} does not match its hash`,
  );
}

/** True for the JSON of an event that its row names rightly. */
export function isEvent(json: string, row: { id: string; articleId: string; hash: string }): boolean {
  try {
    const event = JSON.parse(json) as WorkflowEvent;
    return event.id === row.id && event.articleId === row.articleId && eventHash(event) === row.hash;
  } catch {
    return false;
  }
}

/** `sql` selects a rowid as `number`, without a WHERE. */
function findBroken<Row extends { number: number }>(
  db: ReadableDb,
  sql: string,
  faultOf: (row: Row) => string | null,
): string[] {
  const slice = db.prepare(`${sql} WHERE rowid > ? ORDER BY rowid LIMIT ${ROWS_PER_SLICE}`);
  const found: string[] = [];
  let after = 0;
  for (;;) {
    const rows = slice.all(after) as Row[];
    found.push(...rows.flatMap((row) => faultOf(row) ?? []));
    const last = rows.at(-1);
    if (last === undefined || found.length > MOST_TOLD) return found;
    after = last.number;
  }
}
