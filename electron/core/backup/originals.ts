/**
 * The photos of backups: `originals/ab/<sha256>`, shared by all of them. On the disk of the desk each is a second name of
 * the desk's own file (a hard link) and takes no room; elsewhere it is copied once.
 */
import { constants, copyFileSync, existsSync, linkSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { syncFile, syncFolder } from '../store/durable-files.ts';
import { sha256OfFile } from '../store/store-tasks.ts';
import { namesIn } from './manifest.ts';

const FOLDER = 'originals';

export function originalIn(backups: string, sha256: string): string {
  return join(backups, FOLDER, sha256.slice(0, 2), sha256);
}

/** The same file under another name, on disk when this returns; a copy where a link cannot be. */
export function linkOrCopy(from: string, to: string): void {
  if (existsSync(to)) return;
  mkdirSync(dirname(to), { recursive: true, mode: 0o700 });
  try {
    linkSync(from, to);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return;
    // Another disk, or a file system without links; anything else shows again below.
    const unfinished = `${to}.${process.pid}.unfinished`;
    try {
      copyFileSync(from, unfinished, constants.COPYFILE_FICLONE);
      syncFile(unfinished);
      renameSync(unfinished, to);
    } catch (failed) {
      rmSync(unfinished, { force: true });
      throw failed;
    }
  }
  syncFolder(dirname(to));
}

/** Brings an original back; false where the backups lack it or hold other bytes under its name. */
export async function bringBack(backups: string, sha256: string, to: string): Promise<boolean> {
  const from = originalIn(backups, sha256);
  if (!existsSync(from) || (await sha256OfFile(from)) !== sha256) return false;
  rmSync(to, { force: true });
  linkOrCopy(from, to);
  return true;
}

/** Removes what no backup names, and what an end in the middle of copying left. */
export function removeUnusedOriginals(backups: string, used: ReadonlySet<string>): void {
  const folder = join(backups, FOLDER);
  for (const prefix of namesIn(folder)) {
    for (const name of namesIn(join(folder, prefix))) {
      if (!used.has(name)) rmSync(join(folder, prefix, name), { force: true });
    }
  }
}
