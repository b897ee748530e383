/** A picture of an article is edited from its place in the text, and shown as it is edited wherever the page shows it. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type Locator, type Page, expect as pageExpect } from '@playwright/test';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { findBarriers } from './axe.ts';
import { closeSeat, keepScreenshot, openSeat, type Seat } from './office.ts';

const picture = fileURLToPath(new URL('../../resources/sample/nagasaki-boats.jpg', import.meta.url));

/** A picture is decoded and rendered first, also where other work takes the processor. */
const expectSoon = pageExpect.configure({ timeout: 15_000 });

let browser: Browser;
let seat: Seat;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
  seat = await openSeat(browser, join(tempFolder(), 'seat'));
  page = seat.page;
  await page.getByRole('button', { name: 'Mở tòa soạn mẫu' }).click();
  await page.getByRole('option', { name: /Hội nghị trực tuyến/ }).click();
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    figure().getByRole('button', { name: 'Chọn ảnh' }).click(),
  ]);
  await chooser.setFiles(picture);
  await expectSoon(figure().locator('img')).toBeVisible();
});
afterAll(async () => {
  await closeSeat(seat);
  await browser.close();
});

const figure = (): Locator => page.locator('.photo-figure').first();

/** What the browser shows of the picture, as it was given. */
async function shown(image: Locator): Promise<{ width: number; height: number }> {
  await expectSoon(image).toBeVisible();
  const address = await image.evaluate((element: HTMLImageElement) => element.src);
  const bytes = await page.evaluate(
    async (src) => [...new Uint8Array(await (await fetch(src)).arrayBuffer())],
    address,
  );
  const { width, height } = await sharp(Buffer.from(bytes)).metadata();
  return { width, height };
}

it('by keys alone; figure, lists and the article after a new start show it', async () => {
  const before = await shown(figure().locator('img'));
  await figure().getByRole('button', { name: 'Chỉnh ảnh' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Chỉnh ảnh' });
  await expectSoon(dialog.getByRole('radio', { name: 'Cắt' })).toBeFocused();
  expect(await findBarriers(page)).toEqual([]);
  await keepScreenshot(page, 'picture-editor');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await dialog.getByRole('button', { name: 'Xoay phải' }).press('Enter');
  await dialog.getByRole('radio', { name: 'Xoay, chỉnh thẳng' }).press('ArrowDown');
  await dialog.getByRole('button', { name: 'Thêm chỗ che' }).press('Enter');
  await dialog.getByRole('application', { name: 'Chỗ che 1' }).press('ArrowUp');
  await dialog.getByRole('button', { name: 'Xong' }).press('Enter');
  await expectSoon(dialog).toBeHidden();
  const address = /\/preview\/t90_p[\d.,]+$/;
  await expectSoon(figure().locator('img')).toHaveAttribute('src', address);
  const after = await shown(figure().locator('img'));
  expect(after.width / after.height).toBeCloseTo(before.height / before.width, 2);
  await expectSoon(page.locator('.row-photo').first()).toHaveAttribute('src', /\/thumb\/t90_p/);
  await page.getByRole('tab', { name: /Ảnh/ }).click();
  await expectSoon(page.locator('.photos-thumb').first()).toHaveAttribute('src', /\/thumb\/t90_p/);
  await page.reload();
  await page.getByRole('option', { name: /Hội nghị trực tuyến/ }).click();
  await expectSoon(figure().locator('img')).toHaveAttribute('src', address);
  expect(seat.problems).toEqual([]);
});
