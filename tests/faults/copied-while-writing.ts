/**
 * The database and its log copied while somebody writes, and opened elsewhere; the index of the log is left out.
 *
 * What SQLite gives depends on what falls between the two copies. A checkpoint copies pages of the log into the
 * database; once all of them are there, the next commit starts the log anew from its beginning (with new salts).
 *
 *   instant     Both files as they were at one instant, the writer standing still: what a power cut leaves. Everything
 *               acknowledged before is there.
 *   database,   A checkpoint in between does no harm: the pages it moved are still in the log, and the log counts. If
 *   then log    the log was started anew, the pages that only the later database has are in neither copy.
 *   log, then   Without a checkpoint the database is the same before and after, so the log is a beginning of what
 *   database    follows it. A checkpoint in between puts newer pages under an older log, which covers some of them.
 *
 * Where the copy is not covered by this, nobody can promise what is in it. But it is never silently wrong: either it
 * holds a beginning of what was typed, or the check of the desk, or its opening, says that it is damaged.
 */
import assert from 'node:assert/strict';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Desk } from '../../electron/core/desk/desk.ts';
import { DATABASE_FILE } from '../../electron/core/store/open-database.ts';
import { verifyDesk } from '../../electron/core/verify/verify-desk.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { copyDatabase, countKept, makeBigDesk, readDesk, WAL_FILE } from './desk-folder.ts';
import { after, between, type Fault } from './fault.ts';
import { keysOf, RunningDesk } from './running-desk.ts';

const COPIES_OF_A_KIND = 3;
const LONGEST_BEFORE_MS = 80;
const LONGEST_BETWEEN_MS = 12;
const MOST_PAGES = 400;

/** `acknowledged`: before the copy began. `isCovered`: SQLite's guarantee holds for it. */
type Copy = { folder: string; acknowledged: number; isCovered: boolean };

const saltsAt = (file: string): string => (existsSync(file) ? readFileSync(file).subarray(16, 24).toString('hex') : '');

function copyFile(name: string, from: string, to: string): void {
  if (existsSync(join(from, name))) copyFileSync(join(from, name), join(to, name));
}

const kinds: Record<string, (desk: RunningDesk, from: string, to: string, pauseMs: number) => Promise<boolean>> = {
  async instant(desk, from, to) {
    await desk.whileStopped(() => copyDatabase(from, to));
    return true;
  },
  async 'database, then log'(_, from, to, pauseMs) {
    const salts = saltsAt(join(from, WAL_FILE));
    copyFile(DATABASE_FILE, from, to);
    await after(pauseMs);
    copyFile(WAL_FILE, from, to);
    return salts === saltsAt(join(from, WAL_FILE)) && salts === saltsAt(join(to, WAL_FILE));
  },
  async 'log, then database'(_, from, to, pauseMs) {
    const before = readFileSync(join(from, DATABASE_FILE));
    copyFile(WAL_FILE, from, to);
    await after(pauseMs);
    const then = readFileSync(join(from, DATABASE_FILE));
    writeFileSync(join(to, DATABASE_FILE), then);
    return before.equals(then);
  },
};

/** Null where the copy is told as damaged; else how many keys it holds. */
async function lookAt({ folder }: Copy, id: string, before: string, typed: readonly string[]): Promise<number | null> {
  let desk: Desk;
  try {
    desk = await Desk.open({ folder });
  } catch (error) {
    assert.ok(error instanceof AppError && error.code === 'database-corrupt', String(error));
    return null;
  }
  try {
    if ((await verifyDesk(desk)).problems.length > 0) return null;
    return countKept(desk.articles.load(id).getText('body').toString(), before, typed);
  } finally {
    await desk.close();
  }
}

export const copiedWhileWriting: Fault = {
  key: 'copies',
  promise: 'copied while somebody writes, the copy has what was saved before, or is told as damaged; it is never wrong',
  rounds: 25,
  roundsInTests: 1,
  needsLinux: true,
  async prepare(dataDir) {
    const { folder, id } = await makeBigDesk(dataDir);
    return async ({ random, folder: own }) => {
      const { body: before } = await readDesk(folder, id);
      const pages = between(random, 1, MOST_PAGES);
      const desk = new RunningDesk('desk-process.ts', 'write', folder, id, `${pages}`);
      await desk.reached(1);
      const copies: Copy[] = [];
      for (let number = 0; number < COPIES_OF_A_KIND; number += 1) {
        for (const [kind, copy] of Object.entries(kinds)) {
          await after(between(random, 0, LONGEST_BEFORE_MS));
          const to = join(own, `${kind}-${number}`);
          mkdirSync(to);
          const { acknowledged } = desk;
          const isCovered = await copy(desk, folder, to, between(random, 0, LONGEST_BETWEEN_MS));
          copies.push({ folder: to, acknowledged, isCovered });
        }
      }
      await desk.kill();
      const typed = keysOf(desk.acknowledged + 1);
      const facts = { pages, copies: copies.length, covered: 0, damaged: 0 };
      for (const copy of copies) {
        const kept = await lookAt(copy, id, before, typed);
        if (kept === null) facts.damaged += 1;
        if (!copy.isCovered) continue;
        facts.covered += 1;
        assert.ok(kept !== null, `${copy.folder} is damaged`);
        assert.ok(kept >= copy.acknowledged, `${kept} keys in ${copy.folder}, ${copy.acknowledged} were acknowledged`);
      }
      return facts;
    };
  },
};
