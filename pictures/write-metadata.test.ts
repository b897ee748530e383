import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noMetadata } from '../shared/photos/embedded.ts';
import { cutToBytes } from '../shared/photos/iim-limits.ts';
import type { PictureWords } from '../shared/photos/picture-words.ts';
import { jpegSegment, jpegWithIim, withSegments } from '../tests/support/iim-jpeg.ts';
import { exifToolSays, haveExifToolWrite } from '../tests/support/independent-exiftool.ts';
import { tempFolder } from '../tests/support/temp-folder.ts';
import { endMetadata, runExifTool } from './exiftool.ts';
import { readMetadata } from './read-metadata.ts';
import { isHarmless, writeMetadata } from './write-metadata.ts';

const folder = tempFolder();
const bare = { keepPlace: false, keepSerials: false };
const reference = join(import.meta.dirname, '../tests/fixtures/photos/iptc/IPTC-PhotometadataRef-Std2024.1.jpg');
let plain: Uint8Array;
let count = 0;

beforeAll(async () => {
  plain = await sharp({ create: { width: 40, height: 20, channels: 3, background: '#357' } })
    .jpeg()
    .toBuffer();
});
afterAll(endMetadata);

function file(bytes: Uint8Array | string = plain, ending = '.jpg'): string {
  count += 1;
  const path = join(folder, `${count}${ending}`);
  writeFileSync(path, bytes);
  return path;
}
const { rating: _, iimCharset: __, ...nothing } = noMetadata;
const words = (some: Partial<PictureWords>): PictureWords => ({ ...nothing, ...some });

const caption = `Bà con phường Vĩ Dạ, “ổn định” — ỹ Ấ {a, b} |x| &amp; <b> "y" \\n 100% $x\u2028-dòng hai\u2028@dòng ba`;
const full = words({
  description: caption,
  headline: 'Huế ngập sau trận lụt lớn nhất trong hai mươi năm',
  credit: 'Báo Thừa Thiên Huế – ảnh cộng tác viên',
  source: 'Thông tấn xã Việt Nam, Phân xã Huế',
  creator: 'Nguyễn Thị Phương Thảo Nguyên Hương; Trần Ấn',
  jobTitle: 'Phóng viên ảnh thường trú tại miền Trung',
  copyright: `© 2026 Báo Thừa Thiên Huế. ${'Giữ mọi quyền. '.repeat(12)}`.trim(),
  alt: 'Hai người lội nước ngang gối, dắt xe đạp.',
  extendedDescription: 'Nước ngập đến gối.\u2028Phía sau là chợ Đông Ba.',
  instructions: 'Không dùng quá 30 ngày.',
  rightsUsage: 'Chỉ dùng trong bài này.',
  sublocation: 'Đường Nguyễn Sinh Cung, phường Vĩ Dạ',
  city: 'Thành phố Hồ Chí Minh và Thủ Đức',
  province: 'Thành phố Huế',
  country: 'Việt Nam',
  dateCreated: '2026-11-26T08:30:05+07:00',
  digitalSource: 'digitalCapture',
  keywords: ['lũ lụt', 'Huế, Vĩ Dạ', `${'từ rất dài '.repeat(8)}`.trim()],
  people: [
    { name: 'Nguyễn Văn {A}, [B]', title: 'Chủ tịch | Ủy ban', area: { x: 0.1, y: 0.2, width: 0.3, height: 0.4 } },
    { name: 'Lê Thị Ỷ', area: { x: 0.55, y: 0.25, width: 0.125, height: 0.5 } },
    { name: 'Không rõ chỗ' },
  ],
});

describe('what is written into a picture', () => {
  let said: Record<string, unknown>;
  let path: string;
  beforeAll(async () => {
    path = file();
    await writeMetadata(path, full, bare);
    said = await exifToolSays(path);
  });
  const lines = (text: string): string => text.replaceAll('\u2028', '\n');

  it('is read in XMP by another ExifTool, word for word', () => {
    expect(said).toMatchObject({
      'XMP-dc:Description': lines(caption),
      'XMP-photoshop:Headline': full.headline,
      'XMP-photoshop:Credit': full.credit,
      'XMP-photoshop:Source': full.source,
      'XMP-dc:Creator': ['Nguyễn Thị Phương Thảo Nguyên Hương', 'Trần Ấn'],
      'XMP-photoshop:AuthorsPosition': full.jobTitle,
      'XMP-dc:Rights': full.copyright,
      'XMP-iptcCore:AltTextAccessibility': full.alt,
      'XMP-iptcCore:ExtDescrAccessibility': lines(full.extendedDescription),
      'XMP-photoshop:Instructions': full.instructions,
      'XMP-xmpRights:UsageTerms': full.rightsUsage,
      'XMP-iptcCore:Location': full.sublocation,
      'XMP-photoshop:City': full.city,
      'XMP-photoshop:State': full.province,
      'XMP-photoshop:Country': full.country,
      'XMP-iptcExt:LocationCreated': [
        { Sublocation: full.sublocation, City: full.city, ProvinceState: full.province, CountryName: full.country },
      ],
      'XMP-photoshop:DateCreated': '2026:11:26 08:30:05+07:00',
      'XMP-iptcExt:DigitalSourceType': 'http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture',
      'XMP-dc:Subject': full.keywords,
      'XMP-iptcExt:PersonInImage': full.people.map(({ name }) => name),
      'XMP-iptcExt:PersonInImageWDetails': [
        { PersonName: 'Nguyễn Văn {A}, [B]', PersonDescription: 'Chủ tịch | Ủy ban' },
      ],
    });
    const regions = said['XMP-iptcExt:ImageRegion'] as Record<string, unknown>[];
    expect(regions.map(({ Name, PersonInImage, RegionBoundary }) => [Name, PersonInImage, RegionBoundary])).toEqual([
      [
        'Nguyễn Văn {A}, [B]',
        ['Nguyễn Văn {A}, [B]'],
        { RbShape: 'rectangle', RbUnit: 'relative', RbX: 0.1, RbY: 0.2, RbW: 0.3, RbH: 0.4 },
      ],
      [
        'Lê Thị Ỷ',
        ['Lê Thị Ỷ'],
        { RbShape: 'rectangle', RbUnit: 'relative', RbX: 0.55, RbY: 0.25, RbW: 0.125, RbH: 0.5 },
      ],
    ]);
  });

  it('is cut in IPTC-IIM at words, and marked as UTF-8', () => {
    expect(said).toMatchObject({
      'IPTC:Caption-Abstract': lines(caption),
      'IPTC:Headline': full.headline,
      'IPTC:Credit': 'Báo Thừa Thiên Huế –',
      'IPTC:Source': 'Thông tấn xã Việt Nam,',
      'IPTC:By-line': ['Nguyễn Thị Phương Thảo', 'Trần Ấn'],
      'IPTC:By-lineTitle': 'Phóng viên ảnh thường',
      'IPTC:CopyrightNotice': cutToBytes(full.copyright, 128),
      'IPTC:SpecialInstructions': full.instructions,
      'IPTC:Sub-location': 'Đường Nguyễn Sinh Cung,',
      'IPTC:City': 'Thành phố Hồ Chí Minh và',
      'IPTC:Province-State': 'Thành phố Huế',
      'IPTC:Country-PrimaryLocationName': 'Việt Nam',
      'IPTC:Keywords': ['lũ lụt', 'Huế, Vĩ Dạ', 'từ rất dài từ rất dài từ rất dài từ rất dài'],
      'IPTC:DateCreated': '2026:11:26',
      'IPTC:TimeCreated': '08:30:05+07:00',
    });
    expect(said['IPTC:CodedCharacterSet']).toBe('\u001b%G');
  });

  it('stands in EXIF too', () => {
    expect(said).toMatchObject({
      'IFD0:ImageDescription': lines(caption),
      'IFD0:Artist': full.creator,
      'IFD0:Copyright': full.copyright,
      'ExifIFD:DateTimeOriginal': '2026:11:26 08:30:05',
      'ExifIFD:OffsetTimeOriginal': '+07:00',
    });
  });

  it('gives no reason for a warning, and leaves nothing beside it', () => {
    expect(said['ExifTool:Warning']).toBeUndefined();
    expect(said['Photoshop:IPTCDigest']).toBe(said['File:CurrentIPTCDigest']);
    expect(readdirSync(folder).filter((name) => name.startsWith(`${count}.jpg`))).toEqual([`${count}.jpg`]);
  });

  it('is read again as it was written', async () => {
    expect(await readMetadata(path)).toEqual({ ...full, rating: 0, iimCharset: 'utf-8' });
  });

  it('leaves the picture as it was', async () => {
    const pixels = (source: string | Uint8Array): Promise<Buffer> => sharp(source).raw().toBuffer();
    expect(await pixels(path)).toEqual(await pixels(plain));
  });
});

describe('a file that is written again', () => {
  it('says the same after ten rounds of writing and reading, byte for byte', async () => {
    const path = file();
    let read: PictureWords = words({ description: '“ổn định” — ỹ Ấ'.normalize('NFD'), city: 'Đà Nẵng' });
    await writeMetadata(path, read, bare);
    const first = readFileSync(path);
    for (let round = 0; round < 10; round += 1) {
      read = await readMetadata(path);
      await writeMetadata(path, read, bare);
    }
    expect(read.description).toBe('“ổn định” — ỹ Ấ'.normalize('NFC'));
    expect(readFileSync(path).equals(first)).toBe(true);
    expect((await exifToolSays(path))['XMP-dc:Description']).toBe('“ổn định” — ỹ Ấ');
  });

  it('holds nothing of an older caption, in no language and no charset', async () => {
    const path = file(
      jpegWithIim(plain, [
        [120, Buffer.from('vieux café', 'latin1')],
        [105, Buffer.from('tít', 'latin1')],
      ]),
    );
    await haveExifToolWrite(
      path,
      ...['-XMP-dc:Description-fr=vieux', '-XMP-dc:Title=cũ', '-XMP-dc:Subject=cũ', '-XMP-photoshop:City=cũ'],
      ...['-XPComment=cũ', '-UserComment=old', '-Comment=old', '-EXIF:Artist=old', '-XMP-mwg-rs:RegionName=cũ'],
    );
    await writeMetadata(path, words({ description: 'Lụt ở Huế' }), bare);
    const said = await exifToolSays(path);
    expect(said['IPTC:Caption-Abstract']).toBe('Lụt ở Huế');
    expect(JSON.stringify(said)).not.toMatch(/vieux|cũ|old|tít/u);
    expect(said['ExifTool:Warning']).toBeUndefined();
  });

  it('of which nothing is said any more says nothing', async () => {
    const path = file();
    await writeMetadata(path, full, bare);
    await writeMetadata(path, words({}), bare);
    expect(await readMetadata(path)).toEqual(noMetadata);
  });

  it('keeps the rights that others have in it', async () => {
    const path = file();
    copyFileSync(reference, path);
    await writeMetadata(path, words({ description: 'Lụt ở Huế' }), bare);
    expect(await exifToolSays(path)).toMatchObject({
      'XMP-plus:DataMining': expect.stringContaining('DMI-PROHIBITED'),
      'XMP-plus:Licensor': expect.any(Array),
      'XMP-xmpRights:WebStatement': expect.any(String),
    });
  });

  it('keeps how it is turned, with the places of faces in the upright picture', async () => {
    const path = file();
    await haveExifToolWrite(path, '-Orientation=6');
    await writeMetadata(path, full, bare);
    const said = await exifToolSays(path);
    const [region] = said['XMP-iptcExt:ImageRegion'] as { RegionBoundary: unknown }[];
    expect(said['IFD0:Orientation']).toBe(6);
    expect(region?.RegionBoundary).toMatchObject({ RbX: 0.2, RbY: 0.6, RbW: 0.4, RbH: 0.3 });
    expect((await readMetadata(path)).people).toEqual(full.people);
  });

  it('keeps its colours', async () => {
    const before = await sharp(plain).withIccProfile('p3').jpeg().toBuffer();
    const path = file(before);
    await writeMetadata(path, full, bare);
    expect(
      (await exifToolSays(path))['ICC_Profile:ProfileDescription'] ?? (await sharp(path).metadata()).icc,
    ).toBeDefined();
  });

  it('whose EXIF is broken is written all the same, turned as it was', async () => {
    const exif = Buffer.from(
      '457869660000' +
        '4d4d002a00000008' +
        '0002' +
        '0112' +
        '0003' +
        '00000001' +
        '00030000' +
        '8769' +
        '0004' +
        '00000001' +
        '00ffffff' +
        '00000000',
      'hex',
    );
    const path = file(withSegments(plain, [jpegSegment(0xe1, exif)]));
    await writeMetadata(path, full, bare);
    const said = await exifToolSays(path);
    expect(said).toMatchObject({ 'IFD0:Orientation': 3, 'IFD0:Artist': full.creator });
    expect(said['ExifTool:Warning']).toBeUndefined();
  });
});

/** An EXIF of a make and of notes alone. */
function withMakerNotes(jpeg: Uint8Array, text: string): Uint8Array {
  const notes = Buffer.from(text);
  const [make, exif, data] = [10, 38, 56];
  const tiff = Buffer.concat([Buffer.alloc(data), notes]);
  const entry = (at: number, tag: number, type: number, count: number): void => {
    tiff.writeUInt16LE(tag, at);
    tiff.writeUInt16LE(type, at + 2);
    tiff.writeUInt32LE(count, at + 4);
  };
  tiff.write('II*\0\x08\0\0\0\x02\0', 'latin1');
  entry(make, 0x010f, 2, 4);
  tiff.write('Foo\0', make + 8, 'latin1');
  entry(make + 12, 0x8769, 4, 1);
  tiff.writeUInt32LE(exif, make + 20);
  tiff.writeUInt16LE(1, exif);
  entry(exif + 2, 0x927c, 7, notes.length);
  tiff.writeUInt32LE(data, exif + 10);
  return withSegments(jpeg, [jpegSegment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]))]);
}

describe('where the camera was, and which it was', () => {
  const secrets = [
    ...['-GPSLatitude=16.4637', '-GPSLatitudeRef=N', '-GPSLongitude=107.5909', '-GPSLongitudeRef=E'],
    ...['-XMP-exif:GPSLatitude=16.4637', '-XMP-exif:GPSLongitude=107.5909'],
    ...['-XMP-iptcExt:LocationCreatedGPSLatitude=16.4637', '-XMP-iptcExt:LocationShownGPSLatitude=16.4637'],
    ...['-EXIF:SerialNumber=SN-4711', '-EXIF:LensSerialNumber=SN-4712', '-EXIF:OwnerName=SN-4713'],
    ...['-XMP-aux:SerialNumber=SN-4714', '-XMP-aux:LensSerialNumber=SN-4715', '-IFD0:CameraSerialNumber=SN-4716'],
    ...['-EXIF:Make=Canon', '-EXIF:FNumber=5.6'],
  ];
  const written = async (keepPlace: boolean, keepSerials: boolean): Promise<Record<string, unknown>> => {
    const path = file();
    await haveExifToolWrite(path, ...secrets);
    await writeMetadata(path, full, { keepPlace, keepSerials });
    return exifToolSays(path);
  };
  const places = (said: Record<string, unknown>): string[] => JSON.stringify(said).match(/GPSL\w+/gu) ?? [];
  const serials = (said: Record<string, unknown>): number => new Set(JSON.stringify(said).match(/SN-\d+/gu)).size;

  it('goes by default, how the picture was taken stays', async () => {
    const said = await written(false, false);
    expect([places(said), serials(said)]).toEqual([[], 0]);
    expect(said).toMatchObject({ 'IFD0:Make': 'Canon', 'ExifIFD:FNumber': 5.6 });
  });

  it('stays where the office wants it', async () => {
    const said = await written(true, true);
    expect(said).toMatchObject({
      'GPS:GPSLatitude': expect.closeTo(16.4637),
      'XMP-exif:GPSLatitude': expect.closeTo(16.4637),
      'XMP-iptcExt:LocationCreated': [{ City: full.city, GPSLatitude: expect.closeTo(16.4637) }],
    });
    expect(serials(said)).toBe(6);
    expect(serials(await written(true, false))).toBe(0);
    expect(places(await written(false, true))).toEqual([]);
  });

  it('is found in the original of a rendition, which is shown in its own way', async () => {
    const original = join(folder, 'gốc 100%d.jpg');
    writeFileSync(original, plain);
    await haveExifToolWrite(original, ...secrets, '-Orientation=6', '-XMP-plus:DataMining=DMI-PROHIBITED');
    const before = readFileSync(original);
    const path = file();
    await writeMetadata(path, full, { ...bare, original });
    const said = await exifToolSays(path);
    expect([places(said), serials(said), said['IFD0:Orientation']]).toEqual([[], 0, undefined]);
    expect(said).toMatchObject({ 'IFD0:Make': 'Canon', 'XMP-plus:DataMining': expect.any(String) });
    await writeMetadata(path, full, { keepPlace: true, keepSerials: true, original });
    const open = await exifToolSays(path);
    expect(open['XMP-iptcExt:LocationCreated']).toEqual([
      expect.objectContaining({ GPSLatitude: expect.closeTo(16.4637) }),
    ]);
    expect([open['GPS:GPSLatitude'], serials(open)]).toEqual([expect.closeTo(16.4637), 6]);
    expect(readFileSync(original).equals(before)).toBe(true);
  });

  it('does not bring a camera’s own notes into a rendition, for they may hold the picture as it was', async () => {
    const notes = 'ảnh nhỏ chưa che mặt '.repeat(4);
    const original = join(folder, 'gốc.jpg');
    writeFileSync(original, withMakerNotes(plain, notes));
    const path = file();
    await writeMetadata(path, full, { keepPlace: true, keepSerials: true, original });
    expect(readFileSync(path).includes(notes)).toBe(false);
    await writeMetadata(original, full, { keepPlace: true, keepSerials: true });
    expect(readFileSync(original).includes(notes)).toBe(true);
    await writeMetadata(original, full, bare);
    expect(readFileSync(original).includes(notes)).toBe(false);
  });

  it('goes with the small pictures that a camera hides in a file', async () => {
    const path = file(
      await sharp(plain)
        .withExif({ IFD0: { Make: 'Canon' } })
        .jpeg()
        .toBuffer(),
    );
    const thumb = join(folder, 'thumb.bin');
    writeFileSync(thumb, plain);
    await haveExifToolWrite(path, `-ThumbnailImage<=${thumb}`);
    expect(await exifToolSays(path)).toHaveProperty('IFD1:ThumbnailImage');
    await writeMetadata(path, full, bare);
    expect(await exifToolSays(path)).not.toHaveProperty('IFD1:ThumbnailImage');
  });
});

describe('other formats', () => {
  it.each(['png', 'webp', 'tiff', 'avif'] as const)('%s holds the words too', async (format) => {
    const path = file(await sharp(plain).toFormat(format).toBuffer(), '');
    await writeMetadata(path, full, bare);
    const said = await exifToolSays(path);
    expect(said['XMP-dc:Description']).toBe(caption.replaceAll('\u2028', '\n'));
    expect(said['IPTC:City']).toBe(format === 'tiff' ? 'Thành phố Hồ Chí Minh và' : undefined);
    expect(said['ExifTool:Warning']).toBeUndefined();
    expect((await sharp(path).metadata()).width).toBe(40);
  });
});

it.each(['jpeg', 'png', 'webp', 'tiff', 'avif'] as const)(
  'nothing that was said before is left in %s',
  async (format) => {
    const path = file(await sharp(plain).toFormat(format).toBuffer(), '');
    const names = [
      'ImageDescription',
      'Artist',
      'Copyright',
      'DocumentName',
      'Software',
      'HostComputer',
      'ImageHistory',
    ];
    const more = ['XPTitle', 'XPComment', 'XPAuthor', 'XPKeywords', 'XPSubject', 'CameraSerialNumber', 'CameraLabel'];
    const old = [...names, ...more].map((name) => `-IFD0:${name}=OLD ${name}`);
    await haveExifToolWrite(path, ...old, '-ExifIFD:UserComment=OLD', '-XMP-photoshop:Instructions=OLD', '-Make=Canon');
    expect(JSON.stringify(await exifToolSays(path))).toContain('OLD');
    await writeMetadata(path, { ...full, creator: '', copyright: '' }, bare);
    const said = await exifToolSays(path);
    expect(JSON.stringify(said)).not.toContain('OLD');
    expect(said['IFD0:Make']).toBe('Canon');
    expect((await sharp(path).metadata()).width).toBe(40);
  },
);

describe('what cannot be written', () => {
  it.each([
    ['text', 'Chỉ là chữ'],
    ['a picture cut off in its head', Buffer.from('ffd8ffe1ffff4578', 'hex')],
  ])('leaves %s as it was', async (_, bytes) => {
    const path = file(bytes);
    const before = readFileSync(path);
    await expect(writeMetadata(path, full, bare)).rejects.toMatchObject({ code: 'photo-metadata-failed' });
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(readdirSync(folder).filter((name) => name.startsWith(`${count}.jpg`))).toEqual([`${count}.jpg`]);
  });

  it('is an error where a value would silently be left out', async () => {
    const path = file();
    const wrong = writeMetadata(path, words({ description: 'Lụt', dateCreated: 'hôm qua' }), bare);
    await expect(wrong).rejects.toMatchObject({
      code: 'photo-metadata-failed',
      details: { reason: 'XMP-photoshop:DateCreated was not written as it is' },
    });
  });

  it('is an error where a letter could not be encoded or a text was cut by ExifTool', async () => {
    const path = file();
    const { messages } = await runExifTool(['-overwrite_original', '-IPTC:City=Thành phố Huế ngập lụt', path]);
    expect(messages.some((message) => /could not be encoded/u.test(message))).toBe(true);
    expect(messages.filter(isHarmless)).toEqual([]);
    const cut = await runExifTool(['-overwrite_original', `-IPTC:City=${'a'.repeat(40)}`, path]);
    expect(cut.messages.length).toBe(1);
    expect(cut.messages.filter(isHarmless)).toEqual([]);
  });
});

it.each(['1.10', 'true', 'null', '-', '#5', 'base64:aGVsbG8=', '$filename', '%f', '\\n', '{a=b}', '-x=y'])(
  'writes %s as it is',
  async (text) => {
    const path = file();
    await writeMetadata(path, words({ description: text, keywords: [text], people: [{ name: text }] }), bare);
    expect(await readMetadata(path)).toMatchObject({ description: text, keywords: [text], people: [{ name: text }] });
  },
);

it('writes whatever a person can type (seed 7)', async () => {
  const path = file();
  const text = fc.string({
    unit: fc.constantFrom(...'aỹẤ“”—,{}[]|&;<>"\'\\/=-@#$%+~^`\t 0', '\u2028', 'e\u0301', '👩‍🌾', '\u0001'),
    maxLength: 40,
  });
  await fc.assert(
    fc.asyncProperty(text, text, text, async (description, headline, name) => {
      await writeMetadata(
        path,
        words({ description, headline, people: [{ name, title: headline }], keywords: [name] }),
        bare,
      );
      const clean = (written: string): string =>
        written
          .normalize('NFC')
          .replaceAll('\u0001', '')
          .replace(/^\s+|\s+$/gu, '');
      const line = (written: string): string => clean(written.replaceAll('\u2028', ' '));
      const read = await readMetadata(path);
      expect([read.description, read.headline]).toEqual([clean(description), line(headline)]);
      expect(read.people[0]?.name ?? '').toBe(line(name));
      expect(read.keywords).toEqual([line(name)].filter((keyword) => keyword !== ''));
    }),
    { seed: 7, numRuns: 60 },
  );
});
