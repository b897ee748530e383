/** Documents on their way to becoming articles, in a real browser on the real host. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, expect as expectSoon, type Page } from '@playwright/test';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { findBarriers } from './axe.ts';
import { closeSeat, keepScreenshot, openSeat, type Seat } from './office.ts';

const folder = tempFolder();
const fixture = (name: string): string => fileURLToPath(new URL(`../fixtures/documents/${name}`, import.meta.url));

let browser: Browser;
let seat: Seat;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
  seat = await openSeat(browser, join(folder, 'data'));
  page = seat.page;
  await page.getByLabel('Tên của bạn').fill('Vũ Thị Hạnh');
  await page.getByLabel('Tên của bạn').press('Enter');
  await expectSoon(page.getByRole('region', { name: 'Danh sách bài' })).toBeVisible();
});
afterAll(async () => {
  await closeSeat(seat);
  await browser.close();
});

const dialog = () => page.getByRole('dialog');
const articles = () => page.locator('#article-list').getByRole('option');

async function importFiles(...files: string[]): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Control+o')]);
  await chooser.setFiles(files);
}

it('a Word file is shown with its pictures, table, lists and what a person should know, and becomes that article', async () => {
  await importFiles(fixture('cho-phien.docx'));
  const result = dialog().getByRole('region', { name: 'Bài sẽ tạo' });
  const lines = dialog().getByRole('region', { name: 'Các dòng của tệp' });
  await expectSoon(lines).toContainText('Có 2 chỗ sửa chưa duyệt: đã lấy 1 chỗ thêm, bỏ 1 chỗ xóa.');
  await expectSoon(lines).toContainText('Đã chuyển 2 đoạn phông chữ cũ');
  await expectSoon(result.getByRole('table').getByRole('row')).toHaveCount(3);
  await expectSoon(result.getByRole('figure').getByRole('img')).toBeVisible();
  await expectSoon(lines.locator('img')).toHaveCount(1);
  expect(await findBarriers(page)).toEqual([]);
  await keepScreenshot(page, '02-import-word');
  // Only the lines in sight are in the page.
  await lines.locator('.import-lines').evaluate((list) => list.scrollTo(0, 900));
  const table = lines.getByLabel('Dòng 13 là', { exact: true });
  await expectSoon(table.getByRole('option')).toHaveText(['Bảng', 'Khung trang (bỏ)']);
  await result.getByLabel('Chú thích ảnh 1').fill('Phiên chợ đầu tiên.');
  await dialog().getByRole('button', { name: 'Tạo bài' }).click();
  await expectSoon(page.getByRole('main').getByRole('table').first()).toContainText('1,2 tỷ đồng');
  await expectSoon(page.getByRole('main').getByRole('img').first()).toBeVisible();
  await expectSoon(page.getByRole('textbox', { name: 'Chú thích ảnh' }).first()).toHaveValue('Phiên chợ đầu tiên.');
  await expectSoon(articles()).toHaveCount(1);
});

it('a text in an old encoding is read, shown as what it was taken for, and read again as another', async () => {
  const file = join(folder, 'cu.txt');
  const text = 'M\xeb l\xb9i ch\xee phi\xaan\n\nB\xb5 con c\xb8c th\xabn \xae\xd5n r\xcat \xae\xabng, ai c\xf2ng vui.';
  writeFileSync(file, text, 'latin1');
  await importFiles(file);
  const headline = dialog().getByRole('textbox', { name: 'Tiêu đề', exact: true });
  const encoding = dialog().getByLabel('Bảng mã');
  await expectSoon(headline).toHaveValue('Mở lại chợ phiên');
  await expectSoon(encoding).toHaveValue('TCVN3');
  await keepScreenshot(page, '02-import-tcvn3');
  await encoding.selectOption('windows-1258');
  await expectSoon(headline).not.toHaveValue('Mở lại chợ phiên');
  await encoding.selectOption('TCVN3');
  await expectSoon(headline).toHaveValue('Mở lại chợ phiên');
  // What these bytes cannot be is told, and changes nothing.
  await encoding.selectOption('UTF-8');
  await expectSoon(page.getByRole('alert')).toContainText('byte');
  await expectSoon(headline).toHaveValue('Mở lại chợ phiên');
  await page.keyboard.press('Escape');
  await expectSoon(dialog()).toBeHidden();
  await expectSoon(articles()).toHaveCount(1);
});

it('several files have a list: each is confirmed, skipped or told why not, and the rest is made at once', async () => {
  const broken = join(folder, 'hong.docx');
  writeFileSync(broken, readFileSync(fixture('cho-phien.docx')).subarray(0, 4_000));
  await importFiles(fixture('hoi-nghi.docx'), broken, fixture('hoi-nghi.pdf'), fixture('cho-phien.odt'));
  await expectSoon(dialog().getByRole('status')).toHaveText('3 tệp chờ xác nhận.');
  await expectSoon(dialog().getByRole('listitem').nth(1)).toContainText('bị hỏng, chép chưa hết');
  expect(await findBarriers(page)).toEqual([]);
  await keepScreenshot(page, '02-import-list');
  await dialog().getByRole('button', { name: 'Xem từng tệp' }).click();
  await expectSoon(dialog().getByRole('heading', { level: 2 }).first()).toContainText('tệp 1 trong 4');
  await dialog().getByRole('button', { name: 'Tạo bài' }).click();
  await expectSoon(dialog().getByRole('heading', { level: 2 }).first()).toContainText('tệp 3 trong 4');
  await dialog().getByRole('button', { name: 'Bỏ qua tệp này' }).click();
  await expectSoon(dialog().getByRole('heading', { level: 2 }).first()).toContainText('tệp 4 trong 4');
  await page.keyboard.press('Escape');
  await dialog().getByRole('button', { name: 'Tạo tất cả' }).click();
  await expectSoon(dialog().getByRole('status')).toContainText('Đã tạo 2 bài. Không nhập được 1 tệp, bỏ qua 1 tệp.');
  await dialog().getByRole('button', { name: 'Mở bài từ tệp hoi-nghi.docx' }).click();
  await expectSoon(page.getByRole('main').getByRole('textbox', { name: 'Tiêu đề', exact: true })).toHaveValue(
    /^Hội nghị trực tuyến/,
  );
  await expectSoon(articles()).toHaveCount(3);
});

it('cancelling several leaves nothing, and a file dropped beside the list is taken as well', async () => {
  await importFiles(fixture('hoi-nghi.odt'), fixture('hoi-nghi.rtf'));
  await expectSoon(dialog().getByRole('status')).toHaveText('2 tệp chờ xác nhận.');
  await dialog().getByRole('button', { name: 'Thôi' }).click();
  await expectSoon(dialog()).toBeHidden();
  await expectSoon(articles()).toHaveCount(3);
  const transfer = await page.evaluateHandle(
    (bytes) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(bytes)], 'cho-phien.rtf'));
      return data;
    },
    [...readFileSync(fixture('cho-phien.rtf'))],
  );
  await page.locator('.title-bar').dispatchEvent('drop', { dataTransfer: transfer });
  await expectSoon(dialog().getByRole('textbox', { name: 'Tiêu đề', exact: true })).toHaveValue(
    'Xã Bản Phố mở lại chợ phiên',
  );
  await dialog().getByRole('button', { name: 'Thôi' }).click();
  expect(seat.problems).toEqual([]);
});
