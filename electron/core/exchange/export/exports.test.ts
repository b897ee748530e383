import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ArchiveEvent } from '../../../../shared/contract/desk-exports.ts';
import { tempFolder } from '../../../../tests/support/temp-folder.ts';
import { wholeArticle } from '../../../../tests/support/whole-article.ts';
import { Desk } from '../../desk/desk.ts';
import { resourcesFolder } from '../../resources.ts';
import { savePeople } from '../../store/people.ts';
import { saveOfficeLink, setOfficeRules } from '../../store/sync-state.ts';

let desk: Desk;
beforeEach(async () => {
  let now = Date.parse('2026-09-14T01:00:00Z');
  const clock = (): Date => {
    now += 60_000;
    return new Date(now);
  };
  desk = await Desk.open({ folder: tempFolder(), name: 'Lan', clock });
  savePeople(desk.db, [{ ...desk.identity.person(), role: 'reviewer' }]);
  setOfficeRules(desk.db, { fourEyes: false, steps: 1 });
});
afterEach(() => desk.close());

const plain = { ...wholeArticle, blocks: wholeArticle.blocks.slice(0, 1), photos: [] };

async function withPhoto(): Promise<string> {
  const { sha256 } = await desk.photos.addFile(join(resourcesFolder(), 'sample', 'nagasaki-boats.jpg'));
  const photos = wholeArticle.photos.slice(0, 1).map((photo) => ({ ...photo, sha256 }));
  const document = { ...wholeArticle, blocks: [{ kind: 'photo' as const, photo: 'p1' }], photos };
  return desk.createArticle({ document });
}

/** What the PDF says of its words is in the source that it is made of. */
async function markOf(id: string): Promise<string> {
  const text = new TextDecoder('latin1').decode((await desk.exports.make(id, { format: 'pdf' })).bytes);
  expect(text).toMatch(/^%PDF-1\.7/);
  return (await seen(id)).mark;
}

const seen = (id: string) => desk.exports.source(id, { format: 'pdf', trail: true });

describe('what is said of an exported text', () => {
  it('is what was decided of exactly these words', async () => {
    const id = desk.createArticle({ document: plain });
    expect(await markOf(id)).toBe('draft');
    desk.act({ id, action: 'submit' });
    expect(await markOf(id)).toBe('in-review');
    desk.act({ id, action: 'approve' });
    expect(await seen(id)).toMatchObject({ mark: 'approved', isMarkWaiting: false });
    saveOfficeLink(desk.db, { endpoint: 'http://127.0.0.1:9', token: 't', office: 'Báo tỉnh' });
    expect(await seen(id)).toMatchObject({ mark: 'approved', isMarkWaiting: true, office: 'Báo tỉnh' });
    desk.act({ id, action: 'reopen' });
    expect(await markOf(id)).toBe('draft');
  });

  it('comes with every step on request: who, in which role, when, why and on which words', async () => {
    const id = desk.createArticle({ document: plain });
    const { headRevision } = desk.act({ id, action: 'submit' });
    desk.act({ id, action: 'return', reason: 'Thiếu số liệu' });
    const { trail, revision } = await seen(id);
    expect(trail?.steps).toMatchObject([
      { type: 'created', actor: 'Lan', role: 'reviewer', revision: null, standing: 'waiting' },
      { type: 'submitted', revision: headRevision },
      { type: 'returned', reason: 'Thiếu số liệu', revision },
    ]);
    expect(trail?.hash).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('files', () => {
  it('of Markdown with pictures are packed together for the page', async () => {
    const id = await withPhoto();
    const { name, mime, bytes } = await desk.exports.make(id, { format: 'md' });
    expect({ name, mime }).toEqual({ name: expect.stringMatching(/\.md\.zip$/), mime: 'application/zip' });
    const files = unzipSync(bytes);
    const [text, picture] = Object.keys(files);
    expect(strFromU8(files[text!]!)).toContain(`](${picture})`);
  });

  it('of several articles are one archive, each under its own name; what cannot be read is told', async () => {
    const ids = [desk.createArticle({ document: plain }), 'nowhere', desk.createArticle({ document: plain })];
    const told: ArchiveEvent[] = [];
    for await (const event of desk.exports.archive(ids, { format: 'txt' })) told.push(event);
    const bytes = Buffer.concat(told.flatMap((event) => (event.type === 'bytes' ? [event.bytes] : [])));
    const stem = 'nghe-ca-sam-son-truoc-mua-bien-dong-ai-cung-muon-ra-khoi';
    const files = unzipSync(bytes);
    expect(Object.keys(files)).toEqual([`${stem}.txt`, `${stem}-2.txt`]);
    expect(strFromU8(files[`${stem}-2.txt`]!)).toContain('Lạch Hới');
    expect(told.at(-1)).toMatchObject({ name: 'bai-2026-09-14.zip', files: 2, failed: [{ id: 'nowhere' }] });
    expect(told.filter(({ type }) => type === 'progress')).toHaveLength(3);
  });

  it('whoever stops listening stops it', async () => {
    const ids = [desk.createArticle({ document: plain }), desk.createArticle({ document: plain })];
    let made = 0;
    for await (const event of desk.exports.archive(ids, { format: 'txt' })) {
      if (event.type === 'bytes') made += 1;
      if (made === 1) break;
    }
    expect(made).toBe(1);
  });
});

describe('pictures that are edited', () => {
  const formats = ['pdf', 'docx', 'html', 'md'] as const;

  it('stand in every file as they are shown', async () => {
    const id = await withPhoto();
    const { sha256 } = desk.articles.document(id).photos[0]!;
    const crops = { free: { x: 0, y: 0, width: 1, height: 0.25 } };
    await desk.photoRecords.change([{ sha256: sha256!, change: { turn: 90, crops } }]);
    const { width, height } = desk.photos.info(sha256!);
    for (const format of formats) {
      const [photo] = [...(await desk.exports.source(id, { format })).photos.values()];
      expect(photo).toMatchObject({ width: height, height: Math.round(width / 4) });
      const drawn = await sharp(photo!.bytes).metadata();
      expect(drawn.width / drawn.height).toBeCloseTo((4 * height) / width, 1);
    }
  });

  it('go into no file as long as they are held back, and do once their faces are hidden', async () => {
    const id = await withPhoto();
    const sha256 = desk.articles.document(id).photos[0]!.sha256!;
    await desk.photoRecords.change([{ sha256, change: { withheld: true } }]);
    for (const format of formats) expect((await desk.exports.source(id, { format })).photos.size).toBe(0);
    expect(new TextDecoder().decode((await desk.exports.make(id, { format: 'html' })).bytes)).not.toContain(
      'data:image',
    );
    const area = { x: 0.1, y: 0.1, width: 0.2, height: 0.2 };
    await desk.photoRecords.change([{ sha256, change: { pixelated: { face: area } } }]);
    expect((await desk.exports.source(id, { format: 'html' })).photos.size).toBe(1);
  });
});
