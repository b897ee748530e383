/**
 * Data folders with an archive in them, made from its seed by the desk itself, as `toasoan import` makes it. One run makes
 * each size once, and takes it away at its end; with TOASOAN_BENCH_ARCHIVES they stay in that folder, for the next run.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Desk } from '../../electron/core/desk/desk.ts';
import { ownFolder, readNote, writeNote } from '../../electron/core/desk/workstation-note.ts';
import { DATABASE_FILE } from '../../electron/core/store/open-database.ts';
import { archive } from './archive.ts';

const SEED = 20_261_125;
const GROUP = 64;

export type ArchiveDesk = {
  dataDir: string;
  /** Of the database file. */
  bytes: number;
  /** How long the desk took to make the articles, without making up their text. */
  madeInMs: number;
  rareWords: readonly string[];
};

const made = new Map<number, Promise<ArchiveDesk>>();

/** A data folder whose desk holds `articles` articles of about 300 words. */
export function archiveDesk(articles: number): Promise<ArchiveDesk> {
  const known = made.get(articles) ?? makeArchive(articles);
  made.set(articles, known);
  return known;
}

async function makeArchive(count: number): Promise<ArchiveDesk> {
  const kept = process.env.TOASOAN_BENCH_ARCHIVES;
  const note = kept === undefined ? null : join(kept, `${count}.json`);
  if (note !== null && existsSync(note)) return JSON.parse(readFileSync(note, 'utf8')) as ArchiveDesk;
  const dataDir = kept === undefined ? mkdtempSync(join(tmpdir(), 'toasoan-archive-')) : join(kept, `${count}`);
  if (kept === undefined) process.once('exit', () => rmSync(dataDir, { recursive: true, force: true }));
  else rmSync(dataDir, { recursive: true, force: true });
  const made = await fillArchive(count, dataDir);
  if (note !== null) writeFileSync(note, JSON.stringify(made));
  return made;
}

async function fillArchive(count: number, dataDir: string): Promise<ArchiveDesk> {
  const folder = ownFolder(dataDir);
  const desk = await Desk.open({ folder, name: 'Lan' });
  writeNote(dataDir, { ...readNote(dataDir), profile: 'own', language: 'vi' });
  const rareWords: string[] = [];
  let group: Parameters<Desk['createArticles']>[0][number][] = [];
  let madeInMs = 0;
  const write = (): void => {
    const begun = performance.now();
    for (const answer of desk.createArticles(group)) if ('error' in answer) throw answer.error;
    madeInMs += performance.now() - begun;
    group = [];
  };
  for (const { document, rareWord } of archive(count, SEED)) {
    rareWords.push(rareWord);
    group.push({ seed: { document }, within: () => {} });
    if (group.length === GROUP) write();
  }
  write();
  await desk.close();
  return { dataDir, bytes: statSync(join(folder, DATABASE_FILE)).size, madeInMs, rareWords };
}
