import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { noMetadata } from '../../../shared/photos/embedded.ts';
import { photoRecordId } from '../../../shared/photos/record-id.ts';
import { recordOfUpdates } from '../../../shared/photos/record-of-updates.ts';
import { closePhotoRoom, givePhoto, openPhotoRoom, say, shaOf } from '../../../tests/support/photo-room.ts';
import { listUpdates } from '../store/doc-log.ts';
import { listToUpload } from '../store/original-queue.ts';
import { listOutbox, sealOpenUpdate } from '../store/outbox.ts';
import { saveEmbeddedMetadata } from '../store/photos.ts';
import { insertRefusal, listOpenRefusals } from '../store/refusals.ts';

const typed = (state: Uint8Array, text: string, at = 0): Uint8Array => {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  const before = Y.encodeStateVector(doc);
  doc.getText('description').insert(at, text);
  return Y.encodeStateAsUpdate(doc, before);
};
const set = (text: string) => ({ how: 'set', text }) as const;

describe('a record', () => {
  it('keeps each key press over a restart, and tells the other pages alone', async () => {
    const room = await openPhotoRoom();
    const sha256 = givePhoto(room, 'a.jpg', { description: 'Hội nghị' });
    const update = typed(await room.records.open(sha256), 'Quang cảnh ');
    await room.records.update(sha256, update, 'page 1');
    const told = room.told.filter(({ type }) => type === 'record');
    expect(told).toEqual([{ type: 'record', id: photoRecordId(sha256), update, client: 'page 1' }]);
    closePhotoRoom(room);
    const again = await openPhotoRoom(room.folder);
    expect((await again.records.record(sha256)).description).toBe('Quang cảnh Hội nghị');
    expect(again.library.row(sha256).description).toBe('Quang cảnh Hội nghị');
  });

  it('that is changed right behind a key press has both on the disk, however the process ends', async () => {
    const room = await openPhotoRoom();
    const sha256 = givePhoto(room, 'a.jpg');
    const key = room.records.update(sha256, typed(await room.records.open(sha256), 'Quang cảnh'));
    await say(room, sha256, { texts: { description: { how: 'append', text: 'sáng 26/11' } } });
    // As it would be read if the process had ended here.
    const doc = new Y.Doc();
    for (const { bytes } of listUpdates(room.db, photoRecordId(sha256), 0)) Y.applyUpdate(doc, bytes);
    expect(doc.getText('description').toString()).toBe('Quang cảnh sáng 26/11');
    await key;
  });

  it('is begun from what the file says, for a picture that was here before there were records', async () => {
    const room = await openPhotoRoom();
    const sha256 = givePhoto(room, 'cũ.jpg', { own: false, description: 'Cầu Hàm Rồng' });
    expect(room.library.facts(sha256).row).toMatchObject({ name: 'cũ.jpg', description: 'Cầu Hàm Rồng', shared: true });
    // Once its file has been looked into, it is shown with all that it says.
    const metadata = { ...noMetadata, description: 'Cầu Hàm Rồng', city: 'Thanh Hóa', headline: 'Cầu cũ' };
    saveEmbeddedMetadata(room.db, sha256, metadata);
    expect(room.library.row(sha256).headline).toBe('Cầu cũ');
    expect((await room.records.record(sha256)).description).toBe('Cầu Hàm Rồng');
    expect(listOutbox(room.db, 0, 9)).toEqual([]);
    const doc = new Y.Doc();
    Y.applyUpdate(doc, await room.records.open(sha256));
    expect(doc.getText('description').toString()).toBe('Cầu Hàm Rồng');
    await Promise.all([room.records.open(sha256), room.records.open(sha256)]);
    expect((await room.records.record(sha256)).description).toBe('Cầu Hàm Rồng');
    expect(listOutbox(room.db, 0, 9)).toHaveLength(1);
  });

  it('of a picture that nobody has is none', async () => {
    const room = await openPhotoRoom();
    const missing = { code: 'photo-not-found' };
    await expect(room.records.open(shaOf('x'))).rejects.toMatchObject(missing);
    await expect(room.records.record(shaOf('x'))).rejects.toMatchObject(missing);
    await expect(room.records.update(shaOf('x'), Uint8Array.of(0, 0))).rejects.toMatchObject(missing);
    expect(() => room.library.facts(shaOf('x'))).toThrow(expect.objectContaining(missing));
  });

  it('refuses what is no update, and is as it was', async () => {
    const room = await openPhotoRoom();
    const sha256 = givePhoto(room, 'a.jpg', { description: 'Hội nghị' });
    for (const bytes of [Uint8Array.of(1, 2, 3), new Uint8Array(40).fill(255)]) {
      await expect(room.records.update(sha256, bytes)).rejects.toMatchObject({ code: 'update-invalid' });
    }
    expect((await room.records.record(sha256)).description).toBe('Hội nghị');
  });

  it('is this computer’s alone until it is sent; then all that was written of it goes, and its picture', async () => {
    const room = await openPhotoRoom();
    const [sha256, other] = [givePhoto(room, 'a.jpg'), givePhoto(room, 'b.jpg')];
    await room.records.update(sha256, typed(await room.records.open(sha256), 'Quang cảnh'));
    expect(listOutbox(room.db, 0, 9)).toEqual([]);
    expect(listToUpload(room.db, 'photos')).toEqual([]);
    expect(room.library.overview()).toMatchObject({ total: 2, own: 2 });
    // Nobody is promised that it can be called back.
    expect(await say(room, sha256, { shared: true })).toMatchObject({ done: 1, undo: [] });
    expect(listOutbox(room.db, 0, 9).map(({ articleId }) => articleId)).toEqual([photoRecordId(sha256)]);
    expect(listToUpload(room.db, 'photos')).toEqual([sha256]);
    expect(room.library.row(sha256).shared).toBe(true);
    expect(room.library.row(other).shared).toBe(false);
    expect(room.library.overview()).toMatchObject({ total: 2, own: 1 });
  });

  it('goes whole also where it is sent while a key press is on its way to the disk', async () => {
    const room = await openPhotoRoom();
    const sha256 = givePhoto(room, 'a.jpg', { description: 'Hội nghị' });
    await say(room, sha256, { texts: { credit: set('Hà') } });
    const id = photoRecordId(sha256);
    const key = room.articles.changeSide(id, typed(await room.records.open(sha256), 'Quang cảnh '));
    room.articles.shareRecord(id);
    await key;
    const sent = sealOpenUpdate(room.db, id)!;
    expect(recordOfUpdates(sha256, [sent])).toMatchObject({ description: 'Quang cảnh Hội nghị', credit: 'Hà' });
  });

  it('that the endpoint refuses is told by its file’s name', async () => {
    const room = await openPhotoRoom();
    const sha256 = givePhoto(room, 'Thẻ 1/a.jpg');
    room.library.overview();
    const refused = { what: 'update', code: 'entry-too-large', message: '', at: room.now };
    insertRefusal(room.db, { id: 'e', articleId: photoRecordId(sha256), ...refused });
    expect(listOpenRefusals(room.db)).toMatchObject([{ headline: 'Thẻ 1/a.jpg', what: 'update' }]);
  });

  it('that an article shows is the office’s', async () => {
    const room = await openPhotoRoom();
    const sha256 = givePhoto(room, 'a.jpg');
    const photo = { id: 'p', sha256, caption: 'Trong bài', credit: '', alt: '' };
    const blocks = [{ kind: 'photo', photo: 'p' } as const];
    const article = room.articles.create({
      document: { version: 1, language: 'vi', headline: 'Tít', lead: '', blocks, photos: [photo], fields: {} },
    });
    expect(listToUpload(room.db, 'photos')).toEqual([sha256]);
    expect(listOutbox(room.db, 0, 9).map(({ articleId }) => articleId)).toContain(photoRecordId(sha256));
    expect(room.library.facts(sha256)).toMatchObject({
      row: { uses: 1, shared: true },
      uses: [{ article, headline: 'Tít', caption: 'Trong bài', isSame: false }],
    });
    await say(room, sha256, { texts: { description: set('Trong bài') } });
    expect(room.library.facts(sha256).uses).toMatchObject([{ isSame: true }]);
  });
});

describe('a change of many records', () => {
  it('is one transaction, of which an unknown picture is told', async () => {
    const room = await openPhotoRoom();
    const all = ['a.jpg', 'b.jpg', 'c.jpg'].map((name) => givePhoto(room, name));
    const deeds = [...all, shaOf('x')].map((sha256) => ({
      sha256,
      change: { rating: 4, texts: { credit: set('Thu Hà') } },
    }));
    const changed = await room.records.change(deeds);
    expect(changed).toMatchObject({ done: 3, failed: [{ sha256: shaOf('x'), error: { code: 'photo-not-found' } }] });
    for (const sha256 of all) expect(room.library.row(sha256)).toMatchObject({ rating: 4, credit: 'Thu Hà' });
    room.db.exec("CREATE TRIGGER full BEFORE INSERT ON doc_updates BEGIN SELECT RAISE(ABORT, 'full'); END");
    await expect(room.records.change(deeds.map((deed) => ({ ...deed, change: { rating: 1 } })))).rejects.toThrow();
    for (const sha256 of all) expect((await room.records.record(sha256)).rating).toBe(4);
  });

  it('is taken back where nobody has written since, part by part', async () => {
    const room = await openPhotoRoom();
    const [a, b] = [givePhoto(room, 'a.jpg', { description: 'Một' }), givePhoto(room, 'b.jpg', { description: 'Hai' })];
    await say(room, a, { keywords: { add: ['cũ'] } });
    const change = {
      texts: { description: set('Chung'), credit: set('Hà') },
      ...{
        keywords: { add: ['hội nghị'], remove: ['cũ'] },
        label: 'red' as const,
        people: [{ id: 'p', name: 'Liêm' }],
      },
      ...{ crops: { '1:1': { x: 0, y: 0, width: 0.5, height: 0.5 } }, focus: { x: 0.2, y: 0.2 } },
    };
    const { undo } = await room.records.change([a, b].map((sha256) => ({ sha256, change })));
    await say(room, b, { texts: { credit: set('Minh') }, label: 'green' });
    await room.records.change(undo);
    expect(await room.records.record(a)).toMatchObject({
      ...{ description: 'Một', credit: '', keywords: ['cũ'], label: null, people: [], edits: {} },
    });
    expect(await room.records.record(b)).toMatchObject({
      description: 'Hai',
      credit: 'Minh',
      label: 'green',
      edits: {},
    });
    // Done again by its own undo.
    const redo = await room.records.change([{ sha256: a, change: { rating: 5 } }]);
    const back = await room.records.change(redo.undo);
    await room.records.change(back.undo);
    expect((await room.records.record(a)).rating).toBe(5);
  });

  it('that changes nothing writes nothing', async () => {
    const room = await openPhotoRoom();
    const sha256 = givePhoto(room, 'a.jpg', { description: 'Một' });
    const rows = (): unknown => room.db.prepare('SELECT count(*) FROM doc_updates').pluck().get();
    const before = rows();
    const { done, undo } = await say(room, sha256, { rating: 0, texts: { description: set('Một') }, withheld: false });
    expect({ done, undo, rows: rows() }).toEqual({ done: 1, undo: [], rows: before });
  });

  it('takes over from one picture what is chosen, but no place of a face', async () => {
    const room = await openPhotoRoom();
    const [from, to] = [givePhoto(room, 'a.jpg'), givePhoto(room, 'b.jpg', { description: 'Khác' })];
    const area = { x: 0.1, y: 0.1, width: 0.2, height: 0.2 };
    await say(room, from, {
      texts: { description: set('Hội nghị'), credit: set('Hà'), headline: set('Tít') },
      people: [{ id: 'p', name: 'Mai Xuân Liêm', title: 'Phó Chủ tịch', area }],
      ...{ keywords: { add: ['chuyển đổi số'] }, dateCreated: '2026-11-26' },
    });
    await say(room, to, { keywords: { add: ['riêng'] }, texts: { headline: set('Giữ') } });
    const fields = ['description', 'credit', 'people', 'keywords', 'dateCreated'] as const;
    const { done, undo } = await room.records.copy({ from, to: [to, from], fields });
    expect(done).toBe(1);
    expect(await room.records.record(to)).toMatchObject({
      ...{ description: 'Hội nghị', credit: 'Hà', headline: 'Giữ', dateCreated: '2026-11-26' },
      ...{ keywords: ['chuyển đổi số'], people: [{ name: 'Mai Xuân Liêm', title: 'Phó Chủ tịch' }] },
    });
    expect((await room.records.record(to)).people[0]).not.toHaveProperty('area');
    await room.records.change(undo);
    expect(await room.records.record(to)).toMatchObject({ description: 'Khác', keywords: ['riêng'], people: [] });
  });
});

describe('finding and replacing', () => {
  const choice = {
    find: 'hoa binh',
    replacement: 'Hòa Bình mới',
    withAccents: false,
    withCase: false,
    wholeWords: true,
  };

  it('previews each hit of each field, and replaces those that are chosen', async () => {
    const room = await openPhotoRoom();
    const a = givePhoto(room, 'a.jpg', { description: 'Tại Hòa Bình, gần hoà bình.' });
    const b = givePhoto(room, 'b.jpg', { description: 'HÒA BÌNHX' });
    await say(room, b, { texts: { city: set('Hoà Bình') } });
    const { hits, isMore } = await room.words.find([a, b, shaOf('x')], choice);
    expect(isMore).toBe(false);
    expect(hits.map(({ name, field, text, start, end }) => [name, field, text.slice(start, end)])).toEqual([
      ['a.jpg', 'description', 'Hòa Bình'],
      ['a.jpg', 'description', 'hoà bình'],
      ['b.jpg', 'city', 'Hoà Bình'],
    ]);
    const { done, undo } = await room.words.replace([hits[1]!, hits[2]!]);
    expect(done).toBe(2);
    expect((await room.records.record(a)).description).toBe('Tại Hòa Bình, gần Hòa Bình mới.');
    expect((await room.records.record(b)).city).toBe('Hòa Bình mới');
    await room.records.change(undo);
    expect((await room.records.record(a)).description).toBe('Tại Hòa Bình, gần hoà bình.');
  });

  it('leaves a text that says something else by now, and says so', async () => {
    const room = await openPhotoRoom();
    const [a, b] = ['a.jpg', 'b.jpg'].map((name) => givePhoto(room, name, { description: 'Hòa Bình' }));
    const { hits } = await room.words.find([a!, b!], choice);
    await say(room, a!, { texts: { description: set('Thôi, Hòa Bình') } });
    const changed = await room.words.replace(hits);
    expect(changed).toMatchObject({ done: 1, failed: [{ sha256: a, error: { code: 'photo-changed-since' } }] });
    expect((await room.records.record(a!)).description).toBe('Thôi, Hòa Bình');
    expect((await room.records.record(b!)).description).toBe('Hòa Bình mới');
  });
});
