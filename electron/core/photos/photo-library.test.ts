import { v7 as newId } from 'uuid';
import { beforeEach, describe, expect, it } from 'vitest';
import { Doc, encodeStateAsUpdate } from 'yjs';
import type { ArticleDocument } from '../../../shared/article/document.ts';
import type { PhotoFilter, PhotoSort } from '../../../shared/contract/desk-photos.ts';
import { photoFilterSchema } from '../../../shared/contract/desk-photos.ts';
import { photoRecordId } from '../../../shared/photos/record-id.ts';
import type { RecordChange } from '../../../shared/photos/write-record.ts';
import {
  closePhotoRoom,
  type GivenPhoto,
  givePhoto,
  openPhotoRoom,
  type PhotoRoom,
  say,
  shaOf,
} from '../../../tests/support/photo-room.ts';
import { saveAlikes } from '../store/photo-alikes.ts';
import { deletePhotoRow } from '../store/photo-rows.ts';

let room: PhotoRoom;
beforeEach(async () => {
  room = await openPhotoRoom();
});

const set = (text: string) => ({ how: 'set', text }) as const;
const newest: PhotoSort = { by: 'taken', descending: true };

async function give(name: string, change: RecordChange = {}, given: GivenPhoto = {}): Promise<string> {
  const sha256 = givePhoto(room, name, given);
  await say(room, sha256, change);
  return sha256;
}

/** Names of files, in the order of the list. */
function shown(filter: Partial<PhotoFilter> = {}, sort: PhotoSort = { by: 'name', descending: false }): string[] {
  const whole = photoFilterSchema.parse(filter);
  const { total, rows } = room.library.list({ ...whole, sort, offset: 0, limit: 100 });
  expect(room.library.ids({ ...whole, sort })).toEqual(rows.map(({ sha256 }) => sha256));
  expect(total).toBe(rows.length);
  return rows.map(({ name }) => name);
}

function write(more: Partial<ArticleDocument>): string {
  const document = {
    version: 1 as const,
    language: 'vi',
    headline: 'Tít',
    lead: '',
    blocks: [],
    photos: [],
    fields: {},
  };
  return room.articles.create({ document: { ...document, ...more } });
}

const withPhoto = (sha256: string): Partial<ArticleDocument> => ({
  photos: [{ id: 'p', sha256, caption: '', credit: '', alt: '' }],
  blocks: [{ kind: 'photo', photo: 'p' }],
});

describe('a list', () => {
  it('is in each order, with ends that do not move', async () => {
    await give('Ảnh.jpg', { dateCreated: '2026-11-26T08:30:00+07:00', rating: 2 }, { addedAt: '2026-11-26T09:00:00Z' });
    await give('anh.jpg', { dateCreated: '2026-11-26T10:00:00', rating: 5 }, { addedAt: '2026-11-26T08:00:00Z' });
    await give('đ.jpg', { rating: 2 }, { addedAt: '2026-11-27T01:00:00Z' });
    expect(shown({}, newest)).toEqual(['đ.jpg', 'anh.jpg', 'Ảnh.jpg']);
    expect(shown({}, { by: 'added', descending: false })).toEqual(['anh.jpg', 'Ảnh.jpg', 'đ.jpg']);
    expect(shown({}, { by: 'name', descending: false })).toEqual(['anh.jpg', 'Ảnh.jpg', 'đ.jpg']);
    expect(shown({}, { by: 'rating', descending: true })).toEqual(['anh.jpg', 'đ.jpg', 'Ảnh.jpg']);
    const page = (offset: number) =>
      room.library
        .list({ ...photoFilterSchema.parse({}), sort: newest, offset, limit: 2 })
        .rows.map(({ name }) => name);
    expect([...page(0), ...page(2)]).toEqual(['đ.jpg', 'anh.jpg', 'Ảnh.jpg']);
  });

  it('leaves out what was put aside, unless it is asked for', async () => {
    await give('a.jpg', { rating: -1 });
    await give('b.jpg');
    await give('c.jpg', { rating: 3 });
    expect(shown()).toEqual(['b.jpg', 'c.jpg']);
    expect(shown({ aside: true })).toEqual(['a.jpg', 'b.jpg', 'c.jpg']);
    expect(shown({ onlyAside: true })).toEqual(['a.jpg']);
    expect(shown({ rating: 3 })).toEqual(['c.jpg']);
    expect(room.library.overview()).toMatchObject({ total: 2, aside: 1 });
  });

  it('is narrowed by each filter, and by several', async () => {
    const a = await give(
      'a.jpg',
      { label: 'red', expires: '2026-12-20', dateCreated: '2026-11-20' },
      { batch: 'Thẻ 1' },
    );
    const b = await give(
      'b.jpg',
      { label: 'red', expires: '2027-12-20', dateCreated: '2026-11-25' },
      { batch: 'Thẻ 1' },
    );
    const c = await give('c.jpg', { expires: '2026-01-01', shared: true }, { batch: 'Thẻ 2' });
    write(withPhoto(b));
    saveAlikes(room.db, a, [{ sha256: c, distance: 3 }]);
    expect(shown({ label: 'red' })).toEqual(['a.jpg', 'b.jpg']);
    expect(shown({ label: 'red', batch: 'Thẻ 1', from: '2026-11-21', to: '2026-11-25' })).toEqual(['b.jpg']);
    expect(shown({ batch: 'Thẻ 2' })).toEqual(['c.jpg']);
    expect(shown({ expiring: true })).toEqual(['a.jpg', 'c.jpg']);
    expect(shown({ used: true })).toEqual(['b.jpg']);
    expect(shown({ used: false })).toEqual(['a.jpg', 'c.jpg']);
    expect(shown({ shared: false })).toEqual(['a.jpg']);
    expect(shown({ hasAlike: true })).toEqual(['a.jpg', 'c.jpg']);
    expect(shown({ hasAlike: false })).toEqual(['b.jpg']);
    expect(shown({ alikeTo: c })).toEqual(['a.jpg', 'c.jpg']);
    // Taken in today, where nobody knows when it was taken.
    expect(shown({ from: '2026-11-26' })).toEqual(['c.jpg']);
    expect(room.library.overview()).toMatchObject({
      ...{ total: 3, expiring: 2, own: 1, alike: 2 },
      batches: [
        { name: 'Thẻ 1', count: 2 },
        { name: 'Thẻ 2', count: 1 },
      ],
    });
    expect(room.library.facts(a).alike).toEqual([{ sha256: c, name: 'c.jpg', distance: 3 }]);
    expect(room.library.row(a).alike).toBe(1);
  });

  it('tells what captions lack until they are whole', async () => {
    const sha256 = await give('a.jpg');
    expect(room.library.row(sha256).lacks).toEqual(['who', 'what', 'where', 'when', 'credit', 'alt']);
    expect(room.library.overview().uncaptioned).toBe(1);
    await say(room, sha256, {
      texts: {
        description: set('Ông Mai Xuân Liêm phát biểu khai mạc tại Thanh Hóa, ngày 26/11/2026.'),
        ...{ credit: set('Thu Hà'), alt: set('Một người đàn ông nói trước micro.') },
      },
    });
    expect(room.library.row(sha256).lacks).toEqual([]);
    expect(room.library.overview().uncaptioned).toBe(0);
    expect(shown({ uncaptioned: true })).toEqual([]);
  });
});

describe('a search', () => {
  beforeEach(async () => {
    await give('IMG_1.jpg', {
      texts: { description: set('Hội nghị chuyển đổi số'), city: set('Thanh Hóa'), credit: set('Thu Hà') },
      people: [{ id: 'p', name: 'Mai Xuân Liêm', title: 'Phó Chủ tịch UBND tỉnh' }],
    });
    await give('IMG_2.jpg', { texts: { description: set('Đường về Thanh Hóa'), alt: set('Xe máy') } });
    await give('IMG_3.jpg', { keywords: { add: ['chuyển đổi'] }, texts: { province: set('Đà Nẵng') } });
  });

  it.each<[string, Partial<PhotoFilter>, string[]]>([
    ['words in any place, without accents', { query: 'chuyen doi' }, ['IMG_1.jpg', 'IMG_3.jpg']],
    ['đ as d, and the beginning of the last word', { query: 'duong v' }, ['IMG_2.jpg']],
    ['a phrase', { query: '"đổi số"' }, ['IMG_1.jpg']],
    ['a word that is not said', { query: 'thanh -hội' }, ['IMG_2.jpg']],
    ['only what is not said', { query: '-thanh' }, ['IMG_3.jpg']],
    ['a title, an alt text, a file', { query: 'phó chủ tịch' }, ['IMG_1.jpg']],
    ['the name of a file', { query: 'img 3' }, ['IMG_3.jpg']],
    ['a person', { person: 'xuan liem' }, ['IMG_1.jpg']],
    ['a place, and no caption that names one', { place: 'thanh hoa' }, ['IMG_1.jpg']],
    ['all of them together', { query: 'hội', place: 'thanh', person: 'liêm' }, ['IMG_1.jpg']],
    ['words that look like operators', { query: 'AND OR ("' }, []],
    ['a field of articles, as words', { query: 'tác giả: hội nghị' }, []],
  ])('finds %s', (_, filter, names) => {
    expect(shown(filter)).toEqual(names);
  });

  it('follows what is said, and forgets what is gone', async () => {
    await say(room, shaOf('IMG_2.jpg'), { texts: { description: set('Cầu Hàm Rồng') } });
    expect(shown({ query: 'duong' })).toEqual([]);
    expect(shown({ query: 'ham rong' })).toEqual(['IMG_2.jpg']);
    deletePhotoRow(room.db, photoRecordId(shaOf('IMG_2.jpg')));
    expect(shown({ query: 'ham rong' })).toEqual([]);
  });
});

describe('where a picture is used', () => {
  it('follows articles that are set aside and taken up again', async () => {
    const sha256 = await give('a.jpg');
    const article = write(withPhoto(sha256));
    const uses = (): number => room.library.row(sha256).uses;
    expect(uses()).toBe(1);
    const spike = (type: string): void => {
      room.db
        .prepare('INSERT INTO events (id, article_id, json, hash, standing) VALUES (?, ?, ?, ?, ?)')
        .run(type, article, JSON.stringify(eventOf(article, type)), type, 'accepted');
      room.articles.refresh(article);
    };
    spike('spiked');
    expect(uses()).toBe(0);
    expect(room.library.facts(sha256).uses).toEqual([]);
    spike('restored');
    expect(uses()).toBe(1);
    expect(room.told.filter(({ type }) => type === 'photos').length).toBeGreaterThanOrEqual(2);
  });

  it('is told to the pages only where it changes', async () => {
    const sha256 = await give('a.jpg');
    const article = write(withPhoto(sha256));
    expect(room.told.at(-1)).toEqual({ type: 'photos' });
    room.library.overview();
    room.told.length = 0;
    room.articles.refresh(article);
    expect(room.told.filter(({ type }) => type === 'photos')).toEqual([]);
  });
});

/** As the endpoint has accepted it. */
function eventOf(articleId: string, type: string) {
  const at = '2026-11-26T02:00:00.000Z';
  return {
    id: newId(),
    articleId,
    type,
    revision: null,
    actor: 'lan',
    device: 'd',
    at,
    previous: null,
    signature: 's',
  };
}

describe('who may be named', () => {
  it('are those whom captions and articles name, the commonest first, with the last title', async () => {
    await give('a.jpg', {
      people: [
        { id: 'a', name: 'Mai Xuân Liêm', title: 'Phó Chủ tịch UBND tỉnh' },
        { id: 'b', name: 'Lê Thị Mai' },
      ],
      dateCreated: '2026-11-20',
    });
    write({
      lead: 'Đồng chí Mai Xuân Liêm – Chủ tịch UBND tỉnh phát biểu tại hội nghị.',
      fields: { publishedOn: '2026-11-26' },
    });
    const find = (starts: string) => room.library.people({ starts, limit: 10 });
    expect(find('mai')).toEqual([
      { name: 'Mai Xuân Liêm', title: 'Chủ tịch UBND tỉnh', count: 2, lastUsed: '2026-11-26' },
      { name: 'Lê Thị Mai', count: 1, lastUsed: '2026-11-20' },
    ]);
    expect(find('lie').map(({ name }) => name)).toEqual(['Mai Xuân Liêm']);
    expect(find('iem')).toEqual([]);
    await say(room, shaOf('a.jpg'), { people: [] });
    expect(find('mai')).toEqual([
      { name: 'Mai Xuân Liêm', title: 'Chủ tịch UBND tỉnh', count: 1, lastUsed: '2026-11-26' },
    ]);
  });
});

it('a record that says it is of another picture is not shown as that one', async () => {
  const [a, b] = [await give('a.jpg', { texts: { description: set('Một') } }), shaOf('b.jpg')];
  const doc = new Doc();
  doc.getMap('photo').set('sha256', a);
  doc.getText('description').insert(0, 'Giả');
  room.articles.applyRemote(photoRecordId(b), encodeStateAsUpdate(doc), 'e');
  expect(shown({ aside: true })).toEqual(['a.jpg']);
  expect(room.library.row(a).description).toBe('Một');
});

it('a library that was closed in the middle catches up', async () => {
  const sha256 = await give('a.jpg');
  room.library.overview();
  await say(room, sha256, { rating: 4 });
  room.db.exec(
    "INSERT INTO stale_articles (article_id) VALUES ('00000000-0000-8000-b000-000000000000') ON CONFLICT DO NOTHING",
  );
  closePhotoRoom(room);
  room = await openPhotoRoom(room.folder);
  expect(room.library.row(sha256).rating).toBe(4);
});

it('a record that somebody filled with rubbish is a row like any other', async () => {
  const sha256 = await give('a.jpg', { texts: { description: set('Một') } });
  const doc = new Doc();
  doc.transact(() => {
    doc.getText('description').insert(0, 'Đồng chí Phó '.repeat(200_000));
    for (let count = 0; count < 20_000; count += 1) doc.getMap('keywords').set(`k${count}`, 'a');
    for (let count = 0; count < 5_000; count += 1) doc.getMap('people').set(`p${count}`, `x${count}`);
  });
  room.articles.applyRemote(photoRecordId(sha256), encodeStateAsUpdate(doc), 'e');
  expect(JSON.stringify(room.library.row(sha256)).length).toBeLessThan(5_000);
  expect(shown({ query: 'k19999' })).toEqual(['a.jpg']);
});
