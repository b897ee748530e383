import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { tempFolder } from '../../../tests/support/temp-folder.ts';
import { findPictures } from './find-pictures.ts';

const blank = sharp({ create: { width: 8, height: 8, channels: 3, background: '#123' } });
const rawOfCanon = Buffer.concat([Buffer.from('II*\0\x10\0\0\0CR\x02\0', 'latin1'), Buffer.alloc(40)]);

it('finds the pictures of a card by name, folder after folder, and counts what it passes over', async () => {
  const card = tempFolder();
  for (const folder of ['101CANON', '100CANON', '.Trashes']) mkdirSync(join(card, folder));
  const put = (name: string, bytes: Uint8Array | string): void => writeFileSync(join(card, name), bytes);
  const jpeg = await blank.clone().jpeg().toBuffer();
  put('100CANON/IMG_0002.JPG', jpeg);
  put('100CANON/IMG_0001.JPG', jpeg);
  put('100CANON/IMG_0001.CR2', rawOfCanon);
  put('101CANON/IMG_0003.CR2', rawOfCanon);
  put('101CANON/anh-khong-duoi', await blank.clone().png().toBuffer());
  put('101CANON/MVI_0004.MP4', Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0mp42', 'latin1'));
  put('hỏng.jpg', 'Đây không phải là ảnh');
  put('trống.jpg', '');
  put('ghi chú.txt', 'Nhớ mua pin');
  put('.hidden.jpg', jpeg);
  put('.Trashes/bỏ.jpg', jpeg);
  symlinkSync(card, join(card, '100CANON', 'vòng'));
  symlinkSync(join(card, 'không có'), join(card, 'đứt.jpg'));
  const { files, passedOver, failed } = await findPictures(card);
  expect(files.map((path) => relative(card, path))).toEqual([
    '100CANON/IMG_0001.JPG',
    '100CANON/IMG_0002.JPG',
    // No picture was made of it: whoever takes it in is told what to do.
    '101CANON/IMG_0003.CR2',
    '101CANON/anh-khong-duoi',
    'hỏng.jpg',
    'trống.jpg',
  ]);
  expect(passedOver).toBe(5);
  expect(failed).toMatchObject([{ file: join(card, 'đứt.jpg'), error: { code: 'file-not-found' } }]);
});

it('a folder that is not there, or a file, is said to be none', async () => {
  const folder = tempFolder();
  const file = join(folder, 'anh.jpg');
  writeFileSync(file, await blank.clone().jpeg().toBuffer());
  for (const path of [join(folder, 'không có'), file]) {
    await expect(findPictures(path)).rejects.toMatchObject({ code: 'file-not-found' });
  }
});
