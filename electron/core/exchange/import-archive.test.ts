import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { tempFolder } from '../../../tests/support/temp-folder.ts';
import { Desk } from '../desk/desk.ts';
import { saveImportedFile } from '../store/imported-files.ts';
import { findImportFiles, type ImportSource } from './find-import-files.ts';
import { type ImportOptions, importArchive } from './import-archive.ts';

const options: ImportOptions = { again: false, isStopped: () => false, onProgress: () => {}, now: () => 0 };
const nowhere = '/nowhere';

async function sourcesOf(count: number, text: (at: number) => string): Promise<ImportSource[]> {
  const folder = tempFolder();
  for (let at = 0; at < count; at += 1) writeFileSync(join(folder, `${1_000 + at}.txt`), text(at));
  return (await findImportFiles([folder], nowhere)).files;
}

it('a full disk ends an import with what stood before it, and the same files go on from there', async () => {
  const sources = await sourcesOf(150, (at) => `Bài thứ ${at}\n\n${'Đoạn văn dài của bài. '.repeat(200)}`);
  const desk = await Desk.open({ folder: tempFolder() });
  try {
    // Room for one group, and not for all.
    let isLimited = false;
    const limit = (): void => {
      if (isLimited || desk.list({ view: 'all', offset: 0, limit: 1 }).total === 0) return;
      isLimited = true;
      desk.db.pragma(`max_page_count = ${(desk.db.pragma('page_count', { simple: true }) as number) + 4}`);
    };
    const full = await importArchive(desk, sources, { ...options, onProgress: limit });
    expect(full.ended).toMatchObject({ code: 'disk-full' });
    expect(full.articles.length).toBeGreaterThan(0);
    expect(full.left).toBe(sources.length - full.articles.length);
    expect(desk.list({ view: 'all', offset: 0, limit: 1 }).total).toBe(full.articles.length);
    desk.db.pragma('max_page_count = 1000000');
    const rest = await importArchive(desk, sources, options);
    expect([rest.ended, rest.articles.length, rest.skipped.length]).toEqual([null, full.left, full.articles.length]);
  } finally {
    await desk.close();
  }
});

it('what another process imported meanwhile is skipped, and the others of its group are imported', async () => {
  const sources = await sourcesOf(3, (at) => `Bài thứ ${at}\n\nĐoạn mở đầu của bài.`);
  const desk = await Desk.open({ folder: tempFolder() });
  try {
    const second = sources[1]!;
    const bytes = readFileSync(second.path);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const meanwhile = ({ done }: { done: number }): void => {
      if (done !== 2) return;
      const file = { path: '/khác.txt', bytes: bytes.length, modifiedMs: 0 };
      saveImportedFile(desk.db, { ...file, sha256, articleId: 'của người khác', at: '2026-11-25T00:00:00.000Z' });
    };
    const report = await importArchive(desk, sources, { ...options, onProgress: meanwhile });
    expect(report.skipped).toEqual([{ file: second.shown, id: 'của người khác' }]);
    expect(report.articles.map(({ file }) => file)).toEqual([sources[0]!.shown, sources[2]!.shown]);
    expect(desk.list({ view: 'all', offset: 0, limit: 1 }).total).toBe(2);
  } finally {
    await desk.close();
  }
});

it('documents of an archive come in with their photos, and say how they were read', async () => {
  const folder = fileURLToPath(new URL('../../../tests/fixtures/documents/', import.meta.url));
  const named = ['cho-phien.docx', 'hoi-nghi.rtf', 'hoi-nghi.pdf'].map((name) => join(folder, name));
  const desk = await Desk.open({ folder: tempFolder() });
  try {
    const { files } = await findImportFiles(named, nowhere);
    const report = await importArchive(desk, files, options);
    expect(report.failed).toEqual([]);
    expect(report.articles.map(({ read }) => [read?.format, read?.photos, read?.found.insertions])).toEqual([
      ['docx', 1, 1],
      ['rtf', 4, 0],
      ['pdf', 0, 0],
    ]);
    const whole = await findImportFiles([folder], nowhere);
    expect([whole.files.length, whole.unread.length]).toEqual([10, 1]);
    const again = await importArchive(desk, whole.files, options);
    expect([again.articles.length, again.skipped.length]).toEqual([7, 3]);
    const [first] = desk.articles.document(report.articles[0]!.id).photos;
    expect(desk.photos.info(first?.sha256 ?? '').format).toBe('jpeg');
  } finally {
    await desk.close();
  }
});
