/** Fifty photos captioned with no mouse, in Vietnamese as input methods type it; and what the core has of it after a restart. */
import { join } from 'node:path';
import { type Browser, type CDPSession, expect as expectSoon, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { type InputMethod, inputMethods } from '../support/input-methods.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { findBarriers } from './axe.ts';
import { closeSeat, openSeat, type Seat } from './office.ts';
import { makePhotoDesk, recordIn, withOwnDesk } from './photo-desk.ts';

const PHOTOS = 50;
const dataDir = join(tempFolder(), 'desk');
let browser: Browser;
let seat: Seat;
let page: Page;
let devtools: CDPSession;
/** In the order of the contact sheet. */
let sha256s: string[] = [];

async function openPage(): Promise<void> {
  seat = await openSeat(browser, dataDir);
  page = seat.page;
  devtools = await seat.context.newCDPSession(page);
  await expectSoon(page.getByRole('button', { name: 'Bài mới' }).first()).toBeVisible();
}

beforeAll(async () => {
  browser = await launchBrowser();
  sha256s = await makePhotoDesk(dataDir, PHOTOS);
  await openPage();
}, 120_000);
afterAll(async () => {
  await closeSeat(seat);
  await browser.close();
});

const press = (keys: string): Promise<void> => page.keyboard.press(keys);
const type = (text: string, method: InputMethod = 'hook'): Promise<void> => inputMethods[method](devtools, text);
const field = (name: string) => page.getByRole('textbox', { name, exact: true });
const head = () => page.locator('.caption-head');

const captionOf = (index: number): string =>
  `Bà Lò Thị Mỷ gói “bánh” ở bản Thẳm, chiều ${(index % 28) + 1}/11. Tổ ${index}`;
const altOf = (index: number): string => `Bà ngồi giữa chợ, ${index}`;
const CREDIT = 'Nguyễn Thị Diệu Huyền';

async function openCaptionDesk(): Promise<void> {
  await press('Alt+a');
  await expectSoon(page.locator('.photo-library')).toBeVisible();
  await expectSoon(page.getByRole('gridcell').first()).toBeVisible();
  await press('Home');
  await press('Enter');
  await expectSoon(head()).toContainText(`Ảnh 1 / ${PHOTOS}`);
  await expectSoon(field('Chú thích ảnh')).toBeFocused();
}

describe('fifty photos with no mouse', () => {
  it('are captioned one after the other, the hand never leaving the keys', async () => {
    await openCaptionDesk();
    expect(await findBarriers(page)).toEqual([]);
    for (let index = 0; index < PHOTOS; index += 1) {
      if (index > 0) {
        await press('Control+Enter');
        await expectSoon(head()).toContainText(`Ảnh ${index + 1} / ${PHOTOS}`);
        // The field is the one where the hand was.
        await expectSoon(field('Văn bản thay thế')).toBeFocused();
        await press('Control+Shift+v');
        await press('Alt+g');
        await expectSoon(field('Chú thích ảnh')).toHaveValue(captionOf(index - 1));
        await press('Control+a');
      }
      await type(captionOf(index));
      if (index === 0) {
        await press('Alt+ArrowDown');
        await expectSoon(field('Nguồn ảnh')).toBeFocused();
        await type(CREDIT);
      }
      await press('Alt+ArrowDown');
      await expectSoon(field('Văn bản thay thế')).toBeFocused();
      await type(altOf(index));
    }
    await expectSoon(head()).toContainText('Ảnh nào cũng đủ chú thích');
    await press('Control+Enter');
    await expectSoon(page.getByText('Không còn ảnh nào thiếu chú thích.')).toBeVisible();
    await press('Escape');
    await expectSoon(head()).toHaveCount(0);
    expect(seat.problems).toEqual([]);
  }, 240_000);

  it('have it all after a restart', async () => {
    await closeSeat(seat);
    const records = await withOwnDesk(dataDir, (desk) =>
      Promise.all(sha256s.map((sha256) => desk.photoRecords.record(sha256))),
    );
    const said = records.map(({ description, credit, alt }) => [description, credit, alt]);
    expect(said).toEqual(sha256s.map((_, index) => [captionOf(index), CREDIT, altOf(index)]));
    await openPage();
  });
});

describe.each(Object.keys(inputMethods) as InputMethod[])('Vietnamese typed in by %s', (method) => {
  const index = Object.keys(inputMethods).indexOf(method);
  const WORDS = 'Ủy ban hòa nhập Đặng Tỷ';

  it('in the names, titles, keywords and places of a photo is kept letter by letter', async () => {
    if (index === 0) await openCaptionDesk();
    else {
      await press('Alt+PageDown');
      await expectSoon(head()).toContainText(`Ảnh ${index + 1} / ${PHOTOS}`);
    }
    await press('Alt+p');
    const name = page.getByRole('combobox', { name: 'Người thứ 1 từ trái' });
    await expectSoon(name).toBeFocused();
    await type(WORDS, method);
    await expectSoon(name).toHaveValue(WORDS);
    await press('Tab');
    await type(`Phó ${WORDS}`, method);
    for (const label of ['Địa điểm', 'Tiêu đề ảnh', 'Mô tả dài']) {
      await field(label).focus();
      await type(WORDS, method);
      await press('Home');
      await press('ArrowRight');
      await type('ỗ', method);
      await expectSoon(field(label)).toHaveValue(`Ủỗ${WORDS.slice(1)}`);
    }
    await field('Từ khóa').focus();
    await type('chuyển đổi số, Ủy ban,', method);
    await type('hòa nhập', method);
    await press('Enter');
    await press('Alt+g');
    await expectSoon.poll(async () => (await recordIn(seat, sha256s[index]!)).keywords).toContain('hòa nhập');
    const record = await recordIn(seat, sha256s[index]!);
    expect(record.people).toMatchObject([{ name: WORDS, title: `Phó ${WORDS}` }]);
    expect(record.keywords).toEqual(['chuyển đổi số', 'Ủy ban', 'hòa nhập']);
    for (const text of [record.sublocation, record.headline, record.extendedDescription]) {
      expect(text).toBe(`Ủỗ${WORDS.slice(1)}`);
    }
  });
});

const TEMPLATE = /\{làm gì\} tại Ủỗy ban hòa nhập Đặng Tỷ, \{khi nào\}\. Ảnh: Nguyễn Thị Diệu Huyền$/u;
/** Of undo: words and blanks. */
const MOST_STEPS = 12;

describe('a caption template', () => {
  it('is filled in from blank to blank, and is one step of undo', async () => {
    await press('Control+Home');
    const caption = field('Chú thích ảnh');
    const before = await caption.inputValue();
    await press('Alt+1');
    await expectSoon(caption).toHaveValue(TEMPLATE);
    await expectSoon(head()).toContainText('1 ảnh còn thiếu');
    await type('dệt vải', 'hook');
    await press('Tab');
    await type('sáng 26/11', 'hook');
    await expectSoon(caption).toHaveValue(/dệt vải tại .*, sáng 26\/11\. Ảnh/u);
    await expectSoon(head()).toContainText('Ảnh nào cũng đủ chú thích');
    let step = '';
    for (let undone = 0; undone < MOST_STEPS && (await caption.inputValue()) !== before; undone += 1) {
      step = await caption.inputValue();
      await press('Control+z');
    }
    await expectSoon(caption).toHaveValue(before);
    expect(step).toMatch(TEMPLATE);
  });
});
