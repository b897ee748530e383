/** Everything that can stand in an article beside words, put in by a person in the sample office. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type Locator, type Page, expect as see } from '@playwright/test';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { findBarriers } from './axe.ts';
import { closeSeat, keepScreenshot, openSeat, type Seat } from './office.ts';

const sample = fileURLToPath(new URL('../../resources/sample/', import.meta.url));
const folder = tempFolder();
const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

let browser: Browser;
let seat: Seat;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
  seat = await openSeat(browser, join(folder, 'blocks'));
  page = seat.page;
  await page.getByRole('button', { name: 'Mở tòa soạn mẫu' }).click();
  await page.getByRole('option', { name: /Hội nghị trực tuyến/ }).waitFor();
  await page.keyboard.press('Control+n');
  await see(headline()).toBeFocused();
  await headline().fill('Nghề cá trước mùa biển động');
  await body().click();
  await page.keyboard.type('Đoạn mở đầu.');
  await page.keyboard.press('Enter');
});
/** One that failed with a dialog open does not fail the next ones. */
afterEach(async () => {
  if ((await dialog().count()) > 0) await page.keyboard.press('Escape');
});
afterAll(async () => {
  await closeSeat(seat);
  await browser.close();
});

const headline = (): Locator => page.getByRole('textbox', { name: 'Tiêu đề' });
const body = (): Locator => page.getByRole('textbox', { name: 'Nội dung' });
const dialog = (): Locator => page.getByRole('dialog');

/** Until the editor knows of a caret that was moved a moment ago; no person is as quick as a test. */
async function settle(): Promise<void> {
  await page.evaluate(
    () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  );
}

/** By its name, as every deed can be done. */
async function command(name: string): Promise<void> {
  await settle();
  await page.keyboard.press('Control+k');
  await dialog().getByRole('combobox').fill(name);
  await see(dialog().getByRole('option').first()).toContainText(name);
  await page.keyboard.press('Enter');
}

async function insert(name: string): Promise<void> {
  await page.getByRole('button', { name: 'Chèn' }).click();
  await page.getByRole('menuitem', { name: new RegExp(`^${name}`) }).click();
}

/** Lets files fall on an element, as a file manager does. */
async function drop(target: Locator, files: { name: string; bytes: Buffer }[]): Promise<void> {
  await target.evaluate(
    (element, dropped) => {
      const dataTransfer = new DataTransfer();
      for (const { name, base64 } of dropped) {
        dataTransfer.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name));
      }
      const { left, top, width, height } = element.getBoundingClientRect();
      const at = { clientX: left + width / 2, clientY: top + height - 1 };
      for (const type of ['dragenter', 'dragover', 'drop']) {
        element.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer, ...at }));
      }
    },
    files.map(({ name, bytes }) => ({ name, base64: bytes.toString('base64') })),
  );
}

describe('a related article', () => {
  const card = (): Locator => body().locator('.block-card', { hasText: 'Bài liên quan' });

  it('is found by its words, accents or not, and shows where it stands', async () => {
    await command('Chèn bài liên quan');
    await dialog().getByRole('combobox').fill('hoi nghi truc tuyen');
    await see(dialog().getByRole('option')).toHaveCount(1);
    await page.keyboard.press('Enter');
    await see(card()).toContainText('Hội nghị trực tuyến toàn tỉnh');
    await see(card()).toContainText('Nháp');
    await see(card()).toContainText('26/04/2022');
    await page.keyboard.type('Chữ ở dòng sau.');
    await see(body().locator('p.line').last()).toHaveText('Chữ ở dòng sau.');
  });

  it('cannot be the article itself', async () => {
    await command('Chèn bài liên quan');
    await dialog().getByRole('combobox').fill('“Nghề cá trước mùa biển động”');
    await see(dialog()).toContainText('Không có bài nào khớp');
    await page.keyboard.press('Escape');
    await see(body()).toBeFocused();
  });

  it('is opened by a press, and says so when its headline has changed since', async () => {
    await card().getByRole('button', { name: 'Hội nghị' }).click();
    await see(headline()).toHaveValue(/Hội nghị trực tuyến/);
    await headline().fill('Hội nghị đã đổi tên');
    await page.getByRole('option', { name: /Nghề cá/ }).click();
    await see(card()).toContainText('Hội nghị đã đổi tên');
    await see(card()).toContainText('Trong bài đang ghi: “Hội nghị trực tuyến');
    await card().getByRole('button', { name: 'Dùng tiêu đề mới' }).click();
    await see(card()).not.toContainText('đang ghi');
    await page.reload();
    await see(card()).toContainText('Hội nghị đã đổi tên');
    await see(card()).not.toContainText('đang ghi');
  });

  it('is opened by Enter while it is selected', async () => {
    await body().locator('p.line').last().click();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowUp');
    await see(body().locator('.embed.is-selected .block-card')).toBeVisible();
    await page.keyboard.press('Enter');
    await see(headline()).toHaveValue('Hội nghị đã đổi tên');
    await page.getByRole('option', { name: /Nghề cá/ }).click();
    await see(card()).toBeVisible();
  });
});

describe('an attached document', () => {
  const cards = (): Locator => body().locator('.block-card', { hasText: 'Tài liệu đính kèm' });

  it('is chosen, stands in the text with its kind and size, and is given back byte for byte', async () => {
    await body().locator('p.line').last().click();
    const chooser = page.waitForEvent('filechooser');
    await insert('Tài liệu đính kèm');
    await (await chooser).setFiles({ name: 'Quyết định 1976.pdf', mimeType: 'application/pdf', buffer: PDF });
    await see(cards()).toContainText('Quyết định 1976.pdf');
    await see(cards()).toContainText('PDF · 0,1 KB');
    const download = page.waitForEvent('download');
    await cards().getByRole('link', { name: 'Tải về' }).click();
    expect(readFileSync(await (await download).path())).toEqual(PDF);
    expect((await download).suggestedFilename()).toBe('Quyết định 1976.pdf');
  });

  it('gets another name, and keeps its ending', async () => {
    await cards().getByRole('button', { name: 'Đổi tên' }).click();
    await page.getByRole('textbox', { name: 'Tên tài liệu' }).fill('Quyết định về cảng cá');
    await page.keyboard.press('Enter');
    await see(cards()).toContainText('Quyết định về cảng cá.pdf');
    await cards().getByRole('button', { name: 'Đổi tên' }).click();
    await see(page.getByRole('textbox', { name: 'Tên tài liệu' })).toBeFocused();
    await page.keyboard.type('tên khác');
    await page.keyboard.press('Escape');
    await see(body()).toBeFocused();
    await see(cards()).toContainText('Quyết định về cảng cá.pdf');
  });

  it('is dropped on the text; what cannot be attached is told, and changes nothing', async () => {
    await drop(body().locator('p.line').last(), [{ name: 'danh sách.txt', bytes: Buffer.from('Một\nHai\n') }]);
    await see(cards()).toHaveCount(2);
    const lines = await body().locator('.line').count();
    await drop(body().locator('p.line').last(), [
      { name: 'trò chơi.exe', bytes: Buffer.from('MZ\u0000\u0001'.repeat(40)) },
    ]);
    await see(page.getByRole('alert')).toContainText('Không đính kèm được trò chơi.exe');
    expect(await body().locator('.line').count()).toBe(lines);
    await page.getByRole('alert').getByRole('button').last().click();
  });
});

describe('photos that come together', () => {
  const jpg = (name: string) => ({ name, bytes: readFileSync(join(sample, name)) });

  it('are offered as one gallery', async () => {
    await drop(body().locator('p.line').last(), [
      jpg('airplane-from-above.jpg'),
      jpg('black-canyon.jpg'),
      jpg('nagasaki-boats.jpg'),
    ]);
    await see(body().locator('figure')).toHaveCount(3);
    await page.getByRole('button', { name: 'Gom thành chùm ảnh' }).click();
    await see(body().locator('[data-kind="gallery"] figure')).toHaveCount(3);
    await page.keyboard.press('Control+Alt+8');
    await see(body().locator('[data-kind="gallery"]')).toHaveCount(0);
    await page.keyboard.press('Control+z');
    await see(body().locator('[data-kind="gallery"] figure')).toHaveCount(3);
  });

  it('leave the line in sight in which one goes on', async () => {
    await body().locator('p.line').last().click();
    const chooser = page.waitForEvent('filechooser');
    await page.keyboard.press('Control+Alt+p');
    const photo = jpg('nagasaki-boats.jpg');
    await (await chooser).setFiles({ name: photo.name, mimeType: 'image/jpeg', buffer: photo.bytes });
    await see(body().locator('figure')).toHaveCount(4);
    await see(body().locator('p.line').last()).toBeInViewport({ ratio: 1 });
    await page.keyboard.press('Control+z');
    await see(body().locator('figure')).toHaveCount(3);
  });

  it('join a gallery where they are dropped on one of its photos', async () => {
    await drop(body().locator('[data-kind="gallery"] figure').first(), [jpg('french-alpine-landscape.jpg')]);
    await see(body().locator('[data-kind="gallery"] figure')).toHaveCount(4);
    await page.keyboard.press('Delete');
    await see(body().locator('[data-kind="gallery"] figure')).toHaveCount(3);
  });
});

describe('a table', () => {
  it('is as large as was typed at once', async () => {
    await body().locator('p.line').last().click();
    await command('Chèn bảng');
    await see(dialog().getByLabel('Số hàng')).toBeFocused();
    await page.keyboard.type('2');
    await page.keyboard.press('Enter');
    await see(body().locator('table').last().locator('tr')).toHaveCount(2);
    await page.keyboard.press('Control+z');
    await see(body().locator('table')).toHaveCount(0);
  });
});

describe('a link', () => {
  it('is completed, or told in a sentence why it cannot be one', async () => {
    await body().locator('p.line').first().click({ clickCount: 3 });
    await settle();
    await page.keyboard.press('Control+Shift+k');
    await dialog().getByLabel('Địa chỉ').fill('tỉnh ủy');
    await page.keyboard.press('Enter');
    await see(dialog().getByRole('alert')).toContainText('có dấu cách');
    await dialog().getByLabel('Địa chỉ').fill('tinhuy.gov.vn/abc');
    await page.keyboard.press('Enter');
    await see(body().getByRole('link', { name: 'Đoạn mở đầu.' })).toHaveAttribute('href', 'https://tinhuy.gov.vn/abc');
  });

  it('is opened and taken away in the same place', async () => {
    await body().locator('p.line').first().click();
    await settle();
    await page.keyboard.press('Control+Shift+k');
    await see(dialog().getByRole('link', { name: 'Mở' })).toHaveAttribute('href', 'https://tinhuy.gov.vn/abc');
    await dialog().getByRole('button', { name: 'Bỏ liên kết' }).click();
    await see(body().locator('p.line').first().locator('a')).toHaveCount(0);
  });

  it('brings its words along where nothing is selected', async () => {
    await body().locator('p.line').first().click();
    await page.keyboard.press('End');
    await command('Liên kết');
    await dialog().getByLabel('Địa chỉ').fill('toasoan@bao.vn');
    await dialog().getByLabel('Chữ hiển thị').fill('thư cho tòa soạn');
    await page.keyboard.press('Enter');
    await see(body().getByRole('link', { name: 'thư cho tòa soạn' })).toHaveAttribute('href', 'mailto:toasoan@bao.vn');
  });
});

describe('the format bar', () => {
  it('makes lists and boxes, and shows hidden marks again after a reload', async () => {
    await body().locator('p.line').last().click();
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('mục một');
    await page.keyboard.press('Control+Alt+4');
    await insert('Đóng hộp thông tin');
    await see(page.getByRole('group', { name: 'Hộp thông tin' }).locator('li')).toHaveText('mục một');
    await page.getByRole('button', { name: 'Định dạng khác' }).click();
    await page.getByRole('menuitem', { name: /Hiện dấu ẩn/ }).click();
    await see(page.locator('.article-body.shows-marks')).toBeVisible();
    await page.reload();
    await see(page.locator('.article-body.shows-marks')).toBeVisible();
    await page.keyboard.press('Control+Shift+8');
    await see(page.locator('.article-body.shows-marks')).toHaveCount(0);
  });

  it('has no barrier in either look, with every block in the text', async () => {
    await see(body().locator('.info-box')).toBeVisible();
    expect(await findBarriers(page)).toEqual([]);
    await keepScreenshot(page, 'blocks');
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await findBarriers(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'light' });
    expect(seat.problems).toEqual([]);
  });
});
