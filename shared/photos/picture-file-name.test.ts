import { describe, expect, it } from 'vitest';
import { FileNames, pictureFileName } from './picture-file-name.ts';

describe('the name of a picture that is given out', () => {
  it.each([
    ['2026-11-26T08:30:00+07:00', 'Hội nghị “ổn định”: 10/63', 'IMG_1.JPG', '2026-11-26 Hội nghị “ổn định” 10 63.jpg'],
    ['2026-11-26', '', 'DSC_0042.NEF.jpg', '2026-11-26 DSC_0042.NEF.jpg'],
    [null, ' . ', 'CON.jpg', 'ảnh CON.jpg'],
    [null, '', '.jpg', 'ảnh.jpg'],
    [null, 'u\u031b\u0323', 'a', 'ự.jpg'],
    [null, 'a\u202Egpj.exe', 'a', 'a gpj.exe.jpg'],
  ])('%s %j %j is %j', (date, headline, name, expected) => {
    expect(pictureFileName({ date, headline, name }, 'jpg')).toBe(expected);
  });

  it('is short enough for every file system, cut at a word', () => {
    const name = pictureFileName({ date: '2026-11-26', headline: 'nghị quyết '.repeat(60), name: '' }, 'jpg');
    expect(Buffer.byteLength(name)).toBeLessThan(200);
    expect(name).toMatch(/(?:nghị|quyết)\.jpg$/u);
    expect(pictureFileName({ date: null, headline: 'ế'.repeat(300), name: '' }, 'jpg')).toBe(`${'ế'.repeat(60)}.jpg`);
  });

  it('is no other’s, whatever a system takes for the same', () => {
    const names = new FileNames();
    expect(['Ảnh.jpg', 'ảnh.jpg', 'Ảnh.jpg'.normalize('NFD'), 'Ảnh (2).jpg'].map((name) => names.apart(name))).toEqual([
      'Ảnh.jpg',
      'ảnh (2).jpg',
      'Ảnh (3).jpg'.normalize('NFD'),
      'Ảnh (2) (2).jpg',
    ]);
  });
});
