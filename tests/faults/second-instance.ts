/**
 * A second start on a folder that is open: it leads to the first, which types on. Two starts at the same moment, and a
 * start on what a kill left, come to the same. The command line works beside it.
 */
import assert from 'node:assert/strict';
import { askCommand } from '../support/command-line.ts';
import { startHost } from '../support/processes.ts';
import { countKept, makeDesk, readDesk } from './desk-folder.ts';
import { after, between, type Fault } from './fault.ts';
import { Typist } from './typist.ts';

const LONGEST_APART_MS = 300;

export const secondInstance: Fault = {
  key: 'second-instance',
  promise: 'started twice on one folder, there is one, and nothing that is typed in it is lost',
  rounds: 20,
  roundsInTests: 1,
  async prepare(dataDir) {
    const { folder, id } = await makeDesk(dataDir);
    let known = '';
    return async ({ seed, random }) => {
      const apartMs = between(random, 0, 1) * between(random, 0, LONGEST_APART_MS);
      const hosts = await Promise.all([startHost({ dataDir }), after(apartMs).then(() => startHost({ dataDir }))]);
      try {
        const third = await startHost({ dataDir });
        assert.deepEqual(new Set(hosts.map(({ origin }) => origin)), new Set([third.origin]));
        const typist = await Typist.sit(third, id, `${seed}`, random);
        assert.equal(typist.before, known);
        typist.start();
        const { exit, problems } = await askCommand('verify', '--data', dataDir);
        typist.stop();
        assert.deepEqual({ exit, problems }, { exit: 0, problems: [] });
        const saved = typist.saved();
        await Promise.all(hosts.map((host) => host.kill()));
        known = (await readDesk(folder, id)).body;
        const kept = countKept(known, typist.before, typist.texts());
        assert.ok(kept >= saved, `${kept} keys are there, ${saved} were saved`);
        return { apartMs, saved, kept };
      } finally {
        await Promise.all(hosts.map((host) => host.kill()));
      }
    };
  },
};
