/** A data folder in which the person may read and not write: as it was closed, as a kill left it, empty, or yet to be made. */
import assert from 'node:assert/strict';
import { chmodSync, cpSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Desk } from '../../electron/core/desk/desk.ts';
import { ownFolder } from '../../electron/core/desk/workstation-note.ts';
import { startHost } from '../support/processes.ts';
import { makeDesk } from './desk-folder.ts';
import { between, type Fault } from './fault.ts';
import { fileHashes } from './file-hashes.ts';

/** "nobody": to root no folder is read-only. */
const STRANGER = 65_534;
const READ_ONLY_FOLDER = 0o555;
const READ_ONLY_FILE = 0o444;
const WRITABLE_FOLDER = 0o755;
const MOST_ARTICLES = 50;

const uid = process.getuid?.() === 0 ? STRANGER : undefined;

function setModes(folder: string, folderMode: number): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    chmodSync(join(entry.parentPath, entry.name), entry.isFile() ? READ_ONLY_FILE : folderMode);
  }
  chmodSync(folder, folderMode);
}

/** The folders above are the test's own; everybody may pass through them. */
function letThrough(folder: string, upTo: string): void {
  for (let above = folder; above.length >= upTo.length; above = dirname(above)) chmodSync(above, 0o755);
}

const kinds = ['closed', 'killed', 'empty', 'missing'] as const;

export const readOnlyFolder: Fault = {
  key: 'read-only',
  promise: 'in a folder that may not be written to, it says so and leaves everything as it is',
  rounds: 16,
  roundsInTests: kinds.length,
  needsLinux: true,
  async prepare(place) {
    await makeDesk(place);
    let number = 0;
    return async ({ random, folder: own }) => {
      const kind = kinds[number % kinds.length]!;
      number += 1;
      const folder = join(own, 'data');
      mkdirSync(folder);
      if (kind === 'killed') {
        const desk = await Desk.open({ folder: ownFolder(place) });
        for (let left = between(random, 1, MOST_ARTICLES); left > 0; left -= 1) desk.createArticle();
        cpSync(place, folder, { recursive: true });
        await desk.close();
      } else if (kind === 'closed') cpSync(place, folder, { recursive: true });
      setModes(folder, READ_ONLY_FOLDER);
      letThrough(own, dirname(dirname(own)));
      const before = fileHashes(folder);
      const dataDir = kind === 'missing' ? join(folder, 'mới') : folder;
      try {
        await assert.rejects(startHost({ dataDir, uid, env: { LC_ALL: 'en_GB.UTF-8' } }), /may not be written to/);
        assert.deepEqual(fileHashes(folder), before);
      } finally {
        setModes(folder, WRITABLE_FOLDER);
      }
      return { kind, files: Object.keys(before).length };
    };
  },
};
