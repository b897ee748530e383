/**
 * The photos and attached documents of backups: `originals/ab/<sha256>`, shared by all of them. On the disk of the desk each is a second name of
 * the desk's own file (a hard link) and takes no room; elsewhere it is copied once.
 */
import { constants, existsSync, rmSync } from 'node:fs';
import { copyFile, link, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { syncFolder } from '../store/durable-files.ts';
import { sha256OfFile } from '../store/store-tasks.ts';
import { namesIn } from './manifest.ts';

const FOLDER = 'originals';

export function originalIn(backups: string, sha256: string): string {
  return join(backups, FOLDER, sha256.slice(0, 2), sha256);
}

/** The same file under another name, on disk when this answers; a copy where a link cannot be. */
export async function linkOrCopy(from: string, to: string): Promise<void> {
  if (existsSync(to)) return;
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  try {
    await link(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return;
    // Another disk, or a file system without links; anything else shows again here.
    await copyWhole(from, to);
  }
  syncFolder(dirname(to));
}

async function copyWhole(from: string, to: string): Promise<void> {
  const unfinished = `${to}.${process.pid}.unfinished`;
  try {
    await copyFile(from, unfinished, constants.COPYFILE_FICLONE);
    const file = await open(unfinished, 'r+');
    try {
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, to);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

/** Brings an original back; false where the backups lack it or hold other bytes under its name. */
export async function bringBack(backups: string, sha256: string, to: string): Promise<boolean> {
  const from = originalIn(backups, sha256);
  if (!existsSync(from) || (await sha256OfFile(from)) !== sha256) return false;
  await rm(to, { force: true });
  await linkOrCopy(from, to);
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
