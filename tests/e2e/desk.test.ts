/** The desk around the article, in a real browser on the real host: first run, list, search, import, palette, status. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, expect as expectSoon, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../electron/core/store/open-database.ts';
import { insertRefusal } from '../../electron/core/store/refusals.ts';
import { launchBrowser } from '../support/browser.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { findBarriers } from './axe.ts';
import { closeSeat, openOffice, openSeat, type Seat } from './office.ts';

const folder = tempFolder();
const article = (name: string): string => fileURLToPath(new URL(`../fixtures/articles/${name}`, import.meta.url));
const BUS = article('thu-vien-xe-buyt.txt');
const FOREST = article('trong-rung-ngap-man.txt');
const BUS_HEADLINE = '“Thư viện xe buýt” đến với học trò vùng cao Sơn Hạ';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const status = (page: Page) => page.getByRole('region', { name: /^(Tình trạng|Status)$/ });
const searchField = (page: Page) => page.getByRole('searchbox');
const list = (page: Page) => page.locator('#article-list');
const dialog = (page: Page) => page.getByRole('dialog');

/** Files are given to whatever asks for some; the listener stands before anything can ask. */
function answerFileDialogs(page: Page): { give: (path: string) => void } {
  let next = '';
  page.on('filechooser', (chooser) => chooser.setFiles(next));
  return {
    give: (path) => {
      next = path;
    },
  };
}

async function openSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Mở tòa soạn mẫu' }).click();
  await expectSoon(status(page)).toContainText('Đã lưu trên máy');
}

describe('the first run', () => {
  it('speaks the language of the computer, and another one at once', async () => {
    const seat = await openSeat(browser, join(folder, 'language'), 'en-GB');
    const { page } = seat;
    await expectSoon(page.getByRole('button', { name: 'Open the sample office' })).toBeVisible();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.getByText('Tiếng Việt').click();
    await expectSoon(page.getByRole('button', { name: 'Mở tòa soạn mẫu' })).toBeVisible();
    await page.reload();
    await expectSoon(page.getByRole('radio', { name: 'Tiếng Việt' })).toBeChecked();
    expect(await findBarriers(page)).toEqual([]);
    expect(seat.problems).toEqual([]);
    await closeSeat(seat);
  });

  it('says in place what is wrong with an address or a code, and joins with the right ones', async () => {
    const office = await openOffice(join(folder, 'office'), [{ name: 'Đỗ Thị Ngân', role: 'writer' }]);
    const seat = await openSeat(browser, join(folder, 'join'));
    const { page } = seat;
    const join_ = page.getByRole('button', { name: 'Vào tòa soạn', exact: true });
    const told = page.locator('form').filter({ has: join_ }).getByRole('alert');
    await join_.click();
    await expectSoon(told).toHaveText([/Chưa có địa chỉ máy chủ/, /Chưa có mã mời/]);
    await page.getByLabel('Địa chỉ máy chủ').fill('http://127.0.0.1:9');
    await page.getByLabel('Mã mời').fill('KHONG-DUNG');
    await join_.click();
    await expectSoon(told).toHaveText(/Chưa kết nối được với máy chủ http:\/\/127\.0\.0\.1:9/);
    await page.getByLabel('Địa chỉ máy chủ').fill(office.url);
    await join_.click();
    await expectSoon(told).toHaveText(/Mã mời không đúng/);
    await page.getByLabel('Mã mời').fill(office.invitations[0]!.code);
    await join_.click();
    await expectSoon(page.getByRole('button', { name: /Cổng thông tin tỉnh/ })).toBeVisible();
    await expectSoon(page.getByRole('button', { name: /Đỗ Thị Ngân/ })).toBeVisible();
    await closeSeat(seat);

    const other = await openSeat(browser, join(folder, 'join-again'));
    await other.page.getByLabel('Địa chỉ máy chủ').fill(office.url);
    await other.page.getByLabel('Mã mời').fill(office.invitations[0]!.code);
    await other.page.getByRole('button', { name: 'Vào tòa soạn', exact: true }).click();
    await expectSoon(other.page.getByRole('alert')).toHaveText(/Mã mời này đã được dùng/);
    await closeSeat(other);
    await office.stop();
  });

  it('lets somebody work on their own, in an article at once', async () => {
    const seat = await openSeat(browser, join(folder, 'alone'));
    const { page } = seat;
    await page.getByRole('button', { name: 'Bắt đầu viết' }).click();
    await expectSoon(page.getByRole('alert')).toHaveText(/Chưa có tên/);
    await page.getByLabel('Tên của bạn').fill('Vũ Thị Hạnh');
    await page.getByLabel('Tên của bạn').press('Enter');
    await expectSoon(status(page)).toContainText('Làm việc riêng trên máy này');
    await page.keyboard.press('Control+n');
    await expectSoon(page.getByRole('textbox', { name: 'Tiêu đề', exact: true })).toBeFocused();
    await page.keyboard.type('Xuống giống vụ hè thu');
    await expectSoon(list(page).getByRole('option')).toContainText('Xuống giống vụ hè thu');
    expect(seat.problems).toEqual([]);
    await closeSeat(seat);
  });
});

describe('the desk of the sample office', () => {
  let seat: Seat;
  let page: Page;
  let files: { give: (path: string) => void };
  beforeAll(async () => {
    seat = await openSeat(browser, join(folder, 'sample'));
    page = seat.page;
    files = answerFileDialogs(page);
    await openSample(page);
  });
  afterAll(() => closeSeat(seat));

  it('imports a file as its lines were corrected', async () => {
    files.give(BUS);
    await page.keyboard.press('Control+o');
    const lines = dialog(page).getByRole('region', { name: 'Các dòng của tệp' });
    const result = dialog(page).getByRole('region', { name: 'Bài sẽ tạo' });
    await expectSoon(result.getByRole('textbox', { name: 'Tiêu đề', exact: true })).toHaveValue(BUS_HEADLINE);
    await expectSoon(result).toContainText('8 khối chữ, 2 chỗ ảnh');
    await expectSoon(lines.getByText('vì là phần khung của trang, không thuộc bài').first()).toBeVisible();
    await expectSoon(result.getByLabel('Ngày')).toHaveValue('05/02/2026');
    await result.getByLabel('Ngày').fill('6/2/2026');
    await expectSoon(result).toContainText('thứ Sáu, 06/02/2026');
    await result.getByLabel('Nguồn ảnh 1').fill('Lò Thị Mai (cộng tác viên)');
    await lines.getByLabel('Dòng 1 là', { exact: true }).selectOption({ label: 'Thân bài' });
    await expectSoon(result).toContainText('9 khối chữ, 2 chỗ ảnh');
    await expectSoon(result.locator('p').filter({ hasText: /^SỞ VĂN HÓA VÀ THỂ THAO TỈNH SƠN HẠ$/ })).toBeVisible();
    await expectSoon(result.getByLabel('Nguồn ảnh 1')).toHaveValue('Lò Thị Mai (cộng tác viên)');
    expect(await findBarriers(page)).toEqual([]);
    await dialog(page).getByRole('button', { name: 'Tạo bài' }).click();
    const main = page.getByRole('main');
    await expectSoon(main.getByRole('textbox', { name: 'Tiêu đề', exact: true })).toHaveValue(BUS_HEADLINE);
    await expectSoon(main).toContainText('thứ Sáu, 06/02/2026');
    await expectSoon(main.getByText('SỞ VĂN HÓA VÀ THỂ THAO TỈNH SƠN HẠ').first()).toBeVisible();
  });

  it('makes nothing of a file that is no article, and says why', async () => {
    // The list follows at the next pause in typing: the sample's article and the one just made.
    await expectSoon(list(page).getByRole('option')).toHaveCount(2);
    const bad = {
      'trong-rong.txt': Buffer.from(''),
      'anh.txt': readFileSync(fileURLToPath(new URL('../../resources/sample/nagasaki-boats.jpg', import.meta.url))),
      'vo-bang-ma.txt': Buffer.concat([Buffer.from('Hội nghị chuyển đổi số\n\nĐoạn '), Buffer.from([0xc3, 0x28])]),
    };
    const said = {
      'trong-rong.txt': /không có nội dung/,
      'anh.txt': /không phải là văn bản/,
      'vo-bang-ma.txt': /byte/,
    };
    for (const [name, bytes] of Object.entries(bad)) {
      writeFileSync(join(folder, name), bytes);
      files.give(join(folder, name));
      await page.keyboard.press('Control+o');
      const notice = page.getByRole('alert').filter({ hasText: name });
      await expectSoon(notice).toHaveText(said[name as keyof typeof said]);
      await notice.getByRole('button', { name: 'Đóng' }).click();
    }
    await dropFile(page, 'qua-lon.txt', 51);
    await expectSoon(page.getByRole('alert')).toHaveText(/qua-lon\.txt quá lớn \(51 MB, tối đa 50 MB\)/);
    await page.getByRole('alert').getByRole('button', { name: 'Đóng' }).click();
    await expectSoon(list(page).getByRole('option')).toHaveCount(2);
  });

  it('takes a file that is dropped on the list', async () => {
    await dropFile(page, 'tha-vao.txt', 0, readFileSync(FOREST, 'utf8'));
    await dialog(page).getByRole('button', { name: 'Tạo bài' }).click();
    await expectSoon(list(page).getByRole('option')).toHaveCount(3);
  });

  it('moves through the list by keys, opens by Enter, and is there again after a reload', async () => {
    await list(page).focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await page.keyboard.press('Enter');
    await expectSoon(list(page).getByRole('option', { selected: true })).toContainText('Thư viện xe buýt');
    await expectSoon(list(page)).toBeFocused();
    await page.reload();
    await expectSoon(list(page).getByRole('option', { selected: true })).toContainText('Thư viện xe buýt');
    await page.keyboard.press('k');
    await page.keyboard.press('Enter');
    await expectSoon(list(page).getByRole('option', { selected: true })).toContainText('Hơn 500 đoàn viên');
    await page.keyboard.press('Control+e');
    await expectSoon(list(page).getByRole('option', { selected: true })).toContainText('Thư viện xe buýt');
  });

  it('searches while it is typed, without accents, and keeps the field', async () => {
    await page.keyboard.press('Control+f');
    await page.keyboard.type('chuyen doi so thanh hoa');
    const hits = page.getByRole('listbox', { name: 'Kết quả' }).getByRole('option');
    await expectSoon(hits).toHaveCount(1);
    await expectSoon(hits.locator('mark').first()).toBeVisible();
    await expectSoon(page.getByRole('region', { name: 'Danh sách bài' })).toContainText('1 bài');
    await expectSoon(searchField(page)).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expectSoon(page.getByRole('main').getByRole('textbox', { name: 'Tiêu đề', exact: true })).toHaveValue(
      /^Hội nghị/,
    );
    await expectSoon(searchField(page)).toBeFocused();
    await searchField(page).fill('chữ này không có ở đâu');
    await expectSoon(page.getByText('Không có bài nào có đủ các chữ này')).toBeVisible();
    await page.keyboard.press('Escape');
    await expectSoon(searchField(page)).toHaveValue('');
    await expectSoon(page.getByRole('listbox', { name: 'Tất cả' }).getByRole('option')).toHaveCount(3);
  });

  it('shows a section and a view alone', async () => {
    const library = page.getByRole('navigation', { name: 'Thư viện' });
    await library.getByRole('button', { name: /^Văn hóa/ }).click();
    await expectSoon(list(page).getByRole('option')).toHaveCount(1);
    await library.getByRole('button', { name: 'Mọi chuyên mục' }).click();
    await library.getByRole('button', { name: /^Để riêng/ }).click();
    await expectSoon(page.getByText('Không có bài nào để riêng')).toBeVisible();
    await library.getByRole('button', { name: /^Tất cả/ }).click();
    await expectSoon(list(page).getByRole('option')).toHaveCount(3);
  });

  it('does everything by name in the palette, accents left out', async () => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('nen toi');
    await expectSoon(dialog(page).getByRole('option').first()).toContainText('Nền: Tối');
    expect(await findBarriers(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await expectSoon(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    expect(await findBarriers(page)).toEqual([]);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('nen sang');
    await page.keyboard.press('Enter');
    await expectSoon(page.locator('html')).toHaveAttribute('data-theme', 'light');
    expect(await findBarriers(page)).toEqual([]);
  });

  it('does not run the desk’s keys under an open dialog', async () => {
    await page.keyboard.press('Control+/');
    await expectSoon(dialog(page)).toContainText('Phím tắt');
    await page.keyboard.press('Control+k');
    await page.keyboard.press('Control+n');
    await expectSoon(dialog(page)).toHaveCount(1);
    expect(await findBarriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expectSoon(dialog(page)).toHaveCount(0);
    await expectSoon(list(page).getByRole('option')).toHaveCount(3);
  });

  it('hides its panes one by one down to the bare page, and remembers it', async () => {
    const library = page.getByRole('navigation', { name: 'Thư viện' });
    await page.keyboard.press('Control+\\');
    await expectSoon(library).toBeHidden();
    await page.keyboard.press('Control+\\');
    await expectSoon(list(page)).toBeHidden();
    await page.reload();
    await expectSoon(page.getByRole('main')).toBeVisible();
    await expectSoon(list(page)).toBeHidden();
    await page.keyboard.press('Control+\\');
    await expectSoon(library).toBeVisible();
  });

  it('says where and when it was saved on Ctrl+S, which can be read again', async () => {
    await page.keyboard.press('Control+s');
    await expectSoon(page.getByText(/Mọi thứ đã lưu trên máy này/)).toBeVisible();
    await page.getByRole('button', { name: /Lê Thu Hà/ }).click();
    await page.getByRole('menuitem', { name: 'Xem lại thông báo' }).click();
    await expectSoon(dialog(page)).toContainText('Mọi thứ đã lưu trên máy này');
    await page.keyboard.press('Escape');
  });

  it('changes the person in one press, each with a desk of their own', async () => {
    await page.getByRole('button', { name: /Lê Thu Hà/ }).click();
    await page.getByRole('menuitem', { name: /Trần Văn Minh/ }).click();
    await expectSoon(page.getByRole('button', { name: /Trần Văn Minh/ })).toBeVisible();
    await expectSoon(page.getByRole('button', { name: /^Chờ tôi duyệt/ })).toBeVisible();
    expect(seat.problems).toEqual([]);
  });
});

describe('the status bar', () => {
  it('counts what waits while the office cannot be reached, and what was sent when it can', async () => {
    const office = await openOffice(join(folder, 'status-office'), [{ name: 'Hồ Thị Lan', role: 'writer' }]);
    const seat = await openSeat(browser, join(folder, 'status'));
    const { page } = seat;
    await page.getByLabel('Địa chỉ máy chủ').fill(office.url);
    await page.getByLabel('Mã mời').fill(office.invitations[0]!.code);
    await page.getByLabel('Mã mời').press('Enter');
    await expectSoon(status(page)).toContainText('Trực tuyến');
    await office.stop();
    await page.keyboard.press('Control+n');
    await page.getByRole('textbox', { name: 'Tiêu đề', exact: true }).fill('Viết khi mất mạng');
    await expectSoon(status(page)).toContainText(/\d+ mục chờ đồng bộ/);
    await expectSoon(status(page)).toContainText('Ngoại tuyến', { timeout: 30_000 });
    await expectSoon(status(page)).toContainText(/Đã lưu trên máy \d\d:\d\d/);
    await office.start();
    await status(page).getByRole('button', { name: 'Ngoại tuyến' }).click();
    await page.getByRole('button', { name: 'Đồng bộ ngay' }).click();
    await expectSoon(status(page)).toContainText('Đã đồng bộ hết', { timeout: 30_000 });
    await closeSeat(seat);
    await office.stop();
  });

  it('says so when the page has lost its core', async () => {
    const seat = await openSeat(browser, join(folder, 'lost'));
    const { page } = seat;
    await page.getByLabel('Tên của bạn').fill('Bùi Văn Thắng');
    await page.getByLabel('Tên của bạn').press('Enter');
    await expectSoon(status(page)).toContainText('Đã lưu trên máy');
    await seat.host.kill();
    await expectSoon(status(page)).toContainText('Mất liên lạc với phần lưu trữ');
    await status(page)
      .getByRole('button', { name: /Mất liên lạc/ })
      .click();
    await expectSoon(page.getByText(/Chữ chưa lưu vẫn còn trên màn hình/)).toBeVisible();
    await seat.context.close();
  });

  it('shows what was refused, why, and where, until it has been read', async () => {
    const dataDir = join(folder, 'refused');
    const first = await openSeat(browser, dataDir);
    await first.page.getByLabel('Tên của bạn').fill('Ngô Thị Thu');
    await first.page.getByLabel('Tên của bạn').press('Enter');
    await expectSoon(status(first.page)).toContainText('Đã lưu trên máy');
    await first.page.keyboard.press('Control+n');
    await first.page.getByRole('textbox', { name: 'Tiêu đề', exact: true }).fill('Khánh thành cầu Hàm Luông');
    await expectSoon(list(first.page).getByRole('option')).toContainText('Khánh thành cầu');
    await closeSeat(first);
    const db = await openDatabase(join(dataDir, 'desk'));
    const { id } = db.prepare('SELECT id FROM articles').get() as { id: string };
    insertRefusal(db, {
      id: '0192f0c1-0000-7000-8000-000000000001',
      articleId: id,
      what: 'approved',
      code: 'not-allowed',
      message: 'The role “writer” may not do this. The article is intact; ask someone who may.',
      at: '2026-11-25T03:42:00.000Z',
    });
    db.close();

    const seat = await openSeat(browser, dataDir);
    const { page } = seat;
    await status(page).getByRole('button', { name: '1 mục bị từ chối' }).click();
    await expectSoon(dialog(page)).toContainText('Khánh thành cầu Hàm Luông');
    await expectSoon(dialog(page)).toContainText('Vai trò “phóng viên” không được làm việc này. Bài vẫn còn nguyên');
    expect(await findBarriers(page)).toEqual([]);
    await dialog(page).getByRole('button', { name: 'Đã đọc, cất đi' }).click();
    await expectSoon(dialog(page)).toContainText('Không có mục nào bị từ chối');
    await page.keyboard.press('Escape');
    await expectSoon(status(page).getByRole('button', { name: /bị từ chối/ })).toHaveCount(0);
    await closeSeat(seat);
  });
});

describe('two pages of one workstation', () => {
  it('both go along when one of them changes person', async () => {
    const seat = await openSeat(browser, join(folder, 'two-pages'));
    const { page } = seat;
    await openSample(page);
    const other = await seat.context.newPage();
    await other.goto(seat.host.origin);
    await expectSoon(other.getByRole('button', { name: /^Lê Thu Hà/ })).toBeVisible();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Tìm lệnh' }).fill('Đổi sang Trần Văn Minh');
    await page.keyboard.press('Enter');
    await expectSoon(page.getByRole('button', { name: /^Trần Văn Minh/ })).toBeVisible();
    await expectSoon(other.getByRole('button', { name: /^Trần Văn Minh/ })).toBeVisible();
    await closeSeat(seat);
  });
});

/** Drops a text file on the list, as from a folder; `megabytes` makes it that large. */
async function dropFile(page: Page, name: string, megabytes: number, text = ''): Promise<void> {
  const transfer = await page.evaluateHandle(
    ({ name, megabytes, text }) => {
      const data = new DataTransfer();
      data.items.add(new File([text, new Uint8Array(megabytes * 1024 * 1024)], name, { type: 'text/plain' }));
      return data;
    },
    { name, megabytes, text },
  );
  const target = page.getByRole('region', { name: 'Danh sách bài' });
  await target.dispatchEvent('dragenter', { dataTransfer: transfer });
  await expectSoon(page.getByText('Thả để nhập thành bài')).toBeVisible();
  await target.dispatchEvent('drop', { dataTransfer: transfer });
}
