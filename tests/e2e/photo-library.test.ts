/** The photo library in a real browser on the real host, by keys: folders taken in, stars, labels, search, filters, and the way back. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, expect as expectSoon, type Page } from '@playwright/test';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Desk } from '../../electron/core/desk/desk.ts';
import { ownFolder, readNote, writeNote } from '../../electron/core/desk/workstation-note.ts';
import { launchBrowser } from '../support/browser.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { findBarriers } from './axe.ts';
import { closeSeat, openSeat, type Seat } from './office.ts';

const folder = tempFolder();
const captions: Record<string, string> = {
  '03': 'Bà con xã Lũng Cú phấn khởi đón Tết.',
  '07': 'Bà còn nhiều việc phải làm.',
  '11': 'Đập nước Cửa Đạt sáng nay.',
};

/** A picture that looks like no other: patches of colour, the same for the same seed. */
async function picture(seed: number, caption = '', width = 600): Promise<Buffer> {
  const random = seededRandom(seed);
  const patches = Buffer.from(Array.from({ length: 6 * 4 * 3 }, () => Math.floor(random() * 256)));
  const made = sharp(patches, { raw: { width: 6, height: 4, channels: 3 } }).resize(width, (width * 2) / 3, {
    kernel: 'cubic',
  });
  const said = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:description><rdf:Alt><rdf:li xml:lang="x-default">${caption}</rdf:li></rdf:Alt></dc:description></rdf:Description></rdf:RDF></x:xmpmeta>`;
  return (caption === '' ? made : made.withXmp(said)).jpeg({ quality: 90 }).toBuffer();
}

async function makeFolder(name: string, count: number, first: number, width?: number): Promise<string> {
  const path = join(folder, name);
  mkdirSync(path);
  for (let at = 1; at <= count; at += 1) {
    const number = `${at}`.padStart(2, '0');
    const caption = first === 0 ? captions[number] : undefined;
    writeFileSync(join(path, `ANH_${number}.jpg`), await picture(first + at, caption, width));
  }
  return path;
}

let browser: Browser;
let seat: Seat;
let page: Page;
let conference: string;
let card: string;

beforeAll(async () => {
  browser = await launchBrowser();
  conference = await makeFolder('Hội nghị', 12, 0);
  writeFileSync(join(conference, 'ghi chú.txt'), 'không phải ảnh');
  writeFileSync(join(conference, 'HONG.jpg'), (await picture(99)).subarray(0, 2_000));
  card = await makeFolder('Thẻ nhớ', 40, 1_000, 2_400);
  const dataDir = join(folder, 'desk');
  const desk = await Desk.open({ folder: ownFolder(dataDir), name: 'Lê Thu Hà' });
  writeNote(dataDir, { ...readNote(dataDir), profile: 'own', language: 'vi' });
  await desk.close();
  seat = await openSeat(browser, dataDir);
  page = seat.page;
});
afterAll(async () => {
  await closeSeat(seat);
  await browser.close();
});

const library = () => page.getByRole('main', { name: 'Thư viện ảnh' });
const grid = () => page.getByRole('grid', { name: 'Bảng ảnh' });
const named = (name: string) => grid().getByRole('gridcell', { name: new RegExp(name) });
const count = () => library().locator('.photo-count');
const chosen = () => grid().locator('[aria-selected="true"]');
const notices = () => page.getByRole('region', { name: 'Thông báo', exact: true });
const dialog = () => page.getByRole('dialog');
const press = (keys: string) => page.keyboard.press(keys);

async function openLibrary(): Promise<void> {
  await press('Alt+a');
  await expectSoon(library()).toBeVisible();
}

async function takeInFolder(path: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await press('Control+Shift+o');
  await (await chooser).setFiles(path);
}

async function drop(name: string, bytes: Buffer): Promise<void> {
  const dropped = await page.evaluateHandle(
    ({ name, base64 }) => {
      const letters = atob(base64);
      const file = new File([Uint8Array.from(letters, (letter) => letter.charCodeAt(0))], name, { type: 'image/jpeg' });
      const transfer = new DataTransfer();
      transfer.items.add(file);
      return transfer;
    },
    { name, base64: bytes.toString('base64') },
  );
  await library().dispatchEvent('drop', { dataTransfer: dropped });
}

describe('taking in', () => {
  it('is taught where there are no pictures yet', async () => {
    await expectSoon(page.locator('.desk-article')).toBeVisible();
    await openLibrary();
    await expectSoon(page.getByRole('heading', { name: 'Chưa có ảnh nào' })).toBeVisible();
    expect(await findBarriers(page)).toEqual([]);
  });

  it('takes a folder under its name, leaves alone what is no picture, and tells what is broken with its reason', async () => {
    // One is lost on its way, and sent again.
    await page.route('**/photos?*', (route) => route.abort(), { times: 1 });
    await takeInFolder(conference);
    await expectSoon(notices().getByText(/Đã nhập 12 ảnh từ Hội nghị\. 1 tệp không nhập được\./)).toBeVisible({
      timeout: 60_000,
    });
    expect(seat.problems.splice(0)).toEqual(['Failed to load resource: net::ERR_FAILED']);
    await expectSoon(count()).toHaveText('12 ảnh');
    await expectSoon(page.getByRole('button', { name: 'Hội nghị 12' })).toBeVisible();
    await notices().getByRole('button', { name: 'Xem báo cáo' }).click();
    await expectSoon(dialog().getByText('Ảnh mới: 12')).toBeVisible();
    await expectSoon(dialog().getByText('Không phải ảnh nên bỏ qua: 1 tệp .TXT')).toBeVisible();
    await expectSoon(dialog().getByText('HONG.jpg', { exact: true })).toBeVisible();
    expect(await findBarriers(page)).toEqual([]);
    await press('Escape');
    await expectSoon(dialog()).toHaveCount(0);
    expect(await findBarriers(page)).toEqual([]);
  });

  it('knows what is there already, and can be read again by name', async () => {
    await takeInFolder(conference);
    await expectSoon(notices().getByText(/Không có ảnh mới nào từ Hội nghị/)).toBeVisible({ timeout: 60_000 });
    await press('Control+k');
    await page.keyboard.type('bao cao nhap anh');
    await press('Enter');
    await expectSoon(dialog().getByText('Đã có từ trước: 12')).toBeVisible();
    await press('Escape');
    await expectSoon(dialog()).toHaveCount(0);
    await expectSoon(count()).toHaveText('12 ảnh');
  });
});

describe('by keys', () => {
  it('pictures get stars and labels, many at once', async () => {
    await page.getByLabel('Thứ tự').selectOption({ label: 'Tên tệp A–Z' });
    await grid().focus();
    await press('Home');
    await expectSoon(chosen()).toHaveCount(1);
    await press('4');
    await expectSoon(named('ANH_01.*4 sao')).toHaveCount(1);
    await press('ArrowRight');
    await press('Shift+ArrowRight');
    await press('2');
    await press('8');
    await expectSoon(named('2 sao.*Nhãn Lục')).toHaveCount(2);
    // The same label again takes it away.
    await press('8');
    await expectSoon(named('Nhãn Lục')).toHaveCount(0);
    await expectSoon(named('2 sao')).toHaveCount(2);
    await press('Control+z');
    await expectSoon(named('2 sao.*Nhãn Lục')).toHaveCount(2);
  });

  it('one is put aside, the next one takes its place, and undo brings it back', async () => {
    await press('Home');
    await press('ArrowRight');
    await press('x');
    await expectSoon(count()).toHaveText('11 ảnh');
    await expectSoon(chosen()).toHaveAccessibleName(/Bà con xã Lũng Cú/);
    await page.getByRole('button', { name: 'Để riêng 1' }).click();
    await expectSoon(count()).toHaveText('1 ảnh');
    await page.getByRole('button', { name: /^Tất cả ảnh/ }).click();
    await grid().focus();
    await press('Control+z');
    await expectSoon(count()).toHaveText('12 ảnh');
  });

  it('several go to the caption desk from the first on, wherever the keys stand', async () => {
    await press('Home');
    await press('ArrowRight');
    await press('Shift+ArrowRight');
    await expectSoon(chosen()).toHaveCount(2);
    await press('Enter');
    await expectSoon(page.locator('.caption-head')).toContainText('Ảnh 1 / 2');
    await press('Escape');
    await expectSoon(page.locator('.caption-head')).toHaveCount(0);
    await grid().focus();
  });

  it('one is seen large, and the arrows lead on', async () => {
    await press('Home');
    await press('Space');
    const look = page.getByRole('region', { name: 'Xem lớn' });
    await expectSoon(look).toContainText('1/12');
    await press('ArrowRight');
    await expectSoon(look).toContainText('2/12');
    expect(await findBarriers(page)).toEqual([]);
    await press('Space');
    await expectSoon(look).toHaveCount(0);
    await expectSoon(chosen()).toHaveAccessibleName(/ANH_02/);
  });

  it('all are chosen and let go, without leaving; the next Esc leaves, and all is there again', async () => {
    await press('Control+a');
    await expectSoon(page.getByText('Đã chọn 12 ảnh')).toBeVisible();
    await press('Escape');
    await expectSoon(page.getByText('Chưa chọn ảnh nào')).toBeVisible();
    await press('End');
    await press('Escape');
    await expectSoon(library()).toHaveCount(0);
    await openLibrary();
    await expectSoon(chosen()).toHaveAccessibleName(/ANH_12/);
    await expectSoon(page.getByLabel('Thứ tự')).toHaveValue('name-up');
  });

  it('what was done is in the core, and the same after the page is loaded anew', async () => {
    await page.reload();
    await expectSoon(page.locator('.desk-article')).toBeVisible();
    await openLibrary();
    await expectSoon(named('ANH_01.*4 sao')).toHaveCount(1);
    await expectSoon(named('2 sao.*Nhãn Lục')).toHaveCount(2);
  });
});

describe('finding', () => {
  it('by words, with and without accents', async () => {
    await press('Control+f');
    await page.keyboard.type('dap nuoc');
    await expectSoon(count()).toHaveText('1 ảnh');
    await page.getByLabel('Tìm ảnh').fill('lũng cú');
    await expectSoon(count()).toHaveText('1 ảnh');
    await page.getByLabel('Tìm ảnh').fill('ba con');
    await expectSoon(count()).toHaveText('2 ảnh');
    await press('Escape');
    await expectSoon(count()).toHaveText('12 ảnh');
  });

  it('by stars, with a chip that takes the filter away', async () => {
    await press('Escape');
    await press('Control+Shift+f');
    await dialog().getByLabel('Số sao').selectOption({ label: 'Từ 2 sao' });
    await expectSoon(count()).toHaveText('3 ảnh');
    expect(await findBarriers(page)).toEqual([]);
    await press('Escape');
    await expectSoon(dialog()).toHaveCount(0);
    await page.getByRole('button', { name: 'Bỏ lọc Số sao: Từ 2 sao' }).press('Enter');
    await expectSoon(count()).toHaveText('12 ảnh');
    await expectSoon(grid()).toBeFocused();
  });
});

describe('the way out', () => {
  it('asks before pictures are forgotten, and forgets them', async () => {
    await press('End');
    await press('Delete');
    await expectSoon(dialog().getByText('Bỏ 1 ảnh khỏi máy?')).toBeVisible();
    await press('Escape');
    await expectSoon(dialog()).toHaveCount(0);
    await expectSoon(count()).toHaveText('12 ảnh');
    await press('Delete');
    await dialog().getByRole('button', { name: 'Bỏ khỏi máy' }).click();
    await expectSoon(count()).toHaveText('11 ảnh');
    await expectSoon(named('ANH_12')).toHaveCount(0);
  });

  it('stops a take-in in the middle: what is whole stays, nothing else does', async () => {
    await takeInFolder(card);
    const panel = page.getByRole('region', { name: 'Nhập ảnh' });
    await expectSoon(panel.getByText(/Đang nhập ảnh [3-9]\/40/)).toBeVisible({ timeout: 60_000 });
    await panel.getByRole('button', { name: 'Dừng' }).click();
    const told = notices().getByText(/Đã dừng\. \d+ ảnh từ Thẻ nhớ đã vào đủ/);
    await expectSoon(told).toBeVisible({ timeout: 60_000 });
    const whole = Number(/\d+/.exec((await told.textContent()) ?? '')?.[0]);
    expect(whole).toBeGreaterThan(0);
    expect(whole).toBeLessThan(40);
    await expectSoon(count()).toHaveText(`${11 + whole} ảnh`);
    await page.reload();
    await expectSoon(page.locator('.desk-article')).toBeVisible();
    await openLibrary();
    await expectSoon(count()).toHaveText(`${11 + whole} ảnh`);
  });

  it('takes what was dropped out again from the report', async () => {
    const before = await count().textContent();
    await drop('tha-vao.jpg', await picture(5_000));
    await notices().getByRole('button', { name: 'Xem báo cáo' }).click({ timeout: 60_000 });
    await expectSoon(count()).not.toHaveText(before ?? '');
    await dialog().getByRole('button', { name: 'Bỏ các ảnh mới của đợt này…' }).click();
    await expectSoon(dialog().getByText('Bỏ 1 ảnh khỏi máy?')).toBeVisible();
    await press('Escape');
    await expectSoon(dialog().getByText('Ảnh mới: 1')).toBeVisible();
    await dialog().getByRole('button', { name: 'Bỏ các ảnh mới của đợt này…' }).click();
    await dialog().getByRole('button', { name: 'Bỏ khỏi máy' }).click();
    await expectSoon(notices().getByText('Các ảnh mới của đợt này đã được bỏ ra.')).toBeVisible();
    await expectSoon(dialog()).toHaveCount(0);
    await expectSoon(count()).toHaveText(before ?? '');
  });

  it('points out what looks alike, shows both side by side, and puts aside the one that is not kept', async () => {
    const before = Number.parseInt((await count().textContent()) ?? '', 10);
    await drop(
      'ban-sao.jpg',
      await sharp(await picture(5))
        .resize(450)
        .jpeg({ quality: 70 })
        .toBuffer(),
    );
    const told = notices().getByText(/1 ảnh trông giống ảnh khác/);
    await expectSoon(told).toBeVisible({ timeout: 60_000 });
    await expectSoon(count()).toHaveText(`${before + 1} ảnh`);
    await page.getByRole('button', { name: 'Trông giống nhau 2' }).click();
    await expectSoon(count()).toHaveText('2 ảnh');
    await grid().focus();
    await press('Home');
    await press('Control+a');
    await expectSoon(page.getByText('Đã chọn 2 ảnh')).toBeVisible();
    await press('Alt+c');
    const compared = page.getByRole('region', { name: 'So sánh ảnh' });
    await expectSoon(compared.getByRole('article', { name: 'ANH_05.jpg' })).toBeFocused();
    await expectSoon(compared.getByText('450 × 300 điểm ảnh')).toBeVisible();
    expect(await findBarriers(page)).toEqual([]);
    await press('Enter');
    await expectSoon(compared).toHaveCount(0);
    await expectSoon(notices().getByText('Đã giữ một ảnh, để riêng 1 ảnh.')).toBeVisible();
    await page.getByRole('button', { name: /^Tất cả ảnh/ }).click();
    await expectSoon(count()).toHaveText(`${before} ảnh`);
    await expectSoon(named('ban-sao')).toHaveCount(0);
    expect(seat.problems).toEqual([]);
  });
});
