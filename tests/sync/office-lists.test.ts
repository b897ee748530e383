/** The office's words and abbreviations from one workstation to another, by the log that articles travel in. */
import { join } from 'node:path';
import { v7 as newId } from 'uuid';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Lists } from '../../electron/core/lists/lists.ts';
import {
  documentForTest,
  type Office,
  openOffice,
  revisionEntry,
  TestPerson,
} from '../../endpoint/testing/office-for-test.ts';
import { listChangeSchema } from '../../shared/contract/desk-lists.ts';
import { OFFICE_LISTS_ID } from '../../shared/contract/log-documents.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { openDesk, type TestDesk } from './desk-for-test.ts';

let office: Office;
let lan: TestDesk;
let minh: TestDesk;

beforeEach(async () => {
  const root = tempFolder();
  office = await openOffice();
  lan = await openDesk(join(root, 'Lan'), 'Lan');
  minh = await openDesk(join(root, 'Minh'), 'Minh');
  await lan.sync.join(office.url, office.app.office.invite({ name: 'Lan', role: 'writer' }));
  await minh.sync.join(office.url, office.app.office.invite({ name: 'Minh', role: 'writer' }));
});
afterEach(async () => {
  await lan.close();
  await minh.close();
  await office.close();
});

const listsOf = ({ db, articles }: TestDesk): Lists => new Lists({ db, articles, folder: '', changed: () => {} });
const add = (desk: TestDesk, ...words: string[]) =>
  listsOf(desk).change(listChangeSchema.parse({ list: 'office', add: { words } }));

async function syncAll(...desks: TestDesk[]): Promise<void> {
  for (const desk of desks) {
    await desk.sync.now();
    expect(desk.sync.status()).toMatchObject({ linkError: null, refused: [] });
  }
}

it('two desks that add at once both keep theirs, and the person’s own stay at their desk', async () => {
  await add(lan, 'Xướmm', 'Kpuih');
  await add(minh, 'zalopay', 'Kpuih');
  await listsOf(lan).change(listChangeSchema.parse({ list: 'own', add: { words: ['riêng'] } }));
  await syncAll(lan, minh, lan);
  for (const desk of [lan, minh]) expect(listsOf(desk).get().office.words).toEqual(['Kpuih', 'Xướmm', 'zalopay']);
  expect(listsOf(minh).get().own.words).toEqual([]);
});

it('what one takes out goes everywhere, and what the other wrote meanwhile stays', async () => {
  await add(lan, 'cũ', 'chung');
  await syncAll(lan, minh);
  await listsOf(lan).change(listChangeSchema.parse({ list: 'office', remove: { words: ['cũ'] } }));
  await add(minh, 'mới');
  await syncAll(lan, minh, lan);
  for (const desk of [lan, minh]) expect(listsOf(desk).get().office.words).toEqual(['chung', 'mới']);
});

it('tells of a list that came, and of no article', async () => {
  await add(lan, 'Kpuih');
  const told: string[] = [];
  minh.articles.on((event) => told.push(event.type));
  await syncAll(lan, minh);
  expect(told).toContain('lists');
  expect(told).not.toContain('update');
  minh.articles.settle();
  expect(minh.db.prepare('SELECT count(*) FROM articles').pluck().get()).toBe(0);
});

it('the endpoint takes no events and no revisions of it', async () => {
  const person = await TestPerson.joined(office, 'Hoa', 'writer');
  const answers = await person.push(
    person.eventEntry(OFFICE_LISTS_ID, 'created', null),
    revisionEntry(OFFICE_LISTS_ID, documentForTest('Danh sách')),
    person.eventEntry(newId(), 'created', null),
  );
  expect(answers.map(({ result }) => result)).toEqual(['refused', 'refused', 'accepted']);
});
