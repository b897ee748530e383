import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import sharp, { type Region } from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PhotoExportEvent } from '../../../shared/contract/desk-photos.ts';
import type { RecordChange } from '../../../shared/photos/write-record.ts';
import { exifToolSays } from '../../../tests/support/independent-exiftool.ts';
import { hasTools, pdfText } from '../../../tests/support/office-tools.ts';
import { tempFolder } from '../../../tests/support/temp-folder.ts';
import { Desk } from '../desk/desk.ts';

const CAPTION = 'Quang cảnh Hội nghị “ổn định” — ỹ Ấ.';
const WIDTH = 600;
const HEIGHT = 400;

let folder: string;
let desk: Desk;
beforeEach(async () => {
  folder = tempFolder();
  desk = await Desk.open({ folder, name: 'Lan', clock: () => new Date('2026-11-26T01:30:00Z') });
});
afterEach(() => desk.close());

/** A picture of a phone: lying on its side, with the place and the number of the camera. `shade` tells pictures apart. */
async function picture(shade: number): Promise<Buffer> {
  const pixels = Buffer.from(Array.from({ length: WIDTH * HEIGHT * 3 }, (_, index) => (index * 7 + shade * 31) % 256));
  return sharp(pixels, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } })
    .jpeg({ quality: 90 })
    .withMetadata({
      orientation: 6,
      exif: {
        IFD0: { ImageDescription: 'cũ' },
        IFD2: { BodySerialNumber: '12345' },
        IFD3: {
          GPSLatitudeRef: 'N',
          GPSLatitude: '19/1 48/1 0/1',
          GPSLongitudeRef: 'E',
          GPSLongitude: '105/1 46/1 0/1',
        },
      },
    })
    .toBuffer();
}

async function take(shade: number, change: RecordChange, name = `IMG_${shade}.jpg`): Promise<string> {
  const { sha256 } = await desk.photoIntake.takeIn(new Blob([new Uint8Array(await picture(shade))]), {
    name,
    batch: '',
  });
  const { failed } = await desk.photoRecords.change([{ sha256, change }]);
  expect(failed).toEqual([]);
  return sha256;
}

type Exported = { files: Record<string, Uint8Array>; end: Extract<PhotoExportEvent, { type: 'end' }> };

async function exported(sha256s: string[], size: 'full' | 'web' = 'full'): Promise<Exported> {
  const pieces: Uint8Array[] = [];
  let end: Exported['end'] | undefined;
  for await (const event of desk.photoExports.files({ sha256s, size })) {
    if (event.type === 'bytes') pieces.push(event.bytes);
    if (event.type === 'end') end = event;
  }
  return { files: unzipSync(Buffer.concat(pieces)), end: end! };
}

const unfinished = (): string[] => readdirSync(join(folder, 'photos', 'unfinished'));
const set = (text: string) => ({ how: 'set' as const, text });
const area = (x: number, y: number, width: number, height: number) => ({ x, y, width, height });

describe('pictures as files', () => {
  it('are the originals’ pictures with what is said of them, and without where the camera was', async () => {
    const sha256 = await take(1, {
      texts: { description: set(CAPTION), headline: set('Hội nghị: chuyển đổi số'), credit: set('Thu Hà') },
      people: [{ id: 'a', name: 'Mai Xuân Liêm', area: area(0.1, 0.2, 0.3, 0.2) }],
      dateCreated: '2026-11-26T08:30:00+07:00',
    });
    const { files, end } = await exported([sha256]);
    const [[name, bytes] = ['', new Uint8Array()]] = Object.entries(files);
    expect(name).toBe('2026-11-26 Hội nghị chuyển đổi số.jpg');
    expect(end).toMatchObject({ name: 'anh-2026-11-26.zip', files: 1, failed: [] });
    const original = await desk.photos.read(sha256);
    const pixels = (file: Uint8Array): Promise<Buffer> => sharp(file).raw().toBuffer();
    expect((await pixels(bytes)).equals(await pixels(original))).toBe(true);
    const tags = await tagsOf(bytes);
    expect(tags).toMatchObject({
      'XMP-dc:Description': CAPTION,
      'IPTC:Caption-Abstract': CAPTION,
      'IPTC:CodedCharacterSet': '\u001b%G',
      'IPTC:Credit': 'Thu Hà',
      'XMP-iptcExt:PersonInImage': ['Mai Xuân Liêm'],
    });
    expect(Object.keys(tags).filter((tag) => /GPS|Serial/u.test(tag))).toEqual([]);
    expect(unfinished()).toEqual([]);
  });

  it('keep place and serial number where the office wants them', async () => {
    await desk.photoOffice.change({ save: [], forget: [], rules: { keepPlace: true, keepSerials: true } });
    const { files } = await exported([await take(1, { texts: { description: set(CAPTION) } })]);
    const tags = await tagsOf(Object.values(files)[0]!);
    expect(Object.keys(tags)).toEqual(expect.arrayContaining(['GPS:GPSLatitude', 'ExifIFD:SerialNumber']));
  });

  it('never leave with a face that is to be unknown, nor with its name', async () => {
    const people = [
      { id: 'a', name: 'Cháu A', area: area(0.1, 0.1, 0.2, 0.2) },
      { id: 'b', name: 'Cô Hoa', area: area(0.6, 0.1, 0.2, 0.2) },
    ];
    const faces = { face: area(0.1, 0.1, 0.2, 0.2) };
    const pixelated = await take(1, { people, pixelated: faces, withheld: true });
    const heldBack = await take(2, { people, withheld: true });
    const { files, end } = await exported([heldBack, pixelated]);
    expect(end).toMatchObject({ files: 1, failed: [{ sha256: heldBack, error: { code: 'photo-held-back' } }] });
    const [bytes] = Object.values(files);
    const tags = await tagsOf(bytes!);
    expect(tags['XMP-iptcExt:PersonInImage']).toEqual(['Cô Hoa']);
    expect(JSON.stringify(tags)).not.toContain('Cháu A');
    const face = (file: Uint8Array): Promise<number> => variety(file, { left: 60, top: 80, width: 50, height: 80 });
    // Upright it is as wide as it was high.
    expect(await sharp(bytes).metadata()).toMatchObject({ width: HEIGHT, height: WIDTH });
    expect(await face(await desk.photos.read(pixelated))).toBeGreaterThan(1_000);
    expect(await face(bytes!)).toBeLessThan(100);
  });

  it('for the web are smaller, with their edits, and people are where they are then', async () => {
    const sha256 = await take(1, {
      people: [{ id: 'a', name: 'Mai Xuân Liêm', area: area(0.5, 0.5, 0.25, 0.25) }],
      crops: { free: area(0.5, 0.5, 0.5, 0.5) },
    });
    const { files } = await exported([sha256], 'web');
    const [bytes] = Object.values(files);
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 200, height: 300 });
    expect(await tagsOf(bytes!)).toMatchObject({
      'XMP-iptcExt:PersonInImage': ['Mai Xuân Liêm'],
      'XMP-iptcExt:ImageRegion': [
        { RegionBoundary: { RbX: expect.closeTo(0), RbY: expect.closeTo(0), RbW: expect.closeTo(0.5) } },
      ],
    });
  });

  it.each(['png', 'webp', 'tiff', 'avif'] as const)('say it in %s as well', async (format) => {
    const bytes = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#456' } })
      .toFormat(format)
      .toBuffer();
    const taken = desk.photoIntake.takeIn(new Blob([new Uint8Array(bytes)]), { name: `a.${format}`, batch: '' });
    const { sha256 } = await taken;
    await desk.photoRecords.change([{ sha256, change: { texts: { description: set(CAPTION) } } }]);
    const { files, end } = await exported([sha256]);
    expect(end.failed).toEqual([]);
    const [[name, file] = ['', new Uint8Array()]] = Object.entries(files);
    expect(name).toBe(`a.${format === 'tiff' ? 'tif' : format}`);
    expect(await tagsOf(file)).toMatchObject({ 'XMP-dc:Description': CAPTION });
    expect(await sharp(file).metadata()).toMatchObject({ width: 60, height: 40 });
  });

  it('have names of their own, and what is not here is told and left out', async () => {
    const alike = { texts: { headline: set('Hội nghị') }, dateCreated: '2026-11-26' };
    const shas = [await take(1, alike), await take(2, alike), 'ab'.repeat(32)];
    const { files, end } = await exported(shas);
    expect(Object.keys(files)).toEqual(['2026-11-26 Hội nghị.jpg', '2026-11-26 Hội nghị (2).jpg']);
    expect(end).toMatchObject({ files: 2, failed: [{ sha256: 'ab'.repeat(32), error: { code: 'photo-not-found' } }] });
  });

  it('leave nothing behind where somebody stops listening', async () => {
    const shas = [await take(1, {}), await take(2, {})];
    for await (const event of desk.photoExports.files({ sha256s: shas, size: 'full' })) {
      if (event.type === 'bytes') break;
    }
    expect(unfinished()).toEqual([]);
  });
});

it.runIf(hasTools('pdftotext'))('a contact sheet names every picture and shows none that is held back', async () => {
  const shown = await take(1, { texts: { description: set(CAPTION) }, rating: 3 });
  const heldBack = await take(2, { withheld: true });
  const { name, bytes } = await desk.photoExports.contactSheet({ sha256s: [shown, heldBack], title: 'Thẻ 1' });
  expect(name).toBe('the-1.pdf');
  const text = await pdfText(bytes);
  for (const words of [CAPTION, 'IMG_1.jpg', 'IMG_2.jpg', 'Ảnh chưa đưa ra được']) expect(text).toContain(words);
  expect(
    Buffer.from(bytes)
      .toString('latin1')
      .match(/\/Subtype \/Image/g),
  ).toHaveLength(1);
});

async function tagsOf(bytes: Uint8Array): Promise<Record<string, unknown>> {
  const file = join(tempFolder(), 'a.jpg');
  writeFileSync(file, bytes);
  return exifToolSays(file);
}

/** How much the pixels of a part differ from each other. */
async function variety(bytes: Uint8Array, part: Region): Promise<number> {
  const { channels } = await sharp(await sharp(bytes).autoOrient().extract(part).toBuffer()).stats();
  return channels[0]!.stdev ** 2;
}
