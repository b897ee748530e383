import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findSiteFile, insertFile } from './files.ts';
import { openOfficeDatabase } from './open-database.ts';
import { findLivePath, listSiteEdits } from './site.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'toasoan-office-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('takes over an office from before there were attached documents and edits of photos, after a copy of it', async () => {
  const before = new SqliteDatabase(join(folder, 'office.db'));
  before.exec(readFileSync(new URL('./migrations/0010-office.sql', import.meta.url), 'utf8'));
  before.exec("INSERT INTO site_photos VALUES ('a', 'p')");
  before.exec(`INSERT INTO settings VALUES ('office', 'Cổng An Lạc');
    INSERT INTO site_articles VALUES ('a', 'bai/a', 'r', '', '', '', '', NULL)`);
  const photo = { id: 'x', sha256: 'p', caption: 'Chú thích', credit: '', alt: '' };
  before
    .prepare("INSERT INTO revisions VALUES ('a', 'r', ?, '')")
    .run(JSON.stringify({ photos: [{ ...photo, sha256: 'khác' }, photo] }));
  before.pragma('user_version = 10');
  before.close();
  const db = await openOfficeDatabase(folder);
  expect(db.pragma('user_version', { simple: true })).toBe(40);
  expect(db.prepare('SELECT value FROM settings').pluck().all()).toEqual(['Cổng An Lạc']);
  expect(findLivePath(db, 'a')).toBe('bai/a');
  expect(listSiteEdits(db, 'p')).toEqual([{}]);
  expect(db.prepare('SELECT photo FROM site_photos').pluck().all()).toEqual([JSON.stringify(photo)]);
  insertFile(db, { sha256: 's', bytes: 1, kind: 'pdf' }, 'lan', '');
  db.exec("INSERT INTO site_files VALUES ('a', 's', 'a.pdf', 'A.pdf')");
  expect(findSiteFile(db, 's', 'a.pdf')).toEqual({ sha256: 's', bytes: 1, kind: 'pdf', name: 'A.pdf' });
  db.close();
  expect(existsSync(join(folder, 'office-before-0020.db'))).toBe(true);
});
