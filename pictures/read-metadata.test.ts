import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { crc32, createDeflate } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { noMetadata } from '../shared/photos/embedded.ts';
import { type IimRecord, jpegWithIim, withSegments, xmpSegment } from '../tests/support/iim-jpeg.ts';
import { haveExifToolWrite } from '../tests/support/independent-exiftool.ts';
import { encodeWindows1258 } from '../tests/support/old-encodings.ts';
import { tempFolder } from '../tests/support/temp-folder.ts';
import { endMetadata, metadataProblem, readMetadata } from './read-metadata.ts';

const folder = tempFolder();
const CAPTION = 120;
const [CITY, BYLINE, KEYWORD, DATE, TIME] = [90, 80, 25, 55, 60];
let plain: Uint8Array;
let count = 0;

beforeAll(async () => {
  plain = await sharp({ create: { width: 40, height: 20, channels: 3, background: '#357' } })
    .jpeg()
    .toBuffer();
});
afterAll(endMetadata);

function file(bytes: Uint8Array | string): string {
  count += 1;
  const path = join(folder, `${count}`);
  writeFileSync(path, bytes);
  return path;
}
const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const iim = (records: IimRecord[], marked = false): string => file(jpegWithIim(plain, records, marked));
const packet = (body: string): string =>
  `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:ext="http://iptc.org/std/Iptc4xmpExt/2008-02-29/">${body}</rdf:Description></rdf:RDF></x:xmpmeta>`;
const xmp = (body: string): string => file(withSegments(plain, [xmpSegment(packet(body))]));
const languages = (texts: Record<string, string>): string =>
  `<dc:description><rdf:Alt>${Object.entries(texts)
    .map(([language, text]) => `<rdf:li xml:lang="${language}">${text}</rdf:li>`)
    .join('')}</rdf:Alt></dc:description>`;

describe('the charset of IPTC-IIM', () => {
  const vietnamese = 'Bà con phường Vĩ Dạ đổ ra đường sau trận lụt ở Huế.';

  it.each([
    ['marked UTF-8', 'utf-8', Buffer.from(vietnamese), true, vietnamese],
    ['unmarked UTF-8', 'unmarked-utf-8', Buffer.from(vietnamese), false, vietnamese],
    ['unmarked UTF-8, decomposed', 'unmarked-utf-8', Buffer.from(vietnamese.normalize('NFD')), false, vietnamese],
    ['windows-1258', 'windows-1258', latin1(encodeWindows1258(vietnamese)), false, vietnamese],
    ['windows-1258, a name alone', 'windows-1258', latin1(encodeWindows1258('Đà Nẵng')), false, 'Đà Nẵng'],
    [
      'Latin-1',
      'latin-1',
      latin1('Un café à São Paulo, après l’été'.replace('’', "'")),
      false,
      "Un café à São Paulo, après l'été",
    ],
    ['windows-1252', 'latin-1', Buffer.from([0x93, 0x63, 0x61, 0x66, 0xe9, 0x94, 0x20, 0x96]), false, '“café” –'],
    ['plain letters', 'unmarked-utf-8', latin1('A plain caption'), false, 'A plain caption'],
    ['Latin-1 that says it is UTF-8', 'latin-1', latin1('café'), true, 'café'],
    ['windows-1258 that says it is UTF-8', 'windows-1258', latin1(encodeWindows1258(vietnamese)), true, vietnamese],
  ] as const)('is known: %s', async (_, charset, bytes, marked, text) => {
    const read = await readMetadata(iim([[CAPTION, bytes]], marked));
    expect(read).toMatchObject({ description: text, iimCharset: charset });
  });

  it('is one for all texts of a file', async () => {
    const texts: IimRecord[] = [
      [CITY, latin1(encodeWindows1258('Huế'))],
      [BYLINE, latin1(encodeWindows1258('Nguyễn Văn Ấn'))],
      [KEYWORD, latin1(encodeWindows1258('lũ lụt'))],
      [KEYWORD, latin1('Hue')],
    ];
    expect(await readMetadata(iim(texts))).toMatchObject({
      city: 'Huế',
      creator: 'Nguyễn Văn Ấn',
      keywords: ['lũ lụt', 'Hue'],
      iimCharset: 'windows-1258',
    });
  });

  it('is guessed too where XMP or EXIF is not the UTF-8 that it should be', async () => {
    const path = file(plain);
    await haveExifToolWrite(path, '-charset', 'exif=Latin', '-EXIF:Artist=Zoë Müller', '-XMP-photoshop:City=S#o Paulo');
    const bytes = readFileSync(path);
    bytes.write('ã', bytes.indexOf('S#o Paulo') + 1, 'latin1');
    writeFileSync(path, bytes);
    expect(await readMetadata(path)).toMatchObject({ creator: 'Zoë Müller', city: 'São Paulo' });
  });

  it('is not told of a file without IPTC-IIM', async () => {
    expect((await readMetadata(file(plain))).iimCharset).toBeNull();
  });
});

describe('what a picture says of itself', () => {
  it('is taken from XMP first, then from IPTC-IIM, then from EXIF, field by field', async () => {
    const path = iim([
      [CAPTION, Buffer.from('iim caption')],
      [BYLINE, Buffer.from('iim creator')],
    ]);
    await haveExifToolWrite(
      path,
      '-XMP-dc:Description=xmp caption',
      '-EXIF:Artist=exif creator',
      '-EXIF:Copyright=exif ©',
    );
    const read = await readMetadata(path);
    expect(read).toMatchObject({ description: 'xmp caption', creator: 'iim creator', copyright: 'exif ©' });
  });

  it.each([
    [{ en: 'english', 'x-default': 'default', vi: 'tiếng Việt' }, 'tiếng Việt'],
    [{ en: 'english', 'x-default': 'default', 'vi-VN': 'tiếng Việt' }, 'tiếng Việt'],
    [{ en: 'english', 'x-default': 'default' }, 'default'],
    [{ 'fr-FR': 'français', 'en-US': 'english' }, 'english'],
    [{ 'fr-FR': 'français' }, 'français'],
  ])('is Vietnamese where it can be: %j', async (texts, chosen) => {
    expect((await readMetadata(xmp(languages(texts)))).description).toBe(chosen);
  });

  it('is text, also where it looks like a number or a truth', async () => {
    const path = xmp(
      '<photoshop:Headline>2024.10</photoshop:Headline><dc:subject><rdf:Bag><rdf:li>0042</rdf:li><rdf:li>true</rdf:li><rdf:li>1e3</rdf:li></rdf:Bag></dc:subject>',
    );
    expect(await readMetadata(path)).toMatchObject({ headline: '2024.10', keywords: ['0042', 'true', '1e3'] });
  });

  it('keeps its lines, its quotes and its signs, in NFC', async () => {
    const path = xmp(languages({ 'x-default': `“ổn định” &amp;amp; &lt;b&gt;&#xA;${'ỹ Ấ'.normalize('NFD')}` }));
    expect((await readMetadata(path)).description).toBe('“ổn định” &amp; <b>\u2028ỹ Ấ');
  });

  it('is the place where it was taken before the place that it shows, and that before the older fields', async () => {
    const path = file(plain);
    await haveExifToolWrite(path, '-XMP-photoshop:City=old', '-XMP-photoshop:Country=Việt Nam');
    expect(await readMetadata(path)).toMatchObject({ city: 'old', country: 'Việt Nam' });
    await haveExifToolWrite(path, '-XMP-iptcExt:LocationShownCity=shown');
    expect(await readMetadata(path)).toMatchObject({ city: 'shown', country: 'Việt Nam' });
    await haveExifToolWrite(path, '-XMP-iptcExt:LocationCreatedCity=created');
    expect(await readMetadata(path)).toMatchObject({ city: 'created', country: 'Việt Nam' });
  });

  it.each([
    [['-XMP-photoshop:DateCreated=2026:11:26'], '2026-11-26'],
    [['-XMP-photoshop:DateCreated=2026:11:26 08:30'], '2026-11-26T08:30'],
    [['-XMP-photoshop:DateCreated=2026:11:26 08:30:05.5+07:00'], '2026-11-26T08:30:05+07:00'],
    [['-XMP-photoshop:DateCreated=2026'], null],
    [['-EXIF:DateTimeOriginal=2026:11:26 08:30:05'], '2026-11-26T08:30:05'],
    [['-EXIF:DateTimeOriginal=2026:11:26 08:30:05', '-EXIF:OffsetTimeOriginal=+07:00'], '2026-11-26T08:30:05+07:00'],
    [['-EXIF:DateTimeOriginal=0000:00:00 00:00:00'], null],
    [['-EXIF:DateTimeOriginal=2026:02:31 00:00:00'], null],
    [['-XMP-photoshop:DateCreated=2026', '-EXIF:DateTimeOriginal=2026:11:26 08:30:05'], '2026-11-26T08:30:05'],
  ])('is when it was taken: %j', async (args, date) => {
    const path = file(plain);
    await haveExifToolWrite(path, ...args);
    expect((await readMetadata(path)).dateCreated).toBe(date);
  });

  it('is when it was taken by IPTC-IIM', async () => {
    const path = iim([
      [DATE, latin1('20261126')],
      [TIME, latin1('083005+0700')],
    ]);
    expect((await readMetadata(path)).dateCreated).toBe('2026-11-26T08:30:05+07:00');
  });

  it.each([
    ['http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia', 'trainedAlgorithmicMedia'],
    ['https://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture', 'digitalCapture'],
    ['http://cv.iptc.org/newscodes/digitalsourcetype/minorHumanEdits', 'humanEdits'],
    ['http://example.org/somethingElse', null],
  ])('is how it was made: %s', async (uri, term) => {
    const path = xmp(`<ext:DigitalSourceType>${uri}</ext:DigitalSourceType>`);
    expect((await readMetadata(path)).digitalSource).toBe(term);
  });

  it('is not what a camera says of every picture', async () => {
    const path = file(plain);
    await haveExifToolWrite(path, '-EXIF:ImageDescription=OLYMPUS DIGITAL CAMERA');
    expect((await readMetadata(path)).description).toBe('');
  });

  it.each(['jpeg', 'png', 'webp', 'tiff', 'avif'] as const)('is read in %s', async (format) => {
    const path = file(await sharp(plain).toFormat(format).toBuffer());
    await haveExifToolWrite(path, '-XMP-dc:Description=Lụt ở Huế');
    expect((await readMetadata(path)).description).toBe('Lụt ở Huế');
  });
});

describe('faces', () => {
  const face = [
    '-XMP-mwg-rs:RegionInfo={AppliedToDimensions={W=40,H=20,Unit=pixel},RegionList=[{Area={X=0.3,Y=0.25,W=0.2,H=0.1,Unit=normalized},Name=An,Type=Face},{Area={X=0.5,Y=0.5,W=0.2,H=0.2,Unit=normalized},Name=Chó,Type=Pet}]}',
  ];

  it.each([
    [1, { x: 0.2, y: 0.2, width: 0.2, height: 0.1 }],
    [2, { x: 0.6, y: 0.2, width: 0.2, height: 0.1 }],
    [3, { x: 0.6, y: 0.7, width: 0.2, height: 0.1 }],
    [4, { x: 0.2, y: 0.7, width: 0.2, height: 0.1 }],
    [5, { x: 0.2, y: 0.2, width: 0.1, height: 0.2 }],
    [6, { x: 0.7, y: 0.2, width: 0.1, height: 0.2 }],
    [7, { x: 0.7, y: 0.6, width: 0.1, height: 0.2 }],
    [8, { x: 0.2, y: 0.6, width: 0.1, height: 0.2 }],
  ])('are places in the upright picture, by orientation %i', async (orientation, area) => {
    const path = file(plain);
    await haveExifToolWrite(path, ...face, `-Orientation=${orientation}`);
    expect((await readMetadata(path)).people).toEqual([{ name: 'An', area }]);
  });

  it('in pixels become parts of the picture', async () => {
    const path = file(plain);
    await haveExifToolWrite(
      path,
      '-XMP-iptcExt:PersonInImage=An',
      '-XMP-iptcExt:ImageRegion=[{PersonInImage=[An],RegionBoundary={RbShape=rectangle,RbUnit=pixel,RbX=10,RbY=5,RbW=8,RbH=10}},{PersonInImage=[Bình,Chi],RegionBoundary={RbShape=rectangle,RbUnit=relative,RbX=0,RbY=0,RbW=1,RbH=1}},{Name=Xe,RegionBoundary={RbShape=rectangle,RbUnit=relative,RbX=0,RbY=0,RbW=1,RbH=1}}]',
    );
    expect((await readMetadata(path)).people).toEqual([
      { name: 'An', area: { x: 0.25, y: 0.25, width: 0.2, height: 0.5 } },
      { name: 'Bình' },
      { name: 'Chi' },
    ]);
  });
});

describe('a hostile file', () => {
  it.each([
    ['text', 'Chỉ là chữ'],
    ['nothing', ''],
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg"><metadata/></svg>'],
    ['a name like an option', '-execute\n-delete_original'],
  ])('that is %s says nothing', async (_, content) => {
    expect(await readMetadata(file(content))).toEqual(noMetadata);
  });

  it('that is not there says nothing', async () => {
    expect(await readMetadata(join(folder, 'none'))).toEqual(noMetadata);
    expect(await readMetadata(join(folder, 'a\n-execute\n.jpg'))).toEqual(noMetadata);
  });

  it('that is cut off says what it can', async () => {
    const whole = jpegWithIim(plain, [[CAPTION, Buffer.from('Lụt ở Huế')]], true);
    for (const length of [1, 2, 4, 20, 40, 60, whole.length - 200]) {
      const read = await readMetadata(file(whole.subarray(0, length)));
      expect(['', 'Lụt ở Huế']).toContain(read.description);
    }
  });

  it('with 10,000 records of IPTC-IIM gives a sane number of keywords', async () => {
    const many: IimRecord[] = Array.from({ length: 10_000 }, (_, index) => [KEYWORD, Buffer.from(`từ ${index}`)]);
    const captions: IimRecord[] = Array.from({ length: 10_000 }, (_, index) => [CAPTION, Buffer.from(`lời ${index}`)]);
    const read = await readMetadata(iim([...many, ...captions]));
    expect(read.keywords.length).toBe(500);
    expect(read.description).toMatch(/^lời \d+$/u);
  });

  it('with entities in its XMP does not unfold them', async () => {
    const levels = Array.from({ length: 20 }, (_, level) => `<!ENTITY e${level + 1} "${`&e${level};`.repeat(10)}">`);
    const dtd = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e0 "ha"><!ENTITY f SYSTEM "file:///etc/passwd">${levels.join('')}]>`;
    const body = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:description>&e20;&f;</dc:description></rdf:Description></rdf:RDF>`;
    const { description } = await readMetadata(file(withSegments(plain, [xmpSegment(dtd + body)])));
    expect(description.length).toBeLessThan(100);
    expect(description).not.toContain('root');
  });

  it('with endless texts gives texts of a sane length', async () => {
    const part = 'lời dài '.repeat(2_500);
    const read = await readMetadata(
      xmp(`${languages({ 'x-default': part })}<photoshop:Headline>${part.slice(0, 9_000)}</photoshop:Headline>`),
    );
    expect(read.description.length).toBe(20_000 - 1);
    expect(read.headline.length).toBeLessThanOrEqual(2_000);
  });

  it('that unpacks to far more than anybody wrote says nothing, and keeps no other from being read', async () => {
    const packed = createDeflate();
    const [before = '', after = ''] = packet(languages({ 'x-default': '…' })).split('…');
    const letters = Buffer.alloc(2 ** 20, 'a');
    const pack = Readable.from(
      (function* () {
        yield Buffer.from(before);
        for (let megabytes = 0; megabytes < 400; megabytes += 1) yield letters;
        yield Buffer.from(after);
      })(),
    );
    const bomb = Buffer.concat(await pack.pipe(packed).toArray());
    const png = await sharp(plain).png().toBuffer();
    const keyword = Buffer.from('XML:com.adobe.xmp\0\u0001\0\0\0', 'latin1');
    const HEADER_END = 33;
    const path = file(
      Buffer.concat([png.subarray(0, HEADER_END), pngChunk('iTXt', [keyword, bomb]), png.subarray(HEADER_END)]),
    );
    const good = file(jpegWithIim(plain, [[CAPTION, Buffer.from('Lụt ở Huế')]], true));
    expect(await readMetadata(path)).toEqual(noMetadata);
    expect((await readMetadata(good)).description).toBe('Lụt ở Huế');
  });

  it('does not keep the next ones from being read', async () => {
    const good = file(jpegWithIim(plain, [[CAPTION, Buffer.from('Lụt ở Huế')]], true));
    const bad = file('không phải ảnh');
    const all = await Promise.all([bad, good, bad, good, bad].map(readMetadata));
    expect(all.map(({ description }) => description)).toEqual(['', 'Lụt ở Huế', '', 'Lụt ở Huế', '']);
  });
});

describe('the processes that read', () => {
  it('do not keep the one that asked them alive, and end with it', async () => {
    const path = file(plain);
    const script = `
      import { exifTool } from ${JSON.stringify(join(import.meta.dirname, 'exiftool.ts'))};
      import { readMetadata } from ${JSON.stringify(join(import.meta.dirname, 'read-metadata.ts'))};
      await readMetadata(${JSON.stringify(path)});
      console.log((await exifTool()).pids.join(' '));`;
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module-typescript', '-e', script]);
    const pids = stdout.trim().split(' ').map(Number);
    expect(pids.length).toBeGreaterThan(0);
    await expect.poll(() => pids.filter(isRunning)).toEqual([]);
  });

  it.each([
    ['there is no Perl', null, 'Perl was not found'],
    ['Perl lacks a part', 'echo "Can\'t locate strict.pm in @INC" >&2; exit 2', "Can't locate strict.pm in @INC"],
  ])('are not waited for where %s, and that is told', async (_, perl, reason) => {
    const bin = tempFolder();
    if (perl !== null) writeFileSync(join(bin, 'perl'), `#!/bin/sh\n${perl}\n`, { mode: 0o755 });
    vi.stubEnv('PATH', bin);
    await endMetadata();
    const path = file(jpegWithIim(plain, [[CAPTION, Buffer.from('Lụt ở Huế')]], true));
    expect(await readMetadata(path)).toEqual(noMetadata);
    expect(metadataProblem()).toMatchObject({ code: 'metadata-tool-missing', details: { reason } });
    vi.unstubAllEnvs();
    expect((await readMetadata(path)).description).toBe('Lụt ở Huế');
    expect(metadataProblem()).toBeNull();
  });
});

function pngChunk(type: string, parts: Uint8Array[]): Buffer {
  const content = Buffer.concat([Buffer.from(type, 'latin1'), ...parts]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length - 4);
  sum.writeUInt32BE(crc32(content));
  return Buffer.concat([length, content, sum]);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
