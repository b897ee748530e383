/**
 * Opens what is left of a damaged database: a copy of it, because reading one with a WAL writes to it. What SQLite
 * has to read before anything else, the header and the schema, is replaced by that of a database of the same make where it
 * cannot be understood: first the header alone, then every page of the schema.
 */
import { closeSync, existsSync, fstatSync, openSync, readFileSync, readSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { ReadableDb, WritableDb } from '../store/database.ts';
import { DATABASE_FILE, openPlain } from '../store/open-database.ts';

/** Of the file format of SQLite 3: https://sqlite.org/fileformat2.html */
const HEADER_BYTES = 100;
const PAGE_SIZE_AT = 16;
const PAGE_COUNT_AT = 28;
const FREE_LIST_AT = 32;
const WRITE_VERSION_AT = 18;
const WAL_VERSION = 2;
/** Of a table's tree: it holds the numbers of the pages below it. */
const INTERIOR_PAGE = 5;
const INTERIOR_HEADER_BYTES = 12;

/** Read in pieces of this size: one spot that the disk cannot read costs no more. */
const PIECE_BYTES = 4096;

export type DamagedCopy = { db: ReadableDb; close(): void };

/** Null where nothing can be read even so. `template`: a sound database, the more alike the better. */
export async function openDamagedCopy(
  deskFolder: string,
  workFolder: string,
  template: string,
): Promise<DamagedCopy | null> {
  const file = join(workFolder, 'damaged.db');
  const source = join(deskFolder, DATABASE_FILE);
  if (!existsSync(source)) return null;
  for (const start of ['as it is', 'header', 'schema'] as const) {
    for (const suffix of ['-wal', '-shm', '-journal']) rmSync(file + suffix, { force: true });
    copyReadable(source, file);
    if (existsSync(`${source}-wal`)) copyReadable(`${source}-wal`, `${file}-wal`);
    fitStart(file, template, start);
    const db = await openPlain(file).catch(() => null);
    if (db === null) continue;
    if (canBeRead(db)) return { db, close: () => closeCopy(db, file) };
    closeCopy(db, file);
  }
  return null;
}

function closeCopy(db: WritableDb, file: string): void {
  try {
    db.close();
  } finally {
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(file + suffix, { force: true });
  }
}

/** True where the schema can be understood and at least one end of one table be read. */
function canBeRead(db: WritableDb): boolean {
  try {
    // A table that cannot be understood does not keep us from the others.
    db.pragma('writable_schema = ON');
    db.pragma('cell_size_check = ON');
  } catch {
    return false;
  }
  return ['doc_updates ORDER BY rowid', 'doc_updates ORDER BY rowid DESC', 'events', 'people', 'settings'].some(
    (rows) => {
      try {
        db.prepare(`SELECT * FROM ${rows} LIMIT 1`).get();
        return true;
      } catch {
        return false;
      }
    },
  );
}

/** A copy in which what the disk cannot read is zeros. */
function copyReadable(from: string, to: string): void {
  rmSync(to, { force: true });
  const source = openSync(from, 'r');
  const target = openSync(to, 'wx', 0o600);
  try {
    const { size } = fstatSync(source);
    const piece = Buffer.alloc(PIECE_BYTES);
    for (let at = 0; at < size; at += PIECE_BYTES) {
      piece.fill(0);
      let length: number;
      try {
        length = readSync(source, piece, 0, PIECE_BYTES, at);
      } catch {
        length = Math.min(PIECE_BYTES, size - at);
      }
      writeSync(target, piece, 0, length, at);
    }
  } finally {
    closeSync(source);
    closeSync(target);
  }
}

/** The file is made as long as whole pages, and the header says how many they are. */
function fitStart(file: string, template: string, start: 'as it is' | 'header' | 'schema'): void {
  const model = readFileSync(template);
  const pageSize = model.readUInt16BE(PAGE_SIZE_AT) === 1 ? 65_536 : model.readUInt16BE(PAGE_SIZE_AT);
  const handle = openSync(file, 'r+');
  try {
    const { size } = fstatSync(handle);
    const pages = Math.max(1, Math.ceil(size / pageSize));
    const missing = pages * pageSize - size;
    if (missing > 0) writeSync(handle, Buffer.alloc(missing), 0, missing, size);
    const header = Buffer.alloc(HEADER_BYTES);
    if (start === 'as it is') {
      readSync(handle, header, 0, HEADER_BYTES, 0);
      if (header.readUInt32BE(PAGE_COUNT_AT) <= pages) return;
    } else {
      model.copy(header, 0, 0, HEADER_BYTES);
      header.fill(0, FREE_LIST_AT, FREE_LIST_AT + 8);
      header[WRITE_VERSION_AT] = WAL_VERSION;
      header[WRITE_VERSION_AT + 1] = WAL_VERSION;
    }
    if (start === 'schema') {
      for (const page of schemaPages(model, pageSize))
        writeSync(handle, model, (page - 1) * pageSize, pageSize, (page - 1) * pageSize);
    }
    header.writeUInt32BE(pages, PAGE_COUNT_AT);
    writeSync(handle, header, 0, HEADER_BYTES, 0);
  } finally {
    closeSync(handle);
  }
}

/** The pages of a sound database's schema, which is a tree that begins at page 1; a page's number counts from 1. */
function schemaPages(model: Buffer, pageSize: number): number[] {
  const pages = [1];
  for (const page of pages) {
    const start = (page - 1) * pageSize;
    const at = start + (page === 1 ? HEADER_BYTES : 0);
    if (model[at] !== INTERIOR_PAGE) continue;
    const cells = model.readUInt16BE(at + 3);
    for (let cell = 0; cell < cells; cell += 1) {
      pages.push(model.readUInt32BE(start + model.readUInt16BE(at + INTERIOR_HEADER_BYTES + 2 * cell)));
    }
    pages.push(model.readUInt32BE(at + 8));
  }
  return pages;
}
