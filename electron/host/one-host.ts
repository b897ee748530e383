/**
 * One host for a data folder: the running host leaves a note there (readable to its owner alone) with its port and a
 * secret; a second start knocks with it and gets a fresh address of the first. A note whose host is gone answers
 * nothing and is written over.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import { KNOCK_HEADER, KNOCK_PATH } from './serve-desk.ts';

const NOTE_FILE = 'host.json';
const KNOCK_PATIENCE_MS = 2_000;
const STARTING_PATIENCE_MS = 8_000;
const KNOCK_AGAIN_MS = 100;

const noteSchema = z.object({ port: z.number().int().min(1).max(65_535), knock: z.string(), pid: z.number().int() });
export type HostNote = z.infer<typeof noteSchema>;

/** The note that lies in a data folder, whether its host still runs or not. */
export function findNote(dataDir: string): HostNote | null {
  try {
    return noteSchema.parse(JSON.parse(readFileSync(join(dataDir, NOTE_FILE), 'utf8')));
  } catch {
    return null;
  }
}

/** A one-time address of the host that runs on this note; null if none does. */
export async function knock({ port, knock: secret }: HostNote): Promise<string | null> {
  if (secret === '') return null;
  try {
    const answer = await fetch(`http://127.0.0.1:${port}${KNOCK_PATH}`, {
      method: 'POST',
      headers: { [KNOCK_HEADER]: secret },
      redirect: 'error',
      signal: AbortSignal.timeout(KNOCK_PATIENCE_MS),
    });
    if (!answer.ok) return null;
    const { listening } = z.object({ listening: z.string() }).parse(await answer.json());
    // Whoever has taken the port since sends nobody elsewhere.
    return listening.startsWith(`http://127.0.0.1:${port}/`) ? listening : null;
  } catch {
    return null;
  }
}

/**
 * Knocks until the host that holds the folder answers: it may be starting at this very moment, and has its note written
 * only once it listens. Null if it does not answer within a few seconds.
 */
export async function knockPatiently(dataDir: string): Promise<string | null> {
  const givesUpAt = performance.now() + STARTING_PATIENCE_MS;
  for (;;) {
    const note = findNote(dataDir);
    const address = note === null ? null : await knock(note);
    if (address !== null || performance.now() >= givesUpAt) return address;
    await sleep(KNOCK_AGAIN_MS);
  }
}

export function writeNote(dataDir: string, note: HostNote): void {
  const file = join(dataDir, NOTE_FILE);
  rmSync(file, { force: true });
  writeFileSync(file, JSON.stringify(note), { mode: 0o600 });
}

/** The port stays in the note, so that the next start can take it again; the page's own settings are kept by address. */
export function retireNote(dataDir: string, note: HostNote): void {
  if (findNote(dataDir)?.knock === note.knock) writeNote(dataDir, { ...note, knock: '' });
}
