/** Spelling and abbreviations in a real browser on the real host: marks, the menu of a word, the lists of the office. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type Locator, type Page, expect as see } from '@playwright/test';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { inputMethods } from '../support/input-methods.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { findBarriers } from './axe.ts';
import { closeSeat, keepScreenshot, openSeat, type Seat } from './office.ts';

let browser: Browser;
let seat: Seat;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
  seat = await openSeat(browser, join(tempFolder(), 'desk'));
  page = seat.page;
  await page.getByRole('button', { name: 'Mở tòa soạn mẫu' }).click();
  await page.getByRole('option', { name: /Hội nghị trực tuyến/ }).waitFor({ timeout: 30_000 });
});
afterAll(async () => {
  await closeSeat(seat);
  await browser.close();
});

const headline = (): Locator => page.getByRole('textbox', { name: 'Tiêu đề' });
const body = (): Locator => page.getByRole('textbox', { name: 'Nội dung' });
const menu = (): Locator => page.getByRole('menu');

/** The marked words of each kind, as they stand on the page. */
function marked(): Promise<string[]> {
  return page.evaluate(() =>
    ['unknown', 'rare', 'mistaken'].flatMap((kind) =>
      [...(CSS.highlights.get(`spelling-${kind}`) ?? [])].map((range) => `${kind}: ${range}`),
    ),
  );
}

async function newArticle(text: string, title = ''): Promise<void> {
  await page.keyboard.press('Alt+n');
  await see(headline()).toHaveValue('');
  await see(body()).toHaveText('');
  await headline().fill(title);
  await body().click();
  await page.keyboard.insertText(text);
}

/** A word of the body, by the mouse. */
async function pressOn(word: string, options: { button?: 'left' | 'right' } = {}): Promise<void> {
  const at = await page.evaluate((sought) => {
    const walker = document.createTreeWalker(document.querySelector('.body-text')!, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const start = node.textContent!.indexOf(sought);
      if (start === -1) continue;
      const range = new Range();
      range.setStart(node, start);
      range.setEnd(node, start + sought.length);
      const { left, top, width, height } = range.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    }
    return null;
  }, word);
  await page.mouse.click(at!.x, at!.y, options);
}

describe('spelling', () => {
  it('leaves the seed article alone', async () => {
    await page.getByRole('option', { name: /Hội nghị trực tuyến/ }).click();
    await see(body()).toContainText('Tham dự Hội nghị');
    await expectMarks([]);
  });

  it('marks what is wrong, in the body and in the headline, and touches nothing of the text', async () => {
    await newArticle('Nghành giáo dục phát triễn, hai xã sát nhập. Người dân phấn khởi. ', 'Đại hội thành côngg');
    await expectMarks(['unknown: côngg', 'unknown: Nghành', 'rare: triễn', 'mistaken: sát nhập']);
    expect(await body().innerHTML()).not.toContain('spelling');
    await keepScreenshot(page, 'spelling-marks');
    expect(await findBarriers(page)).toEqual([]);
  });

  it('does not mark the word that is being typed, until the caret leaves it', async () => {
    await newArticle('Hội nghị ');
    await page.keyboard.type('nghành');
    await expectMarks([]);
    await page.keyboard.type(' ');
    await expectMarks(['unknown: nghành']);
  });

  it('a press of the right button suggests; a suggestion is one step of undo and keeps the format', async () => {
    await newArticle('Các ');
    await page.keyboard.press('Control+b');
    await page.keyboard.insertText('nghành');
    await page.keyboard.press('Control+b');
    await page.keyboard.insertText(' vào cuộc. ');
    await expectMarks(['unknown: nghành']);
    await pressOn('nghành', { button: 'right' });
    await keepScreenshot(page, 'spelling-menu');
    expect(await findBarriers(page)).toEqual([]);
    await menu().getByRole('menuitem', { name: 'ngành', exact: true }).click();
    await see(body()).toContainText('Các ngành vào cuộc.');
    expect(await body().locator('.is-bold').textContent()).toBe('ngành');
    await expectMarks([]);
    await page.keyboard.type('!');
    await see(body()).toContainText('Các ngành! vào cuộc.');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await see(body()).toContainText('Các nghành vào cuộc.');
  });

  it('opens the lists from the menu of a word, and goes on in the text when they are closed', async () => {
    await newArticle('Các nghành vào cuộc. ');
    await expectMarks(['unknown: nghành']);
    await pressOn('nghành', { button: 'right' });
    await menu()
      .getByRole('menuitem', { name: /Từ điển riêng/ })
      .click();
    await see(page.getByRole('dialog', { name: 'Từ điển riêng và chữ viết tắt' })).toBeVisible();
    await page.keyboard.press('Escape');
    await see(body()).toBeFocused();
  });

  it('F7 goes from word to word through headline and body and back to the first', async () => {
    await newArticle('Nghành giáo dục phát triễn. ', 'Thành côngg');
    await expectMarks(['unknown: côngg', 'unknown: Nghành', 'rare: triễn']);
    await headline().focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('F7');
    await see(menu()).toHaveAccessibleName(/“côngg”/);
    await page.keyboard.press('Enter');
    await see(headline()).toHaveValue('Thành công');
    await page.keyboard.press('F7');
    await see(menu()).toHaveAccessibleName(/“Nghành”/);
    await page.keyboard.press('Escape');
    await page.keyboard.press('F7');
    await see(menu()).toHaveAccessibleName(/“triễn”/);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Shift+F7');
    await see(menu()).toHaveAccessibleName(/“Nghành”/);
    await page.keyboard.press('Escape');
  });

  it('lets a word pass in one article, and in all once it is in a dictionary', async () => {
    await newArticle('Anh xướmm và chị kpuihh. ');
    await expectMarks(['unknown: xướmm', 'unknown: kpuihh']);
    await pressOn('xướmm', { button: 'right' });
    await menu().getByRole('menuitem', { name: 'Bỏ qua trong bài này' }).click();
    await expectMarks(['unknown: kpuihh']);
    await pressOn('kpuihh', { button: 'right' });
    await menu().getByRole('menuitem', { name: 'Thêm vào từ điển của tòa soạn' }).click();
    await expectMarks([]);
    await newArticle('Anh xướmm và chị kpuihh. ');
    await expectMarks(['unknown: xướmm']);
  });

  it('marks cells of a table, with the caret in them and without, and puts them right', async () => {
    await newArticle('');
    await body().evaluate((element) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData(
        'text/html',
        '<table><tr><td>Nghành</td><td>hai</td></tr><tr><td>ba</td><td>bốn</td></tr></table>',
      );
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    });
    await expectMarks(['unknown: Nghành']);
    const cell = body().locator('[data-cell]').first();
    await cell.click();
    await page.keyboard.press('End');
    await page.keyboard.type(' giáo dục');
    await expectMarks(['unknown: Nghành']);
    await pressOn('Nghành', { button: 'right' });
    await menu().getByRole('menuitem', { name: 'Ngành', exact: true }).click();
    await see(cell).toHaveText('Ngành giáo dục');
    await expectMarks([]);
  });

  it('knows English, and is switched off and on by name', async () => {
    await newArticle('The goverment website nghành. ');
    await expectMarks(['unknown: goverment', 'unknown: nghành']);
    await byName('tắt kiểm tra chính tả');
    await expectMarks([]);
    await byName('bật kiểm tra chính tả');
    await expectMarks(['unknown: goverment', 'unknown: nghành']);
  });

  async function expectMarks(words: string[]): Promise<void> {
    await see.poll(marked, { timeout: 8_000 }).toEqual(words.length === 0 ? [] : sorted(words));
  }

  /** In the order of their kinds, as they are asked for. */
  function sorted(words: string[]): string[] {
    return ['unknown', 'rare', 'mistaken'].flatMap((kind) => words.filter((word) => word.startsWith(kind)));
  }
});

async function byName(name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.insertText(name);
  await page.keyboard.press('Enter');
  await see(page.getByRole('dialog', { name: 'Lệnh' })).toHaveCount(0);
}

describe('the lists', () => {
  const dialog = (): Locator => page.getByRole('dialog', { name: 'Từ điển riêng và chữ viết tắt' });
  const rows = (): Locator => dialog().locator('.lists-row');

  beforeEach(async () => {
    await byName('từ điển riêng');
    await dialog().waitFor();
  });

  it('take abbreviations of the office by keys, and the text has them at once', async () => {
    await dialog().getByText('Của tòa soạn', { exact: true }).click();
    await dialog().getByText('Chữ viết tắt', { exact: true }).click();
    await dialog().getByLabel('Gõ tắt').focus();
    for (const [short, long] of [
      ['ubnd', 'Ủy ban nhân dân'],
      ['ttth', 'Truyền thông tổng hợp'],
      ['qđ', 'quyết định'],
    ]) {
      await page.keyboard.insertText(short!);
      await page.keyboard.press('Enter');
      await page.keyboard.insertText(long!);
      await page.keyboard.press('Enter');
      await see(dialog().getByLabel('Gõ tắt')).toHaveValue('');
    }
    await see(rows()).toHaveCount(3);
    await keepScreenshot(page, 'spelling-lists');
    expect(await findBarriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await newArticle('');
    const devtools = await seat.context.newCDPSession(page);
    await inputMethods.burst(devtools, 'Chủ tịch ubnd tỉnh ký qđ mới. ');
    await see(body()).toContainText('Chủ tịch Ủy ban nhân dân tỉnh ký quyết định mới.');
    await page.keyboard.press('Enter');
    await body().evaluate((element) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', '<table><tr><td>một</td><td>hai</td></tr></table>');
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    });
    await body().locator('[data-cell]').first().click();
    await page.keyboard.press('End');
    await inputMethods.hook(devtools, ', ubnd xã');
    await see(body().locator('[data-cell]').first()).toHaveText('một, Ủy ban nhân dân xã');
    await headline().focus();
    await inputMethods.hook(devtools, 'Quyết định của ubnd tỉnh');
    await see(headline()).toHaveValue('Quyết định của Ủy ban nhân dân tỉnh');
  });

  it('are searched, changed and taken out', async () => {
    await dialog().getByRole('searchbox', { name: 'Tìm trong danh sách' }).fill('uy ban');
    await see(rows()).toHaveCount(1);
    await dialog().getByRole('button', { name: 'Sửa “ubnd”' }).click();
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText('ub');
    await dialog().getByRole('button', { name: 'Lưu', exact: true }).click();
    await see(rows()).toContainText(['ub']);
    await dialog().getByRole('button', { name: 'Xóa “ub”' }).click();
    await see(dialog().getByText('Đã xóa “ub”.')).toBeVisible();
    await see(rows()).toHaveCount(0);
    await page.keyboard.press('Escape');
  });

  it('come from a text file, and go into one', async () => {
    const chooser = page.waitForEvent('filechooser');
    await dialog().getByRole('button', { name: 'Nhập từ tệp…' }).click();
    const text = ';DO NOT DELETE THIS LINE*** version=1 ***\nhn:Hà Nội\nkhông có gì\nđc\tđồng chí\n';
    await (await chooser).setFiles({ name: 'ukmacro.txt', mimeType: 'text/plain', buffer: Buffer.from(text) });
    await see(dialog().getByText(/Đã nhập 2 mục\. 1 dòng không đọc được/)).toBeVisible();
    const download = page.waitForEvent('download');
    await dialog().getByRole('button', { name: 'Lưu ra tệp' }).click();
    expect(readFileSync(await (await download).path(), 'utf8')).toBe(
      'đc=đồng chí\nhn=Hà Nội\nqđ=quyết định\nttth=Truyền thông tổng hợp\n',
    );
    await page.keyboard.press('Escape');
  });

  it('give no trouble to the page', () => {
    expect(seat.problems).toEqual([]);
  });
});
