/** The library of an archive, in a real browser on the real host, by keys: filters, orders, table, many at once, search. */
import { join } from 'node:path';
import { type Browser, expect as expectSoon, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Desk } from '../../electron/core/desk/desk.ts';
import { ownFolder, readNote, writeNote } from '../../electron/core/desk/workstation-note.ts';
import type { ArticleDocument } from '../../shared/article/document.ts';
import { archive } from '../perf/archive.ts';
import { launchBrowser } from '../support/browser.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { findBarriers } from './axe.ts';
import { closeSeat, openSeat, type Seat } from './office.ts';

const ARCHIVED = 640;
const OWN = 'Đặng Thị Thử';
/** In the order of a Vietnamese dictionary. */
const HEADLINES = ['An toàn hồ đập', 'Ấm áp chợ phiên', 'Dừa sáp được mùa', 'Đào Nhật Tân nở sớm', 'Ếch đồng vào vụ'];

function article(headline: string, body: string, fields: ArticleDocument['fields']): ArticleDocument {
  return {
    version: 1,
    language: 'vi',
    headline,
    lead: 'Sapo của bài.',
    blocks: [{ kind: 'paragraph', runs: [{ text: body }] }],
    photos: [],
    fields,
  };
}

async function makeArchive(dataDir: string): Promise<void> {
  const desk = await Desk.open({ folder: ownFolder(dataDir), name: 'Lê Thu Hà' });
  writeNote(dataDir, { ...readNote(dataDir), profile: 'own', language: 'vi' });
  const documents = [
    ...[...archive(ARCHIVED, 7)].map(({ document }) => document),
    ...[3, 0, 4, 2, 1].map((index) =>
      article(HEADLINES[index]!, 'Bà con phấn khởi.', { author: OWN, category: 'Đời sống', publishedOn: '2015-06-10' }),
    ),
    article('Phiên chợ của người Cờ Lao', 'Chị bán rượu mạ bên đường.', {
      author: 'Vũ Khác',
      publishedOn: '2014-01-02',
    }),
    article('Bên đường có người cấy mã', 'Rượu má ở đây ngon.', { author: 'Vũ Khác', publishedOn: '2014-01-03' }),
  ];
  const made = desk.createArticles(documents.map((document) => ({ seed: { document }, within: () => {} })));
  for (const answer of made) if ('error' in answer) throw answer.error;
  await desk.close();
}

const folder = tempFolder();
let browser: Browser;
let seat: Seat;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  const dataDir = join(folder, 'archive');
  await makeArchive(dataDir);
  seat = await openSeat(browser, dataDir);
  page = seat.page;
  await expectSoon(count()).toHaveText(`${ARCHIVED + 7} bài`);
});
afterAll(async () => {
  await closeSeat(seat);
  await browser.close();
});

const list = () => page.locator('#article-list');
const rows = () => list().getByRole('option');
const count = () => page.locator('.list-title p');
const dialog = () => page.getByRole('dialog');
/** What a field offers below it. */
const names = () => page.getByRole('listbox', { name: 'Tên đang dùng' }).getByRole('option');
const bar = () => page.getByRole('region', { name: 'Việc với các bài đã chọn' });
const notices = () => page.getByRole('region', { name: 'Thông báo', exact: true });
const pane = () => page.getByRole('navigation', { name: 'Thư viện' });
const press = (keys: string) => page.keyboard.press(keys);
const headlines = () => page.locator('#article-list :is(.row-headline, .table-headline)').allTextContents();

async function runByName(words: string): Promise<void> {
  await press('Control+k');
  await page.keyboard.type(words);
  await press('Enter');
}

/** Narrows the list to the five articles of one author. */
async function narrowToOwn(): Promise<void> {
  await press('Control+Shift+f');
  await dialog().getByRole('combobox', { name: 'Tác giả' }).focus();
  await page.keyboard.type('dang thi th');
  await expectSoon(names()).toHaveText([`${OWN}5`]);
  await press('ArrowDown');
  await press('Enter');
  await press('Escape');
  await expectSoon(dialog()).toHaveCount(0);
  await expectSoon(count()).toHaveText('5 bài');
}

describe('filters', () => {
  it('take a name from the list below the field, and go by their chips', async () => {
    await narrowToOwn();
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole('button', { name: `Bỏ lọc Tác giả: ${OWN}` }).press('Enter');
    await expectSoon(count()).toHaveText(`${ARCHIVED + 7} bài`);
    await expectSoon(list()).toBeFocused();
  });

  it('leave what is typed alone: nothing is written into the field by itself', async () => {
    await press('Control+Shift+f');
    const field = dialog().getByRole('combobox', { name: 'Tác giả' });
    await field.focus();
    await page.keyboard.type('dang');
    await expectSoon(names().first()).toBeVisible();
    await press('ArrowDown');
    expect(await field.inputValue()).toBe('dang');
    expect(await findBarriers(page)).toEqual([]);
    await press('Escape');
    await expectSoon(names()).toHaveCount(0);
    await expectSoon(dialog()).toBeVisible();
    await field.fill('');
    await expectSoon(names().first()).toBeVisible();
    await press('Escape');
    await press('Escape');
    await expectSoon(dialog()).toHaveCount(0);
  });

  it('read dates with the day first, say which is none, and offer to let go where nothing is left', async () => {
    await press('Control+Shift+f');
    const from = dialog().getByLabel('Từ ngày');
    await from.fill('31/2/2014');
    await from.press('Enter');
    await expectSoon(dialog().getByRole('alert')).toHaveText(/Không có ngày này/);
    await from.fill('1/1/2014');
    await dialog().getByLabel('Đến ngày').fill('31/12/2014');
    await dialog().getByLabel('Đến ngày').press('Enter');
    await expectSoon(count()).toHaveText('2 bài');
    await dialog().getByLabel('Trạng thái').selectOption({ label: 'Đã đăng' });
    await press('Escape');
    await expectSoon(page.getByText('Không có bài nào khớp bộ lọc này.')).toBeVisible();
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Bỏ lọc', exact: true }).last().press('Enter');
    await expectSoon(count()).toHaveText(`${ARCHIVED + 7} bài`);
  });
});

describe('orders and the table', () => {
  it('sort headlines as a Vietnamese dictionary does, both ways', async () => {
    await narrowToOwn();
    await runByName('xep theo tieu de');
    await expectSoon.poll(headlines).toEqual(HEADLINES);
    await page.getByRole('button', { name: 'Xếp theo: Tiêu đề' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Y đến A' }).press('Enter');
    await expectSoon.poll(headlines).toEqual([...HEADLINES].reverse());
  });

  it('stand in a table whose heads sort it, and which an opened article replaces', async () => {
    await press('Control+Shift+l');
    const table = page.getByRole('grid');
    await expectSoon(table).toBeFocused();
    const head = page.getByRole('columnheader', { name: 'Tiêu đề' });
    await expectSoon(head).toHaveAttribute('aria-sort', 'descending');
    await head.getByRole('button').press('Enter');
    await expectSoon(head).toHaveAttribute('aria-sort', 'ascending');
    await expectSoon.poll(headlines).toEqual(HEADLINES);
    const day = page.getByRole('columnheader', { name: 'Ngày' });
    const { width, height } = (await day.boundingBox())!;
    await day.click({ position: { x: width - 12, y: height - 4 } });
    await expectSoon(day).toHaveAttribute('aria-sort', /ascending|descending/);
    await head.getByRole('button').press('Enter');
    await expectSoon.poll(headlines).toEqual(HEADLINES);
    await expectSoon(page.getByRole('columnheader', { name: 'Từ khóa' })).toHaveCount(0);
    await page.setViewportSize({ width: 1920, height: 1080 });
    await expectSoon(page.getByRole('columnheader', { name: 'Từ khóa' })).toBeVisible();
    expect(await findBarriers(page)).toEqual([]);
    await page.setViewportSize({ width: 1366, height: 768 });
    await table.focus();
    await press('Home');
    await press('j');
    await press('Enter');
    await expectSoon(table).toHaveCount(0);
    await expectSoon(page.getByRole('main').getByRole('textbox', { name: 'Tiêu đề', exact: true })).toHaveValue(
      HEADLINES[1]!,
    );
    await expectSoon(list()).toBeFocused();
    await press('Control+f');
    await press('Control+Shift+l');
    await expectSoon(table).toBeFocused();
    await press('Escape');
    await expectSoon(page.getByRole('listbox', { name: 'Tất cả' })).toBeFocused();
  });
});

describe('many articles at once', () => {
  it('are chosen by Space and Shift, and let go by Esc', async () => {
    await list().focus();
    await press('Home');
    await press('Space');
    await press('ArrowDown');
    await press('ArrowDown');
    await press('Shift+ArrowDown');
    await expectSoon(rows().and(page.locator('[aria-selected="true"]'))).toHaveCount(3);
    await expectSoon(bar()).toContainText('Đã chọn 3 bài');
    await press('Shift+ArrowUp');
    await press('Shift+ArrowUp');
    await expectSoon(rows().and(page.locator('[aria-selected="true"]'))).toHaveText([/An toàn/, /Ấm áp/, /Dừa sáp/]);
    expect(await findBarriers(page)).toEqual([]);
    await press('Escape');
    await expectSoon(bar()).toHaveCount(0);
  });

  it('are chosen by the mouse, and stay chosen in another order', async () => {
    await rows()
      .nth(0)
      .click({ modifiers: ['Control'] });
    await rows()
      .nth(2)
      .click({ modifiers: ['Shift'] });
    await expectSoon(bar()).toContainText('Đã chọn 3 bài');
    await rows()
      .nth(1)
      .click({ modifiers: ['Control'] });
    await runByName('dao thu tu');
    await expectSoon.poll(headlines).toEqual([...HEADLINES].reverse());
    await expectSoon(rows().and(page.locator('[aria-selected="true"]'))).toHaveText([/Dừa sáp/, /An toàn/]);
    await list().focus();
    await press('Escape');
  });

  it('go to another section together, and back by one press', async () => {
    await list().focus();
    await press('Control+a');
    await expectSoon(bar()).toContainText('Đã chọn 5 bài');
    await bar().getByRole('button', { name: 'Chuyên mục…' }).press('Enter');
    await expectSoon(dialog().getByRole('combobox')).toBeFocused();
    await page.keyboard.type('moi truong');
    await expectSoon(names()).toHaveText([/^Môi trường/]);
    expect(await findBarriers(page)).toEqual([]);
    await press('ArrowDown');
    await press('Enter');
    await press('Enter');
    await expectSoon(notices()).toContainText('Đã đưa 5 bài vào chuyên mục Môi trường.');
    await expectSoon(rows().filter({ hasText: 'Môi trường' })).toHaveCount(5);
    await notices().getByRole('button', { name: 'Hoàn tác' }).first().press('Enter');
    await expectSoon(rows().filter({ hasText: 'Đời sống' })).toHaveCount(5);
    await expectSoon(notices()).toContainText('Đã hoàn tác: 5 bài trở lại như trước.');
  });

  it('are set aside, which Ctrl+Z in the list takes back', async () => {
    await list().focus();
    await press('Escape');
    await press('Home');
    await press('Space');
    await runByName('de rieng cac bai');
    await expectSoon(rows()).toHaveCount(4);
    await expectSoon(bar()).toHaveCount(0);
    await list().focus();
    await press('Control+z');
    await expectSoon(rows()).toHaveCount(5);
  });

  it('that cannot be done say why, one by one, and stay as they were', async () => {
    await list().focus();
    await press('Home');
    await press('Shift+ArrowDown');
    await runByName('lay lai cac bai da chon');
    await expectSoon(dialog()).toContainText('2 bài giữ nguyên');
    await expectSoon(dialog().getByRole('listitem')).toHaveCount(2);
    await expectSoon(dialog().getByRole('listitem').first()).toContainText(HEADLINES[4]!);
    expect(await findBarriers(page)).toEqual([]);
    await press('Escape');
    await expectSoon(bar()).toContainText('Đã chọn 2 bài');
    await list().focus();
    await press('Escape');
  });
});

describe('a long list', () => {
  it('is done in slices: what is stopped leaves every article done or untouched, and can be undone', async () => {
    await runByName('bo loc');
    await expectSoon(count()).toHaveText(`${ARCHIVED + 7} bài`);
    await list().focus();
    await press('Control+a');
    await expectSoon(bar()).toContainText(`Đã chọn ${ARCHIVED + 7} bài`);
    await runByName('them tu khoa cho');
    await page.keyboard.type('việc lớn');
    await press('Enter');
    await bar().getByRole('button', { name: 'Dừng' }).press('Enter');
    const notice = notices().getByText(/Đã thêm từ khóa “việc lớn” cho [1-6]00 bài\. Còn \d+ bài giữ nguyên\./);
    await expectSoon(notice).toBeVisible({ timeout: 20_000 });
    const [, done] = /cho (\d+) bài/.exec((await notice.textContent()) ?? '') ?? [];
    await expectSoon(bar()).toContainText(`Đã chọn ${ARCHIVED + 7} bài`);
    await runByName('hoan tac viec vua lam');
    await expectSoon(notices()).toContainText(`Đã hoàn tác: ${done} bài trở lại như trước.`, { timeout: 30_000 });
    await list().focus();
    await press('Escape');
    await narrowToOwn();
  });
});

describe('search', () => {
  it('shows what has the very accents first, apart from the rest', async () => {
    await press('Control+f');
    await page.keyboard.type('rượu mạ');
    const exact = list().locator('.article-list-heading');
    await expectSoon(exact).toHaveText(['Đúng dấu', 'Khác dấu']);
    await expectSoon.poll(headlines).toEqual(['Phiên chợ của người Cờ Lao', 'Bên đường có người cấy mã']);
    await expectSoon(rows().nth(1).locator('mark').first()).toBeVisible();
    await expectSoon(rows()).toContainText(['02/01/2014', '03/01/2014']);
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole('searchbox').fill('');
    await page.getByRole('searchbox').fill('rượu x');
    await expectSoon(page.getByRole('listbox', { name: 'Kết quả' }).getByRole('option')).toHaveCount(2);
    await page.getByRole('searchbox').fill('ruou');
    await expectSoon(exact).toHaveCount(0);
    await expectSoon(rows()).toHaveCount(2);
    await page.getByRole('searchbox').fill('ruou từ: 31/2/2014');
    await expectSoon(page.getByText('Hãy xem lại ngày hoặc tên sau dấu hai chấm')).toBeVisible();
    await page.getByRole('searchbox').fill('ruou');
    await expectSoon(rows()).toHaveCount(2);
    await page.getByText('Sát nhất').click();
    await expectSoon(rows()).toHaveCount(2);
  });

  it('is saved under a name, found again after a reload, renamed, and let go with a way back', async () => {
    await page.getByRole('searchbox').focus();
    await press('Control+Shift+s');
    await dialog().getByLabel('Tên', { exact: true }).fill('Rượu ngon');
    await press('Enter');
    const saved = pane().getByRole('button', { name: 'Rượu ngon', exact: true });
    await expectSoon(saved).toHaveAttribute('aria-current', 'true');
    await page.reload();
    await saved.press('Enter');
    await expectSoon(page.getByRole('searchbox')).toHaveValue('ruou');
    await saved.press('F2');
    await dialog().getByLabel('Tên', { exact: true }).fill('Rượu cần');
    await press('Enter');
    const renamed = pane().getByRole('button', { name: 'Rượu cần', exact: true });
    await renamed.press('Delete');
    await expectSoon(renamed).toHaveCount(0);
    await notices().getByRole('button', { name: 'Hoàn tác' }).press('Enter');
    await expectSoon(renamed).toBeVisible();
    expect(await findBarriers(page)).toEqual([]);
    await renamed.click({ button: 'right' });
    await expectSoon(page.getByRole('menuitem', { name: 'Đổi tên…' })).toBeVisible();
    expect(await findBarriers(page)).toEqual([]);
    await press('Escape');
  });

  it('is helped by examples, which go into the field', async () => {
    await runByName('cach tim');
    expect(await findBarriers(page)).toEqual([]);
    await dialog()
      .getByRole('button', { name: /^trạng thái/ })
      .press('Enter');
    await expectSoon(page.getByRole('searchbox')).toHaveValue('trạng thái: chờ duyệt');
    await expectSoon(page.getByRole('searchbox')).toBeFocused();
    await press('Escape');
  });

  it('finds what is like an article, and goes back by Esc', async () => {
    await runByName('bo loc');
    await expectSoon(count()).toHaveText(`${ARCHIVED + 7} bài`);
    await list().focus();
    await press('Home');
    await expectSoon(list().locator('.is-active')).toContainText('Nháp');
    await press('Shift+F10');
    await expectSoon(page.getByRole('menuitem', { name: 'Để riêng' })).toBeVisible();
    await expectSoon(page.getByRole('menuitem', { name: 'Lấy lại' })).toHaveCount(0);
    await page.getByRole('menuitem', { name: 'Tìm bài giống' }).press('Enter');
    await expectSoon(page.locator('.list-title h2')).toHaveText(/^Giống bài “.+”$/);
    await expectSoon(rows().first()).toBeVisible();
    await expectSoon(list()).toBeFocused();
    expect(await findBarriers(page)).toEqual([]);
    await press('Escape');
    await expectSoon(page.getByRole('listbox', { name: 'Tất cả' })).toBeVisible();
  });
});

describe('the place in the library', () => {
  it('is there again after a search and after a reload: order, rows in sight, active row, table', async () => {
    await runByName('xep theo do dai');
    await expectSoon(page.getByRole('button', { name: 'Xếp theo: Độ dài' })).toBeVisible();
    await list().focus();
    await press('Home');
    const topOfList = (): Promise<number> => list().evaluate((element) => element.scrollTop);
    // While the list comes in its new order, keys find no rows in it.
    const pageDown = async (): Promise<number> => {
      await press('PageDown');
      return topOfList();
    };
    await expectSoon.poll(pageDown).toBeGreaterThan(1_500);
    const active = page.locator('#article-list .is-active');
    const words = await active.textContent();
    const top = await topOfList();
    await press('Control+f');
    await page.keyboard.type('han han');
    await expectSoon(page.getByRole('listbox', { name: 'Kết quả' })).toBeVisible();
    await press('Escape');
    await expectSoon(active).toHaveText(words!);
    expect(await topOfList()).toBe(top);
    await page.reload();
    await expectSoon(active).toHaveText(words!);
    expect(await topOfList()).toBe(top);
    await expectSoon(page.getByRole('button', { name: 'Xếp theo: Độ dài' })).toBeVisible();
    await press('Control+Shift+l');
    await expectSoon(active).toContainText(words!.slice(0, 20));
    await page.reload();
    await expectSoon(page.getByRole('grid')).toBeVisible();
    await expectSoon(active).toContainText(words!.slice(0, 20));
  });

  it('had no trouble on the way', () => {
    expect(seat.problems).toEqual([]);
  });
});
