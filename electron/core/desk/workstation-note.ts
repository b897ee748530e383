/** What a data folder remembers beside its desks: the language, and which desk is open. One small file, replaced whole. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { personSchema } from '../../../shared/contract/office.ts';
import { translateStorageError } from '../store/storage-error.ts';

const NOTE_FILE = 'workstation.json';
/** The desks of the sample office, each a folder of that name. */
export const sampleSeats = ['writer', 'reviewer'] as const;
export type SampleSeat = (typeof sampleSeats)[number];

const noteSchema = z.object({
  language: z.enum(['vi', 'en']).nullable().default(null),
  profile: z.enum(['none', 'own', 'sample']).default('none'),
  sample: z
    .object({
      seat: z.enum(sampleSeats),
      people: z.record(z.enum(sampleSeats), personSchema),
    })
    .nullable()
    .default(null),
});
export type WorkstationNote = z.infer<typeof noteSchema>;

/** A note that is missing or broken is an empty one: the desks themselves are found by their folders. */
export function readNote(folder: string): WorkstationNote {
  try {
    const parsed = noteSchema.safeParse(JSON.parse(readFileSync(join(folder, NOTE_FILE), 'utf8')));
    if (parsed.success) return parsed.data;
  } catch {
    // Not there yet.
  }
  return noteSchema.parse({});
}

/** Throws AppError disk-full, disk-failing. */
export function writeNote(folder: string, note: WorkstationNote): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const file = join(folder, NOTE_FILE);
    writeFileSync(`${file}.new`, `${JSON.stringify(note, null, 2)}\n`, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  } catch (error) {
    throw translateStorageError(error, folder);
  }
}

/** The folder of the person's own desk, with or without an office. */
export function ownFolder(folder: string): string {
  return join(folder, 'desk');
}

export function sampleFolder(folder: string, what: SampleSeat | 'endpoint'): string {
  return join(folder, 'sample', what);
}

/** The folder of the desk that was open last; the own one if none was. */
export function activeFolder(folder: string): string {
  const { profile, sample } = readNote(folder);
  return profile === 'sample' && sample !== null ? sampleFolder(folder, sample.seat) : ownFolder(folder);
}
