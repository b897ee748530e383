/** The long work on databases, which a thread of its own does: examining one, and copying one that is in use. */
import { createHash } from 'node:crypto';
import { chmodSync, createReadStream, rmSync, statSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { DeskCounts } from '../../../shared/contract/desk.ts';
import { contentMark, countDesk, listOriginalHashes } from './desk-counts.ts';
import { syncFile } from './durable-files.ts';
import { type Examination, examine, isSound } from './integrity.ts';
import { openForReading, openPlain } from './open-database.ts';

/** So many pages that a copy is one step: a writer neither waits for it nor makes it begin again. */
const ALL_PAGES = 0x7fff_ffff;

export type CopiedDatabase = {
  version: number;
  counts: DeskCounts;
  mark: string;
  photos: string[];
  /** Of attached documents. */
  files: string[];
  bytes: number;
  sha256: string;
};

export type StoreTask = { task: 'examine'; file: string } | { task: 'copy'; from: string; to: string };
export type StoreTaskResult = { examine: Examination; copy: CopiedDatabase };

export function doStoreTask(task: StoreTask): Promise<StoreTaskResult[StoreTask['task']]> {
  return task.task === 'examine' ? examineFile(task.file) : copyDatabase(task.from, task.to);
}

/** Throws only where the file cannot be opened at all. */
async function examineFile(file: string): Promise<Examination> {
  const db = await openForReading(file);
  try {
    return examine(db);
  } finally {
    db.close();
  }
}

/**
 * A copy of a database in use, as one file without a WAL, flushed, and examined and counted after it was written. What a
 * failure leaves is removed. Throws SQLite's and the file system's errors, and Error where the copy is not what was copied.
 */
async function copyDatabase(from: string, to: string): Promise<CopiedDatabase> {
  try {
    const source = await openForReading(from);
    let counts: DeskCounts;
    let mark: string;
    try {
      // What is counted and what is copied is the same moment.
      source.exec('BEGIN');
      counts = countDesk(source);
      mark = contentMark(source);
      await source.backup(to, { progress: () => ALL_PAGES });
    } finally {
      source.close();
    }
    const copy = await openPlain(to);
    copy.pragma('journal_mode = DELETE');
    const originals = listOriginalHashes(copy);
    copy.close();
    // It holds the device's key.
    chmodSync(to, 0o600);
    syncFile(to);
    const found = await examineFile(to);
    if (!isSound(found)) throw new Error(found.findings[0] ?? `${found.updatesBroken} broken updates`);
    if (JSON.stringify(found.counts) !== JSON.stringify(counts)) throw new Error('the copy lacks rows');
    const { version } = found;
    return { version, counts, mark, ...originals, bytes: statSync(to).size, sha256: await sha256OfFile(to) };
  } catch (error) {
    for (const left of ['', '-journal', '-wal', '-shm']) rmSync(to + left, { force: true });
    throw error;
  }
}

export async function sha256OfFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
