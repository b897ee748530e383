import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import SqliteDatabase from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { activeFolder } from '../../electron/core/desk/workstation-note.ts';
import { askCommand, runCommand } from '../support/command-line.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { tempFolder } from '../support/temp-folder.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const SEED = 20_261_126;
const KILLS = 4;
const MANY = 500;

type Imported = {
  articles: { id: string; file: string; guesses?: unknown[] }[];
  skipped: { file: string; id: string }[];
  failed: { file: string; code: string; message: string }[];
  unread: string[];
  totals: { imported: number; skipped: number; failed: number; unread: number; left: number };
  stopped: boolean;
};

function archive(): string {
  const folder = join(tempFolder(), 'kho');
  cpSync(join(root, 'tests/fixtures/import'), folder, { recursive: true });
  return folder;
}

/** Short articles, each with a headline of its own. */
function manyFiles(): string {
  const folder = join(tempFolder(), 'kho');
  for (let at = 0; at < MANY; at += 1) {
    const year = join(folder, `${2000 + (at % 10)}`);
    mkdirSync(year, { recursive: true });
    writeFileSync(
      join(year, `${at}.txt`),
      `Thời sự - 12/1/2023\n\nBài thứ ${at} trong kho\n\nĐoạn mở đầu của bài thứ ${at}.\n`,
    );
  }
  return folder;
}

const importing = (folder: string, data: string, ...more: string[]) =>
  askCommand<Imported>('import', folder, ...more, '--data', data);

function countRemembered(data: string): number {
  const file = join(activeFolder(data), 'toasoan.db');
  if (!existsSync(file)) return 0;
  const db = new SqliteDatabase(file, { readonly: true });
  try {
    return db.prepare('SELECT count(*) FROM imported_files').pluck().get() as number;
  } catch {
    // Not migrated yet.
    return 0;
  } finally {
    db.close();
  }
}

/** Runs an import and sends it a signal once `count` files are remembered. */
async function importUntil(
  count: number,
  signal: 'SIGINT' | 'SIGKILL',
  folder: string,
  data: string,
): Promise<{ code: number | null; out: string }> {
  const child = spawn(process.execPath, ['electron/core/cli/main.ts', 'import', folder, '--data', data, '--json'], {
    cwd: root,
    env: { ...process.env, LC_ALL: 'en_GB.UTF-8' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const out = text(child.stdout);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  while (child.exitCode === null && countRemembered(data) < count) {
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  child.kill(signal);
  return { code: await ended, out: await out };
}

/** Every file has one article, and everything is sound. */
async function expectWhole(data: string): Promise<void> {
  const db = new SqliteDatabase(join(activeFolder(data), 'toasoan.db'), { readonly: true });
  const headlines = db.prepare('SELECT headline FROM articles').pluck().all() as string[];
  db.close();
  expect(headlines.toSorted()).toEqual(Array.from({ length: MANY }, (_, at) => `Bài thứ ${at} trong kho`).toSorted());
  expect(await askCommand('verify', '--data', data)).toMatchObject({ ok: true, checked: { articles: MANY } });
}

describe('an archive', () => {
  it('is taken in with all its folders, in order, and told file by file', async () => {
    const [folder, data] = [archive(), tempFolder()];
    const report = await importing(folder, data);
    const at = (...names: string[]): string => join(folder, ...names);
    expect(report).toMatchObject({
      exit: 1,
      articles: [
        { file: at('2022/04/cho-phien.html') },
        { file: at('2022/khai-truong.htm') },
        { file: at('2023/trong-cay-ban-sao.txt') },
      ],
      skipped: [{ file: at('2023/trong-cay.txt'), id: report.articles[2]?.id }],
      failed: [
        { file: at('2023/rong.txt'), code: 'file-empty', message: expect.stringContaining(at('2023/rong.txt')) },
      ],
      unread: [at('2023/bang.csv')],
      totals: { imported: 3, skipped: 1, failed: 1, unread: 1, left: 0 },
      stopped: false,
      error: { code: 'file-empty' },
    });
    const dates = [];
    for (const { id } of report.articles) {
      const { fields } = await askCommand<{ fields: { publishedOn?: string } }>('show', id, '--data', data);
      dates.push(fields.publishedOn);
    }
    expect(dates).toEqual(['2022-04-26', '2022-03-09', '2023-01-12']);
    expect(await askCommand('search', 'chợ phiên', '--data', data)).toMatchObject({ total: 1 });
  });

  it('is taken in once, and once more only with --again', async () => {
    const [folder, data] = [archive(), tempFolder()];
    const first = await importing(folder, data);
    const second = await importing(folder, data);
    expect(second).toMatchObject({ articles: [], totals: { imported: 0, skipped: 4, failed: 1 } });
    expect(second.skipped.map(({ id }) => id)).toEqual([...first.articles, ...first.skipped].map(({ id }) => id));
    expect((await importing(folder, data, '--again')).totals).toMatchObject({ imported: 4, skipped: 0 });
    expect(await askCommand('list', '--data', data)).toMatchObject({ total: 7 });
    const elsewhere = join(tempFolder(), 'nơi khác');
    cpSync(folder, elsewhere, { recursive: true });
    expect((await importing(elsewhere, data)).totals).toMatchObject({ imported: 0, skipped: 4 });
  });

  it('is not even read where it lies as it lay; what was changed is read and imported', async () => {
    const [folder, data] = [archive(), tempFolder()];
    const file = join(folder, '2023/trong-cay.txt');
    const mtime = new Date('2023-01-12T08:00:00Z');
    utimesSync(file, mtime, mtime);
    await importing(file, data);
    // As many bytes as before.
    const changed = readFileSync(file, 'utf8').replace('một', 'mật');
    writeFileSync(file, changed);
    utimesSync(file, mtime, mtime);
    expect((await importing(file, data)).totals).toMatchObject({ imported: 0, skipped: 1 });
    utimesSync(file, mtime, new Date(mtime.getTime() + 1_000));
    expect((await importing(file, data)).totals).toMatchObject({ imported: 1, skipped: 0 });
    // A second that changed nothing but the time: the content is known.
    utimesSync(file, mtime, new Date(mtime.getTime() + 2_000));
    expect((await importing(file, data)).totals).toMatchObject({ imported: 0, skipped: 1 });
  });

  it('may hold circles of links, hidden files, what pages were saved with, and our own data', async () => {
    const folder = archive();
    const data = join(folder, 'dữ liệu');
    mkdirSync(join(folder, '2022/04/cho-phien_files'));
    mkdirSync(data);
    for (const extra of ['2022/04/cho-phien_files/quang-cao.html', 'dữ liệu/cũ.txt', '.ẩn.txt'])
      writeFileSync(join(folder, extra), 'Không phải bài của kho');
    symlinkSync(folder, join(folder, '2022/vòng'));
    symlinkSync(join(folder, 'không có'), join(folder, 'đứt.txt'));
    const { totals, failed } = await importing(folder, data);
    expect(totals).toMatchObject({ imported: 3, skipped: 1 });
    expect(failed.map(({ file, code }) => [file, code])).toEqual([
      [join(folder, 'đứt.txt'), 'file-not-found'],
      [join(folder, '2023/rong.txt'), 'file-empty'],
    ]);
  });

  it('is reported to people by its totals, in their language, with what failed and why', async () => {
    const { code, out, errors } = await runCommand(['import', archive(), '--data', tempFolder()], 'vi_VN.UTF-8');
    expect([code, out]).toEqual([
      1,
      'Đã nhập 3 bài; bỏ qua 1 tệp đã nhập trước đây; không nhập được 1 tệp.\nKhông đọc 1 tệp thuộc loại khác (1 .csv).\n',
    ]);
    expect(errors).toMatch(/^Tệp .*2023\/rong\.txt không có nội dung\. Chưa tạo bài nào; hãy chọn tệp khác\.\n$/u);
  });
});

describe('documents', () => {
  const fixture = (name: string): string => join(root, 'tests/fixtures/documents', name);

  it('of any format are imported by name, and people are told what was found in them', async () => {
    const data = tempFolder();
    const { code, out } = await runCommand(['import', fixture('cho-phien.odt'), '--data', data], 'vi_VN.UTF-8');
    expect(code).toBe(0);
    expect(out).toContain('Bảng\tNăm | Lượt khách | Doanh thu / 2021');
    expect(out).toContain(
      '  Đã lấy 1 ảnh.\n  Có chỗ sửa chưa duyệt: đã lấy 1 chỗ thêm, bỏ 1 chỗ xóa.\n  Bỏ 1 ghi chú bên lề.',
    );
    const locked = join(tempFolder(), 'hỏng.docx');
    writeFileSync(locked, readFileSync(fixture('cho-phien.docx')).subarray(0, 4_000));
    const report = await importing(locked, data);
    expect(report).toMatchObject({ exit: 1, failed: [{ file: locked, code: 'file-damaged' }], articles: [] });
  });

  it('of text are read in the encoding that is given, or that makes Vietnamese of them', async () => {
    const data = tempFolder();
    const file = join(tempFolder(), 'cu.txt');
    writeFileSync(
      file,
      'M\xeb l\xb9i ch\xee phi\xaan\n\nB\xb5 con c\xb8c th\xabn \xae\xd5n r\xcat \xae\xabng.',
      'latin1',
    );
    const guessed = await importing(file, data);
    expect(guessed.articles).toMatchObject([
      { format: 'txt', encoding: 'TCVN3', guesses: [{ text: 'Mở lại chợ phiên' }, {}] },
    ]);
    const given = await importing(file, data, '--again', '--encoding', 'VNI');
    expect(given.articles).toMatchObject([{ encoding: 'VNI' }]);
    expect((await runCommand(['import', file, '--encoding', 'KOI8', '--data', data])).code).toBe(2);
  });
});

describe('an import of many files', () => {
  it(`killed ${KILLS} times goes on where it was: nothing twice, nothing missing (seed ${SEED})`, async () => {
    const [folder, data] = [manyFiles(), tempFolder()];
    const random = seededRandom(SEED);
    for (let kill = 0; kill < KILLS; kill += 1) {
      const before = countRemembered(data);
      await importUntil(before + 1 + Math.floor(random() * 60), 'SIGKILL', folder, data);
      expect(countRemembered(data)).toBeGreaterThan(before);
    }
    const stood = countRemembered(data);
    expect(stood).toBeLessThan(MANY);
    expect((await importing(folder, data)).totals).toMatchObject({ imported: MANY - stood, skipped: stood, left: 0 });
    await expectWhole(data);
  }, 120_000);

  it('stops by Ctrl-C after the file in hand, says what stands, and goes on by the same command', async () => {
    const [folder, data] = [manyFiles(), tempFolder()];
    const { code, out } = await importUntil(1, 'SIGINT', folder, data);
    const { totals, stopped } = JSON.parse(out) as Imported;
    expect([code, stopped]).toEqual([130, true]);
    expect(totals.imported).toBe(countRemembered(data));
    expect(totals.imported + totals.left).toBe(MANY);
    expect(totals.left).toBeGreaterThan(0);
    expect(await importing(folder, data)).toMatchObject({ exit: 0, totals: { imported: totals.left, left: 0 } });
    await expectWhole(data);
  }, 120_000);
});
