import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { recordOptions } from '../../electron/core/cli/photo-options.ts';
import type { PhotoRow } from '../../shared/contract/desk-photos.ts';
import type { PhotoRecord } from '../../shared/photos/photo-details.ts';
import { askCommand, runCommand } from '../support/command-line.ts';
import { exifToolSays } from '../support/independent-exiftool.ts';
import { tempFolder } from '../support/temp-folder.ts';

type Taken = {
  photos: { file: string; sha256: string; name: string; isNew: boolean; alike: { name: string }[] }[];
  failed: { file: string; code: string }[];
  passedOver: number;
  stopped: boolean;
};
type Failure = { error: { code: string; message: string } };

const CAPTION = 'Quang cảnh Hội nghị “ổn định” — ỹ Ấ.';

let card: string;
beforeAll(async () => {
  card = join(tempFolder(), 'Thẻ số 1');
  mkdirSync(join(card, 'DCIM'), { recursive: true });
  for (const [name, hue] of [
    ['DCIM/IMG_1.jpg', 20],
    ['DCIM/IMG_2.JPG', 200],
    ['bìa.png', 120],
  ] as const) {
    const noise = Buffer.from(Array.from({ length: 90 * 60 * 3 }, (_, at) => (at * hue + ((at * at) % 97)) % 256));
    const picture = sharp(noise, { raw: { width: 90, height: 60, channels: 3 } });
    await (name.endsWith('png') ? picture.png() : picture.jpeg()).toFile(join(card, name));
  }
  writeFileSync(join(card, 'ghi chú.txt'), 'không phải ảnh');
  writeFileSync(join(card, 'hỏng.jpg'), 'không phải ảnh');
});

describe('pictures by the command line', () => {
  it('are taken in from a card, captioned in every field, found and given out with what was said', {
    timeout: 120_000,
  }, async () => {
    const data = tempFolder();
    const taken = await askCommand<Taken>('photo', 'add', card, '--data', data);
    expect(taken).toMatchObject({ exit: 1, passedOver: 1, stopped: false });
    expect(taken.photos.map(({ name, isNew }) => [name, isNew])).toEqual([
      ['IMG_1.jpg', true],
      ['IMG_2.JPG', true],
      ['bìa.png', true],
    ]);
    expect(taken.failed).toEqual([
      expect.objectContaining({ file: join(card, 'hỏng.jpg'), code: 'photo-not-an-image' }),
    ]);
    const again = await askCommand<Taken>('photo', 'add', card, '--data', data);
    expect(again.photos.map(({ isNew }) => isNew)).toEqual([false, false, false]);

    const sha = taken.photos[0]!.sha256;
    const said: Record<string, string> = {
      ...{
        caption: CAPTION,
        headline: 'Hội nghị',
        credit: 'Thu Hà',
        source: 'TTXVN',
        creator: 'Hà',
        alt: 'Hội trường',
      },
      ...{ 'job-title': 'Phóng viên', copyright: '© Báo', 'extended-description': 'Dài', instructions: 'Không cắt' },
      ...{ 'usage-terms': 'Một lần', location: 'Hội trường 25B', city: 'Hạc Thành', province: 'Thanh Hóa' },
      ...{ country: 'Việt Nam', date: '2026-11-26T08:30', 'digital-source': 'digitalCapture' },
      ...{ keywords: 'chuyển đổi số, hội nghị', people: 'Mai Xuân Liêm – Phó Chủ tịch; Đặng Tùng Anh' },
      ...{ decorative: 'no', expires: '2027-01-31', rating: '4', label: 'green' },
    };
    expect(Object.keys(said).sort()).toEqual(Object.values(recordOptions).sort());
    const options = Object.entries(said).map(([name, value]) => `--${name}=${value}`);
    const { photo } = await askCommand<{ photo: PhotoRecord }>(
      'photo',
      'set',
      sha.slice(0, 8),
      ...options,
      '--data',
      data,
    );
    const expected = {
      ...{ sha256: sha, description: CAPTION, headline: 'Hội nghị', sublocation: 'Hội trường 25B', rating: 4 },
      ...{ rightsUsage: 'Một lần', keywords: ['chuyển đổi số', 'hội nghị'], batch: 'Thẻ số 1', decorative: false },
    };
    expect(photo).toMatchObject(expected);
    expect(photo.people.map(({ name, title }) => [name, title])).toEqual([
      ['Mai Xuân Liêm', 'Phó Chủ tịch'],
      ['Đặng Tùng Anh', undefined],
    ]);
    const shown = await askCommand<{ photo: PhotoRecord; row: PhotoRow; uses: unknown[] }>(
      ...['photo', 'show', sha, '--data', data],
    );
    expect(shown).toMatchObject({ photo: expected, row: { name: 'IMG_1.jpg', width: 90, height: 60 }, uses: [] });
    const { out } = await runCommand(['photo', 'show', sha.slice(0, 6), '--data', data], 'vi_VN.UTF-8');
    for (const line of [`Chú thích ảnh: ${CAPTION}`, 'Người trong ảnh: Mai Xuân Liêm – Phó Chủ tịch; Đặng Tùng Anh']) {
      expect(out).toContain(line);
    }

    const list = await askCommand<{ total: number; photos: PhotoRow[] }>(
      ...['photo', 'list', '--query', 'on dinh', '--data', data],
    );
    expect(list).toMatchObject({ total: 1, photos: [{ sha256: sha }] });
    expect((await askCommand<{ total: number }>('photo', 'list', '--uncaptioned', '--data', data)).total).toBe(2);

    const folder = join(tempFolder(), 'xuất');
    const shas = taken.photos.map(({ sha256 }) => sha256);
    const exported = await askCommand<{ files: { sha256: string; file: string }[]; failed: unknown[] }>(
      ...['photo', 'export', ...shas, '--to', folder, '--data', data],
    );
    expect(exported).toMatchObject({ exit: 0, failed: [] });
    expect(exported.files.map(({ file }) => basename(file))).toEqual([
      '2026-11-26 Hội nghị.jpg',
      'IMG_2.jpg',
      'bìa.png',
    ]);
    const file = exported.files[0]!.file;
    expect(await exifToolSays(file)).toMatchObject({
      'XMP-dc:Description': CAPTION,
      'IPTC:Caption-Abstract': CAPTION,
      'XMP-iptcExt:PersonInImage': ['Mai Xuân Liêm', 'Đặng Tùng Anh'],
    });
    // What is there is not written over.
    await askCommand('photo', 'export', sha, '--to', folder, '--size', 'web', '--data', data);
    expect(readdirSync(folder)).toContain('2026-11-26 Hội nghị (2).jpg');
  });

  it('say what is wrong with what was asked, and change nothing', { timeout: 120_000 }, async () => {
    const data = tempFolder();
    const { photos } = await askCommand<Taken>('photo', 'add', join(card, 'bìa.png'), '--batch', 'Bìa', '--data', data);
    const sha = photos[0]!.sha256;
    const ask = async (...args: string[]): Promise<[number | null, string]> => {
      const { exit, error } = await askCommand<Failure>(...args, '--data', data);
      return [exit, error.code];
    };
    expect(await ask('photo', 'show', sha.slice(0, 5))).toEqual([2, 'invalid-request']);
    expect(await ask('photo', 'show', 'f'.repeat(64))).toEqual([1, 'photo-not-found']);
    expect(await ask('photo', 'set', sha)).toEqual([2, 'invalid-request']);
    expect(await ask('photo', 'set', sha, '--caption', 'Đã ghi', '--date', 'hôm qua')).toEqual([2, 'invalid-request']);
    expect(await ask('photo', 'add', card, '--place', '1')).toEqual([2, 'invalid-request']);
    expect(await ask('photo', 'add', join(card, 'không có.jpg'))).toEqual([1, 'file-not-found']);
    const file = join(card, 'ghi chú.txt');
    expect(await ask('photo', 'export', sha, '--to', join(file, 'trong tệp'))).toEqual([1, 'file-not-written']);
    expect(existsSync(join(file, 'trong tệp'))).toBe(false);
    const { photo } = await askCommand<{ photo: PhotoRecord }>('photo', 'show', sha, '--data', data);
    expect(photo).toMatchObject({ description: '', batch: 'Bìa' });
  });
});
