import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, it } from 'vitest';
import { diffDocuments } from '../../shared/article/diff.ts';
import type { ArticleDocument, Block, Cell } from '../../shared/article/document.ts';
import { startWords } from '../app/words.ts';
import { ChangedArticle } from './changed-article.tsx';

beforeAll(async () => {
  // The page sets the language of its document, which there is none of here.
  Object.assign(globalThis, { document: { documentElement: {} } });
  await startWords('vi');
});

const article = (...blocks: Block[]): ArticleDocument => ({
  version: 1,
  language: 'vi',
  headline: 'Tít',
  lead: '',
  blocks,
  photos: [
    { id: 'a', sha256: 'a'.repeat(64), caption: 'Một', credit: '', alt: '' },
    { id: 'b', sha256: 'b'.repeat(64), caption: 'Hai', credit: '', alt: '' },
  ],
  fields: {},
});

function shown(before: ArticleDocument | null, after: ArticleDocument): { html: string; steps: number } {
  const changes = { from: before === null ? null : 'x', to: 'y', ...diffDocuments(before, after) };
  const photos = new Map(after.photos.map((photo) => [photo.id, photo]));
  const files = new Set(['c'.repeat(64)]);
  const html = renderToStaticMarkup(<ChangedArticle changes={changes} language="vi" photos={photos} files={files} />);
  return { html, steps: html.match(/data-change/g)?.length ?? 0 };
}

const paragraph = (text: string, more: object = {}): Block => ({ kind: 'paragraph', runs: [{ text, ...more }] });
const table = (...rows: string[][]): Block => ({
  kind: 'table',
  table: 't',
  header: true,
  rows: rows.map((cells) => cells.map((text): Cell => ({ runs: [{ text }] }))),
});

describe('the comparison a reviewer reads', () => {
  it('says in words what formats came and went, and takes each for a change', () => {
    const { html, steps } = shown(
      article(paragraph('đậm cũ', { bold: true })),
      article(paragraph('đậm cũ', { italic: true, link: 'https://a.vn/' })),
    );
    expect(html).toContain('thêm nghiêng, bỏ đậm, thêm liên kết');
    expect(html).toContain('<a class="changes-link" href="https://a.vn/"');
    expect(html).not.toContain('Không có gì khác');
    expect(steps).toBe(1);
  });

  it('shows which cells of a table changed, and steps once for each of them and for each row and column', () => {
    const { html, steps } = shown(
      article(table(['Xã', 'Số'], ['Hải Vân', '12'], ['Đông Xá', '7'])),
      article(table(['Xã', 'Năm', 'Số'], ['Hải Vân', '2026', '15'], ['Đông Xá', '2026', '7'], ['An Lạc', '2026', '9'])),
    );
    expect(html).toContain('Thêm 1 dòng · Thêm 1 cột');
    expect(html).toContain('<th class="cell-insert" scope="col" data-change=""><ins>Năm</ins></th>');
    expect(html).toContain('<td class="cell-change"><span data-change=""><del>12</del><ins>15</ins></span></td>');
    expect(html).toContain('<tr class="row-insert" data-change="">');
    expect(steps).toBe(3);
  });

  it('says which photos of a gallery came and went, and how deep and in which box things stand now', () => {
    const { html, steps } = shown(
      article({ kind: 'gallery', photos: ['a'] }, { kind: 'bullet', runs: [{ text: 'việc' }] }, paragraph('hộp')),
      article(
        { kind: 'gallery', photos: ['b', 'a'] },
        { kind: 'bullet', indent: 1, runs: [{ text: 'việc' }] },
        { ...paragraph('hộp'), box: 'h' },
      ),
    );
    expect(html).toContain('Thêm 1 ảnh');
    expect(html).toContain('Thụt vào 1 bậc');
    expect(html).toContain('Đưa vào hộp thông tin');
    expect(steps).toBe(3);
  });

  it('says of what kind an article is and when it happened as people say it', () => {
    const before = article(paragraph('một'));
    const { html } = shown(before, { ...before, fields: { kind: 'interview', eventDate: '2026-09-12' } });
    expect(html).toContain('<ins>Phỏng vấn</ins>');
    expect(html).toMatch(/<ins>[^<]*12\/0?9\/2026<\/ins>/u);
    expect(shown(before, { ...before, fields: { kind: 'of-tomorrow' } }).html).toContain('<ins>of-tomorrow</ins>');
  });

  it('gives the reviewer an attached document to read', () => {
    const file: Block = { kind: 'file', sha256: 'c'.repeat(64), name: 'Tờ trình.pdf', bytes: 120_000 };
    const { html, steps } = shown(article(), article(file));
    expect(html).toContain('Tài liệu đính kèm: mới thêm');
    expect(html).toContain(`href="./files/${'c'.repeat(64)}/T%E1%BB%9D%20tr%C3%ACnh.pdf"`);
    expect(steps).toBe(1);
    const elsewhere = shown(article(), article({ ...file, sha256: 'd'.repeat(64) })).html;
    expect(elsewhere).toContain('chưa có trên máy này');
    expect(elsewhere).not.toContain('href=');
  });

  it('says in words what else of a photo would go out: who is in it, and what is done to the picture', () => {
    const area = { x: 0.1, y: 0.1, width: 0.2, height: 0.2 };
    const before = article({ kind: 'photo', photo: 'a' });
    const after: ArticleDocument = {
      ...before,
      photos: before.photos.map((photo) => ({
        ...photo,
        details: { people: [{ name: 'Mai Xuân Liêm' }], expires: '2026-12-31' },
        edits: { crops: { '16:9': area }, pixelated: [area, area], straighten: -1.5 },
      })),
    };
    const { html, steps } = shown(before, after);
    expect(html).toContain('Người trong ảnh</span> <span data-change=""><ins>Mai Xuân Liêm</ins></span>');
    for (const words of ['31/12/2026', 'Cắt 16:9', 'Che 2 chỗ', 'Chỉnh thẳng -1,5°']) expect(html).toContain(words);
    // Of the photo in the text, and of the one that stands nowhere.
    expect(steps).toBe(10);
    const first = shown(null, after);
    expect(first.steps).toBe(0);
    expect(first.html).toContain('Che 2 chỗ');
    expect(first.html).toContain('Mai Xuân Liêm');
  });

  it('is the article as it reads where nobody has read it before', () => {
    const blocks = [paragraph('Một', { bold: true }), table(['Xã', 'Số'], ['Hải Vân', '12'])];
    const { html, steps } = shown(null, article(...blocks, { kind: 'gallery', photos: ['a', 'b'] }));
    expect(steps).toBe(0);
    expect(html).toContain('<td class="cell-same"><span>Hải Vân</span></td>');
    expect(html).toContain('<strong>Một</strong>');
    expect(html).not.toContain('mới thêm');
  });
});
