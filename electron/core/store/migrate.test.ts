import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { noMetadata } from '../../../shared/photos/embedded.ts';
import { photoRecordId } from '../../../shared/photos/record-id.ts';
import { tempFolder } from '../../../tests/support/temp-folder.ts';
import { resourcesFolder } from '../resources.ts';
import { insertFile } from './attached-files.ts';
import type { WritableDb } from './database.ts';
import { contentMark, listOriginalHashes } from './desk-counts.ts';
import { findArticleOfContent, findArticleOfFile, saveImportedFile } from './imported-files.ts';
import { saveArticle } from './library-rows.ts';
import { databaseVersion, readMigrations } from './migrate.ts';
import { saveNamedPeople } from './named-people.ts';
import { DATABASE_FILE, openDatabase } from './open-database.ts';
import { listWanted, wantOriginal } from './original-queue.ts';
import { addOwnPhoto, deleteOwnRecord, isOwnPhoto, isOwnRecord } from './own-photos.ts';
import { fingerprintsAfter, insertFingerprint } from './photo-looks.ts';
import {
  discardPhotoRow,
  findEmbeddedMetadata,
  findPhoto,
  listDiscarded,
  listUnread,
  saveEmbeddedMetadata,
} from './photos.ts';
import { listStaleArticles } from './stale-articles.ts';

const shipped = join(resourcesFolder(), 'migrations');
const newest = Math.max(...readMigrations(shipped).map(({ number }) => number));

/** A resources folder with the steps given, behind those that we ship if `afterOurs`. */
function resourcesWith(steps: Record<string, string>, afterOurs = true): string {
  const resources = tempFolder();
  const folder = join(resources, 'migrations');
  mkdirSync(folder);
  if (afterOurs) for (const name of readdirSync(shipped)) copyFileSync(join(shipped, name), join(folder, name));
  for (const [name, sql] of Object.entries(steps)) writeFileSync(join(folder, name), sql);
  return resources;
}

/** A database as the steps before `name` leave it, without anything that migrates by itself. */
function databaseBefore(name: string): WritableDb {
  const db = new SqliteDatabase(join(tempFolder(), DATABASE_FILE)) as unknown as WritableDb;
  for (const step of readMigrations(shipped)) {
    if (step.name === name) return db;
    db.exec(step.sql);
  }
  return db;
}

const oneUpdate =
  "INSERT INTO doc_updates (article_id, origin, bytes, crc32, at) VALUES ('a', 'local', x'0000', 0, '2026-11-24')";

/** A library of one article, as the first step kept it. */
const oneArticle = `
  INSERT INTO doc_updates (article_id, origin, bytes, crc32, at) VALUES ('a', 'local', x'0000', 0, '2026-11-24');
  INSERT INTO events (id, article_id, json, hash, standing) VALUES ('e', 'b', '{}', 'h', 'waiting');
  INSERT INTO articles VALUES ('a', 'Tít', '', '', '', 'p', '', 'draft', 'none', 0, 1, 0, NULL, '', '');
  INSERT INTO article_search_rows (article_id, text) VALUES ('a', 'Tít');
  INSERT INTO article_search (rowid, headline) VALUES (1, 'tit');
  DELETE FROM stale_articles;
`;

/** What each step has to do with data from the version before it. A new step comes with a test here. */
const dataTests: Record<string, (db: WritableDb, migrate: () => void) => void> = {
  '0010-foundation.sql': (db, migrate) => {
    migrate();
    db.exec(oneUpdate);
    expect(listStaleArticles(db, 10)).toEqual(['a']);
    db.exec(
      "DELETE FROM stale_articles; INSERT INTO events (id, article_id, json, hash, standing) VALUES ('e', 'b', '{}', 'h', 'waiting')",
    );
    expect(listStaleArticles(db, 10)).toEqual(['b']);
    db.exec("DELETE FROM stale_articles; UPDATE events SET standing = 'accepted'");
    expect(listStaleArticles(db, 10)).toEqual(['b']);
    expect(() =>
      db.exec("INSERT INTO doc_updates (article_id, origin, bytes, crc32, at) VALUES ('a', 'local', 'text', 0, '')"),
    ).toThrow();
  },
  '0040-imported-files.sql': (db, migrate) => {
    db.exec(oneUpdate);
    migrate();
    expect(db.prepare('SELECT article_id FROM doc_updates').pluck().all()).toEqual(['a']);
    const file = { path: '/bài.txt', bytes: 3, modifiedMs: 1_669_248_000_123 };
    expect(findArticleOfFile(db, file)).toBeUndefined();
    saveImportedFile(db, { ...file, sha256: 'x', articleId: 'a', at: '2026-11-24T00:00:00.000Z' });
    saveImportedFile(db, { ...file, bytes: 4, sha256: 'x', articleId: 'b', at: '2026-11-25T00:00:00.000Z' });
    expect(findArticleOfFile(db, file)).toBeUndefined();
    expect(findArticleOfFile(db, { ...file, bytes: 4 })).toBe('b');
    expect(findArticleOfContent(db, 'x')).toBe('b');
    expect(findArticleOfContent(db, 'y')).toBeUndefined();
  },
  '0020-library.sql': (db, migrate) => {
    db.exec(oneArticle);
    migrate();
    // Lists and search are made anew from the log, which is as it was.
    expect(listStaleArticles(db, 10)).toEqual(['a', 'b']);
    expect(db.prepare('SELECT hex(bytes) FROM doc_updates').pluck().all()).toEqual(['0000']);
    for (const table of ['articles', 'article_search_rows', 'article_search', 'article_exact', 'article_counts']) {
      expect(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get(), table).toBe(0);
    }
    const row = {
      headlineOrder: '',
      lead: '',
      section: '',
      sectionKey: 's',
      sectionOrder: '',
      tags: [],
      day: '2026-01-01',
    };
    const person = { authorId: 'p', author: '', authorKey: '', authorOrder: '', createdAt: '', updatedAt: '' };
    const state = { working: 'draft', public: 'none', returned: false, standing: 'draft', standingOrder: 0 } as const;
    const article = { id: 'a', headline: 'Tít', syllables: 0, photos: 0, thumbnail: null, ...row, ...person, ...state };
    const counts = (): unknown[] =>
      db.prepare('SELECT scope, key, working, count FROM article_counts WHERE count > 0 ORDER BY scope').raw().all();
    saveArticle(db, article, (tag) => tag);
    saveArticle(db, { ...article, working: 'approved', sectionKey: 't' }, (tag) => tag);
    expect(counts()).toEqual([
      ['all', '', 'approved', 1],
      ['author', 'p', 'approved', 1],
      ['section', 't', 'approved', 1],
    ]);
    db.exec("DELETE FROM stale_articles; INSERT INTO people VALUES ('p', 'Lan', 'writer'), ('q', 'Hoa', 'writer')");
    expect(listStaleArticles(db, 10)).toEqual(['a']);
    db.exec("DELETE FROM stale_articles; UPDATE people SET name = 'Lan Anh' WHERE id = 'p'");
    expect(listStaleArticles(db, 10)).toEqual(['a']);
    db.exec("DELETE FROM articles WHERE id = 'a'");
    expect(counts()).toEqual([]);
  },
  '0060-attached-files.sql': (db, migrate) => {
    const sha256 = 'ab'.repeat(32);
    db.exec("INSERT INTO photos VALUES ('p', 1, 2, 3, 'jpeg', 'ảnh', '', '', '', '', 0)");
    wantOriginal(db, 'photos', 'q', 'a');
    // Copies before this step are counted as well.
    expect(listOriginalHashes(db)).toEqual({ photos: ['p'], files: [] });
    const mark = contentMark(db);
    migrate();
    expect(contentMark(db)).toBe(mark);
    expect(listOriginalHashes(db)).toEqual({ photos: ['p'], files: [] });
    expect(listWanted(db, 'photos')).toEqual([{ sha256: 'q', articleId: 'a' }]);
    insertFile(db, { sha256, name: 'a.pdf', bytes: 3, kind: 'pdf', addedAt: '', uploaded: false });
    expect(listOriginalHashes(db)).toEqual({ photos: ['p'], files: [sha256] });
    expect(contentMark(db)).not.toBe(mark);
  },
  '0070-photo-records.sql': (db, migrate) => {
    const sha256 = 'ab'.repeat(32);
    db.exec("INSERT INTO photos VALUES ('p', 1, 2, 3, 'jpeg', 'ảnh', '', '', '', '', 0)");
    migrate();
    // What was here before is the office's.
    expect(isOwnPhoto(db, 'p')).toBe(false);
    addOwnPhoto(db, sha256);
    addOwnPhoto(db, sha256);
    expect([isOwnPhoto(db, sha256), isOwnRecord(db, photoRecordId(sha256))]).toEqual([true, true]);
  },
  '0080-photo-library.sql': (db, migrate) => {
    const [here, next] = ['0123456789abcdef'.repeat(4), 'ab'.repeat(32)];
    const add = (sha256: string): void =>
      void db.exec(`INSERT INTO photos VALUES ('${sha256}', 1, 2, 3, 'jpeg', 'ảnh', '', '', '', '', 0)`);
    const takeStale = (): string[] => {
      const stale = listStaleArticles(db, 10);
      db.exec('DELETE FROM stale_articles');
      return stale;
    };
    db.exec(oneUpdate);
    add(here);
    migrate();
    // Pictures that are here and articles fill the library.
    expect(takeStale()).toEqual([photoRecordId(here), 'a']);
    add(next);
    expect(takeStale()).toEqual([photoRecordId(next)]);
    addOwnPhoto(db, next);
    expect(takeStale()).toEqual([photoRecordId(next)]);
    deleteOwnRecord(db, photoRecordId(next));
    expect(takeStale()).toEqual([photoRecordId(next)]);
    db.exec(`DELETE FROM photos WHERE sha256 = '${next}'`);
    expect(takeStale()).toEqual([photoRecordId(next)]);
    const person = (): unknown => db.prepare('SELECT name, title, count, last_used FROM photo_people').raw().all();
    const name = (source: string, day: string, title: string): void =>
      saveNamedPeople(db, source, day, [{ key: 'mai xuan liem', name: 'Mai Xuân Liêm', title }]);
    name('a', '2026-01-01', 'Giám đốc Sở');
    name('b', '2026-02-01', 'Phó Chủ tịch');
    name('c', '2026-03-01', '');
    expect(person()).toEqual([['Mai Xuân Liêm', 'Phó Chủ tịch', 3, '2026-03-01']]);
    name('a', '2026-04-01', 'Chủ tịch');
    saveNamedPeople(db, 'c', '', []);
    expect(person()).toEqual([['Mai Xuân Liêm', 'Chủ tịch', 2, '2026-04-01']]);
    for (const source of ['a', 'b']) saveNamedPeople(db, source, '', []);
    expect(person()).toEqual([]);
  },
  '0090-picture-facts.sql': (db, migrate) => {
    db.exec("INSERT INTO photos VALUES ('p', 1, 2, 3, 'jpeg', 'ảnh', 'Chú thích', '', '', '', 0)");
    migrate();
    // Its file is still to be looked into; what was read of it before stays.
    expect(listUnread(db, 10)).toEqual(['p']);
    expect(findPhoto(db, 'p')).toMatchObject({ caption: 'Chú thích' });
    db.exec('DELETE FROM stale_articles');
    saveEmbeddedMetadata(db, 'p', { ...noMetadata, headline: 'Lũ về' });
    expect(listStaleArticles(db, 10)).toHaveLength(1);
    expect(findEmbeddedMetadata(db, 'p')).toEqual({ ...noMetadata, headline: 'Lũ về' });
    expect(listUnread(db, 10)).toEqual([]);
    db.exec("INSERT INTO photos VALUES ('q', 1, 2, 3, 'jpeg', 'ảnh hai', '', '', '', '', 0, NULL)");
    insertFingerprint(db, 'p', { high: 0xffffffff, low: 1 });
    insertFingerprint(db, 'q', { high: 0xffffffff, low: 0 });
    db.exec("INSERT INTO photo_alikes VALUES ('p', 'q', 1), ('q', 'p', 1)");
    discardPhotoRow(db, 'p');
    expect(fingerprintsAfter(db, 0, 10)).toEqual([[2, 0xffffffff, 0]]);
    expect(db.prepare('SELECT * FROM photo_alikes').all()).toEqual([]);
    expect(listDiscarded(db)).toEqual(['p']);
    // Taken in again: its files stay.
    db.exec("INSERT INTO photos VALUES ('p', 1, 2, 3, 'jpeg', 'ảnh', '', '', '', '', 0, NULL)");
    expect(listDiscarded(db)).toEqual([]);
  },
  '0050-compaction.sql': (db, migrate) => {
    db.exec(`${oneUpdate};
      INSERT INTO doc_updates (article_id, origin, entry_id, bytes, crc32, at) VALUES ('a', 'remote', 'e', x'01', 1, '');
      INSERT INTO outbox (id, article_id, kind, first_seq, last_seq, at) VALUES ('o', 'a', 'update', 1, 1, '');
      INSERT INTO outbox (id, article_id, kind, first_seq, last_seq, sealed, at) VALUES ('s', 'b', 'update', 3, 4, x'00', '');
      DELETE FROM stale_articles`);
    migrate();
    expect(db.prepare('SELECT seq, origin, entry_id, hex(bytes), since FROM doc_updates').raw().all()).toEqual([
      [1, 'local', null, '0000', null],
      [2, 'remote', 'e', '01', null],
    ]);
    expect(db.prepare('SELECT id, first_seq, last_seq FROM outbox ORDER BY id').raw().all()).toEqual([
      ['o', 1, null],
      ['s', 3, 4],
    ]);
    const again =
      "INSERT INTO doc_updates (article_id, origin, entry_id, bytes, crc32, at) VALUES ('c', 'remote', 'e', x'', 0, '')";
    expect(() => db.exec(again)).toThrow(/UNIQUE/);
    db.exec(again.replace("'e'", "'f'"));
    expect(listStaleArticles(db, 10)).toEqual(['c']);
  },
};

describe('the steps that we ship', () => {
  it.each(readMigrations(shipped))('$name takes over data from the version before', ({ name, sql }) => {
    const test = dataTests[name];
    if (test === undefined) throw new Error(`${name} has no data test`);
    const db = databaseBefore(name);
    test(db, () => db.exec(sql));
    db.close();
  });

  it('make a new profile that only its owner can read', async () => {
    const folder = join(tempFolder(), 'profile');
    const db = await openDatabase(folder);
    expect(databaseVersion(db)).toBe(newest);
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
    // FULL
    expect(db.pragma('synchronous', { simple: true })).toBe(2);
    expect(existsSync(join(folder, 'backups'))).toBe(false);
    db.close();
    expect(statSync(join(folder, DATABASE_FILE)).mode & 0o077).toBe(0);
  });
});

describe('a new step', () => {
  const added = '9010-colours.sql';
  const colours = 'CREATE TABLE colours (name TEXT) STRICT; INSERT INTO colours SELECT value FROM settings;';

  async function oldProfile(): Promise<string> {
    const folder = join(tempFolder(), 'profile');
    const db = await openDatabase(folder);
    db.exec("INSERT INTO settings (key, value) VALUES ('paper', 'kem')");
    db.close();
    return folder;
  }

  it('keeps what is there, and a copy of how it was before', async () => {
    const folder = await oldProfile();
    const db = await openDatabase(folder, { resources: resourcesWith({ [added]: colours }) });
    expect(databaseVersion(db)).toBe(9010);
    expect(db.prepare('SELECT name FROM colours').pluck().all()).toEqual(['kem']);
    db.close();
    const copy = new SqliteDatabase(join(folder, 'backups', 'before-9010.db'), { readonly: true });
    expect(copy.pragma('user_version', { simple: true })).toBe(newest);
    expect(copy.prepare('SELECT value FROM settings').pluck().all()).toEqual(['kem']);
    copy.close();
  });

  it('that fails changes nothing, nor does the one before it', async () => {
    const folder = await oldProfile();
    const resources = resourcesWith({ [added]: colours, '9020-broken.sql': 'INSERT INTO nowhere VALUES (1);' });
    await expect(openDatabase(folder, { resources })).rejects.toThrow('nowhere');
    const db = await openDatabase(folder);
    expect(databaseVersion(db)).toBe(newest);
    expect(() => db.prepare('SELECT * FROM colours')).toThrow('no such table');
    db.close();
  });

  it('runs once', async () => {
    const folder = await oldProfile();
    const resources = resourcesWith({ [added]: colours });
    (await openDatabase(folder, { resources })).close();
    const db = await openDatabase(folder, { resources });
    expect(db.prepare('SELECT count(*) FROM colours').pluck().get()).toBe(1);
    db.close();
  });

  it.each([
    ['a name out of shape', { 'colours.sql': '' }],
    ['a number given twice', { '0010-again.sql': '' }],
  ])('with %s is a fault of the build', (_, steps) => {
    expect(() => readMigrations(join(resourcesWith(steps), 'migrations'))).toThrow(/migration/);
  });
});

describe('a file that is not for this version', () => {
  it('from the future is refused and left as it is', async () => {
    const folder = join(tempFolder(), 'profile');
    const db = await openDatabase(folder);
    db.pragma('user_version = 9990');
    db.close();
    const before = readFileSync(join(folder, DATABASE_FILE));
    await expect(openDatabase(folder)).rejects.toMatchObject({
      code: 'database-newer',
      details: { found: 9990, known: newest },
    });
    expect(readFileSync(join(folder, DATABASE_FILE)).equals(before)).toBe(true);
    expect(existsSync(join(folder, 'backups'))).toBe(false);
  });

  it('that is no database is refused and left as it is', async () => {
    const folder = tempFolder();
    const bytes = Buffer.from('Đây không phải là cơ sở dữ liệu. '.repeat(200));
    writeFileSync(join(folder, DATABASE_FILE), bytes);
    await expect(openDatabase(folder)).rejects.toMatchObject({ code: 'database-corrupt', details: { folder } });
    expect(readFileSync(join(folder, DATABASE_FILE)).equals(bytes)).toBe(true);
  });
});

it.each(['20.20.2', '22.18.0', '23.11.0'])('on Node %s says so before anything is touched', async (nodeVersion) => {
  const folder = join(tempFolder(), 'profile');
  await expect(openDatabase(folder, { nodeVersion })).rejects.toMatchObject({
    code: 'node-too-old',
    details: { version: nodeVersion },
  });
  expect(existsSync(folder)).toBe(false);
});
