/** An article together with what is known of its pictures: what is submitted is what goes out, whatever is said of them later. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeRevision } from '../../../shared/article/revision.ts';
import { noMetadata } from '../../../shared/photos/embedded.ts';
import { photoRecordId } from '../../../shared/photos/record-id.ts';
import type { RecordChange } from '../../../shared/photos/write-record.ts';
import { newRecordUpdate } from '../../../shared/photos/write-record.ts';
import { tempFolder } from '../../../tests/support/temp-folder.ts';
import { Desk } from '../desk/desk.ts';
import { insertPhoto } from '../store/photos.ts';
import { verifyDesk } from '../verify/verify-desk.ts';

const sha256 = 'ab'.repeat(32);
let desk: Desk;
let id: string;

beforeEach(async () => {
  desk = await Desk.open({ folder: tempFolder(), name: 'Lan' });
  const metadata = { ...noMetadata, creator: 'Thu Hà', city: 'Thanh Hóa' };
  const told = {
    name: 'a.jpg',
    caption: '',
    credit: '',
    alt: '',
    addedAt: '2026-11-26T01:00:00.000Z',
    uploaded: false,
  };
  insertPhoto(desk.db, { sha256, bytes: 1, width: 3, height: 2, format: 'jpeg', metadata, ...told });
  await desk.articles.changeSide(photoRecordId(sha256), newRecordUpdate({ sha256, metadata, batch: '' }));
  id = desk.createArticle({
    document: {
      ...{ version: 1, language: 'vi', headline: 'Hội nghị', lead: '', fields: {} },
      photos: [{ id: 'p', sha256, caption: 'Quang cảnh.', credit: 'Hà', alt: 'Hội trường' }],
      blocks: [{ kind: 'photo', photo: 'p' }],
    },
  });
});
afterEach(() => desk.close());

const say = (change: RecordChange) => desk.photoRecords.change([{ sha256, change }]);
const crop = { x: 0, y: 0, width: 0.5, height: 0.5 };

describe('what is submitted', () => {
  it('holds what is known of its pictures, and keeps it', async () => {
    await say({ crops: { '1:1': crop }, expires: '2030-01-01' });
    const { headRevision } = desk.act({ id, action: 'submit' });
    const submitted = desk.articles.revision(id, headRevision!);
    expect(submitted.photos[0]).toEqual({
      ...{ id: 'p', sha256, caption: 'Quang cảnh.', credit: 'Hà', alt: 'Hội trường' },
      details: { creator: 'Thu Hà', city: 'Thanh Hóa', expires: '2030-01-01' },
      edits: { crops: { '1:1': crop } },
    });
    expect(makeRevision(desk.articles.document(id)).hash).toBe(headRevision);
    await say({ texts: { creator: { how: 'set', text: 'Người khác' } } });
    expect(makeRevision(desk.articles.document(id)).hash).not.toBe(headRevision);
    expect(desk.articles.revision(id, headRevision!)).toEqual(submitted);
    expect(desk.changes(id).to).toBe(headRevision);
    expect((await verifyDesk(desk)).problems.filter(({ fault }) => fault !== 'photo-missing')).toEqual([]);
  });

  it('again after a picture was cropped shows that as a change', async () => {
    desk.act({ id, action: 'submit' });
    desk.act({ id, action: 'recall' });
    expect(desk.changes(id).pictures).toEqual([]);
    await say({ crops: { '16:9': crop } });
    expect(desk.changes(id).pictures).toEqual([
      { photo: 'p', changes: [{ what: 'crop', shape: '16:9', op: 'insert' }] },
    ]);
    desk.act({ id, action: 'submit' });
    expect(desk.changes(id).pictures).toHaveLength(1);
  });

  it('is given out with it', async () => {
    const { bytes } = await desk.exports.make(id, { format: 'json' });
    expect(Buffer.from(bytes).toString('utf8')).toContain('"creator": "Thu Hà"');
  });
});

it('what is known of pictures is no part of the article’s own document', async () => {
  desk.articles.settle();
  const doc = desk.articles.load(id);
  expect(JSON.stringify(doc.getMap('photos').toJSON())).not.toContain('Thu Hà');
  expect(desk.search('thu ha', 10).total).toBe(0);
});
