/** Backups, a restore, damage and its mending, in a real browser on the real host and on files that are really damaged. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, expect as expectSoon, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASE_FILE, openDatabase } from '../../electron/core/store/open-database.ts';
import { launchBrowser } from '../support/browser.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { findBarriers } from './axe.ts';
import { closeSeat, openSeat, type Seat } from './office.ts';

/** A restore or a mending copies, examines and flushes whole files; the check of the open desk begins after five seconds. */
const CARE = { timeout: 30_000 };

const folder = tempFolder();
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const status = (page: Page) => page.getByRole('region', { name: 'Tình trạng' });
const list = (page: Page) => page.locator('#article-list');
const dialog = (page: Page) => page.getByRole('dialog');
const headline = (page: Page) => page.getByRole('textbox', { name: 'Tiêu đề', exact: true });
const button = (page: Page, name: string | RegExp) => dialog(page).getByRole('button', { name });

async function beginAlone(page: Page): Promise<void> {
  await page.getByLabel('Tên của bạn').fill('Vũ Thị Hạnh');
  await page.getByLabel('Tên của bạn').press('Enter');
  await expectSoon(status(page)).toContainText('Đã lưu trên máy');
}

async function write(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+n');
  await expectSoon(headline(page)).toHaveValue('');
  await expectSoon(headline(page)).toBeFocused();
  await page.keyboard.type(text);
  await expectSoon(list(page).getByRole('option').filter({ hasText: text })).toHaveCount(1);
}

async function openBackups(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type('sao luu va khoi phuc');
  await expectSoon(dialog(page).getByRole('option').first()).toContainText('Sao lưu và khôi phục');
  await page.keyboard.press('Enter');
  await expectSoon(dialog(page)).toContainText('Các bản sao lưu nằm trong thư mục');
}

async function backUp(page: Page, articles: number): Promise<void> {
  await openBackups(page);
  await button(page, 'Sao lưu ngay').click();
  await expectSoon(dialog(page)).toContainText(`Đã sao lưu xong và kiểm tra lại: ${articles} bài.`, CARE);
  await button(page, 'Đóng').click();
}

describe('backups', () => {
  let seat: Seat;
  let page: Page;
  beforeAll(async () => {
    seat = await openSeat(browser, join(folder, 'backups'));
    page = seat.page;
    await beginAlone(page);
    await write(page, 'Xuống giống vụ hè thu');
  });
  afterAll(() => closeSeat(seat));
  const row = (kind: string) => dialog(page).getByRole('row').filter({ hasText: kind });

  it('are where people look, one more at the press of a button', async () => {
    await page.getByRole('button', { name: 'Làm việc riêng', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Sao lưu' }).click();
    await expectSoon(dialog(page)).toContainText(join(folder, 'backups', 'desk', 'backups'));
    await button(page, 'Sao lưu ngay').click();
    await expectSoon(dialog(page)).toContainText('Đã sao lưu xong và kiểm tra lại: 1 bài.', CARE);
    await expectSoon(row('Bạn tự lưu')).toContainText('vừa xong');
    expect(await findBarriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /Vũ Thị Hạnh/ }).click();
    await page.getByRole('menuitem', { name: 'Cài đặt' }).click();
    await expectSoon(dialog(page)).toContainText('Bản gần nhất: vừa xong');
    await button(page, 'Xem và cài đặt').click();
    await expectSoon(row('Bạn tự lưu')).toHaveCount(1);
  });

  it('are set up, and a folder that is not there is refused with the settings as they were', async () => {
    await button(page, 'Cài đặt sao lưu').click();
    await dialog(page).getByLabel('Bản hằng ngày').fill('nhiều');
    await expectSoon(dialog(page)).toContainText('Từ 0 đến 1000.');
    await expectSoon(button(page, 'Lưu cài đặt')).toBeDisabled();
    await dialog(page).getByLabel('Bản hằng ngày').fill('30');
    await dialog(page).getByLabel('Tự sao lưu').selectOption({ label: '30 phút một lần' });
    await dialog(page).getByLabel('Thư mục sao lưu').fill('/khong/co/o/day');
    await button(page, 'Lưu cài đặt').click();
    await expectSoon(dialog(page).getByRole('alert')).toContainText('Cài đặt cũ vẫn giữ nguyên');
    expect(await findBarriers(page)).toEqual([]);
    await dialog(page).getByLabel('Thư mục sao lưu').fill('');
    await button(page, 'Lưu cài đặt').click();
    await expectSoon(dialog(page)).toContainText('Đã lưu cài đặt sao lưu.');
    await button(page, 'Cài đặt sao lưu').click();
    await expectSoon(dialog(page).getByLabel('Bản hằng ngày')).toHaveValue('30');
    await button(page, 'Thôi').click();
    await button(page, 'Đóng').click();
  });

  it('that cannot be made say why and what to do, also when one looks later', async () => {
    const disk = tempFolder();
    await openBackups(page);
    await button(page, 'Cài đặt sao lưu').click();
    await dialog(page).getByLabel('Thư mục sao lưu').fill(disk);
    await button(page, 'Lưu cài đặt').click();
    await expectSoon(dialog(page)).toContainText('Chưa có bản sao lưu nào');
    rmSync(disk, { recursive: true });
    await button(page, 'Sao lưu ngay').click();
    await expectSoon(dialog(page).getByRole('alert')).toContainText(`không thấy thư mục ${disk}`, CARE);
    await button(page, 'Đóng').click();
    await openBackups(page);
    await expectSoon(dialog(page).getByRole('alert')).toContainText('Lần sao lưu gần nhất không thành');
    expect(await findBarriers(page)).toEqual([]);
    await button(page, 'Cài đặt sao lưu').click();
    await dialog(page).getByLabel('Thư mục sao lưu').fill('');
    await button(page, 'Lưu cài đặt').click();
    await expectSoon(row('Bạn tự lưu')).toHaveCount(1);
    await button(page, 'Đóng').click();
  });

  it('bring the desk back as it was, after a question, and say where the rest is', async () => {
    await write(page, 'Đập Đồng Mít đón lũ');
    await openBackups(page);
    await row('Bạn tự lưu').getByRole('button').click();
    await expectSoon(dialog(page)).toContainText(/trở lại đúng như lúc .*, khi có 1 bài\./);
    await expectSoon(dialog(page)).toContainText('được sao lưu trước');
    expect(await findBarriers(page)).toEqual([]);
    await button(page, 'Khôi phục bản này').click();
    await expectSoon(dialog(page)).toContainText(/Bàn làm việc đã trở lại như lúc .*, với 1 bài\./, CARE);
    await expectSoon(dialog(page)).toContainText('loại “Trước khi khôi phục”');
    await expectSoon(dialog(page)).toContainText('chỉ còn trong bản sao lưu đó');
    expect(await findBarriers(page)).toEqual([]);
    // What is behind it is of another desk by now.
    await page.keyboard.press('Escape');
    await button(page, 'Mở bàn làm việc').click();
    await expectSoon(dialog(page)).toHaveCount(0);
    await expectSoon(list(page).getByRole('option')).toHaveText([/Xuống giống vụ hè thu/]);
    // The article that was open is not there any more, which is no error.
    await expectSoon(headline(page)).toHaveValue('Xuống giống vụ hè thu');
    await openBackups(page);
    await row('Trước khi khôi phục').getByRole('button').click();
    await button(page, 'Khôi phục bản này').click();
    await button(page, 'Mở bàn làm việc').click(CARE);
    await expectSoon(list(page).getByRole('option')).toHaveCount(2);
  });

  it('that have been damaged themselves are refused, and the desk goes on', async () => {
    const backups = join(folder, 'backups', 'desk', 'backups');
    for (const name of readdirSync(backups).filter((name) => name.endsWith('.db'))) {
      writeFileSync(join(backups, name), readFileSync(join(backups, name)).fill(0x55, 5_000, 6_000));
    }
    await openBackups(page);
    await row('Bạn tự lưu').getByRole('button').click();
    await button(page, 'Khôi phục bản này').click();
    await expectSoon(dialog(page)).toContainText('Bàn làm việc vẫn như trước, không mất gì thêm.', CARE);
    await expectSoon(dialog(page)).toContainText('không còn nguyên vẹn');
    expect(await findBarriers(page)).toEqual([]);
    await button(page, 'Chọn bản khác').click();
    await button(page, 'Đóng').click();
    await write(page, 'Viết tiếp như thường');
    await expectSoon(status(page)).toContainText('Đã lưu trên máy');
    expect(seat.problems).toEqual([]);
  });
});

describe('damage', () => {
  it('in an open desk is told in the status bar, and mended from there with a report to take along', async () => {
    const dataDir = join(folder, 'damaged');
    const first = await openSeat(browser, dataDir);
    await beginAlone(first.page);
    await write(first.page, 'Chợ phiên Bắc Hà');
    await backUp(first.page, 1);
    await write(first.page, 'Lúa chín sớm ở Mường Lò');
    await closeSeat(first);
    const db = await openDatabase(join(dataDir, 'desk'));
    db.prepare('UPDATE doc_updates SET bytes = zeroblob(9) WHERE seq = (SELECT max(seq) FROM doc_updates)').run();
    db.close();

    const seat = await openSeat(browser, dataDir);
    const { page } = seat;
    await status(page).getByRole('button', { name: 'Dữ liệu có chỗ hỏng' }).click(CARE);
    await expectSoon(dialog(page)).toContainText('1 đoạn đã viết không còn đúng như lúc lưu');
    await expectSoon(dialog(page)).toContainText('Bản sao lưu gần nhất: lúc');
    expect(await findBarriers(page)).toEqual([]);
    await button(page, 'Sửa ngay').click();
    await expectSoon(dialog(page)).toContainText('1 bài mất một phần', CARE);
    await expectSoon(dialog(page)).toContainText('Lúa chín sớm ở Mường Lò');
    await expectSoon(dialog(page)).toContainText('nội dung trong tệp đã bị biến đổi');
    expect(await findBarriers(page)).toEqual([]);
    const [file] = await Promise.all([page.waitForEvent('download'), button(page, 'Lưu thành tệp').click()]);
    expect(file.suggestedFilename()).toMatch(/^bao-cao-toa-soan-\d{4}-\d\d-\d\d\.txt$/);
    expect(readFileSync(await file.path(), 'utf8')).toMatch(
      /Những gì bị mất\n- Lúa chín sớm ở Mường Lò\n {4}1 đoạn sửa/,
    );
    await button(page, 'Mở bàn làm việc').click();
    await expectSoon(list(page).getByRole('option').filter({ hasText: 'Chợ phiên Bắc Hà' })).toHaveCount(1);
    await expectSoon(status(page)).not.toContainText('chỗ hỏng');
    await closeSeat(seat);
  });

  it('that keeps the desk from opening shows a screen to mend it, and the article is there afterwards', async () => {
    const dataDir = join(folder, 'closed');
    const first = await openSeat(browser, dataDir);
    await beginAlone(first.page);
    await write(first.page, 'Nước về đồng Tháp Mười');
    await backUp(first.page, 1);
    await write(first.page, 'Sau bản sao lưu');
    await closeSeat(first);
    const file = join(dataDir, 'desk', DATABASE_FILE);
    writeFileSync(file, readFileSync(file).fill(0x55, 0, 5_000));

    const seat = await openSeat(browser, dataDir);
    const { page } = seat;
    await expectSoon(page.getByRole('heading', { name: 'Tòa Soạn chưa mở được bàn làm việc' })).toBeVisible();
    await expectSoon(page.getByRole('main')).toContainText(/Vẫn còn bản sao lưu lúc \d\d:\d\d/);
    await expectSoon(page.getByRole('main')).toContainText(join(dataDir, 'desk'));
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Sửa chữa' }).click();
    await expectSoon(page.getByRole('heading', { name: 'Đã sửa xong' })).toBeVisible(CARE);
    await expectSoon(page.getByRole('main')).toContainText('Các tệp bị hỏng được giữ nguyên trong thư mục');
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Mở bàn làm việc' }).click();
    await list(page).getByRole('option').filter({ hasText: 'Nước về đồng Tháp Mười' }).click();
    await expectSoon(headline(page)).toHaveValue('Nước về đồng Tháp Mười');
    expect(seat.problems).toEqual([]);
    await closeSeat(seat);
  });
});
