/** Pasting from other programs into an article of the product, with the pictures that come along. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type Locator, type Page, expect as see } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { closeSeat, keepScreenshot, openSeat, type Seat } from './office.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const word = readFileSync(join(root, 'tests/fixtures/clipboard/word.html'), 'utf8');
const picture = readFileSync(join(root, 'resources/sample/black-canyon.jpg'));
const folder = tempFolder();

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const body = (page: Page): Locator => page.getByRole('textbox', { name: 'Nội dung' });
const lines = (page: Page): Locator => body(page).locator('.line');
const images = (page: Page): Locator => body(page).locator('figure img');

/** A seat of its own with a new article, the caret in its text. */
async function openArticle(name: string): Promise<Seat> {
  const seat = await openSeat(browser, join(folder, name));
  const { page } = seat;
  await page.getByRole('button', { name: 'Mở tòa soạn mẫu' }).click();
  await page.getByRole('option', { name: /Hội nghị trực tuyến/ }).waitFor();
  await page.keyboard.press('Alt+n');
  await see(page.getByRole('textbox', { name: 'Tiêu đề' })).toHaveValue('');
  await body(page).click();
  return seat;
}

async function paste(page: Page, offered: Record<string, string>): Promise<void> {
  await body(page).evaluate((element, data) => {
    const clipboardData = new DataTransfer();
    for (const [type, text] of Object.entries(data)) clipboardData.setData(type, text);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, offered);
}

describe('pasting into an article', () => {
  it('takes a document of Word with its table and picture, says what it left out, and goes back in one step', async () => {
    const seat = await openArticle('word');
    const { page } = seat;
    const rtf = `{\\rtf1{\\*\\shppict{\\pict\\jpegblip ${picture.toString('hex')}}}{\\nonshppict{\\pict\\wmetafile8 00}}}`;
    await paste(page, { 'text/html': word, 'text/plain': 'Hội nghị', 'text/rtf': rtf });
    await see(body(page).getByRole('table')).toContainText('Huyện Hà Trung');
    await see(page.getByText('Văn bản có 2 chỗ sửa chưa duyệt')).toBeVisible();
    await see(images(page)).toHaveCount(1);
    await see(body(page).locator('figure').getByRole('textbox').first()).toHaveValue('Quang cảnh hội nghị.');
    await images(page).scrollIntoViewIfNeeded();
    await keepScreenshot(page, 'paste-word');
    await body(page).focus();
    await page.keyboard.press('Control+z');
    await see(lines(page)).toHaveCount(1);
    await see(images(page)).toHaveCount(0);
    await page.keyboard.press('Control+Shift+z');
    await see(images(page)).toHaveCount(1);
    expect(seat.problems).toEqual([]);
    await closeSeat(seat);
  });

  it('keeps a place for a picture that cannot be had', async () => {
    const seat = await openArticle('missing');
    const { page } = seat;
    const html =
      '<p>a</p><figure><img src="https://example.com/a.jpg"><figcaption>Chú thích</figcaption></figure><p>b</p>';
    await paste(page, { 'text/html': html, 'text/plain': 'a' });
    await see(page.getByText('1 ảnh không lấy được từ nơi sao chép')).toBeVisible();
    await see(body(page).locator('figure')).toHaveCount(1);
    await see(lines(page)).toHaveText(['a', /.*/, 'b']);
    expect(seat.problems).toEqual([]);
    await closeSeat(seat);
  });

  it('pastes the text alone by its keys and by the palette', async () => {
    const seat = await openArticle('plain');
    const { page, context } = seat;
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.evaluate(() => {
      const part = (type: string, text: string): Record<string, Blob> => ({ [type]: new Blob([text], { type }) });
      const item = { ...part('text/html', '<h2>Chữ <b>đậm</b></h2>'), ...part('text/plain', 'Chữ đậm') };
      return navigator.clipboard.write([new ClipboardItem(item)]);
    });
    await page.keyboard.press('Control+Shift+v');
    await see(body(page).locator('p.line')).toHaveText('Chữ đậm');
    await page.keyboard.press('Control+v');
    await see(body(page).locator('h2.line')).toHaveText('Chữ đậm');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('dan khong dinh dang');
    await see(page.getByRole('option', { name: /Dán không định dạng/ })).toBeVisible();
    await page.keyboard.press('Enter');
    await see(lines(page)).toHaveText(['Chữ đậm', 'Chữ đậm', 'Chữ đậm']);
    await see(body(page).locator('p.line :is(strong, .is-bold)')).toHaveCount(0);
    expect(seat.problems).toEqual([]);
    await closeSeat(seat);
  });
});
