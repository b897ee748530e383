/** Many captions at once, by keys: a shared part and each photo's own, copied fields, words replaced, people known; all undone. */
import { join } from 'node:path';
import { type Browser, type CDPSession, expect as expectSoon, type Page } from '@playwright/test';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ArticleDocument } from '../../shared/article/document.ts';
import { launchBrowser } from '../support/browser.ts';
import { typeByHook } from '../support/input-methods.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { findBarriers } from './axe.ts';
import { closeSeat, openSeat, type Seat } from './office.ts';
import { makePhotoDesk, recordIn, withOwnDesk } from './photo-desk.ts';

const PHOTOS = 6;
const articleWith = (sha256: string): ArticleDocument => ({
  ...{ version: 1, language: 'vi', headline: 'Lễ hội ở Mường Lý', lead: '', fields: {} },
  blocks: [{ kind: 'photo', photo: 'p' }],
  photos: [{ id: 'p', sha256, caption: 'Chú thích cũ', credit: 'Hà', alt: 'Người' }],
});
let browser: Browser;
let seat: Seat;
let page: Page;
let devtools: CDPSession;
let sha256s: string[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
  const dataDir = join(tempFolder(), 'desk');
  sha256s = await makePhotoDesk(dataDir, PHOTOS);
  await withOwnDesk(dataDir, async (desk) =>
    desk.createArticles([{ seed: { document: articleWith(sha256s[0]!) }, within: () => {} }]),
  );
  seat = await openSeat(browser, dataDir);
  page = seat.page;
  devtools = await seat.context.newCDPSession(page);
  await page.getByRole('option', { name: /Lễ hội ở Mường Lý/ }).click();
  await expectSoon(page.locator('.photo-figure textarea[name="caption"]')).toHaveValue('Chú thích cũ');
  await press('Alt+a');
  await expectSoon(page.getByRole('gridcell').first()).toBeVisible();
  await press('Home');
  await press('Enter');
  await expectSoon(caption()).toBeFocused();
});
afterAll(async () => {
  await closeSeat(seat);
  await browser.close();
});

const press = (keys: string): Promise<void> => page.keyboard.press(keys);
const type = (text: string): Promise<void> => typeByHook(devtools, text);
const caption = () => page.locator('.caption-desk textarea[name="description"]');
const dialog = () => page.getByRole('dialog');
const records = () => Promise.all(sha256s.map((sha256) => recordIn(seat, sha256)));
const captions = async () => (await records()).map(({ description }) => description);
/** What was said last, and taken back by its button. */
const takeBack = () =>
  page
    .getByRole('region', { name: 'Thông báo', exact: true })
    .getByRole('button', { name: 'Hoàn tác' })
    .first()
    .press('Enter');

it('a shared part is typed once, and what is each photo’s own down the column', async () => {
  await press('Alt+b');
  await expectSoon(dialog()).toBeVisible();
  expect(await findBarriers(page)).toEqual([]);
  await dialog().getByLabel('Chú thích ảnh', { exact: true }).focus();
  await type('Lễ hội Cầu mùa ở xã Mường Lý.');
  await dialog().getByLabel('Thêm từ khóa').focus();
  await type('lễ hội, Mường Lý');
  const own = dialog().getByRole('textbox', { name: /phần riêng$/ });
  await own.first().focus();
  for (let index = 0; index < PHOTOS; index += 1) {
    await type(`Nghi thức ${index}.`);
    await press('Enter');
    if (index + 1 < PHOTOS) await expectSoon(own.nth(index + 1)).toBeFocused();
  }
  await dialog()
    .getByRole('button', { name: `Ghi vào ${PHOTOS} ảnh` })
    .press('Enter');
  await expectSoon(dialog()).toHaveCount(0);
  await expectSoon(caption()).toHaveValue('Lễ hội Cầu mùa ở xã Mường Lý. Nghi thức 0.');
  expect(await captions()).toEqual(sha256s.map((_, index) => `Lễ hội Cầu mùa ở xã Mường Lý. Nghi thức ${index}.`));
  expect((await records()).every(({ keywords }) => keywords.join() === 'lễ hội,Mường Lý')).toBe(true);
});

it('words are found in all captions, shown before they are replaced, and are taken back together', async () => {
  await press('Control+h');
  await expectSoon(dialog().getByLabel('Tìm')).toBeFocused();
  await type('cầu mùa');
  await press('Tab');
  await type('Xên Mường');
  await expectSoon(dialog().getByRole('listitem')).toHaveCount(PHOTOS);
  expect(await findBarriers(page)).toEqual([]);
  await dialog().getByRole('checkbox', { name: 'Thay chỗ này' }).first().press('Space');
  await dialog()
    .getByRole('button', { name: `Thay ${PHOTOS - 1} chỗ` })
    .press('Enter');
  await expectSoon(dialog()).toHaveCount(0);
  const replaced = await captions();
  expect(replaced[0]).toContain('Cầu mùa');
  expect(replaced.slice(1).every((text) => text.startsWith('Lễ hội Xên Mường ở xã'))).toBe(true);
  await takeBack();
  await expectSoon
    .poll(captions)
    .toEqual(sha256s.map((_, index) => `Lễ hội Cầu mùa ở xã Mường Lý. Nghi thức ${index}.`));
});

it('fields of one photo are copied to the others, and a draft of a field is kept when one goes on', async () => {
  await page.getByRole('textbox', { name: 'Tỉnh' }).focus();
  await type('Thanh Hóa');
  await page.getByLabel('Lúc chụp').focus();
  await type('26/4/2022 8:30');
  await press('Alt+PageDown');
  await expectSoon(page.locator('.caption-head')).toContainText('Ảnh 2 / 6');
  await expectSoon(page.getByLabel('Lúc chụp')).toBeFocused();
  await press('Alt+PageUp');
  await expectSoon(page.getByLabel('Lúc chụp')).toHaveValue('26/04/2022 08:30');
  await press('Alt+c');
  await expectSoon(dialog()).toBeVisible();
  expect(await findBarriers(page)).toEqual([]);
  await dialog()
    .getByRole('checkbox', { name: /^Lúc chụp/ })
    .press('Space');
  await dialog()
    .getByRole('button', { name: `Chép sang ${PHOTOS - 1} ảnh` })
    .press('Enter');
  await expectSoon(dialog()).toHaveCount(0);
  const said = (await records()).map(({ province, dateCreated }) => [province, dateCreated]);
  expect(said).toEqual(sha256s.map(() => ['Thanh Hóa', '2022-04-26T08:30']));
});

it('somebody who was named once is offered with a title, and names go into the caption from left to right', async () => {
  await press('Alt+p');
  await type('Mai Xuân Liêm');
  await press('Tab');
  await type('Phó Chủ tịch UBND tỉnh');
  await expectSoon
    .poll(async () => (await recordIn(seat, sha256s[0]!)).people)
    .toMatchObject([{ name: 'Mai Xuân Liêm', title: 'Phó Chủ tịch UBND tỉnh' }]);
  await press('Alt+PageDown');
  await expectSoon(page.locator('.caption-head')).toContainText('Ảnh 2 / 6');
  await press('Alt+p');
  await type('liêm');
  const known = page.getByRole('listbox', { name: /đã có tên/ }).getByRole('option');
  await expectSoon(known).toContainText(['Mai Xuân LiêmPhó Chủ tịch UBND tỉnh']);
  await press('ArrowDown');
  await press('Enter');
  await expectSoon(page.getByRole('combobox', { name: 'Người thứ 1 từ trái' })).toHaveValue('Mai Xuân Liêm');
  await press('Enter');
  await expectSoon(page.getByRole('combobox', { name: 'Người thứ 2 từ trái' })).toBeFocused();
  await type('Lò Thị Hoa');
  await press('Alt+Shift+ArrowUp');
  await press('Alt+t');
  await expectSoon(caption()).toHaveValue(
    /Nghi thức 1\. Từ trái sang: Lò Thị Hoa; Mai Xuân Liêm, Phó Chủ tịch UBND tỉnh\.$/u,
  );
  await press('Control+z');
  await expectSoon(caption()).toHaveValue('Lễ hội Cầu mùa ở xã Mường Lý. Nghi thức 1.');
});

it('a name goes by one undo as it was typed, and does not come back', async () => {
  await press('Alt+p');
  const name = page.getByRole('combobox', { name: 'Người thứ 3 từ trái' });
  await type('Vừ A Dính');
  await expectSoon(name).toHaveValue('Vừ A Dính');
  await press('Control+z');
  await expectSoon(name).toHaveValue('');
  await press('Alt+g');
  await expectSoon(name).toHaveCount(0);
  expect((await recordIn(seat, sha256s[1]!)).people.map((person) => person.name)).toEqual([
    'Lò Thị Hoa',
    'Mai Xuân Liêm',
  ]);
});

it('names go on in the next photo, which knows nothing of an empty slot', async () => {
  const peopleOf = async (index: number) => (await recordIn(seat, sha256s[index]!)).people.map(({ name }) => name);
  const name = page.getByRole('combobox', { name: 'Người thứ 1 từ trái' });
  await name.focus();
  await press('Alt+PageDown');
  await expectSoon(page.locator('.caption-head')).toContainText('Ảnh 3 / 6');
  await expectSoon(name).toBeFocused();
  await press('Alt+PageDown');
  await expectSoon(page.locator('.caption-head')).toContainText('Ảnh 4 / 6');
  await expectSoon(name).toBeFocused();
  await type('Vừ A Dính');
  await press('Alt+PageUp');
  await expectSoon(name).toBeFocused();
  await press('Alt+PageUp');
  await expectSoon(page.locator('.caption-head')).toContainText('Ảnh 2 / 6');
  await expectSoon(name).toHaveValue('Lò Thị Hoa');
  expect([await peopleOf(2), await peopleOf(3)]).toEqual([[], ['Vừ A Dính']]);
});

it('a face is drawn by keys, and forgotten again', async () => {
  await page.getByRole('button', { name: 'Khoanh mặt Lò Thị Hoa trên ảnh' }).press('Enter');
  const face = page.getByRole('application', { name: 'Lò Thị Hoa' });
  await face.focus();
  expect(await findBarriers(page)).toEqual([]);
  const areaOf = async () => (await recordIn(seat, sha256s[1]!)).people[0]?.area;
  const before = await areaOf();
  await press('ArrowRight');
  await expectSoon.poll(async () => (await areaOf())?.x).toBeGreaterThan(before!.x);
  await press('Escape');
  await expectSoon(page.getByRole('img', { name: 'Mặt của Lò Thị Hoa' })).toBeVisible();
  await page.getByRole('button', { name: 'Bỏ khoanh mặt Lò Thị Hoa' }).press('Enter');
  await expectSoon.poll(areaOf).toBeUndefined();
});

it('a template of the office’s own is written, and used by its key', async () => {
  await press('Control+k');
  await page.keyboard.type('mau chu thich cua');
  await press('Enter');
  await expectSoon(dialog()).toBeVisible();
  expect(await findBarriers(page)).toEqual([]);
  await dialog().getByRole('button', { name: 'Mẫu mới' }).press('Enter');
  await dialog().getByLabel('Tên mẫu').focus();
  await press('Control+a');
  await type('Trao quà');
  await dialog().getByLabel('Câu mẫu').focus();
  await type('Trao quà cho {ai nhận} tại ');
  await dialog().getByRole('button', { name: '{ở đâu}' }).press('Enter');
  await type('. Ảnh: {nguồn}');
  await expectSoon(dialog().locator('.template-preview p')).toHaveText(
    'Trao quà cho {ai nhận} tại Thanh Hóa. Ảnh: {nguồn}',
  );
  await dialog().getByRole('button', { name: 'Lưu mẫu' }).press('Enter');
  await expectSoon(page.getByText('Đã lưu mẫu “Trao quà”.')).toBeVisible();
  await press('Escape');
  await expectSoon(dialog()).toHaveCount(0);
  await press('Alt+g');
  const before = await caption().inputValue();
  await press('Alt+7');
  await expectSoon(caption()).toHaveValue('Trao quà cho {ai nhận} tại Thanh Hóa. Ảnh: {nguồn}');
  // The credit is typed once; going on is enough.
  await type('bà con');
  await press('Tab');
  await type('Thu Hà');
  const credit = page.locator('.caption-desk textarea[name="credit"]');
  await expectSoon(credit).toHaveValue('');
  await press('Alt+PageDown');
  await press('Alt+PageUp');
  await expectSoon(caption()).toHaveValue('Trao quà cho bà con tại Thanh Hóa. Ảnh: Thu Hà');
  await expectSoon(credit).toHaveValue('Thu Hà');
  await press('Control+z');
  await expectSoon(credit).toHaveValue('');
  while ((await caption().inputValue()) !== before) await press('Control+z');
});

it('a new caption is taken into the draft where the photo stands, and is shown there', async () => {
  await press('Alt+PageUp');
  await expectSoon(page.locator('.caption-head')).toContainText('Ảnh 1 / 6');
  const uses = page.locator('.photo-uses');
  await expectSoon(uses).toContainText('Lễ hội ở Mường Lý');
  await expectSoon(uses).toContainText('chú thích khác ở đây');
  await uses.getByRole('button', { name: 'Đưa chú thích này sang bài' }).press('Enter');
  await expectSoon(uses).toContainText('chú thích như ở đây');
  const inArticle = page.locator('.photo-figure textarea[name="caption"]');
  await expectSoon(inArticle).toHaveValue('Lễ hội Cầu mùa ở xã Mường Lý. Nghi thức 0.');
  await takeBack();
  await expectSoon(uses).toContainText('chú thích khác ở đây');
  await expectSoon(inArticle).toHaveValue('Chú thích cũ');
  expect(seat.problems).toEqual([]);
});
