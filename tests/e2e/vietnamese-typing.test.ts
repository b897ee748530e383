/** Vietnamese typed in every way into the fields of the desk itself, which are no part of the editor; and saved as typed. */
import { join } from 'node:path';
import { type Browser, type CDPSession, type Locator, type Page, expect as see } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { type InputMethod, inputMethods } from '../support/input-methods.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { closeSeat, openSeat, type Seat } from './office.ts';

const folder = tempFolder();
const WORDS = 'Chuyển đổi số, Ủy ban hòa nhập';
const methods = Object.keys(inputMethods) as InputMethod[];

let browser: Browser;
let seat: Seat;
let devtools: CDPSession;
beforeAll(async () => {
  browser = await launchBrowser();
  seat = await openSeat(browser, join(folder, 'desk'));
  const { page, context } = seat;
  await page.getByRole('button', { name: 'Mở tòa soạn mẫu' }).click();
  await page.getByRole('option', { name: /Hội nghị trực tuyến/ }).click();
  await see(page.getByRole('textbox', { name: 'Nội dung' })).toBeVisible();
  devtools = await context.newCDPSession(page);
});
afterAll(async () => {
  await closeSeat(seat);
  await browser.close();
});

async function typeInto(field: Locator, method: InputMethod, text: string): Promise<void> {
  await field.click();
  await field.fill('');
  await inputMethods[method](devtools, text);
}

const search = (page: Page): Locator => page.getByRole('searchbox').first();

for (const method of methods) {
  describe(`Vietnamese typed in by ${method}`, () => {
    it('in the search field, while it searches', async () => {
      const { page } = seat;
      await typeInto(search(page), method, WORDS);
      await see(search(page)).toHaveValue(WORDS);
      await page.keyboard.press('Home');
      await page.keyboard.press('ArrowRight');
      await inputMethods[method](devtools, 'ỗ');
      await see(search(page)).toHaveValue(`Cỗ${WORDS.slice(1)}`);
      await search(page).fill('');
      await page.keyboard.press('Escape');
    });

    it('in the keywords, the section and the author, and they are saved as they were typed', async () => {
      const { page } = seat;
      await page.getByRole('tab', { name: /Thông tin/ }).click();
      for (const name of [/^Từ khóa/, /^Chuyên mục/, /^Tác giả/]) {
        const field = page.getByRole('tabpanel').getByLabel(name);
        await typeInto(field, method, WORDS);
        await see(field).toHaveValue(WORDS);
        await page.keyboard.press('Tab');
      }
      await see(page.getByRole('region', { name: 'Tình trạng' })).toContainText('Đã lưu trên máy');
      await page.reload();
      await see(page.getByRole('tabpanel').getByLabel(/^Tác giả/)).toHaveValue(WORDS);
      const tags = page.getByRole('tabpanel').getByLabel(/^Từ khóa/);
      await see(tags).toHaveValue('Chuyển đổi số, Ủy ban hòa nhập');
      expect((await tags.inputValue()).normalize('NFC')).toBe(await tags.inputValue());
    });
  });
}

it('goes back by words, never into the middle of a syllable, in a field as in the text', async () => {
  const { page } = seat;
  const headline = page.getByRole('textbox', { name: 'Tiêu đề', exact: true });
  await headline.click();
  await page.keyboard.press('Control+a');
  await inputMethods.hook(devtools, 'Hội nghị chuyển đổi');
  for (const expected of ['Hội nghị chuyển ', 'Hội nghị ', 'Hội ']) {
    await page.keyboard.press('Control+z');
    await see(headline).toHaveValue(expected);
  }
});
