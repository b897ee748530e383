/** A disk that fills up while somebody types, and has room again, or is lost to a kill before it has. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { startHost } from '../support/processes.ts';
import { copyDatabase, countKept, makeDesk, readDesk } from './desk-folder.ts';
import { after, between, type Facts, type Fault } from './fault.ts';
import { makeSmallDisk, type SmallDisk, sizeLimit } from './small-disk.ts';
import { Typist } from './typist.ts';

const LONGEST_BEFORE_MS = 200;
const LONGEST_FULL_MS = 1_500;
const POLL_MS = 20;
const PATIENCE_MS = 20_000;
const KILLED_WHILE_FULL = 0.3;
/** Of the rounds, as many are about a limit on the size of files where a full file system can be had as well. */
const SIZE_LIMITS = 0.3;

async function until(what: string, isSo: () => Promise<boolean> | boolean): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (!(await isSo())) {
    assert.ok(performance.now() < end, `waited in vain until ${what}`);
    await after(POLL_MS);
  }
}

export const fullDisk: Fault = {
  key: 'full-disk',
  promise: 'on a full disk it says so, typing goes on, and all of it is saved when there is room',
  rounds: 20,
  roundsInTests: 1,
  needsLinux: true,
  async prepare() {
    return async ({ seed, random, folder: own }) => {
      const dataDir = join(own, 'disk');
      const mounted = makeSmallDisk(dataDir);
      try {
        const disk = random() < SIZE_LIMITS ? sizeLimit() : mounted;
        return await typeThrough(disk, { dataDir, copy: join(own, 'copy'), name: `${seed}`, random });
      } finally {
        mounted.remove();
      }
    };
  },
};

type Place = { dataDir: string; copy: string; name: string; random: () => number };

async function typeThrough(disk: SmallDisk, { dataDir, copy, name, random }: Place): Promise<Facts> {
  const { folder, id } = await makeDesk(dataDir);
  const beforeMs = between(random, 0, LONGEST_BEFORE_MS);
  const fullMs = between(random, 0, LONGEST_FULL_MS);
  const isKilled = random() < KILLED_WHILE_FULL;
  const host = await startHost({ dataDir });
  try {
    const typist = await Typist.sit(host, id, name, random);
    typist.start();
    await after(beforeMs);
    disk.fill(host.pid);
    await until('the state says that it is not saved', async () => {
      const { saved } = await typist.page.desk.status();
      if (saved.state === 'failed') assert.equal(saved.code, disk.says);
      return saved.state === 'failed';
    });
    const typedBefore = typist.texts().length;
    await after(fullMs);
    const savedWhileFull = typist.saved();
    if (!isKilled) {
      disk.makeRoom(host.pid);
      typist.stop();
      await until('everything is saved', () => typist.saved() === typist.texts().length);
      assert.equal((await typist.page.desk.status()).saved.state, 'saved');
    }
    const saved = typist.saved();
    await host.kill();
    typist.stop();
    copyDatabase(folder, copy);
    const kept = countKept((await readDesk(copy, id)).body, '', typist.texts());
    assert.ok(kept >= saved, `${kept} keys are there, ${saved} were saved`);
    const typed = typist.texts().length;
    const typedWhileFull = typed - typedBefore;
    return { says: disk.says, beforeMs, fullMs, isKilled, typed, typedWhileFull, savedWhileFull, saved, kept };
  } finally {
    await host.kill();
  }
}
