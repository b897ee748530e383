/** Finding, replacing and tidying text in a real browser on the real host, in the sample office. */
import { join } from 'node:path';
import { type Browser, type CDPSession, type Locator, type Page, expect as see } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { type InputMethod, inputMethods } from '../support/input-methods.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { findBarriers } from './axe.ts';
import { closeSeat, keepScreenshot, openSeat, type Seat } from './office.ts';

const folder = tempFolder();
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const headline = (page: Page): Locator => page.getByRole('textbox', { name: 'Tiêu đề' });
const lead = (page: Page): Locator => page.getByRole('textbox', { name: 'Sapo' });
const body = (page: Page): Locator => page.getByRole('textbox', { name: 'Nội dung' });
const paragraph = (page: Page, index: number): Locator => body(page).locator('p.line').nth(index);
const caption = (page: Page): Locator => page.getByRole('textbox', { name: 'Chú thích ảnh' }).first();
const bar = (page: Page): Locator => page.getByRole('search', { name: 'Tìm và thay thế trong bài' });
const find = (page: Page): Locator => bar(page).getByRole('textbox', { name: 'Tìm trong bài' });
const by = (page: Page): Locator => bar(page).getByRole('textbox', { name: 'Thay bằng' });
const count = (page: Page): Locator => bar(page).getByRole('status');
const choice = (page: Page, name: string): Locator => bar(page).getByRole('button', { name });

/** Runs a command by its name, as a person does who knows what it is called. */
async function run(page: Page, command: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Tìm lệnh' }).fill(command);
  await page.getByRole('option', { name: command }).first().click();
}

/** What the browser paints as hits. */
const painted = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    ['found', 'found-current'].flatMap((name) => [...(CSS.highlights.get(name) ?? [])].map((range) => `${range}`)),
  );

async function openSample(name: string): Promise<Seat> {
  const seat = await openSeat(browser, join(folder, name));
  const { page } = seat;
  await page.getByRole('button', { name: 'Mở tòa soạn mẫu' }).click();
  await page.getByRole('option', { name: /Hội nghị trực tuyến/ }).click();
  await see(body(page).locator('figure')).toHaveCount(4);
  return seat;
}

describe('finding', () => {
  let seat: Seat;
  let devtools: CDPSession;
  beforeAll(async () => {
    seat = await openSample('finding');
    devtools = await seat.context.newCDPSession(seat.page);
  });
  afterAll(() => closeSeat(seat));

  it('shows every hit over headline, lead, body and captions, and nothing of it is in the text', async () => {
    const { page } = seat;
    const before = await body(page).innerHTML();
    await page.keyboard.press('F3');
    await find(page).fill('hội nghị');
    await see(count(page)).toHaveText(/^\d+\/12$/);
    expect(await painted(page)).toHaveLength(12);
    expect(new Set((await painted(page)).map((hit) => hit.toLowerCase()))).toEqual(new Set(['hội nghị']));
    expect(await body(page).innerHTML()).toBe(before);
    await keepScreenshot(page, 'tools-find');
    expect(await findBarriers(page)).toEqual([]);
    // It is there again, and so are the hits, after a look at the changes.
    await page.keyboard.press('Alt+c');
    await see(bar(page)).toHaveCount(0);
    await page.keyboard.press('Escape');
    await see(count(page)).toHaveText(/^\d+\/12$/);
    await see.poll(async () => (await painted(page)).length).toBe(12);
    await page.keyboard.press('Escape');
  });

  it('goes from hit to hit by Enter and F3, and selects the one that was gone to when it is closed', async () => {
    const { page } = seat;
    await headline(page).click();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Control+h');
    await see(find(page)).toBeFocused();
    await see(find(page)).toHaveValue('hội nghị');
    await see(count(page)).toHaveText('1/12');
    await page.keyboard.press('Enter');
    await see(count(page)).toHaveText('2/12');
    await page.keyboard.press('F3');
    await page.keyboard.press('F3');
    await page.keyboard.press('Shift+F3');
    await see(count(page)).toHaveText('3/12');
    await page.keyboard.press('Escape');
    await see(bar(page)).toHaveCount(0);
    await see(lead(page)).toBeFocused();
    const selected = await lead(page).evaluate((field: HTMLTextAreaElement) =>
      field.value.slice(field.selectionStart, field.selectionEnd),
    );
    expect(selected).toBe('Hội nghị');
    expect(await painted(page)).toEqual([]);
  });

  it('gives the caret back where it was when nothing was gone to', async () => {
    const { page } = seat;
    await paragraph(page, 1).click({ position: { x: 200, y: 12 } });
    const caret = (): Promise<number> => page.evaluate(() => getSelection()?.anchorOffset ?? -1);
    const at = await caret();
    expect(at).toBeGreaterThan(5);
    const before = (await paragraph(page, 1).textContent()) ?? '';
    await page.keyboard.press('F3');
    await find(page).fill('không có chữ này');
    await see(count(page)).toHaveText('Không thấy');
    await page.keyboard.press('Escape');
    await see(body(page)).toBeFocused();
    await page.keyboard.type('|');
    await see(paragraph(page, 1)).toHaveText(`${before.slice(0, at)}|${before.slice(at)}`);
    await page.keyboard.press('Backspace');
    await see(paragraph(page, 1)).toHaveText(before);
  });

  it('takes what is selected to be looked for', async () => {
    const { page } = seat;
    await paragraph(page, 1)
      .getByText('chuyển đổi')
      .first()
      .dblclick({ position: { x: 4, y: 8 } });
    const word = await page.evaluate(() => `${getSelection()}`.trim());
    await page.keyboard.press('F3');
    await see(find(page)).toHaveValue(word);
    await page.keyboard.press('Escape');
  });

  it.each(Object.keys(inputMethods) as InputMethod[])('is typed in by an input method: %s', async (method) => {
    const { page } = seat;
    await page.keyboard.press('F3');
    await find(page).fill('');
    await find(page).focus();
    await inputMethods[method](devtools, 'chuyển đổi số tỉnh');
    await see(find(page)).toHaveValue('chuyển đổi số tỉnh');
    await see(count(page)).toHaveText(/^\d+\/4$/);
    await page.keyboard.press('Escape');
  });

  it('finds without accents, whole words, and by patterns; a pattern that is none says why', async () => {
    const { page } = seat;
    await page.keyboard.press('F3');
    await find(page).fill('hoi nghi');
    await see(count(page)).toHaveText('Không thấy');
    await choice(page, 'Đúng dấu').click();
    await see(count(page)).toHaveText(/\/12$/);
    await choice(page, 'Đúng dấu').click();
    await choice(page, 'Biểu thức chính quy').click();
    await find(page).fill('(hội');
    await see(bar(page).getByRole('alert')).toHaveText('Biểu thức chưa đúng: có ngoặc tròn mở mà không đóng.');
    await find(page).fill('\\d+/\\d+/\\d{4}');
    await see(count(page)).toHaveText(/\/2$/);
  });

  it('stops a pattern that would never end, and the page answers meanwhile', async () => {
    const { page } = seat;
    await find(page).fill('(\\p{L}+\\s*)+\\d\\d\\d\\dx');
    await page.waitForTimeout(300);
    await lead(page).click();
    await page.keyboard.press('End');
    await page.keyboard.type('!');
    await see(lead(page)).toHaveValue(/!/);
    await page.keyboard.press('Backspace');
    await see(bar(page).getByRole('alert')).toHaveText(/chạy quá lâu/);
    await find(page).fill('');
    await choice(page, 'Biểu thức chính quy').click();
    await page.keyboard.press('Escape');
    expect(seat.problems).toEqual([]);
  });
});

describe('replacing', () => {
  let seat: Seat;
  beforeAll(async () => {
    seat = await openSample('replacing');
    const { page } = seat;
    // A bold word in the middle of what is replaced round it. The editor hears of a selection a moment later.
    await paragraph(page, 0)
      .getByText('Hội nghị')
      .first()
      .dblclick({ position: { x: 80, y: 10 } });
    await page.waitForTimeout(200);
    await page.keyboard.press('Control+b');
    await see(body(page).locator('.is-bold')).toHaveCount(1);
  });
  afterAll(() => closeSeat(seat));

  it('replaces one and goes on, then all the rest; each is one step of undo', async () => {
    const { page } = seat;
    const bold = (await body(page).locator('.is-bold').first().textContent()) ?? '';
    expect(bold).not.toBe('');
    const texts = async (): Promise<string[]> => [
      await headline(page).inputValue(),
      await lead(page).inputValue(),
      await caption(page).inputValue(),
      (await body(page).innerText()).replaceAll(/\s+/g, ' '),
    ];
    await headline(page).click();
    await page.keyboard.press('Control+Home');
    const before = await texts();
    await page.keyboard.press('Control+h');
    await find(page).fill('hội nghị');
    await see(count(page)).toHaveText('1/12');
    await by(page).fill('hội thảo');
    await choice(page, 'Giữ kiểu hoa thường').click();
    await bar(page).getByRole('button', { name: 'Thay', exact: true }).click();
    await see(headline(page)).toHaveValue(/^Hội thảo trực tuyến/);
    await see(count(page)).toHaveText('1/11');
    const one = await texts();
    await bar(page).getByRole('button', { name: 'Thay hết' }).click();
    await see(page.getByText('Đã thay 11 chỗ.')).toBeVisible();
    await see(count(page)).toHaveText('Không thấy');
    // The button is of no use now; the keys still belong to the bar.
    await see(find(page)).toBeFocused();
    const all = await texts();
    expect(all).toEqual(before.map((text) => text.replaceAll('ội nghị', 'ội thảo')));
    await see(body(page).locator('.is-bold')).toHaveCount(1);
    await page.keyboard.press('Escape');
    await lead(page).focus();
    await page.keyboard.press('Control+z');
    expect(await texts()).toEqual(one);
    await page.keyboard.press('Control+z');
    expect(await texts()).toEqual(before);
    expect(await body(page).locator('.is-bold').first().textContent()).toBe(bold);
    expect(seat.problems).toEqual([]);
  });

  it('leads by Tab from what is looked for to what replaces it', async () => {
    const { page } = seat;
    await page.keyboard.press('Control+h');
    await see(find(page)).toBeFocused();
    await page.keyboard.press('Tab');
    await see(by(page)).toBeFocused();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await see(bar(page)).toHaveCount(0);
  });

  it('takes back by the notice, and says when that is too late', async () => {
    const { page } = seat;
    await page.keyboard.press('Control+h');
    await find(page).fill('quang cảnh');
    await by(page).fill('toàn cảnh');
    await bar(page).getByRole('button', { name: 'Thay hết' }).click();
    const notice = page.getByRole('status').filter({ hasText: 'Đã thay 2 chỗ.' });
    await see(caption(page)).toHaveValue(/^Toàn cảnh/);
    await notice.getByRole('button', { name: 'Hoàn tác' }).click();
    await see(caption(page)).toHaveValue(/^Quang cảnh/);
    await bar(page).getByRole('button', { name: 'Thay hết' }).click();
    await see(caption(page)).toHaveValue(/^Toàn cảnh/);
    await headline(page).click();
    await page.keyboard.press('End');
    await page.keyboard.type('!');
    await page
      .getByRole('status')
      .filter({ hasText: 'Đã thay 2 chỗ.' })
      .getByRole('button', { name: 'Hoàn tác' })
      .click();
    await see(page.getByText(/không hoàn tác riêng được/)).toBeVisible();
    await see(caption(page)).toHaveValue(/^Toàn cảnh/);
  });
});

describe('the text tools', () => {
  let seat: Seat;
  beforeAll(async () => {
    seat = await openSample('tidying');
  });
  afterAll(() => closeSeat(seat));

  it('list every change, leave out what is unchecked, and are one step of undo', async () => {
    const { page } = seat;
    const before = await body(page).innerText();
    await run(page, 'Dấu thanh kiểu cũ, kiểu mới');
    const dialog = page.getByRole('dialog');
    await see(dialog.getByText('Dấu thanh đã cùng một kiểu.')).toBeVisible();
    await dialog.getByText('Kiểu mới: hoà').click();
    await see(dialog.getByRole('checkbox')).toHaveCount(11);
    await keepScreenshot(page, 'tools-tone-marks');
    expect(await findBarriers(page)).toEqual([]);
    await dialog.getByRole('checkbox').first().uncheck();
    await see(dialog.getByText('Chọn 10 trong 11 chỗ')).toBeVisible();
    await page.keyboard.press('Control+Enter');
    await see(page.getByText('Đã sửa 10 chỗ.')).toBeVisible();
    await see(lead(page)).toHaveValue(/– Ủy viên BTV Tỉnh uỷ,/);
    expect(await body(page).innerText()).toBe(
      before.replaceAll('hóa', 'hoá').replaceAll('Hóa', 'Hoá').replaceAll('ủy', 'uỷ'),
    );
    await page
      .getByRole('status')
      .filter({ hasText: 'Đã sửa 10 chỗ.' })
      .getByRole('button', { name: 'Hoàn tác' })
      .click();
    expect(await body(page).innerText()).toBe(before);
    await see(lead(page)).toHaveValue(/Tỉnh ủy,/);
  });

  it('find in the sample article what is wrong in it: one double space, one date', async () => {
    const { page } = seat;
    const dialog = page.getByRole('dialog');
    await paragraph(page, 1).click();
    await run(page, 'Bỏ khoảng trắng thừa');
    await see(dialog.getByRole('checkbox')).toHaveCount(1);
    await page.keyboard.press('Escape');
    // Though it was opened from the palette, which is gone.
    await see(body(page)).toBeFocused();
    await run(page, 'Chuẩn hóa dấu câu');
    await see(dialog.getByText('Dấu câu đã chuẩn.')).toBeVisible();
    await page.keyboard.press('Escape');
  });

  it('make a sentence of a headline in capitals, in which a person decides on a word', async () => {
    const { page } = seat;
    const before = await headline(page).inputValue();
    await headline(page).fill(before.toUpperCase());
    await run(page, 'Chữ in hoa thành chữ thường');
    const dialog = page.getByRole('dialog');
    await see(dialog.locator('.sentence-made')).toHaveText(before);
    await dialog.getByRole('button', { name: /^chuyển,/ }).click();
    await keepScreenshot(page, 'tools-sentence-case');
    await dialog.getByRole('button', { name: 'Áp dụng' }).click();
    await see(headline(page)).toHaveValue(before.replace('chuyển', 'Chuyển'));
  });

  it('work on what is selected alone', async () => {
    const { page } = seat;
    await lead(page).evaluate((field: HTMLTextAreaElement) => {
      field.focus();
      field.setSelectionRange(0, 4);
    });
    await run(page, 'Viết hoa toàn bộ');
    await page.getByRole('dialog').getByRole('button', { name: 'Áp dụng' }).click();
    await see(lead(page)).toHaveValue(/^SÁNG ngày/);
    await lead(page).evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(0, 0));
    await lead(page).focus();
    await run(page, 'Viết thường toàn bộ');
    await see(page.getByRole('dialog').getByText(/Hãy bôi đen phần chữ cần đổi/)).toBeVisible();
    await page.keyboard.press('Escape');
    expect(seat.problems).toEqual([]);
  });
});

describe('replacing in several articles', () => {
  let seat: Seat;
  beforeAll(async () => {
    seat = await openSample('several');
    const { page } = seat;
    for (const name of ['Hội nghị thứ hai', 'Hội nghị thứ ba']) {
      await page.keyboard.press('Alt+n');
      await see(headline(page)).toHaveValue('');
      await headline(page).fill(name);
      await see(page.getByRole('option', { name: new RegExp(name) })).toBeVisible();
    }
  });
  afterAll(() => closeSeat(seat));

  it('shows every hit, replaces what is chosen in each article, and takes it back', async () => {
    const { page } = seat;
    await page.locator('#article-list').focus();
    await page.keyboard.press('Control+a');
    await run(page, 'Tìm và thay thế trong nhiều bài');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Tìm trong các bài đã chọn' }).fill('hội nghị');
    await dialog.getByRole('textbox', { name: 'Thay bằng' }).fill('phiên họp');
    await dialog.getByRole('button', { name: 'Giữ kiểu hoa thường' }).click();
    await see(dialog.getByText('Chọn 14/14 chỗ trong 3 bài')).toBeVisible();
    await keepScreenshot(page, 'tools-several');
    expect(await findBarriers(page)).toEqual([]);
    await dialog.getByRole('checkbox', { name: 'Cả bài: Hội nghị thứ hai' }).uncheck();
    await dialog.getByRole('button', { name: 'Thay 13 chỗ' }).click();
    await see(page.getByText('Đã thay 13 chỗ trong 2 bài.')).toBeVisible();
    // The open one takes it in like somebody else's edit.
    await see(headline(page)).toHaveValue('Phiên họp thứ ba');
    await see(page.getByRole('option', { name: /Hội nghị thứ hai/ })).toBeVisible();
    await see(page.getByRole('option', { name: /Phiên họp trực tuyến/ })).toBeVisible();
    await page
      .getByRole('status')
      .filter({ hasText: 'Đã thay 13 chỗ' })
      .getByRole('button', { name: 'Hoàn tác' })
      .click();
    await see(page.getByText('Đã trả lại chữ cũ trong 2 bài.')).toBeVisible();
    await see(headline(page)).toHaveValue('Hội nghị thứ ba');
    expect(seat.problems).toEqual([]);
  });
});
