/**
 * A disk that can be filled: a file system of a few megabytes where this test may mount one, and elsewhere a limit on
 * the size of the files that a process may write.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const SIZE_MB = 6;
const BALLAST_FILE = 'ballast';

export type SmallDisk = {
  /** What the product says of it when it is full: SQLite knows a full disk, a limit is a failing one to it. */
  says: 'disk-full' | 'disk-failing';
  /** Leaves no room to a process that writes there. */
  fill(pid: number): void;
  makeRoom(pid: number): void;
  remove(): void;
};

/** `folder`: where the disk is; it is made. */
export function makeSmallDisk(folder: string): SmallDisk {
  mkdirSync(folder, { recursive: true });
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE_MB}m,mode=700`, 'tmpfs', folder]);
  return mounted.status === 0 ? fileSystem(folder) : sizeLimit();
}

function fileSystem(folder: string): SmallDisk {
  const ballast = join(folder, BALLAST_FILE);
  return {
    says: 'disk-full',
    fill() {
      const file = openSync(ballast, 'w');
      for (const bytes of [Buffer.alloc(64 * 1024), Buffer.alloc(1)]) while (tryWrite(file, bytes));
      closeSync(file);
    },
    makeRoom: () => rmSync(ballast),
    remove: () => assert.equal(spawnSync('umount', [folder]).status, 0),
  };
}

function tryWrite(file: number, bytes: Buffer): boolean {
  try {
    return writeSync(file, bytes) > 0;
  } catch (error) {
    assert.equal((error as NodeJS.ErrnoException).code, 'ENOSPC');
    return false;
  }
}

export function sizeLimit(): SmallDisk {
  const limit = (pid: number, bytes: string): void => {
    const { status, stderr } = spawnSync('prlimit', ['--pid', `${pid}`, `--fsize=${bytes}:`], { encoding: 'utf8' });
    assert.equal(status, 0, stderr);
  };
  return {
    says: 'disk-failing',
    fill: (pid) => limit(pid, '4096'),
    makeRoom: (pid) => limit(pid, 'unlimited'),
    remove: () => {},
  };
}
