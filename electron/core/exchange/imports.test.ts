import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isTextBlock } from '../../../shared/article/document.ts';
import type { ImportPreview } from '../../../shared/contract/desk-imports.ts';
import { tempFolder } from '../../../tests/support/temp-folder.ts';
import { Desk } from '../desk/desk.ts';

const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../../../tests/fixtures/documents/${name}`, import.meta.url)));

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.open({ folder: tempFolder(), name: 'Lê Thu Hà' });
});
afterEach(() => desk.close());

const photosKept = (): number => {
  const names = readdirSync(desk.folder).includes('photos')
    ? readdirSync(join(desk.folder, 'photos'), { recursive: true, encoding: 'utf8' })
    : [];
  return names.filter((name) => /\/[0-9a-f]{64}$/u.test(name)).length;
};
const articles = (): number => desk.list({ view: 'all', offset: 0, limit: 1 }).total;
const previewOf = (name: string, bytes = fixture(name)): Promise<ImportPreview> => desk.imports.preview(bytes, name);

describe('a file that is shown before it becomes an article', () => {
  it('shows its pictures and leaves nothing in the desk when the person thinks better of it', async () => {
    const preview = await previewOf('hoi-nghi.docx');
    expect(preview.pictures.map(({ width, height, problem }) => [width, height, problem])).toEqual(
      Array(4).fill([96, 64, null]),
    );
    const [picture] = preview.pictures;
    const draft = preview.draft ?? '';
    expect([...desk.imports.picture(draft, picture!.sha256).slice(0, 3)]).toEqual([0xff, 0xd8, 0xff]);
    desk.imports.discard(draft);
    expect(() => desk.imports.picture(draft, picture!.sha256)).toThrow(
      expect.objectContaining({ code: 'import-forgotten' }),
    );
    await expect(desk.imports.confirm(preview)).rejects.toMatchObject({ code: 'import-forgotten' });
    expect([photosKept(), articles()]).toEqual([0, 0]);
  });

  it('is forgotten with the page that showed it, and with no other', async () => {
    const [mine, others] = [
      await desk.imports.preview(fixture('cho-phien.docx'), 'a.docx', { client: 'mine' }),
      await desk.imports.preview(fixture('cho-phien.docx'), 'a.docx', { client: 'others' }),
    ];
    desk.imports.forget('mine');
    await expect(desk.imports.confirm(mine)).rejects.toMatchObject({ code: 'import-forgotten' });
    expect(desk.articles.document(await desk.imports.confirm(others)).photos).toHaveLength(1);
  });

  it('becomes an article with its photos, tables and lists, as the person changed it, which survives a restart', async () => {
    const preview = await previewOf('cho-phien.odt');
    const id = await desk.imports.confirm({ ...preview, headline: 'Chợ phiên mở lại' });
    const { folder } = desk;
    await desk.close();
    desk = await Desk.open({ folder });
    const { headline, blocks, photos } = desk.articles.document(id);
    expect(headline).toBe('Chợ phiên mở lại');
    expect(blocks.map((block) => (isTextBlock(block) ? `${block.kind}${block.indent ?? ''}` : block.kind))).toEqual(
      preview.blocks.map((block) => (isTextBlock(block) ? `${block.kind}${block.indent ?? ''}` : block.kind)),
    );
    expect(blocks.find(({ kind }) => kind === 'table')).toMatchObject({ header: true, rows: [{ length: 3 }, {}, {}] });
    expect(photos).toMatchObject([{ caption: 'Bà con đi chợ trong ngày đầu mở lại.', credit: 'Thu Hà' }]);
    expect(desk.photos.info(photos[0]?.sha256 ?? '')).toMatchObject({ width: 96, height: 64, format: 'jpeg' });
    expect(photosKept()).toBe(1);
  });

  it('takes in no picture that the person left out, and none that it never held', async () => {
    const preview = await previewOf('cho-phien.docx');
    const stranger = 'f'.repeat(64);
    const captions = preview.captions.map((photo) => ({ ...photo, picture: stranger }));
    const id = await desk.imports.confirm({ ...preview, captions });
    expect(desk.articles.document(id).photos).toMatchObject([{ sha256: null }]);
    expect(photosKept()).toBe(0);
  });

  it('keeps the place of a picture that is none, and says so', async () => {
    const parts: Zippable = unzipSync(fixture('cho-phien.docx'));
    const media = Object.keys(parts).find((name) => name.startsWith('word/media/')) ?? '';
    parts[media] = strToU8('not a picture');
    const preview = await previewOf('cho-phien.docx', zipSync(parts));
    expect(preview.pictures).toMatchObject([{ problem: { code: 'photo-not-an-image' } }]);
    const id = await desk.imports.confirm(preview);
    expect(desk.articles.document(id).photos).toMatchObject([
      { sha256: null, caption: 'Bà con đi chợ trong ngày đầu mở lại.' },
    ]);
  });

  it('is read in the encoding that the person chooses', async () => {
    const bytes = Buffer.from(
      'M\xeb l\xb9i ch\xee phi\xaan\n\nB\xb5 con c\xb8c th\xabn \xae\xd5n r\xcat \xae\xabng.',
      'latin1',
    );
    const guessed = await desk.imports.preview(bytes, 'a.txt');
    expect(guessed).toMatchObject({ encoding: 'TCVN3', headline: 'Mở lại chợ phiên' });
    expect(guessed.encodings).toEqual(['UTF-8', 'UTF-16LE', 'UTF-16BE', 'windows-1258', 'TCVN3', 'VNI']);
    const chosen = await desk.imports.preview(bytes, 'a.txt', { encoding: 'windows-1258' });
    expect(chosen.encoding).toBe('windows-1258');
    expect(chosen.headline).not.toBe(guessed.headline);
    await expect(desk.imports.preview(bytes, 'a.txt', { encoding: 'UTF-8' })).rejects.toMatchObject({
      code: 'file-broken-encoding',
    });
  });

  it('is let go of at once when it is not wanted any more, and the next one is read', async () => {
    const long = Buffer.from(`{\\rtf1 ${'{\\b a}b\\par '.repeat(4_000_000)}}`).subarray(0, 49 * 1024 * 1024);
    const gone = new AbortController();
    const reading = desk.imports.preview(long, 'a.rtf', { signal: gone.signal });
    const next = previewOf('cho-phien.rtf');
    setImmediate(() => gone.abort(new Error('not wanted')));
    await expect(reading).rejects.toThrow('not wanted');
    expect((await next).headline).toBe('Xã Bản Phố mở lại chợ phiên');
  });
});
