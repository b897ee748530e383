import { createHash } from 'node:crypto';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { v7 as newId } from 'uuid';
import { afterEach, describe, expect, it } from 'vitest';
import type { ArticleDocument, Photo } from '../../shared/article/document.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { eventHash, type WorkflowEvent } from '../../shared/workflow/event.ts';
import { exifToolSays } from '../../tests/support/independent-exiftool.ts';
import { tempFolder } from '../../tests/support/temp-folder.ts';
import type { EndpointOptions } from '../app.ts';
import {
  approveArticle,
  documentForTest,
  type Office,
  openOffice,
  submitAndApprove,
  TestPerson,
} from '../testing/office-for-test.ts';

const CAPTION = 'Quang cảnh Hội nghị “ổn định” — ỹ Ấ.';
const WIDTH = 900;
const HEIGHT = 600;

let office: Office;
let writer: TestPerson;
let reviewer: TestPerson;
let sha256: string;
afterEach(() => office.close());

async function open(options: Partial<EndpointOptions> = {}): Promise<void> {
  office = await openOffice(options);
  writer = await TestPerson.joined(office, 'Lan', 'writer');
  reviewer = await TestPerson.joined(office, 'Minh', 'reviewer');
  const bytes = await sharp({ create: { width: WIDTH, height: HEIGHT, channels: 3, background: '#456' } })
    .withMetadata({ exif: { IFD0: { ImageDescription: 'của máy ảnh' }, IFD2: { BodySerialNumber: '12345' } } })
    .jpeg()
    .toBuffer();
  sha256 = createHash('sha256').update(bytes).digest('hex');
  await writer.send('PUT', `/v1/photos/${sha256}`, new Uint8Array(bytes));
}

const area = (x: number, y: number, width: number, height: number) => ({ x, y, width, height });
const photo = (more: Partial<Photo> = {}): Photo => ({
  ...{ id: 'p1', sha256, caption: CAPTION, credit: 'Thu Hà', alt: 'Hội trường' },
  ...more,
});

const documentOf = (headline: string, shown: Photo): ArticleDocument =>
  documentForTest(headline, { blocks: [{ kind: 'photo', photo: 'p1' }], photos: [shown] });

/** Answers the article's id and address. */
async function publish(headline: string, shown: Photo): Promise<{ id: string; page: string }> {
  const id = newId();
  await approveArticle(writer, reviewer, id, documentOf(headline, shown));
  await office.app.office.deliverer.run();
  return { id, page: (await published(id)).url ?? '' };
}

async function correct(id: string, headline: string, shown: Photo): Promise<void> {
  const reopened = writer.eventEntry(id, 'reopened', eventHash(await published(id)));
  await writer.push(reopened);
  await submitAndApprove(writer, reviewer, id, documentOf(headline, shown), eventHash(reopened.event));
  await office.app.office.deliverer.run();
}

async function published(id: string): Promise<WorkflowEvent> {
  const { entries } = await writer.pull();
  const events = entries.flatMap(({ entry }) => (entry.kind === 'event' ? [entry.event] : []));
  return events.findLast(({ articleId, type }) => articleId === id && type === 'published')!;
}

/** What another program reads in the picture that a page shows. */
async function saidAt(address: string): Promise<Record<string, unknown>> {
  const response = await fetch(new URL(address, office.url));
  expect(response.status).toBe(200);
  const file = join(tempFolder(), address.includes('.webp') ? 'a.webp' : 'a.jpg');
  writeFileSync(file, new Uint8Array(await response.arrayBuffer()));
  return exifToolSays(file);
}

async function pictureOf(page: string): Promise<string> {
  const html = await (await fetch(new URL(page, office.url))).text();
  return /<img src="([^"]+)"/u.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? 'no picture';
}

describe('a picture of the site', () => {
  it('says what was approved of it, in XMP and IIM, and nothing that the camera wrote', async () => {
    await open();
    const people = [
      { name: 'Mai Xuân Liêm', title: 'Phó Chủ tịch', area: area(0.5, 0.5, 0.25, 0.25) },
      { name: 'Cháu A', area: area(0, 0, 0.2, 0.2) },
    ];
    const { page } = await publish('Một', {
      ...photo({ details: { headline: 'Hội nghị', copyright: '© Báo', people } }),
      edits: { crops: { free: area(0.5, 0.5, 0.5, 0.5) }, pixelated: [area(0, 0, 0.25, 0.25)] },
    });
    const address = await pictureOf(page);
    const said = await saidAt(address);
    expect(said).toMatchObject({
      'XMP-dc:Description': CAPTION,
      'IPTC:Caption-Abstract': CAPTION,
      'IPTC:CodedCharacterSet': '\u001b%G',
      'IPTC:Credit': 'Thu Hà',
      'XMP-iptcCore:AltTextAccessibility': 'Hội trường',
      'XMP-iptcExt:PersonInImage': ['Mai Xuân Liêm'],
      'XMP-iptcExt:ImageRegion': [{ RegionBoundary: { RbX: expect.closeTo(0), RbW: expect.closeTo(0.5) } }],
    });
    expect(JSON.stringify(said)).not.toMatch(/Warning|Serial|của máy ảnh|Cháu A/u);
    expect(await saidAt(address.replace('.jpg', '.webp'))).toMatchObject({ 'XMP-dc:Description': CAPTION });
  });

  it('says what a correction says, and keeps no file with the former words', async () => {
    await open();
    const { id, page } = await publish('Một', photo());
    await saidAt(await pictureOf(page));
    await correct(id, 'Một', photo({ caption: 'Đã đính chính.' }));
    expect(await saidAt(await pictureOf(page))).toMatchObject({ 'XMP-dc:Description': 'Đã đính chính.' });
    expect(readdirSync(join(office.dataDir, 'renditions', sha256))).toHaveLength(1);
  });

  it('says in each article what that article says', async () => {
    await open();
    const [one, other] = [await publish('Một', photo()), await publish('Hai', photo({ caption: 'Chú thích khác.' }))];
    expect(await saidAt(await pictureOf(one.page))).toMatchObject({ 'XMP-dc:Description': CAPTION });
    expect(await saidAt(await pictureOf(other.page))).toMatchObject({ 'XMP-dc:Description': 'Chú thích khác.' });
    // Words that nobody says any more are those of the first.
    expect(await saidAt(`/photos/${sha256}/480.jpg?words=${'0'.repeat(16)}`)).toMatchObject({
      'XMP-dc:Description': CAPTION,
    });
    expect(readdirSync(join(office.dataDir, 'renditions', sha256))).toHaveLength(3);
  });

  it.each(['photo-metadata-failed', 'metadata-tool-missing'] as const)(
    'is shown without words where they cannot be written (%s), and tried again at the next start',
    async (code) => {
      let isBroken = true;
      await open({
        writeWords: async (path) => {
          // Half written, as by a tool that was killed.
          writeFileSync(path, 'hỏng');
          if (isBroken) throw new AppError(code, { file: '', reason: 'thử' });
        },
      });
      const address = await pictureOf((await publish('Một', photo())).page);
      for (let times = 0; times < 2; times += 1) {
        expect(await saidAt(address)).not.toHaveProperty('XMP-dc:Description');
        expect(readdirSync(join(office.dataDir, 'renditions', sha256))).toEqual(['960.jpg']);
      }
      isBroken = false;
      await office.restart();
      const response = await fetch(new URL(address, office.url));
      expect(await response.text()).toBe('hỏng');
    },
  );
});
