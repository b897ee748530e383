import { beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { OFFICE_LISTS_ID } from '../../../shared/contract/log-documents.ts';
import { defaultTemplates } from '../../../shared/photos/default-templates.ts';
import { openPhotoRoom, type PhotoRoom } from '../../../tests/support/photo-room.ts';
import { Lists } from '../lists/lists.ts';
import { listOutbox } from '../store/outbox.ts';
import { PhotoOfficeRules } from './photo-office.ts';

let room: PhotoRoom;
let office: PhotoOfficeRules;
beforeEach(async () => {
  room = await openPhotoRoom();
  office = new PhotoOfficeRules(room.articles);
});

const change = (what: Partial<Parameters<PhotoOfficeRules['change']>[0]>) =>
  office.change({ save: [], forget: [], ...what });
const names = (): string[] => office.get().templates.map(({ name }) => name);
const own = { id: 'own', name: 'Của tòa soạn', text: '{ai} tại {ở đâu}' };

describe('the office’s templates', () => {
  it('are those that every office is offered until it has its own; nothing is written for that', () => {
    expect(office.get().templates).toEqual(defaultTemplates);
    expect(listOutbox(room.db, 0, 9)).toEqual([]);
  });

  it('keep those that were offered when one is added, and the place of one that is changed', async () => {
    await change({ save: [own] });
    expect(names()).toEqual([...defaultTemplates.map(({ name }) => name), own.name]);
    const [first] = defaultTemplates;
    await change({ save: [{ ...first!, name: 'Tên mới' }] });
    expect(names()[0]).toBe('Tên mới');
    const told = room.told.filter(({ type }) => type === 'lists').length;
    await change({ save: [own] });
    expect(room.told.filter(({ type }) => type === 'lists').length).toBe(told);
  });

  it('may all be forgotten, and do not come back', async () => {
    await change({ forget: defaultTemplates.map(({ id }) => id) });
    expect(office.get().templates).toEqual([]);
  });

  it('of two desks that begin at once are all there, each once', async () => {
    const other = await openPhotoRoom();
    await change({ save: [own] });
    await new PhotoOfficeRules(other.articles).change({
      save: [{ ...own, id: 'theirs', name: 'Của Minh' }],
      forget: [],
    });
    room.articles.applyRemote(OFFICE_LISTS_ID, Y.encodeStateAsUpdate(other.articles.side(OFFICE_LISTS_ID)), 'e');
    expect(names().toSorted()).toEqual([...defaultTemplates.map(({ name }) => name), own.name, 'Của Minh'].toSorted());
  });

  it('leave the words and abbreviations beside them alone', async () => {
    const lists = new Lists({ db: room.db, articles: room.articles, folder: '', changed: () => {} });
    await change({ save: [own], rules: { keepPlace: true } });
    expect(lists.get().office).toEqual({ words: [], abbreviations: [] });
  });

  it('are read whatever another program wrote there', async () => {
    const doc = new Y.Doc();
    const map = doc.getMap('captionTemplates');
    map.set('a', 'x');
    map.set('b', { name: '', text: 'y' });
    map.set('c', { name: 'Được', text: '{ai}', order: 7 });
    map.set('d', { name: 'Dài', text: 'x'.repeat(10_000) });
    doc.getMap('photoRules').set('keepPlace', 'yes');
    await room.articles.changeSide(OFFICE_LISTS_ID, Y.encodeStateAsUpdate(doc));
    expect(office.get()).toEqual({
      templates: [{ id: 'c', name: 'Được', text: '{ai}' }],
      rules: { keepPlace: false, keepSerials: false },
    });
  });
});

it('places and serial numbers go out only where the office says so', async () => {
  expect(office.get().rules).toEqual({ keepPlace: false, keepSerials: false });
  await change({ rules: { keepPlace: true } });
  expect(office.get().rules).toEqual({ keepPlace: true, keepSerials: false });
  await change({ rules: { keepPlace: false } });
  expect(office.get().rules.keepPlace).toBe(false);
  expect(office.get().templates).toEqual(defaultTemplates);
});
