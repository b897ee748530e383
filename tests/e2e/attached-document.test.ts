/**
 * A document's way through the office: attached by the writer, read and approved by the reviewer on another computer,
 * downloaded by a reader; and what happens where it is missing.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type Page, expect as see } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { findBarriers } from './axe.ts';
import { closeSeat, keepScreenshot, type Office, openOffice, openSeat, type Seat } from './office.ts';

const PDF = '%PDF-1.7\nKế hoạch ra quân trồng cây';

let browser: Browser;
let office: Office;
let writer: Seat;
let reviewer: Seat;
let folder: string;

beforeAll(async () => {
  folder = tempFolder();
  [browser, office] = await Promise.all([
    launchBrowser(),
    openOffice(tempFolder(), [
      { name: 'Lê Thu Hà', role: 'writer' },
      { name: 'Trần Văn Minh', role: 'reviewer' },
    ]),
  ]);
  [writer, reviewer] = await Promise.all([openSeat(browser, tempFolder()), openSeat(browser, tempFolder())]);
  for (const [index, { page }] of [writer, reviewer].entries()) {
    await page.getByLabel('Địa chỉ máy chủ').fill(office.url);
    await page.getByLabel('Mã mời').fill(office.invitations[index]!.code);
    await page.getByRole('button', { name: 'Vào tòa soạn' }).click();
    await see(page.getByRole('button', { name: 'Bài mới' })).toBeVisible();
  }
});
afterAll(async () => {
  await Promise.all([closeSeat(writer), closeSeat(reviewer)]);
  await office.stop();
  await browser.close();
});

const status = (page: Page): ReturnType<Page['getByRole']> => page.getByRole('region', { name: 'Tình trạng' });
const card = (page: Page): ReturnType<Page['locator']> => page.locator('.article-column [data-file]');

async function command(page: Page, name: string): Promise<void> {
  await see(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Tìm lệnh' }).fill(name);
  await page.keyboard.press('Enter');
}

async function sync(page: Page): Promise<void> {
  await command(page, 'Đồng bộ ngay');
  await see(status(page)).toContainText('Đã đồng bộ hết');
}

async function attach(page: Page, name: string, content: string): Promise<void> {
  const path = join(folder, name);
  writeFileSync(path, content);
  await page.getByRole('textbox', { name: 'Nội dung' }).click();
  const chooser = page.waitForEvent('filechooser');
  await command(page, 'Đính kèm tài liệu');
  await (await chooser).setFiles(path);
}

describe('an attached document', () => {
  it('is put into the text, and a program is not, with the reason', async () => {
    const { page } = writer;
    await page.getByRole('button', { name: 'Bài mới' }).click();
    await page.getByRole('textbox', { name: 'Tiêu đề' }).fill('Ra quân trồng cây');
    await attach(page, 'cài đặt.pdf', 'MZ');
    await see(page.getByText('Không đính kèm được cài đặt.pdf').first()).toBeVisible();
    await see(card(page)).toHaveCount(0);
    await attach(page, 'Kế hoạch số 5.pdf', PDF);
    await see(card(page)).toContainText('Kế hoạch số 5.pdf');
    await keepScreenshot(page, '40-attached');
  });

  it('is downloaded from its card, byte for byte, under its name', async () => {
    const { page } = writer;
    const download = page.waitForEvent('download');
    await card(page).getByRole('link', { name: 'Tải về' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe('Kế hoạch số 5.pdf');
    expect(readFileSync(await file.path(), 'utf8')).toBe(PDF);
  });

  it('that is not on this computer stands in the way of submitting, and is led to', async () => {
    const { page, dataDir } = writer;
    const sha256 = (await card(page).getAttribute('data-file')) ?? '';
    const original = join(dataDir, 'desk', 'photos', sha256.slice(0, 2), sha256);
    expect(readFileSync(original, 'utf8')).toBe(PDF);
    rmSync(original);
    await page.keyboard.press('Control+Enter');
    await see(page.getByText(/Chưa gửi được: 1 tài liệu đính kèm/).first()).toBeVisible();
    await page.getByRole('button', { name: /Tài liệu đính kèm chưa có trên máy này: Kế hoạch số 5\.pdf/ }).click();
    await keepScreenshot(page, '41-missing');
    // It is selected as a whole.
    await page.keyboard.press('Delete');
    await see(card(page)).toHaveCount(0);
    await page.keyboard.press('Control+z');
    await see(card(page)).toHaveCount(1);
    await attach(page, 'Kế hoạch số 5.pdf', PDF);
    await see(card(page)).toHaveCount(2);
    await page.keyboard.press('Control+z');
    await see(card(page)).toHaveCount(1);
  });

  it('comes with the article to the reviewer, who reads it in the comparison and approves both', async () => {
    await writer.page.keyboard.press('Control+Enter');
    await see(writer.page.getByText('Đã gửi duyệt. Bài sẽ đến').first()).toBeVisible();
    await see(writer.page.getByText(/Chưa gửi được/)).toHaveCount(0);
    await sync(writer.page);
    const { page } = reviewer;
    await sync(page);
    await page.getByRole('option', { name: /Ra quân trồng cây/ }).click();
    await see(card(page)).toContainText('Kế hoạch số 5.pdf');
    await see(card(page).getByRole('link', { name: 'Tải về' })).toBeVisible();
    await page.getByRole('button', { name: 'Xem thay đổi' }).first().click();
    const changes = page.getByRole('region', { name: 'Thay đổi' });
    const download = page.waitForEvent('download');
    await changes.getByRole('link', { name: 'Tải về' }).click();
    expect(readFileSync(await (await download).path(), 'utf8')).toBe(PDF);
    await keepScreenshot(page, '42-document-in-comparison');
    expect(await findBarriers(page)).toEqual([]);
    await changes.getByRole('button', { name: 'Duyệt' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Duyệt và đăng' }).click();
    await see(page.getByText('Đã duyệt đúng bản này.').first()).toBeVisible();
    await sync(page);
  });

  it('is there for readers of the published article', async () => {
    await see(async () => {
      expect(await (await fetch(office.url)).text()).toContain('Ra quân trồng cây');
    }).toPass();
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(office.url);
    await page.getByRole('link', { name: 'Ra quân trồng cây' }).first().click();
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Kế hoạch số 5.pdf' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe('Kế hoạch số 5.pdf');
    expect(readFileSync(await file.path(), 'utf8')).toBe(PDF);
    await context.close();
    expect([...writer.problems, ...reviewer.problems]).toEqual([]);
  });
});
