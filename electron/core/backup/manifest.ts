/**
 * What lies beside each backup and makes it one: `NAME.db` is a backup once `NAME.json` is there, which is written last.
 * Format 1.
 */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { type Backup, backupSchema, deskCountsSchema } from '../../../shared/contract/desk.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import { syncFolder, writeDurably } from '../store/durable-files.ts';

const hashSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** `mark`: see `contentMark`. `photos` and `files` (attached documents): the originals that belong to it. `sha256`: of the database file. */
const manifestSchema = backupSchema.omit({ articles: true, photos: true }).extend({
  format: z.literal(1),
  appVersion: z.string(),
  databaseVersion: z.number().int(),
  counts: deskCountsSchema,
  mark: z.string(),
  photos: z.array(hashSchema),
  /** Older backups know of none. */
  files: z.array(hashSchema).default([]),
  sha256: hashSchema,
});
export type Manifest = z.infer<typeof manifestSchema>;

/** Of a backup's name, which is a file's name and nothing else. */
const NAME = /^[\w.-]{1,100}$/;

export function databaseFileOf(folder: string, name: string): string {
  return join(folder, `${name}.db`);
}

function manifestFileOf(folder: string, name: string): string {
  return join(folder, `${name}.json`);
}

export function writeManifest(folder: string, manifest: Manifest): void {
  writeDurably(manifestFileOf(folder, manifest.name), `${JSON.stringify(manifest, null, 2)}\n`);
}

export function findManifest(folder: string, name: string): Manifest | null {
  if (!NAME.test(name)) return null;
  try {
    const manifest = manifestSchema.parse(JSON.parse(readFileSync(manifestFileOf(folder, name), 'utf8')));
    return manifest.name === name && existsSync(databaseFileOf(folder, name)) ? manifest : null;
  } catch {
    return null;
  }
}

/** Throws AppError backup-not-found. */
export function getManifest(folder: string, name: string): Manifest {
  const manifest = findManifest(folder, name);
  if (manifest === null) throw new AppError('backup-not-found', { name });
  return manifest;
}

/** Newest first; none where the folder cannot be read. */
export function listManifests(folder: string): Manifest[] {
  return namesIn(folder)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => findManifest(folder, name.slice(0, -'.json'.length)) ?? [])
    .sort((a, b) => (a.at === b.at ? (a.name < b.name ? 1 : -1) : a.at < b.at ? 1 : -1));
}

/** Everything that lies beside the database. */
export function originalsOf({ photos, files }: Manifest): string[] {
  return [...photos, ...files];
}

export function toBackup({ name, at, kind, bytes, counts, photos }: Manifest): Backup {
  return { name, at, kind, bytes, articles: counts.articles, photos: photos.length };
}

/** The manifest goes first: what is no backup any more is not shown as one, however this ends. */
export function removeBackup(folder: string, name: string): void {
  rmSync(manifestFileOf(folder, name), { force: true });
  syncFolder(folder);
  rmSync(databaseFileOf(folder, name), { force: true });
}

export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
