/**
 * Bytes of the database or of its log that are not what was written, as a failing disk gives them back. SQLite's pages
 * have no sums of their own, so what is held to be found is what counts: no article ever reads otherwise than it was
 * written without the desk, or the check of it, saying so. In the log every page has its sum: it ends before one that
 * is wrong, and the desk is as it was then.
 */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Desk } from '../../electron/core/desk/desk.ts';
import { DATABASE_FILE } from '../../electron/core/store/open-database.ts';
import { verifyDesk } from '../../electron/core/verify/verify-desk.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { copyDatabase, countKept, makeBigDesk, readDesk, readDocuments, WAL_FILE } from './desk-folder.ts';
import { between, type Facts, type Fault } from './fault.ts';
import { keysOf, RunningDesk } from './running-desk.ts';

const KEYS_IN_THE_LOG = 30;
const MOST_BYTES = 4;
const IN_THE_LOG = 0.25;

function flip(file: string, random: () => number): number[] {
  const bytes = readFileSync(file);
  const places = Array.from({ length: between(random, 1, MOST_BYTES) }, () => between(random, 0, bytes.length - 1));
  for (const place of places) bytes[place]! ^= between(random, 1, 255);
  writeFileSync(file, bytes);
  return places;
}

export const flippedBytes: Fault = {
  key: 'flipped-bytes',
  promise: 'with bytes of its file flipped, it is told as damaged or reads as it was written',
  rounds: 120,
  roundsInTests: 4,
  async prepare(dataDir) {
    const { folder, id } = await makeBigDesk(dataDir);
    const { body: before } = await readDesk(folder, id);
    // What lies there from now on: a database, and a log with the newest keys.
    const killed = join(dataDir, 'killed');
    copyDatabase(folder, killed);
    const writer = new RunningDesk('desk-process.ts', 'write', killed, id, '0');
    await writer.reached(KEYS_IN_THE_LOG);
    await writer.kill();
    const whole = join(dataDir, 'whole');
    copyDatabase(killed, whole);
    const sound = await readDesk(killed, id);

    return async ({ random, folder: own }) => {
      copyDatabase(whole, own);
      const name = random() < IN_THE_LOG ? WAL_FILE : DATABASE_FILE;
      const places = flip(join(own, name), random);
      const facts: Facts = { file: name, places: places.join(' ') };
      let desk: Desk;
      try {
        desk = await Desk.open({ folder: own });
      } catch (error) {
        assert.ok(error instanceof AppError && error.code === 'database-corrupt', String(error));
        return { ...facts, told: error.code };
      }
      try {
        const { problems } = await verifyDesk(desk);
        if (problems.length > 0) return { ...facts, told: [...new Set(problems.map(({ fault }) => fault))].join(' ') };
        const documents = readDocuments(desk);
        const kept = countKept(desk.articles.load(id).getText('body').toString(), before, keysOf(writer.said.length));
        assert.deepEqual({ ...documents, [id]: null }, { ...sound.documents, [id]: null });
        if (name === DATABASE_FILE) assert.deepEqual(documents, sound.documents);
        return { ...facts, told: 'nothing', kept };
      } finally {
        await desk.close();
      }
    };
  },
};
