/** Pictures and what is known of them, from one workstation's library to another. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { Compaction } from '../../electron/core/articles/compaction.ts';
import type { PhotoLibrary } from '../../electron/core/photos/photo-library.ts';
import { PhotoRecords } from '../../electron/core/photos/photo-records.ts';
import { beginRecord } from '../../electron/core/store/begin-record.ts';
import { hasArticle } from '../../electron/core/store/doc-log.ts';
import { listOutbox } from '../../electron/core/store/outbox.ts';
import { isOwnPhoto } from '../../electron/core/store/own-photos.ts';
import {
  documentForTest,
  type Office,
  openOffice,
  revisionEntry,
  TestPerson,
} from '../../endpoint/testing/office-for-test.ts';
import { makeRevision } from '../../shared/article/revision.ts';
import { noMetadata } from '../../shared/photos/embedded.ts';
import type { PhotoRecord } from '../../shared/photos/photo-details.ts';
import { photoRecordId } from '../../shared/photos/record-id.ts';
import type { RecordChange } from '../../shared/photos/write-record.ts';
import { libraryOf as settledLibrary } from '../support/photo-room.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { clock, openDesk, type TestDesk } from './desk-for-test.ts';

let root: string;
let office: Office;
let lan: TestDesk;
let minh: TestDesk;
let bytes: Uint8Array;
let sha256: string;

beforeEach(async () => {
  root = tempFolder();
  office = await openOffice();
  lan = await openDesk(join(root, 'Lan'), 'Lan');
  minh = await openDesk(join(root, 'Minh'), 'Minh');
  await lan.sync.join(office.url, office.app.office.invite({ name: 'Lan', role: 'writer' }));
  await minh.sync.join(office.url, office.app.office.invite({ name: 'Minh', role: 'writer' }));
  bytes = await sharp({ create: { width: 4, height: 3, channels: 3, background: 'red' } })
    .png()
    .toBuffer();
  sha256 = createHash('sha256').update(bytes).digest('hex');
});
afterEach(async () => {
  await lan.close();
  await minh.close();
  await office.close();
});

const metadata = { ...noMetadata, description: 'Quang cảnh hội nghị' };
const id = (): string => photoRecordId(sha256);

/** As a picture that comes from a card. */
async function takeIn(desk: TestDesk, name: string): Promise<void> {
  await desk.addPhotoFile(bytes, sha256);
  beginRecord(
    desk.db,
    { sha256, metadata, batch: name, name: `${name}.png` },
    { own: true, at: clock().toISOString() },
  );
}

const recordsOf = ({ db, articles }: TestDesk): PhotoRecords =>
  new PhotoRecords({ db, folder: root, articles, seedOf: async () => metadata });
const libraryOf = ({ db, articles }: TestDesk): PhotoLibrary => settledLibrary(db, articles, clock);
const say = (desk: TestDesk, change: RecordChange) => recordsOf(desk).change([{ sha256, change }]);
const record = ({ articles }: TestDesk): PhotoRecord => articles.record(sha256)!;

async function type(desk: TestDesk, text: string, at: number): Promise<void> {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, await recordsOf(desk).open(sha256));
  const before = Y.encodeStateVector(doc);
  doc.getText('description').insert(at, text);
  await recordsOf(desk).update(sha256, Y.encodeStateAsUpdate(doc, before));
}

async function syncAll(...desks: TestDesk[]): Promise<void> {
  for (const desk of desks) {
    await desk.sync.now();
    expect(desk.sync.status()).toMatchObject({ linkError: null, refused: [] });
  }
}

describe('pictures of one computer alone', () => {
  it('stay there, with all that is said of them', async () => {
    await takeIn(lan, 'thẻ');
    await type(lan, 'Bí mật: ', 0);
    await say(lan, { rating: 5 });
    expect(listOutbox(lan.db, 0, 9)).toEqual([]);
    const asked: string[] = [];
    lan.network.fetch = (input, init) => {
      asked.push(String(input), String(init?.body ?? ''));
      return fetch(input, init);
    };
    await syncAll(lan, minh);
    expect(asked.filter((text) => text.includes(sha256) || text.includes(id()))).toEqual([]);
    expect(hasArticle(minh.db, id())).toBe(false);
    expect(libraryOf(minh).overview().total).toBe(0);
  });

  it('are whole at the other desk once they are sent, also after a day and its compaction', async () => {
    await takeIn(lan, 'thẻ');
    for (const [at, letter] of [...'Sáng nay: '].entries()) await type(lan, letter, at);
    const later = (): Date => new Date(Date.now() + 3 * 86_400_000);
    while (new Compaction({ db: lan.db, clock: later }).slice());
    expect(lan.db.prepare('SELECT count(*) FROM doc_updates').pluck().get()).toBe(1);
    await say(lan, { shared: true });
    const told: string[] = [];
    minh.articles.on(({ type: what }) => told.push(what));
    await syncAll(lan, minh);
    expect(record(minh)).toMatchObject({ description: 'Sáng nay: Quang cảnh hội nghị', name: 'thẻ.png', shared: true });
    expect(Buffer.from(minh.photoBytes(sha256)).equals(bytes)).toBe(true);
    expect(libraryOf(minh).row(sha256)).toMatchObject({ name: 'thẻ.png', isHere: true, shared: true });
    expect(told).toEqual(expect.arrayContaining(['record', 'photos']));
    expect(told).not.toContain('update');
  });

  it('are shown at the other desk while the original is still on its way', async () => {
    await takeIn(lan, 'thẻ');
    await say(lan, { shared: true });
    lan.network.fetch = (input, init) =>
      String(input).includes('/photos') ? Promise.reject(new TypeError('cut off')) : fetch(input, init);
    await lan.sync.now();
    await minh.sync.now();
    expect(libraryOf(minh).row(sha256)).toMatchObject({ description: metadata.description, isHere: false });
    lan.network.fetch = fetch;
    await syncAll(lan, minh);
    expect(libraryOf(minh).row(sha256).isHere).toBe(true);
  });

  it('are the office’s when an update says so that nobody waited for', async () => {
    await takeIn(lan, 'thẻ');
    const doc = new Y.Doc();
    Y.applyUpdate(doc, await recordsOf(lan).open(sha256));
    const before = Y.encodeStateVector(doc);
    doc.getMap('photo').set('shared', true);
    await recordsOf(lan).update(sha256, Y.encodeStateAsUpdate(doc, before));
    // As if the process ended here.
    const again = await openDesk(join(root, 'Lan'), 'Lan');
    expect(isOwnPhoto(again.db, sha256)).toBe(false);
    await syncAll(again, minh);
    await again.close();
    expect(record(minh).description).toBe(metadata.description);
  });
});

it('two who write in one caption while they are offline both keep their letters', async () => {
  await takeIn(lan, 'thẻ');
  await say(lan, { shared: true });
  await syncAll(lan, minh);
  await type(lan, 'Sáng 26/11: ', 0);
  await type(minh, ', tại Thanh Hóa', metadata.description.length);
  await say(minh, { keywords: { add: ['hội nghị'] }, people: [{ id: 'p', name: 'Mai Xuân Liêm' }] });
  await say(lan, { keywords: { add: ['chuyển đổi số'] }, rating: 4 });
  await syncAll(lan, minh, lan);
  for (const desk of [lan, minh]) {
    expect(record(desk)).toMatchObject({
      description: 'Sáng 26/11: Quang cảnh hội nghị, tại Thanh Hóa',
      ...{ rating: 4, people: [{ name: 'Mai Xuân Liêm' }] },
    });
    expect([...record(desk).keywords].sort()).toEqual(['chuyển đổi số', 'hội nghị']);
  }
  expect(record(lan)).toEqual(record(minh));
});

it('the same file taken in at both desks says everything once, and is the office’s at both when one sends it', async () => {
  await takeIn(lan, 'thẻ Lan');
  await takeIn(minh, 'thẻ Minh');
  await type(minh, 'Ghi chú của Minh. ', 0);
  await say(lan, { shared: true });
  await syncAll(lan, minh, lan);
  expect(record(lan)).toEqual(record(minh));
  expect(record(lan).description).toBe('Ghi chú của Minh. Quang cảnh hội nghị');
  expect(isOwnPhoto(minh.db, sha256)).toBe(false);
});

it('what is known of a picture that an article shows is submitted, approved and accepted with it', async () => {
  await takeIn(lan, 'thẻ');
  await say(lan, { texts: { creator: { how: 'set', text: 'Thu Hà' } }, focus: { x: 0.5, y: 0.25 } });
  const photo = { id: 'p', sha256, caption: 'Quang cảnh.', credit: 'Hà', alt: 'Hội trường' };
  const blocks = [{ kind: 'photo', photo: 'p' } as const];
  const article = lan.articles.create(
    { document: { ...documentForTest('Hội nghị'), photos: [photo], blocks } },
    (made) => lan.workflow.created(made),
  );
  const { headRevision } = lan.workflow.act({ id: article, action: 'submit' });
  await syncAll(lan, minh);
  expect(minh.articles.revision(article, headRevision!).photos).toEqual([
    { ...photo, details: { creator: 'Thu Hà' }, edits: { focus: { x: 0.5, y: 0.25 } } },
  ]);
  expect(makeRevision(minh.articles.document(article)).hash).toBe(headRevision);
  expect(Buffer.from(minh.photoBytes(sha256)).equals(bytes)).toBe(true);
  expect(libraryOf(minh).facts(sha256).uses).toMatchObject([{ article, working: 'in-review' }]);
});

it('a sending whose answer was lost, at a desk that was killed then, says everything once', async () => {
  await takeIn(lan, 'thẻ');
  await type(lan, 'Một. ', 0);
  await say(lan, { shared: true });
  lan.network.fetch = async (input, init) => {
    const answer = await fetch(input, init);
    if (String(input).endsWith('/v1/push')) throw new TypeError('cut off');
    return answer;
  };
  await lan.sync.now();
  expect(lan.sync.status().link).toBe('offline');
  const again = await openDesk(join(root, 'Lan'), 'Lan');
  await syncAll(again, minh, again);
  expect(record(minh)).toEqual(record(again));
  expect(record(minh).description).toBe('Một. Quang cảnh hội nghị');
  expect(again.sync.status().waiting.count).toBe(0);
  await again.close();
});

it('the endpoint takes updates of a record from anybody of the office, and no events and no revisions', async () => {
  const person = await TestPerson.joined(office, 'Hoa', 'writer');
  const answers = await person.push(
    person.eventEntry(id(), 'created', null),
    revisionEntry(id(), documentForTest('Ảnh')),
  );
  expect(answers.map(({ result }) => result)).toEqual(['refused', 'refused']);
});
