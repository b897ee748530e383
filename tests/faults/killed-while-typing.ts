/**
 * The browser host killed at any moment of somebody's typing, over one data folder that grows: in the middle of a
 * session, while it starts, or while it ends. What is there is read from a copy, so that the next start is the one
 * that has to mend what the kill left.
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startHost } from '../support/processes.ts';
import { copyDatabase, countKept, makeBigDesk, readDesk, WAL_FILE } from './desk-folder.ts';
import { after, between, type Fault } from './fault.ts';
import { Typist } from './typist.ts';

const LONGEST_SESSION_MS = 700;
const LONGEST_START_MS = 900;
const LONGEST_END_MS = 60;
/** Of the rounds, as many begin with a start that is killed, and as many end with an ending that is. */
const STARTS_KILLED = 0.25;
const ENDINGS_KILLED = 0.25;

const main = fileURLToPath(new URL('../../electron/host/main.ts', import.meta.url));

async function killWhileStarting(dataDir: string, ms: number): Promise<void> {
  const child = spawn(process.execPath, [main, '--data', dataDir, '--port', '0'], { stdio: 'ignore' });
  const ended = once(child, 'exit');
  await after(ms);
  child.kill('SIGKILL');
  await ended;
}

export const killedWhileTyping: Fault = {
  key: 'kill',
  promise: 'killed while somebody types, it has everything that was saved and everything shown for 100 ms',
  rounds: 200,
  roundsInTests: 12,
  async prepare(dataDir) {
    const { folder, id } = await makeBigDesk(dataDir);
    let known = await readDesk(folder, id);
    return async ({ seed, random, folder: own }) => {
      const startMs = random() < STARTS_KILLED ? between(random, 0, LONGEST_START_MS) : null;
      const ms = between(random, 0, LONGEST_SESSION_MS);
      const endMs = random() < ENDINGS_KILLED ? between(random, 0, LONGEST_END_MS) : null;
      if (startMs !== null) await killWhileStarting(dataDir, startMs);
      const host = await startHost({ dataDir });
      try {
        const typist = await Typist.sit(host, id, `${seed}`, random);
        assert.equal(typist.before, known.body);
        typist.start();
        await after(ms);
        const safe = typist.safe();
        if (endMs !== null) {
          process.kill(host.pid, 'SIGTERM');
          await after(endMs);
        }
        const saved = typist.saved();
        await Promise.all([host.kill(), typist.page.ended]);

        const copy = join(own, 'copy');
        copyDatabase(folder, copy);
        const logBytes = statSync(join(copy, WAL_FILE), { throwIfNoEntry: false })?.size ?? 0;
        const found = await readDesk(copy, id);
        const kept = countKept(found.body, typist.before, typist.texts());
        assert.ok(kept >= saved, `${kept} keys are there, ${saved} were saved`);
        assert.ok(kept >= safe, `${kept} keys are there, ${safe} had been shown for 100 ms`);
        assert.deepEqual({ ...found.documents, [id]: null }, { ...known.documents, [id]: null });
        known = found;
        const moments = { startMs: startMs ?? 'not killed', ms, endMs: endMs ?? 'not asked to end' };
        return { ...moments, typed: typist.texts().length, saved, safe, kept, logBytes };
      } finally {
        await host.kill();
      }
    };
  },
};
