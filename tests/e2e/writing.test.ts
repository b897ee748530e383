/** Beginning an article as one of its kinds, and ways to write it. */
import { join } from 'node:path';
import { type Browser, type Locator, type Page, expect as see } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { findBarriers } from './axe.ts';
import { closeSeat, keepScreenshot, openSeat, type Seat } from './office.ts';

const folder = tempFolder();
let browser: Browser;
let seat: Seat;
beforeAll(async () => {
  browser = await launchBrowser();
  seat = await openSeat(browser, join(folder, 'desk'));
  await seat.page.getByRole('button', { name: 'Mở tòa soạn mẫu' }).click();
  await see(seat.page.getByRole('option', { name: /Hội nghị trực tuyến/ })).toBeVisible();
});
afterAll(async () => {
  await closeSeat(seat);
  await browser.close();
});

const headline = (page: Page): Locator => page.getByRole('textbox', { name: 'Tiêu đề', exact: true });
const body = (page: Page): Locator => page.getByRole('textbox', { name: 'Nội dung' });
const status = (page: Page): Locator => page.getByRole('region', { name: 'Tình trạng' });
const tab = (page: Page, name: RegExp): Locator => page.getByRole('tab', { name });
const saved = (page: Page): Promise<void> => see(status(page)).toContainText('Đã lưu trên máy');

describe('an article of a kind', () => {
  it('is offered on a blank page, fills it with what the kind begins with, and goes away in one step', async () => {
    const { page } = seat;
    await page.keyboard.press('Alt+n');
    await see(headline(page)).toBeFocused();
    const offer = page.getByRole('group', { name: 'Bắt đầu bằng một thể loại' });
    await see(offer.getByRole('button')).toHaveCount(7);
    await offer.getByRole('button', { name: 'Phỏng vấn' }).click();
    await see(body(page)).toContainText('Phóng viên: [TK: câu hỏi]');
    await see(offer).toHaveCount(0);
    await see(headline(page)).toBeFocused();
    await see(page.getByLabel('Thể loại')).toHaveValue('interview');
    await page.keyboard.press('Control+z');
    await see(body(page)).not.toContainText('TK');
    await see(offer).toBeVisible();
    await page.keyboard.press('Control+y');
    await see(body(page)).toContainText('[TK: câu trả lời]');
  });

  it('lists what it still needs, and leads to each place by keyboard', async () => {
    const { page } = seat;
    await headline(page).fill('Hỏi và đáp');
    await page.keyboard.press('Control+Enter');
    const missing = page.getByRole('tabpanel').getByRole('listitem');
    await see(missing).toHaveCount(9);
    await see(page.getByRole('alert')).toContainText('còn thiếu 3 mục bắt buộc');
    await keepScreenshot(page, 'kinds-missing');
    expect(await findBarriers(page)).toEqual([]);

    await missing.nth(0).getByRole('button').press('Enter');
    await see(page.getByRole('textbox', { name: /^Tác giả/ })).toBeFocused();
    await page.keyboard.type('Lê Thu Hà');

    await tab(page, /Duyệt/).click();
    await page
      .getByRole('button', { name: /câu trả lời/ })
      .nth(1)
      .press('Enter');
    // The second of its sort: what is typed takes its place.
    await page.keyboard.type('Đúng vậy.');
    await see(body(page).locator('.line').nth(3)).toHaveText('[TK: người trả lời]: Đúng vậy.');
    await see(body(page).locator('.line').nth(1)).toHaveText('[TK: người trả lời]: [TK: câu trả lời]');
    await saved(page);
  });

  it('counts against its limits, with a word where something is too long', async () => {
    const { page } = seat;
    await headline(page).fill('một hai ba bốn năm sáu bảy tám chín mười mười-một mười-hai mười-ba mười-bốn mười-lăm');
    await see(status(page)).toContainText('Tiêu đề 15/15 quá dài');
    await headline(page).fill('một hai ba');
    await see(status(page)).toContainText('Tiêu đề 3/15');
    await see(status(page)).not.toContainText('quá dài');
  });
});

describe('ways to write', () => {
  beforeAll(async () => {
    const { page } = seat;
    await page.getByRole('option', { name: /Hội nghị trực tuyến/ }).click();
    await see(body(page)).toContainText('Truyền thông');
  });

  it('leaves nothing but the page and the words that say whether it is saved', async () => {
    const { page } = seat;
    await body(page).locator('p.line').nth(1).click();
    await page.keyboard.press('F11');
    await see(page.getByRole('banner')).toBeHidden();
    await see(page.getByRole('tablist')).toBeHidden();
    await see(page.getByRole('toolbar')).toBeHidden();
    await see(status(page)).toContainText('Đã lưu trên máy');
    await see(status(page)).toBeInViewport({ ratio: 1 });
    await page.keyboard.type('Viết yên tĩnh. ');
    await keepScreenshot(page, 'writing-bare');
    await page.keyboard.press('Escape');
    await see(page.getByRole('banner')).toBeVisible();
    await see(body(page)).toContainText('Viết yên tĩnh.');
  });

  it('keeps the line of the caret at one height', async () => {
    const { page } = seat;
    await page.keyboard.press('Control+Alt+t');
    const heights: number[] = [];
    for (const line of [1, 3, 5]) {
      await body(page).locator('p.line').nth(line).click();
      await page.keyboard.press('End');
      await page.keyboard.type('a');
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      heights.push(
        await page.evaluate(() => {
          const range = document.getSelection()!.getRangeAt(0);
          return range.getBoundingClientRect().top;
        }),
      );
    }
    expect(Math.max(...heights) - Math.min(...heights)).toBeLessThan(20);
    await page.keyboard.press('Control+Alt+t');
  });

  it('dims all but the paragraph at hand', async () => {
    const { page } = seat;
    await page.keyboard.press('Control+Alt+f');
    const lines = body(page).locator('p.line');
    await lines.nth(2).click();
    await see(lines.nth(2)).toHaveCSS('opacity', '1');
    await see(lines.nth(1)).not.toHaveCSS('opacity', '1');
    await page.keyboard.press('Control+Alt+f');
    await see(lines.nth(1)).toHaveCSS('opacity', '1');
  });

  it('makes the text larger, and remembers it', async () => {
    const { page } = seat;
    const height = async (): Promise<number> => (await headline(page).boundingBox())!.height;
    const before = await height();
    await page.keyboard.press('Control+Alt+=');
    await page.keyboard.press('Control+Alt+=');
    await see.poll(height).toBeGreaterThan(before);
    await page.reload();
    await see(headline(page)).toBeVisible();
    await see.poll(height).toBeGreaterThan(before);
    await page.keyboard.press('Control+Alt+-');
    await page.keyboard.press('Control+Alt+-');
    await see.poll(height).toBe(before);
  });

  it('has the caret where it was when the page is opened again', async () => {
    const { page } = seat;
    const line = body(page).locator('p.line').nth(4);
    await line.click();
    await saved(page);
    const words = (await line.textContent())!;
    const at = await page.evaluate(() => document.getSelection()!.anchorOffset);
    expect(at).toBeGreaterThan(0);
    await page.reload();
    await see(body(page)).toBeFocused();
    await page.keyboard.type('§');
    await see(line).toHaveText(`${words.slice(0, at)}§${words.slice(at)}`);
    await see(line).toBeInViewport();
  });
});
