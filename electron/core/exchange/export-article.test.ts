import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { ArticleDocument } from '../../../shared/article/document.ts';
import { exportArticle, exportName } from './export-article.ts';
import { previewImport, previewToSeed } from './import-file.ts';

const root = new URL('../../../', import.meta.url);
const NOW = '2026-11-24T03:00:00.000Z';
const PIXEL = 'a'.repeat(64);

function imported(path: string): ArticleDocument {
  return previewToSeed(previewImport(readFileSync(new URL(path, root)), 'bài.txt'), NOW).document;
}
const seed = imported('resources/sample/seed-article.txt');
const withPhoto: ArticleDocument = {
  ...seed,
  photos: seed.photos.map((photo, index) => (index === 0 ? { ...photo, sha256: PIXEL, alt: 'Hội trường' } : photo)),
};
const noPhotos = async (): Promise<null> => null;

it('puts the photos into the one HTML file and keeps the place of those that are missing', async () => {
  const asked: string[] = [];
  const file = await exportArticle(withPhoto, 'html', async (sha256) => {
    asked.push(sha256);
    return { bytes: Uint8Array.from([1, 2, 3]), mime: 'image/webp' };
  });
  expect(file).toMatchObject({ mime: 'text/html; charset=utf-8' });
  expect(file.name).toBe('hoi-nghi-truc-tuyen-toan-tinh-huong-dan-trien-khai-cac-nhiem-vu-chuyen-doi-so.html');
  expect(asked).toEqual([PIXEL]);
  expect(file.text).toContain('<img src="data:image/webp;base64,AQID" alt="Hội trường"');
  expect(file.text.match(/class="photo-missing"/gu)).toHaveLength(3);
  expect(file.text.match(/<figcaption>/gu)).toHaveLength(4);
  const elsewhere = await exportArticle(withPhoto, 'html', noPhotos);
  expect(elsewhere.text.match(/class="photo-missing"/gu)).toHaveLength(4);
});

it('writes JSON that is the document', async () => {
  const file = await exportArticle(seed, 'json', noPhotos);
  expect(JSON.parse(file.text)).toEqual(seed);
  expect(file).toMatchObject({ mime: 'application/json' });
});

it('writes text that the importer reads back as the same article', async () => {
  for (const path of [
    'resources/sample/seed-article.txt',
    'tests/fixtures/articles/trong-rung-ngap-man.txt',
    'tests/fixtures/articles/thu-vien-xe-buyt.txt',
  ]) {
    const document = imported(path);
    const { text } = await exportArticle(document, 'text', noPhotos);
    const again = previewToSeed(previewImport(Buffer.from(text), 'bài.txt'), NOW).document;
    const plain = ({ blocks, photos, ...rest }: ArticleDocument) => ({
      ...rest,
      blocks: blocks.map((block) => (block.kind === 'photo' ? 'photo' : block)),
      photos: photos.map(({ caption, credit }) => ({ caption, credit })),
    });
    expect(plain(again)).toEqual(plain(document));
  }
});

it('names a file after the slug, the headline, or nothing at all', () => {
  expect(exportName({ ...seed, fields: { slug: 'Chuyển đổi số' } }, 'text')).toBe('chuyen-doi-so.txt');
  expect(exportName({ ...seed, headline: '—' }, 'json')).toBe('bai.json');
});
