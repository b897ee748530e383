/** The article's room in a real browser on the real host: writing, photos, fields, review, in the sample office. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type Locator, type Page, expect as see } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type * as Y from 'yjs';
import { getBody, makeMark, readLines } from '../../shared/article/flat-text.ts';
import { launchBrowser } from '../support/browser.ts';
import { editOf, typed } from '../support/edit.ts';
import { openHostPage } from '../support/page.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { findBarriers } from './axe.ts';
import { closeSeat, keepScreenshot, openSeat, type Seat } from './office.ts';

const sample = fileURLToPath(new URL('../../resources/sample/', import.meta.url));
const photo = (name: string): string => join(sample, `${name}.jpg`);
const folder = tempFolder();

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const headline = (page: Page): Locator => page.getByRole('textbox', { name: 'Tiêu đề' });
const lead = (page: Page): Locator => page.getByRole('textbox', { name: 'Sapo' });
const body = (page: Page): Locator => page.getByRole('textbox', { name: 'Nội dung' });
const figures = (page: Page): Locator => body(page).locator('figure');
const tab = (page: Page, name: RegExp): Locator => page.getByRole('tab', { name });
const saved = (page: Page): Promise<void> =>
  see(page.getByRole('region', { name: 'Tình trạng' })).toContainText('Đã lưu trên máy');

/** A seat of its own in a sample office of its own, with the sample article open. */
async function openSample(name: string): Promise<Seat> {
  const seat = await openSeat(browser, join(folder, name));
  const { page } = seat;
  await page.getByRole('button', { name: 'Mở tòa soạn mẫu' }).click();
  await page.getByRole('option', { name: /Hội nghị trực tuyến/ }).click();
  await see(figures(page)).toHaveCount(4);
  return seat;
}

/** Lets files fall on the middle of an element, as a file manager does. */
async function drop(target: Locator, files: { name: string; bytes: Buffer }[]): Promise<void> {
  await target.scrollIntoViewIfNeeded();
  await target.evaluate(
    (element, dropped) => {
      const dataTransfer = new DataTransfer();
      for (const { name, base64 } of dropped) {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        dataTransfer.items.add(new File([bytes], name));
      }
      const box = element.getBoundingClientRect();
      const at = { clientX: box.left + box.width / 2, clientY: box.top + box.height / 2 };
      for (const type of ['dragenter', 'dragover', 'drop']) {
        const event = new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer, ...at });
        document.elementFromPoint(at.clientX, at.clientY)?.dispatchEvent(event);
      }
    },
    files.map(({ name, bytes }) => ({ name, base64: bytes.toString('base64') })),
  );
}

const file = (name: string): { name: string; bytes: Buffer } => ({
  name: `${name}.jpg`,
  bytes: readFileSync(photo(name)),
});

const sha256Of = (name: string): string => createHash('sha256').update(file(name).bytes).digest('hex');

describe('writing', () => {
  let seat: Seat;
  beforeAll(async () => {
    seat = await openSample('writing');
  });
  afterAll(() => closeSeat(seat));

  it('leads from headline to lead to body by Enter, and back by the arrow', async () => {
    const { page } = seat;
    await headline(page).focus();
    await page.keyboard.press('Enter');
    await see(lead(page)).toBeFocused();
    await page.keyboard.press('Enter');
    await see(body(page)).toBeFocused();
    await page.keyboard.type('Chữ đầu. ');
    await see(body(page).locator('p.line').first()).toHaveText(/^Chữ đầu\. /);
    await page.keyboard.press('Home');
    // A photo stands above the first paragraph; the arrow selects it, and then leaves the text.
    await page.keyboard.press('ArrowUp');
    await see(figures(page).first()).toBeInViewport();
    await page.keyboard.press('ArrowUp');
    await see(lead(page)).toBeFocused();
  });

  it('keeps what was typed just before the page is loaded anew', async () => {
    const { page } = seat;
    const last = body(page).locator('p.line').last();
    await last.click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' Chữ cuối trước khi tải lại.');
    await page.reload();
    await see(last).toContainText('Chữ cuối trước khi tải lại.');
  });

  it('keeps what was typed just before another article is opened', async () => {
    const { page } = seat;
    await headline(page).fill('Tiêu đề mới');
    await page.keyboard.press('Control+n');
    await see(headline(page)).toHaveValue('');
    await see(headline(page)).toBeFocused();
    await page.getByRole('option', { name: /Tiêu đề mới/ }).click();
    await see(headline(page)).toHaveValue('Tiêu đề mới');
  });

  it('counts headline, lead and body in the status bar', async () => {
    const { page } = seat;
    await headline(page).fill('Ba tiếng thôi');
    await see(page.getByRole('region', { name: 'Tình trạng' })).toContainText('Tiêu đề 3');
  });

  it('undoes one step over headline, photos and fields alike', async () => {
    const { page } = seat;
    const former = await figures(page).count();
    await figures(page).first().getByRole('button', { name: 'Bỏ chỗ này' }).click();
    await see(figures(page)).toHaveCount(former - 1);
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await see(figures(page)).toHaveCount(former);
  });

  it('takes no letter and no line with Ctrl+Enter in the text, and says what is missing where it can be mended', async () => {
    const { page } = seat;
    const lines = await body(page).locator('.line').count();
    await body(page).locator('p.line').first().click();
    await page.keyboard.press('Control+Enter');
    await see(page.getByText(/còn 4 chỗ ảnh chưa có tệp ảnh/)).toBeVisible();
    expect(await body(page).locator('.line').count()).toBe(lines);
    // Wherever the focus is: a button takes an Enter for itself, but not this one.
    await page.getByRole('alert').getByRole('button').click();
    await page.getByRole('button', { name: 'Lưu thành tệp' }).focus();
    await page.keyboard.press('Control+Enter');
    await see(page.getByText(/còn 4 chỗ ảnh chưa có tệp ảnh/)).toBeVisible();
    await page.getByRole('button', { name: 'Ảnh 3: chưa có ảnh' }).click();
    await see(figures(page).nth(2).getByRole('button', { name: 'Chọn ảnh' })).toBeFocused();
    await see(figures(page).nth(2)).toBeInViewport();
  });

  it('sets a link only to an address that a page may carry', async () => {
    const { page } = seat;
    await body(page).locator('p.line').first().click({ clickCount: 3 });
    await page.getByRole('button', { name: 'Liên kết' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Địa chỉ').fill('javascript:alert(1)');
    await dialog.getByRole('button', { name: 'Đặt liên kết' }).click();
    await see(dialog).toContainText('Địa chỉ này không dùng được');
    await dialog.getByLabel('Địa chỉ').fill('https://thanhhoa.gov.vn');
    await dialog.getByRole('button', { name: 'Đặt liên kết' }).click();
    await see(body(page).locator('a')).toHaveAttribute('href', 'https://thanhhoa.gov.vn');
  });

  it('writes the fields as they are typed, with the day first', async () => {
    const { page } = seat;
    await tab(page, /Thông tin/).click();
    await see(page.getByLabel('Ngày ghi trên bài')).toHaveValue('26/04/2022');
    await page.getByLabel('Ngày ghi trên bài').fill('5/2/2026');
    await page.getByLabel('Tác giả').fill('Lê Thu Hà');
    await page.getByLabel('Từ khóa').fill('chuyển đổi số, hội nghị');
    await see(page.getByText('thứ Năm, 05/02/2026').first()).toBeVisible();
    await page.reload();
    await see(page.getByLabel('Ngày ghi trên bài')).toHaveValue('05/02/2026');
    await see(page.getByLabel('Tác giả')).toHaveValue('Lê Thu Hà');
    await see(page.getByLabel('Từ khóa')).toHaveValue('chuyển đổi số, hội nghị');
    await page.getByLabel('Ngày ghi trên bài').fill('31/4/2026');
    await page.keyboard.press('Enter');
    await see(page.getByText('Chưa hiểu ngày này')).toBeVisible();
    expect(seat.problems).toEqual([]);
  });

  it('has no barrier in either look', async () => {
    const { page } = seat;
    expect(await findBarriers(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await findBarriers(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'light' });
  });
});

describe('photos', () => {
  let seat: Seat;
  beforeAll(async () => {
    seat = await openSample('photos');
  });
  afterAll(() => closeSeat(seat));

  it('a picture dropped on a place fills this place and no other', async () => {
    const { page } = seat;
    await drop(figures(page).nth(1), [file('black-canyon')]);
    await see(figures(page).nth(1).locator('img')).toBeVisible();
    await see(figures(page)).toHaveCount(4);
    await see(figures(page).locator('img')).toHaveCount(1);
    await see(figures(page).nth(1).locator('textarea[name="credit"]')).not.toHaveValue('');
  });

  it('pictures dropped on the text stand there in their order, in one step of undo', async () => {
    const { page } = seat;
    const paragraph = body(page).locator('p.line').last();
    await drop(paragraph, [file('nagasaki-boats'), file('french-alpine-landscape')]);
    await see(figures(page)).toHaveCount(6);
    await see(page.getByText('Đã thêm 2 ảnh.')).toBeVisible();
    const pictures = figures(page).locator('img');
    await see(pictures.nth(1)).toHaveAttribute('src', new RegExp(sha256Of('nagasaki-boats')));
    await see(pictures.nth(2)).toHaveAttribute('src', new RegExp(sha256Of('french-alpine-landscape')));
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await see(figures(page)).toHaveCount(4);
    await tab(page, /Ảnh/).click();
    await see(page.getByText('Chưa có chỗ trong bài')).toBeHidden();
  });

  it('what is no picture, or is cut off, is told by its name and changes nothing', async () => {
    const { page } = seat;
    const broken = file('nagasaki-boats').bytes;
    await drop(figures(page).nth(0), [{ name: 'hong.jpg', bytes: Buffer.from('khong phai anh') }]);
    await see(page.getByRole('alert').filter({ hasText: 'hong.jpg' })).toContainText('không phải là ảnh đọc được');
    await drop(figures(page).nth(0), [{ name: 'cat-do.jpg', bytes: broken.subarray(0, broken.length / 2) }]);
    await see(page.getByRole('alert').filter({ hasText: 'cat-do.jpg' })).toContainText('bị cắt dở');
    await see(figures(page).nth(0).getByRole('button', { name: 'Chọn ảnh' })).toBeVisible();
  });

  it('cancelled in the middle, none of the pictures gets in', async () => {
    const { page } = seat;
    const former = await figures(page).count();
    const { bytes } = file('black-canyon');
    // What stands behind a picture's end makes another file of it, and no other picture.
    const many = Array.from({ length: 24 }, (_, index) => ({
      name: `anh-${index + 1}.jpg`,
      bytes: Buffer.concat([bytes, Buffer.from(`so ${index}`)]),
    }));
    await drop(body(page).locator('p.line').last(), many);
    await see(page.getByRole('status').filter({ hasText: /Đang thêm ảnh \d+ trong 24: anh-\d+\.jpg/ })).toBeVisible();
    await page.getByRole('button', { name: 'Thôi' }).click();
    await see(page.getByRole('button', { name: 'Thôi' })).toBeHidden();
    await headline(page).fill('Sau khi thôi');
    await see(page.getByRole('option', { name: /Sau khi thôi/ })).toBeVisible();
    await see(figures(page)).toHaveCount(former);
  });

  it('a place that is taken out of the text keeps its photo, which can be put back', async () => {
    const { page } = seat;
    await figures(page).nth(1).hover();
    await figures(page).nth(1).getByRole('button', { name: 'Bỏ ảnh' }).click();
    await figures(page).nth(1).getByRole('button', { name: 'Bỏ chỗ này' }).click();
    await see(figures(page)).toHaveCount(3);
    await page.getByRole('button', { name: 'Đưa vào bài' }).click();
    await see(figures(page)).toHaveCount(4);
    await see(page.getByText('Chưa có chỗ trong bài')).toBeHidden();
    await saved(page);
    expect(seat.problems).toEqual([]);
  });
});

describe('review', () => {
  let seat: Seat;
  beforeAll(async () => {
    seat = await openSample('review');
  });
  afterAll(() => closeSeat(seat));

  async function sitAs(page: Page, name: string): Promise<void> {
    // A dialog that is just closing still holds the desk's keys.
    await see(page.getByRole('dialog')).toHaveCount(0);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Tìm lệnh' }).fill(`Đổi sang ${name}`);
    await page.keyboard.press('Enter');
    await see(page.getByRole('banner')).toContainText(name);
    await page.getByRole('option', { name: /Hội nghị trực tuyến/ }).click();
    await see(figures(page).first()).toBeVisible();
  }

  it('the writer submits, and cannot edit meanwhile', async () => {
    const { page } = seat;
    const chooser = page.waitForEvent('filechooser');
    await page.keyboard.press('Control+Alt+p');
    await (await chooser).setFiles(
      ['airplane-from-above', 'black-canyon', 'french-alpine-landscape', 'nagasaki-boats'].map(photo),
    );
    await see(figures(page).locator('img')).toHaveCount(4);
    for (const figure of await figures(page).all()) {
      for (const name of ['caption', 'credit', 'alt']) {
        const field = figure.locator(`textarea[name="${name}"]`);
        if ((await field.inputValue()) === '') await field.fill(`Chữ thử ${name}`);
      }
    }
    await page.keyboard.press('Control+Enter');
    await see(page.getByRole('note')).toContainText('đang chờ duyệt');
    await see(headline(page)).not.toBeEditable();
    await see(page.getByRole('note').getByRole('button', { name: 'Thu hồi' })).toBeVisible();
  });

  it('the reviewer returns it with a reason, which stands above the text', async () => {
    const { page } = seat;
    await sitAs(page, 'Trần Văn Minh');
    await see(page.getByRole('note')).toContainText('đang chờ bạn duyệt');
    await page.getByRole('button', { name: 'Xem thay đổi' }).first().click();
    const changes = page.getByRole('region', { name: 'Thay đổi' });
    await see(changes).toContainText('gửi lần đầu');
    await page.keyboard.press('Escape');
    await see(changes).toBeHidden();
    await tab(page, /Duyệt/).click();
    await page.getByRole('tabpanel').getByRole('button', { name: 'Trả lại' }).click();
    await page.getByRole('dialog').getByLabel('Lý do').fill('Thêm thời hạn.\nSửa chú thích ảnh 1.');
    await page.getByRole('dialog').getByRole('button', { name: 'Trả lại' }).click();
    await see(page.getByText('Đã trả lại bài kèm lý do.')).toBeVisible();
    await sitAs(page, 'Lê Thu Hà');
    await see(page.getByRole('note')).toContainText('Trần Văn Minh trả lại bài');
    await see(page.getByRole('note')).toContainText('Thêm thời hạn.');
  });

  it('the reviewer goes from change to change, and approves what was looked at', async () => {
    const { page } = seat;
    await headline(page).fill('Hội nghị trực tuyến về chuyển đổi số năm 2022');
    await figures(page).first().locator('textarea[name="caption"]').fill('Toàn cảnh Hội nghị.');
    await body(page).locator('p.line').last().click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' Thời hạn là ngày 30/6/2022.');
    await page.keyboard.press('Control+Enter');
    await see(page.getByRole('note')).toContainText('đang chờ duyệt');
    await sitAs(page, 'Trần Văn Minh');
    await page.keyboard.press('Alt+c');
    const changes = page.getByRole('region', { name: 'Thay đổi' });
    await see(changes.getByRole('status')).toContainText(/^\d+ thay đổi$/);
    const total = Number(/\d+/.exec((await changes.getByRole('status').textContent()) ?? '')?.[0]);
    await page.keyboard.press('Alt+ArrowUp');
    await see(changes.getByRole('status')).toHaveText(`Thay đổi ${total}/${total}`);
    await see(changes.locator('[data-current]')).toContainText('Thời hạn là ngày 30/6/2022.');
    await see(changes.locator('[data-current]')).toBeInViewport();
    await page.keyboard.press('Alt+ArrowDown');
    await see(changes.locator('h1 [data-current]').first()).toBeVisible();
    await keepScreenshot(page, 'article-changes');
    expect(await findBarriers(page)).toEqual([]);
    await page.keyboard.press('Control+Shift+Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Duyệt và đăng' }).click();
    await see(page.getByText('Đã duyệt đúng bản này.')).toBeVisible();
  });

  it('the history says who did what, and leads to the public page', async () => {
    const { page } = seat;
    const changes = page.getByRole('region', { name: 'Thay đổi' });
    if (await changes.isVisible()) await page.keyboard.press('Escape');
    await tab(page, /Lịch sử/).click();
    const history = page.getByRole('tabpanel');
    await see(history.getByRole('link', { name: 'Mở bài trên trang tin' })).toBeVisible();
    const steps = await history.getByRole('listitem').allTextContents();
    expect(steps.map((step) => /Đăng|Duyệt|Gửi duyệt|Trả lại|Tạo bài/.exec(step)?.[0])).toEqual([
      'Đăng',
      'Duyệt',
      'Gửi duyệt',
      'Trả lại',
      'Gửi duyệt',
      'Tạo bài',
    ]);
    expect(seat.problems).toEqual([]);
  });
});

describe('what others did meanwhile', () => {
  let seat: Seat;
  beforeAll(async () => {
    seat = await openSample('others');
  });
  afterAll(() => closeSeat(seat));

  /** Writes into the open article by a line of its own to the core, as another page of the same person does. */
  async function editElsewhere(...changes: ((doc: Y.Doc) => void)[]): Promise<void> {
    const cookies = await seat.context.cookies();
    const other = await openHostPage(seat.host, cookies.map(({ name, value }) => `${name}=${value}`).join('; '));
    const { rows } = await other.desk.library.list({ view: 'all' });
    const { update } = await other.desk.articles.open({ id: rows[0]!.id });
    for (const change of changes) {
      await other.desk.articles.update({ id: rows[0]!.id, update: editOf(update, change) });
    }
    other.close();
  }

  /** Takes the second line of text to where the line `to` begins; a moved line keeps its id. */
  function moveLine(to: number): (doc: Y.Doc) => void {
    return (doc) => {
      const lines = readLines(getBody(doc));
      const moved = lines.filter(({ parts }) => parts.some((part) => 'text' in part))[1]!;
      const text = moved.parts.map((part) => ('text' in part ? part.text : '')).join('');
      const place = lines[to]!.start;
      getBody(doc).insertEmbed(place, makeMark(moved.kind, moved.id));
      getBody(doc).insert(place + 1, text);
      const shift = place <= moved.start ? moved.length : 0;
      getBody(doc).delete(moved.start + shift, moved.length);
    };
  }

  it('others’ text comes into the article while it is open', async () => {
    const { page } = seat;
    await editElsewhere(typed('headline', ' (bản mới)'), typed('lead', ' Sapo thêm.'));
    await see(headline(page)).toHaveValue(/\(bản mới\)$/);
    await see(lead(page)).toHaveValue(/Sapo thêm\.$/);
  });

  it('a block that two people moved at once is offered, and one click keeps one of the two', async () => {
    const { page } = seat;
    const texts = async (): Promise<string[]> => body(page).locator('p.line:not(:has(figure))').allTextContents();
    const former = await texts();
    await editElsewhere(moveLine(2), moveLine(9));
    await see(page.getByRole('note')).toContainText('Hai người cùng chuyển đoạn này');
    expect((await texts()).filter((text) => text === former[1])).toHaveLength(2);
    await keepScreenshot(page, 'article-doubled');
    await page.getByRole('button', { name: 'Giữ một bản' }).click();
    await see(page.getByRole('note')).toBeHidden();
    expect((await texts()).sort()).toEqual([...former].sort());
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await see(page.getByRole('note')).toBeVisible();
    await page.getByRole('button', { name: 'Giữ cả hai' }).click();
    await see(page.getByRole('note')).toBeHidden();
    expect(await texts()).toHaveLength(former.length + 1);
  });

  it('an edit that comes after the submission is told, and is not in what is submitted', async () => {
    const { page } = seat;
    for (const place of await figures(page).getByRole('button', { name: 'Bỏ chỗ này' }).all()) {
      await place.page().getByRole('button', { name: 'Bỏ chỗ này' }).first().click();
    }
    await see(figures(page)).toHaveCount(0);
    await page.keyboard.press('Control+Enter');
    await see(page.getByRole('note')).toContainText('đang chờ duyệt');
    await editElsewhere(typed('headline', ' thêm sau khi gửi'));
    await see(page.getByRole('note')).toContainText('Sau khi gửi, bài hoặc ảnh của bài còn được sửa');
    await page.getByRole('note').getByRole('button', { name: 'Xem thay đổi' }).click();
    const changes = page.getByRole('region', { name: 'Thay đổi' });
    await see(changes.locator('h1')).toHaveText(/\(bản mới\)$/);
    expect(seat.problems).toEqual([]);
  });
});

describe('type', () => {
  it('no Vietnamese letter is clipped by its line, or touches the line above, in any of the article fonts', async () => {
    const seat = await openSample('type');
    const { page } = seat;
    const found = await page.evaluate(async (letters) => {
      const FINER = 20;
      await document.fonts.ready;
      const context = document.createElement('canvas').getContext('2d')!;
      const fields: [selector: string, weights: string[]][] = [
        ['.article-headline', ['600']],
        ['.article-lead', ['500']],
        ['.article-text', ['400', '600']],
        ['.photo-line-caption .text-field', ['400']],
      ];
      const wrong: string[] = [];
      for (const [selector, weights] of fields) {
        const style = getComputedStyle(document.querySelector(selector)!);
        const px = Number.parseFloat;
        const [size, line] = [px(style.fontSize), px(style.lineHeight)];
        for (const weight of weights) {
          // Canvas measures whole pixels, so that much more of them are asked for.
          const font = `${weight} ${size * FINER}px ${style.fontFamily}`;
          await document.fonts.load(font, letters);
          context.font = font;
          const whole = context.measureText(letters);
          const [ascent, descent] = [whole.fontBoundingBoxAscent / FINER, whole.fontBoundingBoxDescent / FINER];
          const half = (line - ascent - descent) / 2;
          const ink = [...letters].map((letter) => {
            const { actualBoundingBoxAscent, actualBoundingBoxDescent } = context.measureText(letter);
            return { letter, up: actualBoundingBoxAscent / FINER, down: actualBoundingBoxDescent / FINER };
          });
          const isField = selector !== '.article-text';
          for (const { letter, up, down } of ink) {
            const isIn = up <= half + ascent + px(style.paddingTop) && down <= half + descent + px(style.paddingBottom);
            if (isField && !isIn) wrong.push(`${letter} is clipped in ${selector}`);
          }
          const together = Math.max(...ink.map(({ up }) => up)) + Math.max(...ink.map(({ down }) => down));
          if (together > line) wrong.push(`${selector} ${weight}: marks need ${together} px, its lines have ${line}`);
        }
      }
      return wrong;
    }, vietnameseLetters());
    expect(found).toEqual([]);
    // The same for the eye.
    await headline(page).fill(vietnameseLetters());
    await lead(page).fill(vietnameseLetters());
    await keepScreenshot(page, 'article-letters');
    await closeSeat(seat);
  });
});

/** The 67 letters with a mark of their own or a tone, in both cases: 134. */
function vietnameseLetters(): string {
  const tones = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
  const vowels = ['a', 'ă', 'â', 'e', 'ê', 'i', 'o', 'ô', 'ơ', 'u', 'ư', 'y'];
  const toned = vowels.flatMap((vowel) => tones.map((tone) => (vowel + tone).normalize('NFC')));
  const marked = ['đ', ...toned].filter((letter) => /[^a-z]/u.test(letter));
  expect(marked).toHaveLength(67);
  return [...marked, ...marked.map((letter) => letter.toUpperCase())].join('');
}
