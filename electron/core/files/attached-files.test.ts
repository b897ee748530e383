import { createHash } from 'node:crypto';
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MAX_FILE_BYTES } from '../../../shared/contract/office.ts';
import { tempFolder } from '../../../tests/support/temp-folder.ts';
import type { WritableDb } from '../store/database.ts';
import { openDatabase } from '../store/open-database.ts';
import { listOriginals, listToUpload, wantOriginal } from '../store/original-queue.ts';
import { AttachedFiles } from './attached-files.ts';

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const pdf = Buffer.from('%PDF-1.7\nbáo cáo');

let folder: string;
let db: WritableDb;
let files: AttachedFiles;
beforeEach(async () => {
  folder = tempFolder();
  db = await openDatabase(folder);
  files = new AttachedFiles({ db, folder, clock: () => new Date('2026-11-25T01:00:00Z') });
});
afterEach(() => db.close());

/** Everything below photos/, and the rows. */
const everything = (): string[] => [
  ...(existsSync(join(folder, 'photos')) ? readdirSync(join(folder, 'photos'), { recursive: true }) : []).map(String),
  ...listOriginals(db, 'files'),
];

describe('an attached document', () => {
  it('is kept byte for byte under its hash beside the photos’ originals, and waits to be sent', async () => {
    const path = join(tempFolder(), 'Báo cáo quý III.PDF');
    writeFileSync(path, pdf);
    const file = await files.addFile(path);
    expect(file).toEqual({ sha256: hashOf(pdf), name: 'Báo cáo quý III.pdf', bytes: pdf.length });
    expect(Buffer.from(await files.read(file.sha256)).equals(pdf)).toBe(true);
    expect(files.file(file.sha256)).toEqual({
      path: join(folder, 'photos', file.sha256.slice(0, 2), file.sha256),
      mime: 'application/pdf',
      name: 'Báo cáo quý III.pdf',
    });
    expect(listToUpload(db, 'files')).toEqual([file.sha256]);
  });

  it('is one however often it is added, and keeps each name that it was added by', async () => {
    await files.add(pdf, 'một.pdf');
    expect(await files.add(pdf, 'hai')).toMatchObject({ sha256: hashOf(pdf), name: 'hai.pdf' });
    expect(listOriginals(db, 'files')).toEqual([hashOf(pdf)]);
  });

  it('is given under the name that is asked for, ended as its content says', async () => {
    const { sha256 } = await files.add(pdf, 'một.pdf');
    expect(files.file(sha256, 'chạy tôi.exe').name).toBe('chạy tôi.exe.pdf');
  });

  it('says whether it is here, on its way, or neither', async () => {
    const sha256 = hashOf(pdf);
    expect(files.info(sha256)).toEqual({ sha256, state: 'missing', kind: null });
    wantOriginal(db, 'files', sha256, 'bài');
    expect(files.info(sha256)).toEqual({ sha256, state: 'awaited', kind: null });
    await files.receive(sha256, pdf);
    expect(files.info(sha256)).toEqual({ sha256, state: 'here', kind: 'pdf' });
    expect(listToUpload(db, 'files')).toEqual([]);
  });

  it('whose original is gone is not here, and can be added again', async () => {
    const { sha256 } = await files.add(pdf, 'một.pdf');
    rmSync(files.files.original(sha256));
    expect(files.info(sha256).state).toBe('missing');
    expect(() => files.file(sha256)).toThrow(expect.objectContaining({ code: 'attachment-not-found' }));
    await files.add(pdf, 'một.pdf');
    expect(await files.files.hashOf(sha256)).toBe(sha256);
  });
});

describe('what is refused leaves nothing behind:', () => {
  it.each([
    ['a program', Buffer.from('MZ....'), 'attachment-program'],
    ['nothing', Buffer.alloc(0), 'attachment-empty'],
    ['a page', Buffer.from('<html></html>'), 'attachment-refused'],
    ['too many bytes', Buffer.alloc(MAX_FILE_BYTES + 1), 'attachment-too-large'],
  ])('%s', async (_, bytes, code) => {
    await expect(files.add(bytes, 'tệp.pdf')).rejects.toMatchObject({ code, details: { file: 'tệp.pdf' } });
    expect(everything()).toEqual([]);
  });

  it('bytes that came under another’s hash', async () => {
    await expect(files.receive('0'.repeat(64), pdf)).rejects.toMatchObject({ code: 'hash-mismatch' });
    expect(everything()).toEqual([]);
  });
});
