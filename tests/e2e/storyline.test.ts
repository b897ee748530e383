/**
 * The main job, end to end: a writer's and a reviewer's workstation, each with a browser and a data folder of its own,
 * and their office's endpoint, which is away half of the time. What is public at the end is read with JavaScript off and
 * held against the approved revision.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type Page, expect as see } from '@playwright/test';
import canonicalize from 'canonicalize';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ArticleDocument, blockText } from '../../shared/article/document.ts';
import { launchBrowser } from '../support/browser.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { closeSeat, keepScreenshot, type Office, openOffice, openSeat, type Seat } from './office.ts';

const sample = fileURLToPath(new URL('../../resources/sample/', import.meta.url));
const HEADLINE = 'Hội nghị trực tuyến toàn tỉnh hướng dẫn, triển khai các nhiệm vụ chuyển đổi số năm 2022';
const ADDED = ' Kết thúc Hội nghị, đồng chí Phó Chủ tịch UBND tỉnh yêu cầu các đơn vị khẩn trương triển khai.';
const FIXED = ' Thời hạn là ngày 30/6/2022.';
const REASON = 'Bổ sung thời hạn thực hiện ở đoạn cuối.';
const photos = ['airplane-from-above.jpg', 'black-canyon.jpg', 'french-alpine-landscape.jpg', 'nagasaki-boats.jpg'].map(
  (name) => join(sample, name),
);

let browser: Browser;
let office: Office;
let writer: Seat;
let reviewer: Seat;

beforeAll(async () => {
  [browser, office] = await Promise.all([
    launchBrowser(),
    openOffice(tempFolder(), [
      { name: 'Lê Thu Hà', role: 'writer' },
      { name: 'Trần Văn Minh', role: 'reviewer' },
    ]),
  ]);
  [writer, reviewer] = await Promise.all([openSeat(browser, tempFolder()), openSeat(browser, tempFolder())]);
});
afterAll(async () => {
  await Promise.all([closeSeat(writer), closeSeat(reviewer)]);
  await office.stop();
  await browser.close();
});

const row = (page: Page): ReturnType<Page['getByRole']> => page.getByRole('option', { name: /Hội nghị trực tuyến/ });
const status = (page: Page): ReturnType<Page['getByRole']> => page.getByRole('region', { name: 'Tình trạng' });

async function join_(seat: Seat, code: string): Promise<void> {
  const { page } = seat;
  await page.getByLabel('Địa chỉ máy chủ').fill(office.url);
  await page.getByLabel('Mã mời').fill(code);
  await page.getByRole('button', { name: 'Vào tòa soạn' }).click();
  await see(page.getByRole('button', { name: 'Bài mới' })).toBeVisible();
}

/** Asks for a sync as a person does, and waits for what the status bar then says. */
async function sync(page: Page, says: RegExp): Promise<void> {
  // A dialog that is just closing still holds the desk's keys.
  await see(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Tìm lệnh' }).fill('Đồng bộ ngay');
  await page.keyboard.press('Enter');
  await see(status(page)).toContainText(says);
}

async function submit(page: Page): Promise<void> {
  await page.keyboard.press('Control+Enter');
  await see(page.getByText('Đã gửi duyệt. Bài sẽ đến').first()).toBeVisible();
}

describe('the main job', () => {
  it('two people join the office with their invitations', async () => {
    await keepScreenshot(writer.page, '01-first-run');
    await join_(writer, office.invitations[0]!.code);
    await join_(reviewer, office.invitations[1]!.code);
    await see(status(writer.page)).toContainText('Trực tuyến');
  });

  it('the writer imports an article with the endpoint down, and confirms what was guessed', async () => {
    await office.stop();
    const { page } = writer;
    const chooser = page.waitForEvent('filechooser');
    await page.keyboard.press('Control+o');
    await (await chooser).setFiles(join(sample, 'seed-article.txt'));
    const dialog = page.getByRole('dialog');
    await see(dialog.getByLabel(/^(Tít|Tiêu đề)$/)).toHaveValue(HEADLINE);
    await keepScreenshot(page, '02-import');
    await dialog.getByRole('button', { name: 'Tạo bài' }).click();
    await see(page.getByRole('textbox', { name: 'Tiêu đề' })).toHaveValue(HEADLINE);
    const body = page.getByRole('textbox', { name: 'Nội dung' });
    await see(body.locator('p.line')).toHaveCount(7);
    await see(body.locator('figure')).toHaveCount(4);
    expect(await body.locator('textarea[name="caption"]').nth(1).inputValue()).toBe(
      'Đồng chí Nguyễn Phú Tiến – Phó Cục trưởng Cục Tin học hóa, Bộ Thông tin và Truyền thông truyền đạt các nội dung về chuyển đổi số tại Hội nghị.',
    );
  });

  it('edits it by typing Vietnamese', async () => {
    const { page } = writer;
    const last = page.getByRole('textbox', { name: 'Nội dung' }).locator('p.line').last();
    await last.click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(ADDED);
    await see(last).toContainText(ADDED.trim());
    await see(status(page)).toContainText(/Đã lưu trên máy \d/);
    await see(status(page)).toContainText(/mục chờ đồng bộ/);
    await keepScreenshot(page, '03-write');
  });

  it('adds four photos at once, which fill the places, and captions them', async () => {
    const { page } = writer;
    const chooser = page.waitForEvent('filechooser');
    await page.keyboard.press('Control+Alt+p');
    await (await chooser).setFiles(photos);
    const body = page.getByRole('textbox', { name: 'Nội dung' });
    await see(body.locator('figure img')).toHaveCount(4, { timeout: 30_000 });
    for (let index = 0; index < 4; index += 1) {
      const figure = body.locator('figure').nth(index);
      await figure.locator('textarea[name="credit"]').fill(`Ảnh: Phạm Nguyên Long ${index + 1}`);
      await figure.locator('textarea[name="alt"]').fill(`Ảnh minh họa thứ ${index + 1} của Hội nghị`);
    }
    await body.locator('figure').first().scrollIntoViewIfNeeded();
    await see(body.locator('figure img').first()).toHaveJSProperty('complete', true);
    await keepScreenshot(page, '04-photos');
  });

  it('submits it, still offline', async () => {
    const { page } = writer;
    await submit(page);
    await see(page.getByRole('note')).toContainText('Bài đang chờ duyệt');
    await see(status(page)).toContainText('Ngoại tuyến');
    await keepScreenshot(page, '05-submitted-offline');
  });

  it('the endpoint comes up, the reviewer gets it, goes offline, sees what is new, and returns it with a reason', async () => {
    await office.start();
    await sync(writer.page, /Đã đồng bộ hết/);
    const { page } = reviewer;
    await sync(page, /Đã đồng bộ hết/);
    await see(row(page)).toBeVisible();
    await row(page).click();
    await see(page.getByRole('textbox', { name: 'Nội dung' }).locator('figure img')).toHaveCount(4);
    await office.stop();
    await page.getByRole('button', { name: 'Xem thay đổi' }).first().click();
    const changes = page.getByRole('region', { name: 'Thay đổi' });
    await see(changes).toContainText('tất cả là mới');
    await see(changes.locator('h1 ins')).toContainText('Hội nghị');
    await keepScreenshot(page, '06-first-review');
    await changes.getByRole('button', { name: 'Trả lại' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Trả lại' }).click();
    await see(dialog).toContainText('Chưa có lý do');
    await dialog.getByLabel('Lý do').fill(REASON);
    await dialog.getByRole('button', { name: 'Trả lại' }).click();
    await see(page.getByText('Đã trả lại bài kèm lý do.').first()).toBeVisible();
  });

  it('the writer reads the reason, fixes the text and submits it again', async () => {
    await office.start();
    await sync(reviewer.page, /Đã đồng bộ hết/);
    const { page } = writer;
    await sync(page, /Đã đồng bộ hết/);
    await see(page.getByRole('note')).toContainText(REASON);
    await keepScreenshot(page, '07-returned');
    const last = page.getByRole('textbox', { name: 'Nội dung' }).locator('p.line').last();
    await last.click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(FIXED);
    await see(last).toContainText(FIXED.trim());
    await submit(page);
    await sync(page, /Đã đồng bộ hết/);
  });

  it('the reviewer sees just that change, and approves exactly this revision offline', async () => {
    const { page } = reviewer;
    await sync(page, /Đã đồng bộ hết/);
    await page.getByRole('button', { name: 'Xem thay đổi' }).first().click();
    const changes = page.getByRole('region', { name: 'Thay đổi' });
    await see(changes.getByRole('button', { name: 'Duyệt' })).toBeVisible();
    await office.stop();
    await see(changes.locator('ins')).toHaveText([FIXED]);
    await see(changes.locator('del')).toHaveCount(0);
    await changes.locator('ins').scrollIntoViewIfNeeded();
    await keepScreenshot(page, '08-second-review');
    await changes.getByRole('button', { name: 'Duyệt' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Duyệt và đăng' }).click();
    await see(page.getByText('Đã duyệt đúng bản này.').first()).toBeVisible();
    await see(status(page)).toContainText('Ngoại tuyến');
  });

  it('both sync, and what is public is the approved revision, letter by letter', async () => {
    await office.start();
    await sync(reviewer.page, /Đã đồng bộ hết/);
    await see(async () => {
      await sync(writer.page, /Đã đồng bộ hết/);
      await writer.page.getByRole('tab', { name: 'Lịch sử' }).click();
      await see(writer.page.getByRole('link', { name: 'Mở bài trên trang tin' })).toBeVisible({ timeout: 1_000 });
    }).toPass();
    await keepScreenshot(writer.page, '09-live');
    const address = await writer.page.getByRole('link', { name: 'Mở bài trên trang tin' }).getAttribute('href');

    // The approved revision as the reviewer's own computer keeps it.
    const approved = await exported(reviewer.page);
    const revision = createHash('sha256').update(canonicalize(approved)!).digest('hex');

    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1366, height: 900 } });
    const page = await context.newPage();
    await page.goto(address!);
    const texts = (selector: string): Promise<string[]> => page.locator(selector).allTextContents();
    expect(await texts('h1')).toEqual([HEADLINE]);
    expect(await texts('.lead')).toEqual([approved.lead]);
    const paragraphs = approved.blocks.filter(({ kind }) => kind === 'paragraph').map(blockText);
    expect(paragraphs).toHaveLength(7);
    expect(paragraphs.at(-1)).toContain(ADDED.trim() + FIXED);
    expect(await texts('.body > p')).toEqual(paragraphs);
    for (const photo of approved.photos) {
      const figure = page.locator('figure', { has: page.locator(`img[alt="${photo.alt}"]`) });
      expect(await figure.locator('figcaption').textContent()).toContain(photo.caption);
      expect(await figure.locator('figcaption').textContent()).toContain(photo.credit);
    }
    expect(await page.locator('figure').count()).toBe(4);
    expect(await texts('code.revision')).toEqual([revision]);
    await keepScreenshot(page, '10-published');
    await context.close();
  });

  it('nothing went wrong by the way', () => {
    expect(writer.problems).toEqual([]);
    expect(reviewer.problems).toEqual([]);
  });
});

async function exported(page: Page): Promise<ArticleDocument> {
  const download = page.waitForEvent('download');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Tìm lệnh' }).fill('Lưu thành tệp: JSON');
  await page.keyboard.press('Enter');
  return JSON.parse(readFileSync(await (await download).path(), 'utf8')) as ArticleDocument;
}
