import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { expectInOrder, hasTools, pdfText } from '../../../../../tests/support/office-tools.ts';
import type { ContactSheet, SheetPicture } from '../contact-sheet-source.ts';
import { runContactSheet } from '../run-export.ts';
import { renderContactSheet } from './render-contact-sheet.ts';

let image: SheetPicture['image'];
beforeAll(async () => {
  const bytes = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#456' } })
    .jpeg()
    .toBuffer();
  image = { bytes, mime: 'image/jpeg', width: 60, height: 40 };
});
const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const sheetOf = (...pictures: SheetPicture[]): ContactSheet => ({
  ...{ title: 'Hội nghị, thẻ 1', office: 'Báo Thanh Hóa', language: 'vi', at: '2026-11-26T01:30:00Z' },
  pictures,
});
const picture = (more: Partial<SheetPicture> = {}): SheetPicture => ({
  ...{ name: 'IMG_1.jpg', description: '', credit: '', rating: 0, image },
  ...more,
});

describe('a contact sheet on paper', () => {
  it.runIf(hasTools('pdftotext'))(
    'says of every picture its name, caption and credit, and counts its pages',
    async () => {
      const { name, bytes } = await runContactSheet(
        sheetOf(
          picture({ description: 'Quang cảnh Hội nghị “ổn định” — ỹ Ấ.', credit: 'Thu Hà', rating: 5 }),
          picture({ name: 'ảnh rất dài '.repeat(8), rating: -1 }),
          picture({ image: 'elsewhere', description: `${'chữ '.repeat(80)}cuối` }),
          ...Array.from({ length: 13 }, (_, index) => picture({ name: `IMG_${index + 4}.jpg` })),
        ),
        {},
      );
      expect(name).toBe('hoi-nghi-the-1.pdf');
      const text = await pdfText(bytes);
      expectInOrder(text, ['IMG_1.jpg', 'để riêng', 'Hội nghị, thẻ 1', 'Báo Thanh Hóa', 'IMG_16.jpg']);
      for (const words of [
        '“ổn định” — ỹ Ấ.',
        'Ảnh: Thu Hà',
        'Chưa có chú thích',
        'IMG_16.jpg',
        'Ảnh chưa về máy này',
      ]) {
        expect(text).toContain(words);
      }
      expectInOrder(text, ['16 ảnh', '08:30', 'Trang 1/2', 'Trang 2/2']);
      expect(text).not.toContain('cuối');
    },
  );

  it('is the same to the byte for the same pictures at the same time, and holds as many as are chosen', async () => {
    const sheet = sheetOf(...Array.from({ length: 40 }, () => picture()));
    const once = await renderContactSheet(sheet);
    expect(Buffer.compare(once, await renderContactSheet(sheet))).toBe(0);
    expect(latin(once).match(/\/Type \/Page\b/g)).toHaveLength(3);
  });
});
