/** Desks as the faults find them, made without a process, and what is in them afterwards. */
import assert from 'node:assert/strict';
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import * as Y from 'yjs';
import { Desk } from '../../electron/core/desk/desk.ts';
import { ownFolder, readNote, writeNote } from '../../electron/core/desk/workstation-note.ts';
import { previewImport } from '../../electron/core/exchange/import-file.ts';
import { listArticleIds, listRecordIds } from '../../electron/core/store/doc-log.ts';
import { DATABASE_FILE } from '../../electron/core/store/open-database.ts';
import { addOwnPhoto } from '../../electron/core/store/own-photos.ts';
import { verifyDesk } from '../../electron/core/verify/verify-desk.ts';
import type { ArticleDocument } from '../../shared/article/document.ts';
import { sha256Hex } from '../../shared/article/revision.ts';
import { updateOf } from '../../shared/article/write.ts';
import { noMetadata } from '../../shared/photos/embedded.ts';
import type { PhotoRecord } from '../../shared/photos/photo-details.ts';
import { photoRecordId } from '../../shared/photos/record-id.ts';
import { changeRecord, newRecordUpdate, type RecordChange } from '../../shared/photos/write-record.ts';
import { sampleParagraphs } from '../perf/sample-text.ts';

export const WAL_FILE = `${DATABASE_FILE}-wal`;

const ROWS_OF_A_LONG_ARTICLE = 3_000;
const OTHER_ARTICLES = 30;
const WORDS_OF_AN_ARTICLE = 200;
/** Half of them stand in an article; of their originals nothing is here. */
const PICTURES = 20;

export type MadeDesk = { folder: string; id: string };

/** The own desk of a data folder, with one article that waits to be written on. */
export async function makeDesk(dataDir: string): Promise<MadeDesk> {
  return fill(dataDir, () => {});
}

/**
 * The same with a past: the article has some thousands of rows in its log, snapshots, revisions and steps, and others
 * are around it. Writing to it moves pages all over the file.
 */
export async function makeBigDesk(dataDir: string): Promise<MadeDesk> {
  return fill(dataDir, (desk, id) => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, desk.articles.state(id));
    doc.on('update', (update: Uint8Array) => {
      void desk.articles.applyLocal(id, new Uint8Array(update));
      desk.articles.flush();
    });
    doc.getText('headline').insert(0, 'Bài viết đã lâu');
    const body = doc.getText('body');
    for (let row = 1; row < ROWS_OF_A_LONG_ARTICLE; row += 1) {
      // Somebody who writes also takes back, which the log keeps.
      if (row % 10 === 0) body.delete(body.length - 4, 4);
      else body.insert(body.length, `chữ ${row} `);
      if (row % 400 === 0) desk.articles.settle();
    }
    desk.act({ id, action: 'submit' });
    desk.act({ id, action: 'recall' });
    for (let article = 0; article < OTHER_ARTICLES; article += 1) {
      const text = [`Bài số ${article}`, ...sampleParagraphs(WORDS_OF_AN_ARTICLE, article + 1)].join('\n\n');
      desk.importArticle(previewImport(Buffer.from(text), `bai-${article}.txt`));
    }
    captionPictures(desk);
  });
}

function captionPictures(desk: Desk): void {
  const sha256s = Array.from({ length: PICTURES }, (_, index) => sha256Hex(`ảnh ${index}`));
  for (const [index, sha256] of sha256s.entries()) {
    const id = photoRecordId(sha256);
    if (index % 2 === 1) addOwnPhoto(desk.db, sha256);
    const metadata = { ...noMetadata, description: sampleParagraphs(WORDS_OF_AN_ARTICLE, index + 1).join(' ') };
    const change: RecordChange = { rating: index % 6, texts: { credit: { how: 'set', text: `Ảnh: số ${index}` } } };
    void desk.articles.changeSide(id, newRecordUpdate({ sha256, metadata, batch: 'Thẻ' }));
    void desk.articles.changeSide(
      id,
      updateOf(Y.encodeStateAsUpdate(desk.articles.side(id)), (doc) => changeRecord(doc, change, 'test')),
    );
  }
  const photos = sha256s
    .filter((_, index) => index % 2 === 0)
    .map((sha256, index) => ({ id: `p${index}`, sha256, caption: `Ảnh ${index}`, credit: '', alt: '' }));
  desk.createArticle({
    document: {
      ...{ version: 1, language: 'vi', headline: 'Phóng sự ảnh', lead: '', fields: {}, photos },
      blocks: [{ kind: 'gallery', photos: photos.map(({ id }) => id) }],
    },
  });
}

async function fill(dataDir: string, write: (desk: Desk, id: string) => void): Promise<MadeDesk> {
  const folder = ownFolder(dataDir);
  const desk = await Desk.open({ folder, name: 'Lan' });
  // Nobody pulls the plug while it is made.
  desk.db.pragma('synchronous = OFF');
  const id = desk.createArticle();
  write(desk, id);
  await desk.close();
  writeNote(dataDir, { ...readNote(dataDir), profile: 'own' });
  return { folder, id };
}

/** Articles, and what is known of pictures, by their ids in the log. */
export type DeskDocuments = Record<string, ArticleDocument | PhotoRecord>;
export type DeskReading = { body: string; documents: DeskDocuments };

/** Opens a desk, which mends what a crash left half done, holds it to be sound, and reads it. */
export async function readDesk(folder: string, id: string): Promise<DeskReading> {
  const desk = await Desk.open({ folder });
  try {
    assert.deepEqual((await verifyDesk(desk)).problems, []);
    return { body: desk.articles.load(id).getText('body').toString(), documents: readDocuments(desk) };
  } finally {
    await desk.close();
  }
}

export function readDocuments(desk: Desk): DeskDocuments {
  const articles = listArticleIds(desk.db).map((id) => [id, desk.articles.document(id)] as const);
  const records = listRecordIds(desk.db).map((id) => {
    const sha256 = desk.articles.pictureOf(id);
    assert.ok(sha256 !== null, `the record ${id} does not say what it is of`);
    return [id, desk.articles.record(sha256)!] as const;
  });
  return Object.fromEntries([...articles, ...records]);
}

/** The database and its log alone, as they lie there; the index of the log is left out, SQLite makes it anew. */
export function copyDatabase(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const name of [DATABASE_FILE, WAL_FILE]) {
    if (existsSync(join(from, name))) copyFileSync(join(from, name), join(to, name));
  }
}

/**
 * How many of the keys are in a text: whole, in order, each once and nothing else, behind what was there before.
 * Throws where it is anything but a beginning of what was typed.
 */
export function countKept(found: string, before: string, keys: readonly string[]): number {
  if (!found.startsWith(before)) assert.fail(`what was there before is gone: ${difference(found, before)}`);
  let at = before.length;
  let kept = 0;
  while (at < found.length) {
    const key = keys[kept];
    assert.ok(key !== undefined && found.startsWith(key, at), `key ${kept} is not whole or not in its place`);
    at += key.length;
    kept += 1;
  }
  return kept;
}

function difference(found: string, before: string): string {
  let same = 0;
  while (same < found.length && found[same] === before[same]) same += 1;
  return `${found.slice(same, same + 40)} instead of ${before.slice(same, same + 40)}`;
}
