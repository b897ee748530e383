/** Pictures of the library in an article, by keys: put there, completed until the article may go on, compared by a reviewer. */
import { join } from 'node:path';
import { type Browser, expect as expectSoon, type Locator, type Page } from '@playwright/test';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Desk } from '../../electron/core/desk/desk.ts';
import { ownFolder, readNote, writeNote } from '../../electron/core/desk/workstation-note.ts';
import type { RecordChange } from '../../shared/photos/write-record.ts';
import { launchBrowser } from '../support/browser.ts';
import { askCommand } from '../support/command-line.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { findBarriers } from './axe.ts';
import { closeSeat, keepScreenshot, openSeat, type Seat } from './office.ts';

const dataDir = join(tempFolder(), 'desk');
const set = (text: string) => ({ how: 'set' as const, text });

let browser: Browser;
let seat: Seat;
let page: Page;
let boats: string;

beforeAll(async () => {
  browser = await launchBrowser();
  const desk = await Desk.open({ folder: ownFolder(dataDir), name: 'Lê Thu Hà' });
  const take = async (name: string, background: string, change: RecordChange): Promise<string> => {
    const bytes = await sharp({ create: { width: 600, height: 400, channels: 3, background } })
      .jpeg()
      .toBuffer();
    const file = new Blob([new Uint8Array(bytes)]);
    const { sha256 } = await desk.photoIntake.takeIn(file, { name, batch: 'Thẻ 1' });
    await desk.photoRecords.change([{ sha256, change }]);
    return sha256;
  };
  boats = await take('TAU.jpg', '#357', {
    texts: { description: set('Tàu cá xã Hải Vân về bến.'), creator: set('Thu Hà'), alt: set('Thuyền gỗ sát bờ') },
  });
  const canyon = await take('HEM.jpg', '#753', { expires: '2020-01-31' });
  const children = await take('CHAU.jpg', '#373', {
    texts: { description: set('Các cháu trồng cây.'), credit: set('Trần An'), alt: set('Em nhỏ cầm cây') },
    withheld: true,
  });
  const place = (id: string, sha256: string) => ({ id, sha256, caption: '', credit: '', alt: '' });
  desk.createArticle({
    document: {
      ...{ version: 1, language: 'vi', headline: 'Ra quân trồng cây', lead: '', fields: {} },
      blocks: [
        { kind: 'paragraph', runs: [{ text: 'Đoạn một.' }] },
        { kind: 'photo', photo: 'hem' },
        { kind: 'photo', photo: 'chau' },
      ],
      photos: [place('hem', canyon), { ...place('chau', children), caption: 'Trồng cây.', credit: 'An' }],
    },
  });
  writeNote(dataDir, { ...readNote(dataDir), profile: 'own', language: 'vi' });
  await desk.close();
  seat = await openSeat(browser, dataDir);
  page = seat.page;
  await page.getByRole('option', { name: /Ra quân/ }).click();
  await expectSoon(figures()).toHaveCount(2);
});
afterAll(async () => {
  await closeSeat(seat);
  await browser.close();
});

const figures = (): Locator => page.locator('.photo-figure');
const descriptions = async (query: string): Promise<string[]> => {
  const { photos } = await askCommand<{ photos: { description: string }[] }>(
    ...['photo', 'list', '--query', query, '--data', dataDir],
  );
  return photos.map(({ description }) => description);
};
const press = (keys: string): Promise<void> => page.keyboard.press(keys);
const missing = (name: RegExp): Locator => page.getByRole('tabpanel').getByRole('button', { name });
const focused = (): Promise<string | null> =>
  page.evaluate(() => {
    const element = document.activeElement;
    const photo = element?.closest('[data-photo]')?.getAttribute('data-photo') ?? '';
    return element === null ? null : `${photo} ${element.getAttribute('name') ?? ''}`;
  });
const inText = async (): Promise<void> => {
  await page.locator('.body-text .line').first().click();
  await expectSoon(page.locator('.body-text')).toBeFocused();
};

it('are found without accents and put behind the caret with the words of their records, as one step of undo', async () => {
  await inText();
  await press('Control+Alt+l');
  const picker = page.getByRole('dialog', { name: 'Ảnh từ kho' });
  await expectSoon(picker.getByRole('option')).toHaveCount(3);
  expect(await findBarriers(page)).toEqual([]);
  await page.keyboard.type('hai van');
  await expectSoon(picker.getByRole('option')).toHaveCount(1);
  await press('Enter');
  await expectSoon(figures()).toHaveCount(3);
  const placed = figures().first();
  await expectSoon(placed.getByLabel('Chú thích ảnh')).toBeFocused();
  await expectSoon(placed.getByLabel('Chú thích ảnh')).toHaveValue('Tàu cá xã Hải Vân về bến.');
  // Without a credit line the photographer is named.
  await expectSoon(placed.getByLabel('Nguồn ảnh')).toHaveValue('Thu Hà');
  await expectSoon(placed.getByLabel('Văn bản thay thế')).toHaveValue('Thuyền gỗ sát bờ');
  await press('Control+z');
  await expectSoon(figures()).toHaveCount(2);
  await press('Control+y');
  await expectSoon(figures()).toHaveCount(3);
});

it('stand side by side where several are chosen, as one step of undo', async () => {
  await inText();
  await press('Control+Alt+l');
  const options = page.getByRole('dialog', { name: 'Ảnh từ kho' }).getByRole('option');
  await expectSoon(options).toHaveCount(3);
  await press('Shift+Enter');
  await press('ArrowDown');
  await press('Shift+Enter');
  await expectSoon(options.and(page.locator('[aria-selected="true"]'))).toHaveCount(2);
  await press('Control+Enter');
  await expectSoon(page.locator('.line[data-kind="gallery"] .photo-figure')).toHaveCount(2);
  await expectSoon(figures()).toHaveCount(5);
  await press('Control+z');
  await expectSoon(figures()).toHaveCount(3);
});

it('are led to, field by field, until nothing keeps the article from being submitted', {
  timeout: 120_000,
}, async () => {
  await press('Control+Enter');
  await expectSoon(missing(/./u).filter({ hasText: /^Ảnh \d/u })).toHaveCount(6);
  await keepScreenshot(page, 'article-photos-missing');
  for (const [name, field, words] of [
    [/Ảnh 2: thiếu chú thích/, 'hem caption', 'Hẻm núi nhìn từ sông.'],
    [/Ảnh 2: thiếu nguồn ảnh/, 'hem credit', 'Nguyễn Minh'],
    [/Ảnh 3: thiếu văn bản thay thế/, 'chau alt', 'Em nhỏ cầm cây giống'],
  ] as const) {
    await missing(name).focus();
    await press('Enter');
    expect(await focused()).toBe(field);
    await page.keyboard.type(words);
    await expectSoon(missing(name)).toHaveCount(0);
  }
  // Who hears the page need not know of it.
  await missing(/Ảnh 2: thiếu văn bản thay thế/).focus();
  await press('Enter');
  expect(await focused()).toBe('hem alt');
  await press('Tab');
  expect(await focused()).toBe('hem decorative');
  await press('Space');
  await expectSoon(missing(/Ảnh 2: thiếu văn bản thay thế/)).toHaveCount(0);

  await missing(/Ảnh 2: quyền dùng đã hết ngày 31\/01\/2020/).focus();
  await press('Enter');
  const expires = page.getByLabel('Được dùng đến hết ngày');
  await expectSoon(expires).toBeFocused();
  await press('Control+a');
  await page.keyboard.type('31/12/2099');
  await press('Escape');
  await expectSoon(missing(/quyền dùng/)).toHaveCount(0);

  await missing(/Ảnh 3: phải che mặt/).focus();
  await press('Enter');
  await expectSoon(page.getByRole('radio', { name: 'Che mặt' })).toBeFocused();
  await page.getByRole('button', { name: 'Thêm chỗ che' }).press('Enter');
  await press('Escape');
  await expectSoon(page.getByRole('dialog')).toHaveCount(0);
  await expectSoon(page.getByText('Đã đủ để gửi duyệt.')).toBeVisible();
  await press('Control+Enter');
  await expectSoon(missing(/Thu hồi/)).toBeVisible();
  // What the library did not say of them yet it says now, in the words of the article; what it said stays.
  await expectSoon.poll(() => descriptions('hem nui')).toEqual(['Hẻm núi nhìn từ sông.']);
  expect(await descriptions('trong cay')).toEqual(['Các cháu trồng cây.']);
});

it('are compared in words: who is in them and what is done to them', async () => {
  await missing(/Thu hồi/).press('Enter');
  await expectSoon(missing(/Gửi duyệt/)).toBeVisible();
  const people = 'Mai Xuân Liêm – Phó Chủ tịch UBND tỉnh';
  await askCommand('photo', 'set', boats, '--people', people, '--expires', '2027-12-31', '--data', dataDir);
  await press('Alt+c');
  const changes = page.getByRole('region', { name: 'Thay đổi' });
  await expectSoon(changes.getByText(people)).toBeVisible();
  await expectSoon(changes.getByText('31/12/2027')).toBeVisible();
  await expectSoon(changes.getByText('2 thay đổi')).toBeVisible();
  await keepScreenshot(page, 'article-photos-compared');
  expect(await findBarriers(page)).toEqual([]);
  await press('Escape');
});

it('tell the library what was written of them in the article', async () => {
  await page.locator('[data-photo="hem"] textarea[name="caption"]').fill('Hẻm núi sáng sớm.');
  await page.getByRole('tab', { name: /Ảnh/ }).click();
  await expectSoon(page.getByRole('tabpanel').getByText('Hẻm núi sáng sớm.')).toBeVisible();
  await page.getByRole('button', { name: 'Việc khác với ảnh 2' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Ghi chú thích này vào kho ảnh' }).click();
  await expectSoon(page.getByText('Đã ghi vào kho ảnh.')).toBeVisible();
  expect(await descriptions('hem nui')).toEqual(['Hẻm núi sáng sớm.']);
});
