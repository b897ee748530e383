/** A desk that a later version has written: closed in order, or left by a kill with its newest pages in the log alone. */
import assert from 'node:assert/strict';
import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Desk } from '../../electron/core/desk/desk.ts';
import { activeFolder } from '../../electron/core/desk/workstation-note.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { startHost } from '../support/processes.ts';
import { makeDesk, WAL_FILE } from './desk-folder.ts';
import { between, type Fault } from './fault.ts';
import { fileHashes } from './file-hashes.ts';

const NEWEST = 9_990;
/** The index of the log is made anew by whoever opens it, and locks are empty files. Neither holds anything of anybody. */
const OF_NOBODY = ['-shm', '.lock'];

export const newerVersion: Fault = {
  key: 'newer-version',
  promise: 'written by a newer version, it is refused and no byte of it is touched',
  rounds: 30,
  roundsInTests: 2,
  async prepare(place) {
    await makeDesk(place);
    let number = 0;
    return async ({ random, folder: dataDir }) => {
      // Both ways take turns.
      const isKilled = number % 2 === 1;
      number += 1;
      const found = between(random, 1_000, NEWEST);
      cpSync(place, dataDir, { recursive: true });
      const desk = await Desk.open({ folder: activeFolder(dataDir) });
      desk.db.pragma(`user_version = ${found}`);
      if (isKilled) cpSync(dataDir, `${dataDir}-killed`, { recursive: true });
      await desk.close();
      if (isKilled) {
        rmSync(dataDir, { recursive: true });
        cpSync(`${dataDir}-killed`, dataDir, { recursive: true });
        rmSync(`${dataDir}-killed`, { recursive: true });
        assert.ok(existsSync(join(activeFolder(dataDir), WAL_FILE)));
      }
      const before = fileHashes(dataDir, OF_NOBODY);
      await assert.rejects(Desk.open({ folder: activeFolder(dataDir) }), (error) => {
        assert.ok(error instanceof AppError, String(error));
        assert.deepEqual({ code: error.code, found: error.details.found }, { code: 'database-newer', found });
        return true;
      });
      assert.deepEqual(fileHashes(dataDir, OF_NOBODY), before);
      await assert.rejects(startHost({ dataDir, env: { LC_ALL: 'en_GB.UTF-8' } }), /written by a newer Tòa Soạn/);
      assert.deepEqual(fileHashes(dataDir, [...OF_NOBODY, 'host.json']), before);
      return { found, isKilled };
    };
  },
};
