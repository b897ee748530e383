/** Saving and printing in a real browser on the real host, in the sample office. */
import { readFileSync } from 'node:fs';
import { type Browser, type Download, type Page, expect as see } from '@playwright/test';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { closeSeat, keepScreenshot, openSeat, type Seat } from './office.ts';

let browser: Browser;
let seat: Seat;
beforeAll(async () => {
  browser = await launchBrowser();
  seat = await openSeat(browser, tempFolder());
  await seat.page.getByRole('button', { name: 'Mở tòa soạn mẫu' }).click();
  await seat.page.getByRole('option', { name: /Hội nghị trực tuyến/ }).click();
  await see(seat.page.getByRole('textbox', { name: 'Nội dung' })).toBeVisible();
});
afterAll(async () => {
  await closeSeat(seat);
  await browser.close();
});

const bytesOf = async (download: Promise<Download>): Promise<Buffer> => readFileSync(await (await download).path());

async function command(page: Page, title: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Tìm lệnh' }).fill(title);
  await page.keyboard.press('Enter');
}

describe('an article', () => {
  it('is saved as a file from its menu, with what was typed last, and its name is told', async () => {
    const { page } = seat;
    await page.getByRole('textbox', { name: 'Tiêu đề' }).press('End');
    await page.keyboard.type(' toàn quốc');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Lưu thành tệp' }).click();
    await see(page.getByRole('menuitem')).toHaveText([
      ...['Word (.docx)', 'PDF (.pdf)', 'PDF kèm quá trình duyệt', 'Trang web, ảnh trong tệp (.html)'],
      ...['Markdown (.md)', 'Văn bản trơn (.txt)', 'JSON (.json)', /^In bàiCtrl/, 'In bài kèm quá trình duyệt'],
    ]);
    await keepScreenshot(page, 'export-menu');
    await page.getByRole('menuitem', { name: 'Word (.docx)' }).click();
    const document = unzipSync(await bytesOf(download))['word/document.xml']!;
    expect(new TextDecoder().decode(document)).toContain('toàn quốc');
    await see(page.getByText(/^Đã lưu bài thành hoi-nghi-truc-tuyen.*\.docx/)).toBeVisible();
  });

  it('is printed by Ctrl+P through a PDF in a tab of its own', async () => {
    const { page, context } = seat;
    const opened = context.waitForEvent('page');
    await page.keyboard.press('Control+p');
    const tab = await opened;
    // A browser without a window cannot ask for a printer, and gives the tab up; that it was given the PDF is seen.
    await see.poll(() => tab.url()).toMatch(/^blob:http:\/\/127\.0\.0\.1/);
    await tab.close();
    await see(page.getByRole('textbox', { name: 'Nội dung' })).toBeVisible();
  });
});

it('several articles are saved in one archive, each in the kind that was chosen', async () => {
  const { page } = seat;
  await page.getByRole('button', { name: 'Bài mới' }).click();
  await page.getByRole('textbox', { name: 'Tiêu đề' }).click();
  await page.keyboard.type('Bài thứ hai');
  await see(page.getByRole('option', { name: /Bài thứ hai/ })).toBeVisible();
  await command(page, 'Chọn hết các bài trong danh sách');
  await command(page, 'Lưu các bài đã chọn thành tệp');
  const dialog = page.getByRole('dialog', { name: 'Lưu 2 bài thành tệp' });
  await dialog.getByRole('combobox', { name: 'Kiểu tệp' }).selectOption('PDF kèm quá trình duyệt');
  await keepScreenshot(page, 'export-many');
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Lưu' }).click();
  expect((await download).suggestedFilename()).toMatch(/^bai-\d{4}-\d\d-\d\d\.zip$/);
  const files = unzipSync(await bytesOf(download));
  expect(Object.keys(files).sort()).toEqual(['bai-thu-hai.pdf', expect.stringMatching(/^hoi-nghi-.*\.pdf$/)]);
  for (const file of Object.values(files)) expect(Buffer.from(file).toString('latin1', 0, 4)).toBe('%PDF');
  await see(page.getByText(/^Đã lưu 2 bài vào bai-/)).toBeVisible();
});

it('nothing went wrong by the way', () => {
  expect(seat.problems).toEqual([]);
});
