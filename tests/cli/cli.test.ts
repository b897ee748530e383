import { existsSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { Desk } from '../../electron/core/desk/desk.ts';
import { activeFolder, readNote } from '../../electron/core/desk/workstation-note.ts';
import type { Guess } from '../../shared/contract/desk-imports.ts';
import { askCommand, runCommand } from '../support/command-line.ts';
import { editOf, typed } from '../support/edit.ts';
import { startEndpoint } from '../support/processes.ts';
import { tempFolder } from '../support/temp-folder.ts';

const sample = (name: string): string => fileURLToPath(new URL(`../../resources/sample/${name}`, import.meta.url));
const seed = sample('seed-article.txt');
const seedLines = readFileSync(seed, 'utf8').split('\n');
const photoFiles = ['airplane-from-above', 'black-canyon', 'french-alpine-landscape', 'nagasaki-boats'].map((name) =>
  sample(`${name}.jpg`),
);

type Imported = {
  articles: { id: string; guesses: Guess[] }[];
  failed: { file: string; code: string; message: string }[];
};
type Shown = {
  id: string;
  state: string;
  revision: string | null;
  headline: string;
  lead: string;
  body: { kind: string; text: string }[];
  photos: { sha256: string | null; caption: string; credit: string; alt: string; after: number | null }[];
  fields: Record<string, unknown>;
  provenance: { file: string; dropped: { line: number; text: string }[] } | null;
  public: string;
  url: string | null;
};
type Failure = { error: { code: string; message: string } };
type Stepped = { id: string; state: string; public: string; revision: string | null };

async function importSeed(data: string): Promise<string> {
  const { articles } = await askCommand<Imported>('import', seed, '--data', data);
  return articles[0]!.id;
}

describe('the job on one computer', () => {
  it('imports the seed article, shows it in the shape that programs build on, and finds it', async () => {
    const data = tempFolder();
    const imported = await askCommand<Imported>('import', seed, '--data', data);
    expect(imported).toMatchObject({ exit: 0, failed: [] });
    const [{ id, guesses }] = imported.articles as [Imported['articles'][0]];
    expect(guesses[0]).toMatchObject({ line: 1, as: 'boilerplate', text: seedLines[0] });

    const shown = await askCommand<Shown>('show', id, '--data', data);
    expect(Object.keys(shown)).toEqual(
      expect.arrayContaining(['id', 'state', 'revision', 'headline', 'lead', 'body', 'photos', 'fields', 'provenance']),
    );
    expect(shown).toMatchObject({ id, state: 'draft', revision: null, headline: seedLines[4]!.slice(0, -1) });
    expect(shown.lead).toBe(seedLines[6]);
    const paragraphs = [11, 13, 19, 23, 27, 29].map((line) => seedLines[line - 1]);
    expect(shown.body).toEqual(
      [...paragraphs, seedLines[30]!.slice(0, -2)].map((text) => ({ kind: 'paragraph', text })),
    );
    expect(shown.photos).toEqual(
      [
        [seedLines[8], 0],
        [`${seedLines[14]} ${seedLines[16]}`, 2],
        [seedLines[20], 3],
        [seedLines[24], 4],
      ].map(([caption, after]) => ({ sha256: null, caption, credit: '', alt: '', after })),
    );
    expect(shown.fields).toEqual({ category: 'Tin tức', publishedOn: '2022-04-26' });
    expect(shown.provenance?.dropped.map(({ line }) => line)).toEqual([1, 31, 33]);

    const list = await askCommand<{ total: number; articles: { id: string }[] }>('list', '--data', data);
    expect([list.total, list.articles.map((row) => row.id)]).toEqual([1, [id]]);
    for (const query of ['06-NQ/TU', 'thanh hoa', '"Đặng Tùng Anh"']) {
      const { total, hits } = await askCommand<{ total: number; hits: Record<string, string>[] }>(
        ...['search', query, '--data', data],
      );
      expect({ total, hits }).toEqual({
        total: 1,
        hits: [{ id, headline: shown.headline, snippet: expect.stringMatching(/06-NQ\/TU|Thanh Hóa|Đặng Tùng Anh/) }],
      });
    }
    expect(await askCommand('search', 'không có chữ này', '--data', data)).toEqual({ total: 0, hits: [], exit: 0 });
  });

  it('puts pictures in, submits, and refuses what is not allowed', async () => {
    const data = tempFolder();
    const id = await importSeed(data);
    expect(await askCommand<Failure>('submit', id, '--data', data)).toMatchObject({
      ...{ exit: 1, error: { code: 'photo-missing', message: expect.stringContaining('4 photo places') } },
    });
    for (const [index, file] of photoFiles.entries()) {
      const added = await askCommand('photo', 'add', id, file, '--credit', 'Hồng Hoa', '--alt', 'Ảnh', '--data', data);
      expect(added).toMatchObject({ exit: 0, id, place: index + 1, photo: { credit: 'Hồng Hoa' } });
    }
    const { photos } = await askCommand<Shown>('show', id, '--data', data);
    expect(photos.map(({ sha256 }) => sha256)).toEqual(photos.map(() => expect.stringMatching(/^[0-9a-f]{64}$/)));
    expect(photos[0]?.caption).toBe(seedLines[8]);
    const submitted = await askCommand<Stepped>('submit', id, '--data', data);
    expect(submitted).toMatchObject({
      exit: 0,
      id,
      state: 'in-review',
      revision: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(await askCommand('approve', id, '--data', data)).toMatchObject({ exit: 1, error: { code: 'four-eyes' } });
    expect(await askCommand('submit', id, '--data', data)).toMatchObject({ exit: 1, error: { code: 'wrong-state' } });
    expect(await askCommand('sync', '--data', data)).toMatchObject({ exit: 1, error: { code: 'no-office' } });
    expect(await askCommand('verify', '--data', data)).toMatchObject({
      ...{ exit: 0, ok: true, problems: [], checked: { articles: 1, photos: 4, revisions: 1, events: 2 } },
    });
  });

  it('attaches a document at the end, and refuses a program', async () => {
    const data = tempFolder();
    const id = await importSeed(data);
    const folder = tempFolder();
    writeFileSync(join(folder, 'Kế hoạch.pdf'), '%PDF-1.7');
    writeFileSync(join(folder, 'chạy.pdf'), 'MZ');
    expect(await askCommand('file', 'add', id, join(folder, 'chạy.pdf'), '--data', data)).toMatchObject({
      ...{ exit: 1, error: { code: 'attachment-program' } },
    });
    const added = await askCommand('file', 'add', id, join(folder, 'Kế hoạch.pdf'), '--data', data);
    expect(added).toMatchObject({ exit: 0, id, file: { name: 'Kế hoạch.pdf', bytes: 8 } });
    const document = JSON.parse((await runCommand(['export', id, '--format', 'json', '--data', data])).out);
    expect(document.blocks.at(-1)).toMatchObject({ kind: 'file', name: 'Kế hoạch.pdf' });
    expect(await askCommand('verify', '--data', data)).toMatchObject({ ok: true, checked: { files: 1 } });
  });

  it.each(['html', 'json', 'md', 'txt', 'text'] as const)('exports as %s, ready to be redirected', async (format) => {
    const data = tempFolder();
    const id = await importSeed(data);
    const { code, out, errors } = await runCommand(['export', id, '--format', format, '--data', data]);
    expect([code, errors]).toEqual([0, '']);
    expect(out).toContain('Nghị quyết số 06-NQ/TU');
    if (format === 'json') expect(JSON.parse(out)).toMatchObject({ version: 1, headline: seedLines[4]!.slice(0, -1) });
    if (format === 'html') expect(out).toMatch(/^<!doctype html>/i);
    const asDocument = await askCommand<{ name: string; text: string }>(
      ...['export', id, '--format', format, '--data', data],
    );
    expect(asDocument.text.trimEnd()).toBe(out.trimEnd());
    expect(asDocument.name).toMatch(/^hoi-nghi-truc-tuyen/);
  });

  it('exports to a file or into a folder: Word, PDF with the trail, Markdown with its pictures', async () => {
    const data = tempFolder();
    const id = await importSeed(data);
    await askCommand('photo', 'add', id, photoFiles[0]!, '--data', data);
    const to = tempFolder();
    const exportAs = (...more: string[]) =>
      askCommand<{ file: string; beside: string[] }>('export', id, ...more, '--data', data);
    const docx = await exportAs('--format', 'docx', '--to', join(to, 'mới', 'bài.docx'));
    expect(docx).toMatchObject({ exit: 0, file: join(to, 'mới', 'bài.docx') });
    expect(readFileSync(docx.file).subarray(0, 2).toString()).toBe('PK');
    const pdf = await exportAs('--format', 'pdf', '--trail', '--to', to);
    expect(pdf.file).toMatch(/hoi-nghi-truc-tuyen[\w-]*\.pdf$/);
    expect(readFileSync(pdf.file, 'latin1')).toMatch(/^%PDF-/);
    const md = await exportAs('--format', 'md', '--to', `${to}/bài/`);
    expect(md.beside.map((path) => readFileSync(path).length > 10_000)).toEqual([true]);
    expect(readFileSync(md.file, 'utf8')).toContain(`](${basename(dirname(md.beside[0]!))}/1.jpg)`);
  });

  it('says which file it could not write', async () => {
    const data = tempFolder();
    const id = await importSeed(data);
    const taken = join(tempFolder(), 'tệp');
    writeFileSync(taken, '');
    const { code, errors } = await runCommand(
      ['export', id, '--format', 'txt', '--to', join(taken, 'bài.txt'), '--data', data],
      'vi_VN.UTF-8',
    );
    expect(code).toBe(1);
    expect(errors).toContain(`Không ghi được tệp ${join(taken, 'bài.txt')}`);
  });

  it.each([
    ['a PDF on the screen', ['--format', 'pdf'], /--format pdf needs --to/],
    ['a trail of what is no PDF', ['--format', 'docx', '--trail', '--to', 'a.docx'], /--trail goes with --format pdf/],
  ])('refuses %s as wrong usage', async (_, args, reason) => {
    const { code, errors } = await runCommand(['export', 'x', ...args, '--data', tempFolder()]);
    expect(code).toBe(2);
    expect(errors).toMatch(reason);
  });
});

describe('two computers and an endpoint', () => {
  it('do the whole job by commands', { timeout: 120_000 }, async () => {
    const office = await startEndpoint({
      dataDir: tempFolder(),
      ...{
        office: 'Báo tỉnh',
        invites: [
          { name: 'Hà', role: 'writer' },
          { name: 'Minh', role: 'reviewer' },
        ],
      },
    });
    try {
      const [ha, minh] = [tempFolder(), tempFolder()];
      const [forHa, forMinh] = office.invitations.map(({ code }) => code);
      const id = await importSeed(ha);
      for (const file of photoFiles)
        await runCommand(['photo', 'add', id, file, '--credit', 'Hà', '--alt', 'Ảnh', '--data', ha]);
      expect(await askCommand('join', office.url, 'SAI-MA', '--data', ha)).toMatchObject({
        ...{ exit: 1, error: { code: 'invitation-unknown' } },
      });
      expect(await askCommand('join', office.url, forHa!, '--data', ha)).toMatchObject({
        ...{ exit: 0, office: 'Báo tỉnh', person: { name: 'Hà', role: 'writer' } },
      });
      expect(await askCommand('join', office.url, forHa!, '--data', minh)).toMatchObject({
        error: { code: 'invitation-used' },
      });
      await askCommand('join', office.url, forMinh!, '--data', minh);
      await askCommand('submit', id, '--data', ha);
      expect(await askCommand('sync', '--data', ha)).toMatchObject({
        exit: 0,
        link: 'online',
        waiting: { count: 0 },
        refused: [],
      });
      expect(await askCommand('sync', '--data', minh)).toMatchObject({ exit: 0 });
      const returned = await askCommand<Stepped>('return', id, '--reason', 'Thiếu số liệu', '--data', minh);
      expect(returned).toMatchObject({ exit: 0, state: 'draft' });
      await askCommand('sync', '--data', minh);
      await askCommand('sync', '--data', ha);
      expect((await runCommand(['show', id, '--data', ha], 'vi_VN.UTF-8')).out).toContain(
        'lý do trả lại: Thiếu số liệu',
      );
      const { revision } = await askCommand<Stepped>('submit', id, '--data', ha);
      await askCommand('sync', '--data', ha);
      await askCommand('sync', '--data', minh);
      expect(await askCommand('approve', id, '--revision', revision!, '--data', minh)).toMatchObject({
        ...{ exit: 0, state: 'approved', revision },
      });
      await askCommand('sync', '--data', minh);
      const live = await untilLive(id, minh);
      const page = await (await fetch(live.url!)).text();
      expect(page).toContain(revision);
      expect(page).toContain(live.headline);
      for (const data of [ha, minh]) expect(await askCommand('verify', '--data', data)).toMatchObject({ ok: true });
      await office.stop();
      expect(await askCommand('sync', '--data', ha)).toMatchObject({
        exit: 1,
        error: { code: 'endpoint-unreachable' },
      });
    } finally {
      await office.stop();
    }
  });

  /** Publishing follows an accepted approval by itself; a desk that listens to the endpoint hears of it. */
  async function untilLive(id: string, data: string): Promise<Shown> {
    const desk = await Desk.open({ folder: activeFolder(data) });
    try {
      await new Promise<void>((resolve) => {
        const look = (): void => {
          if (desk.workflow.state(id).public === 'live') resolve();
        };
        desk.on(look);
        desk.sync.start();
        look();
      });
    } finally {
      await desk.close();
    }
    return askCommand<Shown>('show', id, '--data', data);
  }
});

describe('bad input', () => {
  it('fails for itself, with a code, and the rest is imported', async () => {
    const data = tempFolder();
    const file = (name: string, bytes: Uint8Array | string): string => {
      writeFileSync(join(data, name), bytes);
      return join(data, name);
    };
    const large = file('lon.txt', '');
    truncateSync(large, 200 * 1024 * 1024);
    const files = [
      file('rong.txt', ''),
      file('anh.txt', readFileSync(photoFiles[0]!)),
      file('hong.txt', Buffer.from([0x48, 0xe1, 0xbb, 0x20, 0x69])),
      large,
      join(data, 'không-có.txt'),
    ];
    const { articles, failed, exit, error } = await askCommand<Imported & Failure>(
      ...['import', files[0]!, seed, ...files.slice(1), '--data', data],
    );
    expect(exit).toBe(1);
    expect(articles).toHaveLength(1);
    expect(failed.map(({ file: name, code }) => [name, code])).toEqual([
      [files[0], 'file-empty'],
      [files[1], 'file-not-text'],
      [files[2], 'file-broken-encoding'],
      [files[3], 'file-too-large'],
      [files[4], 'file-not-found'],
    ]);
    expect(error).toEqual({ code: 'file-empty', message: failed[0]?.message });
    const vietnamese = await runCommand(['import', files[0]!, '--data', data], 'vi_VN.UTF-8');
    expect(vietnamese).toMatchObject({ code: 1, out: '' });
    expect(vietnamese.errors).toContain('Tệp rong.txt không có nội dung. Chưa tạo bài nào');
    expect((await askCommand<{ total: number }>('list', '--data', data)).total).toBe(1);
  });

  it('of a picture is refused, and the article did not change', async () => {
    const data = tempFolder();
    const id = await importSeed(data);
    const cut = join(data, 'cắt.jpg');
    writeFileSync(cut, readFileSync(photoFiles[1]!).subarray(0, 40_000));
    expect(await askCommand('photo', 'add', id, cut, '--data', data)).toMatchObject({
      exit: 1,
      error: { code: 'photo-truncated' },
    });
    expect(await askCommand('photo', 'add', id, seed, '--data', data)).toMatchObject({
      error: { code: 'photo-not-an-image' },
    });
    expect(await askCommand('photo', 'add', id, photoFiles[0]!, '--place', '9', '--data', data)).toMatchObject({
      error: { code: 'invalid-request' },
    });
    const { photos } = await askCommand<Shown>('show', id, '--data', data);
    expect(photos.every(({ sha256 }) => sha256 === null)).toBe(true);
  });

  it('of an article that is not there', async () => {
    expect(await askCommand('show', 'x', '--data', tempFolder())).toMatchObject({
      ...{ exit: 1, error: { code: 'article-not-found' } },
    });
  });

  it('of a data folder that has no desk is not called sound', async () => {
    const nowhere = join(tempFolder(), 'không-có');
    expect(await askCommand('verify', '--data', nowhere)).toMatchObject({ exit: 1, error: { code: 'file-not-found' } });
    expect(existsSync(nowhere)).toBe(false);
  });

  it('of a database from the future is refused and left as it is', async () => {
    const data = tempFolder();
    await importSeed(data);
    const desk = await Desk.open({ folder: activeFolder(data) });
    desk.db.pragma('user_version = 9990');
    await desk.close();
    const file = join(activeFolder(data), 'toasoan.db');
    const { mtimeMs, size } = statSync(file);
    expect(await askCommand('list', '--data', data)).toMatchObject({ exit: 1, error: { code: 'database-newer' } });
    expect(statSync(file)).toMatchObject({ mtimeMs, size });
  });

  it('that damaged the data is found, by a program and by a person', async () => {
    const data = tempFolder();
    const id = await importSeed(data);
    const desk = await Desk.open({ folder: activeFolder(data) });
    desk.db.exec("UPDATE articles SET headline = 'khác'");
    await desk.close();
    expect(await askCommand('verify', '--data', data)).toMatchObject({
      ...{ exit: 1, ok: false, problems: [{ fault: 'projection-differs', id }], error: { code: 'damage-found' } },
    });
    const { code, out, errors } = await runCommand(['verify', '--data', data], 'vi_VN.UTF-8');
    expect([code, out.trim()]).toEqual([1, `Bài ${id} trong danh sách khác nhật ký`]);
    expect(errors).toContain('Kiểm tra thấy 1 chỗ hỏng');
  });
});

describe('wrong usage', () => {
  it.each([[['fly', '--data', 'x']], [['search', 'a', '--limit', '0', '--data', 'x']]])(
    'is told with exit code 2: %j',
    async (args) => {
      const inFolder = args.map((arg) => (arg === 'x' ? join(tempFolder(), 'data') : arg));
      const { code, out, errors } = await runCommand(inFolder);
      expect([code, out]).toEqual([2, '']);
      expect(errors).toContain('usage: npm run --silent toasoan');
      const json = await runCommand([...inFolder, '--json']);
      expect(json.code).toBe(2);
      expect(JSON.parse(json.out)).toMatchObject({ error: { code: 'invalid-request' } });
    },
  );

  it('is shown to whoever asks, in their language', async () => {
    const { code, out } = await runCommand(['--help'], 'vi_VN.UTF-8');
    expect(code).toBe(0);
    for (const word of ['cách dùng', 'import FILE|DIR...', 'verify', 'return ID --reason TEXT'])
      expect(out).toContain(word);
  });
});

describe('the desk of a data folder', () => {
  it('is the one that was open last; a new one is found by the workstation', async () => {
    const data = tempFolder();
    await importSeed(data);
    expect(readNote(data)).toMatchObject({ profile: 'own' });
    expect((await askCommand<{ total: number }>('list', '--data', data)).total).toBe(1);
  });

  it('may be open in a window meanwhile: both see what the other wrote', async () => {
    const data = tempFolder();
    const id = await importSeed(data);
    const window = await Desk.open({ folder: activeFolder(data) });
    try {
      await window.articles.applyLocal(id, editOf(window.articles.state(id), typed('headline', ' Cửa sổ')));
      const typing = window.articles.applyLocal(id, editOf(window.articles.state(id), typed('lead', ' Đang gõ.')));
      const heard = new Promise<void>((resolve) => {
        window.on((notice) => {
          if (notice.type === 'update' && notice.client === undefined) resolve();
        });
      });
      expect((await askCommand<Shown>('show', id, '--data', data)).headline).toMatch(/ Cửa sổ$/);
      const added = await askCommand<{ photo: { sha256: string } }>('photo', 'add', id, photoFiles[0]!, '--data', data);
      await heard;
      await typing;
      expect(window.articles.document(id).photos[0]?.sha256).toBe(added.photo.sha256);
      expect(window.articles.document(id).lead).toMatch(/ Đang gõ\.$/);
      expect(await askCommand('verify', '--data', data)).toMatchObject({ ok: true });
    } finally {
      await window.close();
    }
  });
});
