import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { DeskEvent } from '../../../shared/contract/desk.ts';
import { editOf, typed } from '../../../tests/support/edit.ts';
import { tempFolder } from '../../../tests/support/temp-folder.ts';
import { previewImport } from '../exchange/import-file.ts';
import { readImportFile } from '../exchange/read-import-file.ts';
import { resourcesFolder } from '../resources.ts';
import { DATABASE_FILE } from '../store/open-database.ts';
import { savePeople } from '../store/people.ts';
import { setOfficeRules } from '../store/sync-state.ts';
import { Desk } from './desk.ts';

const sample = join(resourcesFolder(), 'sample');
const opened: Desk[] = [];
async function open(folder = tempFolder(), name?: string): Promise<Desk> {
  const desk = await Desk.open({ folder, name });
  opened.push(desk);
  return desk;
}
afterEach(async () => {
  for (const desk of opened.splice(0)) await desk.close();
});

async function type(desk: Desk, id: string, field: 'headline' | 'lead' | 'body', text: string): Promise<void> {
  await desk.articles.applyLocal(id, editOf(desk.articles.state(id), typed(field, text)));
}

async function importSeed(desk: Desk): Promise<string> {
  const { bytes, name } = await readImportFile(join(sample, 'seed-article.txt'));
  return desk.importArticle(previewImport(bytes, name));
}

describe('a desk', () => {
  it('is the same person’s when it is opened again, and keeps what was written', async () => {
    const folder = tempFolder();
    const first = await open(folder, 'Lan');
    const { id: person } = first.identity.person();
    const id = first.createArticle();
    void first.articles.applyLocal(id, editOf(first.articles.state(id), typed('headline', 'Chưa kịp lưu')));
    await first.close();
    const second = await open(folder);
    expect(second.identity.person()).toEqual({ id: person, name: 'Lan', role: 'admin' });
    expect(second.identity.publicKey).toBe(first.identity.publicKey);
    expect(second.articles.document(id).headline).toBe('Chưa kịp lưu');
    expect(second.hasOffice()).toBe(false);
  });

  it('makes the article of a confirmed preview, with where it came from', async () => {
    const desk = await open();
    const id = await importSeed(desk);
    const { provenance, working, authorId } = desk.workflow.state(id);
    expect({ working, authorId }).toEqual({ working: 'draft', authorId: desk.identity.person().id });
    expect(provenance).toMatchObject({ file: 'seed-article.txt', encoding: 'UTF-8' });
    expect(provenance?.dropped.map(({ line }) => line)).toContain(1);
  });

  it('tells the status at once when it was quiet, and lists and articles after each step', async () => {
    const desk = await open();
    const told: DeskEvent[] = [];
    const stop = desk.on((notice) => told.push(notice));
    const id = desk.createArticle();
    await new Promise<void>((resolve) => {
      desk.on((notice) => {
        if (notice.type === 'status') resolve();
      });
    });
    const status = told.find((notice) => notice.type === 'status');
    expect(status).toMatchObject({ status: { saved: { state: 'saved' }, waiting: { count: 2 }, link: 'no-office' } });
    told.length = 0;
    await type(desk, id, 'headline', 'Bài');
    desk.act({ id, action: 'submit' });
    expect(told.map(({ type: kind }) => kind)).toEqual(expect.arrayContaining(['update', 'article', 'library']));
    stop();
    told.length = 0;
    desk.createArticle();
    expect(told).toEqual([]);
  });

  it('closes once, however often it is asked', async () => {
    const desk = await open();
    await Promise.all([desk.close(), desk.close()]);
    expect(desk.db.open).toBe(false);
  });
});

describe('what changed', () => {
  it('is everything in a first submission', async () => {
    const desk = await open();
    const id = desk.createArticle();
    await type(desk, id, 'headline', 'Bản một');
    const { headRevision } = desk.act({ id, action: 'submit' });
    expect(desk.changes(id)).toMatchObject({
      from: null,
      to: headRevision,
      headline: [{ op: 'insert', text: 'Bản một' }],
    });
  });

  it('is against what the reviewer saw before, also when the same text was submitted twice', async () => {
    const desk = await open();
    const id = desk.createArticle();
    await type(desk, id, 'headline', 'Bản một');
    const first = desk.act({ id, action: 'submit' }).headRevision;
    desk.act({ id, action: 'recall' });
    await type(desk, id, 'headline', ' sửa');
    const second = desk.act({ id, action: 'submit' }).headRevision;
    expect(desk.changes(id)).toMatchObject({
      from: first,
      to: second,
      headline: [
        { op: 'same', text: 'Bản một' },
        { op: 'insert', text: ' sửa' },
      ],
    });
    desk.act({ id, action: 'recall' });
    desk.act({ id, action: 'submit' });
    expect(desk.changes(id)).toMatchObject({ from: first, to: second });
  });

  it('of a draft is against what was submitted last', async () => {
    const desk = await open();
    const id = desk.createArticle();
    await type(desk, id, 'headline', 'Bản một');
    const submitted = desk.act({ id, action: 'submit' }).headRevision;
    desk.act({ id, action: 'recall' });
    await type(desk, id, 'lead', 'Sapo mới');
    expect(desk.changes(id)).toMatchObject({ from: submitted, lead: [{ op: 'insert', text: 'Sapo mới' }] });
  });
});

describe('two desks on one folder', () => {
  it('show each other’s steps, and neither takes a step on what is no longer so', async () => {
    const folder = tempFolder();
    const window = await open(folder, 'Lan');
    const id = window.createArticle();
    await type(window, id, 'headline', 'Bài');
    const command = await open(folder);
    const heard = new Promise<void>((resolve) => {
      window.on((notice) => {
        if (notice.type === 'article' && notice.id === id) resolve();
      });
    });
    command.act({ id, action: 'submit' });
    await heard;
    expect(window.workflow.state(id).working).toBe('in-review');
    expect(() => window.act({ id, action: 'submit' })).toThrowError(expect.objectContaining({ code: 'wrong-state' }));
    expect(window.act({ id, action: 'recall' }).history).toHaveLength(3);
    expect(command.workflow.state(id).working).toBe('draft');
  });
});

it('a database whose tables are not those that were made is told as damaged', async () => {
  const folder = tempFolder();
  const desk = await Desk.open({ folder });
  const id = desk.createArticle();
  await type(desk, id, 'headline', 'Bài');
  desk.db.exec('DROP TABLE articles; INSERT OR IGNORE INTO stale_articles SELECT article_id FROM doc_updates');
  await desk.close().catch(() => {});
  await expect(Desk.open({ folder })).rejects.toMatchObject({ code: 'database-corrupt', details: { folder } });
});

it('a disk that is full refuses a step and says so, with everything kept', async () => {
  const desk = await open();
  const id = desk.createArticle();
  await type(desk, id, 'headline', 'Bài');
  desk.db.pragma(`max_page_count = ${desk.db.pragma('page_count', { simple: true })}`);
  const long = 'Dài. '.repeat(20_000);
  const typing = type(desk, id, 'body', long);
  expect(() => desk.act({ id, action: 'submit' })).toThrowError(expect.objectContaining({ code: 'disk-full' }));
  expect(desk.status().saved).toMatchObject({ state: 'failed', code: 'disk-full' });
  desk.db.pragma('max_page_count = 1000000');
  expect(desk.act({ id, action: 'submit' }).working).toBe('in-review');
  await typing;
});

it('an approval stands for the revision that was looked at', async () => {
  const desk = await open();
  setOfficeRules(desk.db, { fourEyes: false, steps: 1 });
  savePeople(desk.db, [{ ...desk.identity.person(), role: 'reviewer' }]);
  const id = desk.createArticle();
  await type(desk, id, 'headline', 'Bài');
  const looked = desk.act({ id, action: 'submit' }).headRevision ?? '';
  desk.act({ id, action: 'recall' });
  await type(desk, id, 'headline', ' khác');
  desk.act({ id, action: 'submit' });
  expect(() => desk.act({ id, action: 'approve', revision: looked })).toThrowError(
    expect.objectContaining({ code: 'revision-not-head' }),
  );
});

it('lives on where a page that its status reads is damaged, and says that there is damage', async () => {
  const folder = tempFolder();
  const first = await Desk.open({ folder, name: 'Lan' });
  const id = first.createArticle();
  const page = first.db
    .prepare("SELECT rootpage FROM sqlite_master WHERE name = 'outbox_by_at'")
    .pluck()
    .get() as number;
  const size = first.db.pragma('page_size', { simple: true }) as number;
  await first.close();
  const file = openSync(join(folder, DATABASE_FILE), 'r+');
  writeSync(file, Buffer.alloc(size, 0xa5), 0, size, (page - 1) * size);
  closeSync(file);
  const desk = await open(folder);
  expect(desk.status()).toMatchObject({
    linkError: { code: 'database-corrupt' },
    damage: { findings: [expect.stringMatching(/malformed/)] },
  });
  expect(desk.articles.document(id).headline).toBe('');
});
