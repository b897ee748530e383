import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { type EmbeddedMetadata, noMetadata } from './embedded.ts';
import { photoRecordSchema } from './photo-details.ts';
import { readPhotoRecord } from './read-record.ts';
import { isPhotoRecordId, photoRecordId } from './record-id.ts';
import { withPhotoRecords } from './with-records.ts';
import { changeRecord, newRecordUpdate, type RecordChange, recordChangeSchema } from './write-record.ts';

const SHA = 'ab'.repeat(32);
const metadata: EmbeddedMetadata = {
  ...noMetadata,
  description: 'Quang cảnh Hội nghị “ổn định” — ỹ Ấ.',
  credit: 'Thu Hà',
  dateCreated: '2026-11-26T08:30:00+07:00',
  digitalSource: 'digitalCapture',
  keywords: ['chuyển đổi số', 'Hội nghị'],
  people: [
    { name: 'Mai Xuân Liêm', title: 'Phó Chủ tịch UBND tỉnh', area: { x: 0.1, y: 0.2, width: 0.1, height: 0.2 } },
    { name: 'Nguyễn Phú Tiến' },
  ],
  rating: 3,
};

function docOf(...updates: Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update, 'test');
  return doc;
}
const seed = (batch = 'thẻ 1'): Uint8Array => newRecordUpdate({ sha256: SHA, metadata, batch, name: 'IMG_0042.JPG' });
const read = (doc: Y.Doc) => readPhotoRecord(doc, SHA);
const change = (doc: Y.Doc, what: RecordChange): void => changeRecord(doc, what, 'test');

describe('the record of a picture', () => {
  it('begins with what its file says', () => {
    const record = read(docOf(seed()));
    expect(photoRecordSchema.parse(record)).toEqual(record);
    expect(record).toMatchObject({
      ...{ description: metadata.description, credit: 'Thu Hà', dateCreated: metadata.dateCreated, rating: 3 },
      ...{ keywords: metadata.keywords, digitalSource: 'digitalCapture', batch: 'thẻ 1', shared: false },
      name: 'IMG_0042.JPG',
      people: metadata.people,
    });
  });

  it('says everything once, however many computers take the same file in', () => {
    const theirs = docOf(seed('thẻ 2'));
    change(theirs, { texts: { description: { how: 'append', text: 'Ảnh: Hà.' } } });
    const mine = docOf(seed('thẻ 1'));
    change(mine, { texts: { headline: { how: 'set', text: 'Hội nghị' } } });
    const both = docOf(Y.encodeStateAsUpdate(mine), Y.encodeStateAsUpdate(theirs));
    const other = docOf(Y.encodeStateAsUpdate(theirs), Y.encodeStateAsUpdate(mine));
    expect(read(both)).toEqual(read(other));
    expect(read(both)).toMatchObject({
      description: `${metadata.description} Ảnh: Hà.`,
      headline: 'Hội nghị',
      keywords: metadata.keywords,
    });
    expect(read(both).people).toHaveLength(2);
  });

  it('says once what two readers of the same file both read in it, whatever else one of them reads', () => {
    const newer = { ...metadata, headline: 'Hội nghị', rating: 4, iimCharset: 'utf-8' as const, more: 'later' };
    const mine = docOf(seed());
    change(mine, { ...{ label: 'red', dateCreated: '2026-11-25' }, keywords: { remove: ['Hội nghị'] } });
    const others = [newer, noMetadata].map((read) => newRecordUpdate({ sha256: SHA, metadata: read, batch: '' }));
    const both = docOf(Y.encodeStateAsUpdate(mine), ...others);
    expect(read(docOf(...others.reverse(), Y.encodeStateAsUpdate(mine)))).toEqual(read(both));
    expect(read(both)).toMatchObject({
      ...{ description: metadata.description, credit: 'Thu Hà', headline: 'Hội nghị', label: 'red' },
      ...{ dateCreated: '2026-11-25', keywords: ['chuyển đổi số'], people: metadata.people },
    });
  });

  it('loses no letter where two write in one text', () => {
    const mine = docOf(seed());
    const theirs = docOf(Y.encodeStateAsUpdate(mine));
    change(mine, { texts: { description: { how: 'set', text: metadata.description.replace('Quang', 'Toàn') } } });
    change(theirs, {
      texts: { description: { how: 'set', text: metadata.description.replace('Ấ.', 'Ấ, sáng 26/11.') } },
    });
    const both = docOf(Y.encodeStateAsUpdate(mine), Y.encodeStateAsUpdate(theirs));
    expect(read(both).description).toBe('Toàn cảnh Hội nghị “ổn định” — ỹ Ấ, sáng 26/11.');
  });

  it('takes changes, fills only what is empty where it is told to, and takes them away again', () => {
    const doc = docOf(seed());
    change(doc, {
      texts: {
        credit: { how: 'fill', text: 'Báo' },
        source: { how: 'fill', text: 'Báo' },
        alt: { how: 'set', text: 'Người' },
      },
      keywords: { add: ['  mới ', 'Hội nghị'], remove: ['chuyển đổi số'] },
      ...{ turn: 90, straighten: -2.5, focus: { x: 0.5, y: 0.25 }, withheld: true, decorative: true, label: 'red' },
      crops: { '16:9': { x: 0, y: 0.1, width: 1, height: 0.5 } },
      pixelated: { a: { x: 0.1, y: 0.1, width: 0.2, height: 0.2 } },
      ...{ look: { brightness: 20 }, expires: '2027-01-01', shared: true },
    });
    expect(read(doc)).toMatchObject({
      ...{ credit: 'Thu Hà', source: 'Báo', alt: 'Người', keywords: ['Hội nghị', 'mới'] },
      ...{ decorative: true, label: 'red', expires: '2027-01-01', shared: true },
      look: { brightness: 20, black: 0, white: 255 },
      edits: {
        ...{ turn: 90, straighten: -2.5, focus: { x: 0.5, y: 0.25 }, withheld: true },
        crops: { '16:9': { x: 0, y: 0.1, width: 1, height: 0.5 } },
        pixelated: [{ x: 0.1, y: 0.1, width: 0.2, height: 0.2 }],
      },
    });
    change(doc, {
      ...{ turn: null, straighten: null, focus: null, withheld: false, decorative: false, label: null, expires: null },
      ...{ crops: { '16:9': null }, pixelated: { a: null }, rating: 0, dateCreated: null },
    });
    expect(read(doc)).toMatchObject({ edits: {}, decorative: false, label: null, expires: null, dateCreated: null });
  });

  it('keeps people in their order, and those whom two add at once both', () => {
    const mine = docOf(seed());
    const [liem, tien] = read(mine).people;
    const theirs = docOf(Y.encodeStateAsUpdate(mine));
    change(mine, { people: [liem!, { id: 'x', name: 'Đặng Tùng Anh' }, tien!] });
    change(theirs, { people: [liem!, tien!, { id: 'y', name: 'Lê Thị Hoa' }] });
    const both = docOf(Y.encodeStateAsUpdate(mine), Y.encodeStateAsUpdate(theirs));
    expect(read(both).people.map(({ name }) => name)).toEqual([
      'Mai Xuân Liêm',
      'Đặng Tùng Anh',
      'Nguyễn Phú Tiến',
      'Lê Thị Hoa',
    ]);
    change(both, { people: [{ ...tien!, title: 'Phó Cục trưởng' }, liem!] });
    expect(read(both).people).toEqual([{ ...tien!, title: 'Phó Cục trưởng' }, liem!]);
  });

  it('is a valid one whatever another program wrote there', () => {
    const doc = new Y.Doc();
    doc.getText('description').insertEmbed(0, new Y.Map());
    doc.getText('description').insert(1, 'a\u0000b');
    const map = doc.getMap('photo');
    for (const name of ['dateCreated', 'rating', 'label', 'turn', 'focus', 'crop:1:1', 'black'])
      map.set(name, { x: 7 });
    doc.getMap('people').set('b', 'Lan');
    doc.getMap('keywords').set('   ', 1);
    const record = read(doc);
    expect(photoRecordSchema.parse(record)).toEqual(record);
    expect(record).toMatchObject({ description: 'ab', edits: {}, people: [], keywords: [], rating: 0 });
    change(doc, { texts: { description: { how: 'set', text: 'mới' } } });
    expect(read(doc).description).toBe('mới');
  });

  it('is one, and can be changed, also where there are things that have no text', () => {
    const nothing = { toString: 1, valueOf: 1 };
    const doc = new Y.Doc();
    const person = (name: unknown): Y.Map<unknown> =>
      new Y.Map<unknown>(Object.entries({ name, title: nothing, order: nothing, area: 7n }));
    for (const name of ['batch', 'name', 'rating', 'expires']) doc.getMap('photo').set(name, nothing);
    for (const name of ['label', 'turn']) doc.getMap('photo').set(name, 7n);
    doc.getMap('people').set('a', person(nothing));
    doc.getMap('people').set('b', person(`${'x'.repeat(199)}😀`));
    doc.getMap('keywords').set('cũ', nothing);
    const record = read(doc);
    expect(photoRecordSchema.parse(record)).toEqual(record);
    expect(record).toMatchObject({ batch: '', name: '', people: [{ name: '' }, { name: 'x'.repeat(199) }] });
    change(doc, {
      ...{ label: 'red', turn: 90, keywords: { add: ['mới'] } },
      people: [
        { id: 'c', name: 'Lan' },
        { ...record.people[0]!, area: { x: 0, y: 0, width: 1, height: 1 } },
      ],
    });
    expect(read(doc)).toMatchObject({ label: 'red', keywords: ['cũ', 'mới'], people: [{ name: 'Lan' }, { id: 'a' }] });
  });

  it('hides no less of a picture than somebody meant, however the place was written', () => {
    const doc = docOf(seed());
    const areas: Record<string, unknown> = {
      a: { x: 0.9, y: -0.1, width: 0.5, height: 0.2 },
      b: { x: 0.1, y: 0.1, width: 0, height: 0.1 },
    };
    for (const [id, area] of Object.entries(areas)) doc.getMap('pixelated').set(id, area);
    doc.getMap('photo').set('withheld', 'minor');
    const [area, ...others] = read(doc).edits.pixelated ?? [];
    expect(others).toEqual([]);
    expect(area).toEqual({ x: 0.9, y: 0, width: expect.closeTo(0.1), height: expect.closeTo(0.1) });
    expect(read(doc).edits.withheld).toBe(true);
    doc.getMap('pixelated').set('b', { circle: [0.1, 0.1, 0.05] });
    expect(read(doc).edits.pixelated).toContainEqual({ x: 0, y: 0, width: 1, height: 1 });
    change(doc, { pixelated: { a: null, b: null }, withheld: false });
    expect(read(doc).edits).toEqual({});
    for (let index = 0; index < 10_000; index += 1) {
      doc.getMap('pixelated').set(`${index}`, { x: 0, y: 0, width: 0.01, height: 0.01 });
    }
    expect(read(doc).edits.pixelated).toEqual([{ x: 0, y: 0, width: 1, height: 1 }]);
  });
});

it.each(['2026-02-29', '2026-13-01', '2026-11-26T24:00', '2026-00-10'])(
  '%s is no time at which a picture was taken',
  (date) => {
    expect(recordChangeSchema.safeParse({ dateCreated: date }).success).toBe(false);
    expect(recordChangeSchema.safeParse({ expires: date.slice(0, 10) }).success).toBe(date.includes('T'));
    expect(
      recordChangeSchema.safeParse({ dateCreated: '2028-02-29T23:59:59+07:00', expires: '2028-02-29' }).success,
    ).toBe(true);
  },
);

it('the id of a record is a UUID of version 8 that no article has', () => {
  const id = photoRecordId('0123456789abcdef'.repeat(4));
  expect(id).toBe('01234567-89ab-8def-b123-456789abcdef');
  expect(isPhotoRecordId(id)).toBe(true);
  expect(isPhotoRecordId('01a21560-a61c-7745-8068-f6b44f6ed1f6')).toBe(false);
});

it('an article’s photos are joined by what is known of their pictures, and keep their own words', () => {
  const photo = { id: 'a', sha256: SHA, caption: 'Trong bài', credit: 'Hà', alt: '' };
  const document = {
    version: 1 as const,
    language: 'vi',
    headline: '',
    lead: '',
    blocks: [],
    photos: [photo],
    fields: {},
  };
  const record = read(docOf(seed()));
  const joined = withPhotoRecords(document, (sha256) => (sha256 === SHA ? record : null));
  expect(joined.photos).toEqual([
    {
      ...photo,
      details: {
        dateCreated: metadata.dateCreated,
        digitalSource: 'digitalCapture',
        keywords: metadata.keywords,
        people: metadata.people,
      },
    },
  ]);
  expect(withPhotoRecords(document, () => null).photos).toEqual([photo]);
});
