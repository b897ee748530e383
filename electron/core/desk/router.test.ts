import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { createORPCClient, ORPCError } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { RPCHandler } from '@orpc/server/message-port';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bytesSerializer } from '../../../shared/contract/bytes.ts';
import type { DeskEvent, deskContract } from '../../../shared/contract/desk.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import { editOf, typed } from '../../../tests/support/edit.ts';
import { tempFolder } from '../../../tests/support/temp-folder.ts';
import { resourcesFolder } from '../resources.ts';
import { makeDeskRouter } from './router.ts';
import { Workstation } from './workstation.ts';

type Page = { desk: ContractRouterClient<typeof deskContract>; told: DeskEvent[]; leave(): void };

let workstation: Workstation;
let handler: RPCHandler<{ client: string }>;
const channels: MessageChannel[] = [];
const pages: Page[] = [];

beforeEach(async () => {
  workstation = await Workstation.open({
    ...{ folder: tempFolder(), host: 'electron', version: '1.2.3', systemLanguage: 'vi' },
    launchEndpoint: () => Promise.reject(new AppError('endpoint-not-started', { reason: 'not in this test' })),
  });
  handler = new RPCHandler(makeDeskRouter(workstation), { customJsonSerializers: [bytesSerializer] });
});
afterEach(async () => {
  for (const page of pages.splice(0)) page.leave();
  for (const { port1, port2 } of channels.splice(0)) {
    port1.close();
    port2.close();
  }
  await workstation.close();
});

/** A page with its line to the core, as Electron's preload hands it one. */
async function openPage(client: string): Promise<Page> {
  const channel = new MessageChannel();
  channels.push(channel);
  handler.upgrade(channel.port1, { context: { client } });
  channel.port1.start();
  const link = new RPCLink({ port: channel.port2, customJsonSerializers: [bytesSerializer] });
  channel.port2.start();
  const desk = createORPCClient<Page['desk']>(link);
  const leaving = new AbortController();
  const told: DeskEvent[] = [];
  const events = await desk.events(undefined, { signal: leaving.signal });
  const listening = (async () => {
    for await (const event of events) told.push(event);
  })();
  listening.catch(() => {});
  const page = { desk, told, leave: () => leaving.abort() };
  pages.push(page);
  return page;
}

/** Answers once everything that was told before now has arrived: notices keep their order. */
async function heard({ desk, told }: Page): Promise<void> {
  const before = told.length;
  await desk.articles.create();
  while (!told.slice(before).some(({ type }) => type === 'library')) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const updates = ({ told }: Page): DeskEvent[] => told.filter(({ type }) => type === 'update');

describe('the line between a page and the core', () => {
  it('says where it is before there is a desk, and what is missing for the rest', async () => {
    const { desk } = await openPage('page 1');
    expect(await desk.workstation.state()).toMatchObject({ profile: 'none', host: 'electron', version: '1.2.3' });
    const error = await desk.library.overview().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ORPCError);
    expect(error).toMatchObject({ code: 'APP', data: { code: 'no-desk', details: {} } });
    expect((await desk.workstation.startLocal({ name: 'Lan' })).person?.name).toBe('Lan');
    expect((await desk.library.overview()).views.all).toBe(0);
  });

  it('tells every page of an edit but the one it came from', async () => {
    const writer = await openPage('page 1');
    await writer.desk.workstation.startLocal({ name: 'Lan' });
    const reader = await openPage('page 2');
    const { id } = await writer.desk.articles.create();
    const { update: state } = await writer.desk.articles.open({ id });
    const update = editOf(state, typed('headline', 'Từ trang một'));
    const { savedAt } = await writer.desk.articles.update({ id, update });
    expect(savedAt).toMatch(/^\d{4}-/);
    await heard(writer);
    await heard(reader);
    expect(updates(writer)).toEqual([]);
    expect(updates(reader)).toEqual([{ type: 'update', id, update }]);
  });

  it('takes pictures into the library, and tells the other pages of what is written of them', async () => {
    const writer = await openPage('page 1');
    await writer.desk.workstation.startLocal({ name: 'Lan' });
    const reader = await openPage('page 2');
    const file = new Blob([readFileSync(join(resourcesFolder(), 'sample', 'black-canyon.jpg'))]);
    const library = writer.desk.photoLibrary;
    const { sha256, isNew } = await library.takeIn({ file, name: 'Hẻm núi.jpg', batch: 'Thẻ 1' });
    expect(isNew).toBe(true);
    const { update: state, facts } = await library.open({ sha256 });
    expect(facts.row).toMatchObject({ name: 'Hẻm núi.jpg', batch: 'Thẻ 1', shared: false, isHere: true });
    const update = editOf(state, (doc) => doc.getText('headline').insert(0, 'Hẻm núi'));
    await library.update({ sha256, update });
    await heard(reader);
    const told = ({ told: all }: Page): DeskEvent[] => all.filter(({ type }) => type === 'photo-update');
    expect(told(reader)).toEqual([{ type: 'photo-update', sha256, update }]);
    expect(told(writer)).toEqual([]);
    // What is done with many is news to every page that has one of them open.
    const { undo } = await library.change({ deeds: [{ sha256, change: { rating: 4 } }] });
    await heard(writer);
    expect(told(writer)).toHaveLength(1);
    expect((await library.list({ rating: 4 })).rows.map(({ headline }) => headline)).toEqual(['Hẻm núi']);
    await library.change({ deeds: undo });
    expect((await library.record({ sha256 })).rating).toBe(0);
    expect(await library.discard({ sha256s: [sha256] })).toEqual({ done: 1, failed: [] });
    await expect(library.open({ sha256 })).rejects.toMatchObject({ data: { code: 'photo-not-found' } });
  });

  it('carries errors with the details that their text needs', async () => {
    const { desk } = await openPage('page 1');
    await desk.workstation.startLocal({ name: 'Lan' });
    const { id } = await desk.articles.create();
    await expect(desk.articles.act({ id, action: 'submit' })).rejects.toMatchObject({
      data: { code: 'headline-missing', message: expect.stringContaining('no headline') },
    });
    await expect(desk.articles.open({ id: 'x' })).rejects.toMatchObject({
      data: { code: 'article-not-found', details: { id: 'x' } },
    });
    await expect(desk.articles.update({ id, update: new Uint8Array([1, 2]) })).rejects.toMatchObject({
      data: { code: 'update-invalid' },
    });
    await expect(desk.sync.now()).rejects.toMatchObject({ data: { code: 'no-office' } });
    await expect(desk.workstation.openSample()).rejects.toMatchObject({ data: { code: 'endpoint-not-started' } });
  });

  it('backs up and restores, after which the page that asked goes on and others have to come anew', async () => {
    const asking = await openPage('page 1');
    await asking.desk.workstation.startLocal({ name: 'Lan' });
    const other = await openPage('page 2');
    await other.desk.articles.create();
    const made = await asking.desk.backups.make();
    await asking.desk.articles.create();
    const { folder, settings } = await asking.desk.backups.list();
    const configured = await asking.desk.backups.configure({ ...settings, keepDaily: 3 });
    expect(configured).toMatchObject({ folder, settings: { keepDaily: 3 }, backups: [made], lastProblem: null });
    const report = await asking.desk.backups.restore({ name: made.name });
    expect(report).toMatchObject({ backup: { name: made.name }, kept: { articles: 1 } });
    expect((await asking.desk.library.overview()).views.all).toBe(1);
    await expect(other.desk.library.overview()).rejects.toMatchObject({ data: { code: 'desk-unreachable' } });
    await expect(asking.desk.recovery.mend()).rejects.toMatchObject({ data: { code: 'nothing-to-mend' } });
    expect((await asking.desk.status()).damage).toBeNull();
    // How it is backed up does not go back with a restore.
    expect((await asking.desk.backups.list()).settings.keepDaily).toBe(3);
  });

  it('goes on at the desk where a restore was refused, and tells no page of a first run meanwhile', async () => {
    const { desk } = await openPage('page 1');
    await desk.workstation.startLocal({ name: 'Lan' });
    await desk.articles.create();
    const { name } = await desk.backups.make();
    await expect(desk.backups.restore({ name: 'none' })).rejects.toMatchObject({ data: { code: 'backup-not-found' } });
    expect((await desk.library.overview()).views.all).toBe(1);
    const restored = desk.backups.restore({ name });
    const other = await openPage('page 2');
    expect(await other.desk.workstation.state()).toMatchObject({ profile: 'local', damaged: null });
    await restored;
  });

  it('takes files: an article to import, a picture', async () => {
    const { desk } = await openPage('page 1');
    await desk.workstation.startLocal({ name: 'Lan' });
    const fileOf = (name: string): File => new File([readFileSync(join(resourcesFolder(), 'sample', name))], name);
    const preview = await desk.imports.preview({ file: fileOf('seed-article.txt'), name: 'seed-article.txt' });
    expect(preview.captions).toHaveLength(4);
    const { id } = await desk.imports.confirm({ preview: { ...preview, headline: 'Tít đã sửa' } });
    expect((await desk.articles.document({ id })).headline).toBe('Tít đã sửa');
    const photo = await desk.photos.add({ file: fileOf('black-canyon.jpg'), name: 'black-canyon.jpg' });
    expect(await desk.photos.info({ sha256: photo.sha256 })).toEqual(photo);
    // The same file again brings what was said of its picture since.
    const caption = { description: { how: 'set', text: 'Hẻm núi Black Canyon, 1871' } } as const;
    await desk.photoLibrary.change({ deeds: [{ sha256: photo.sha256, change: { texts: caption } }] });
    const again = await desk.photos.add({ file: fileOf('black-canyon.jpg'), name: 'bản sao.jpg' });
    expect(again).toEqual({ ...photo, caption: caption.description.text });
    await expect(desk.photos.add({ file: fileOf('seed-article.txt'), name: 'anh.jpg' })).rejects.toMatchObject({
      data: { code: 'photo-not-an-image' },
    });
    const document = await desk.files.add({ file: new Blob(['%PDF-1.7']), name: 'Kế hoạch' });
    expect(document).toMatchObject({ name: 'Kế hoạch.pdf', bytes: 8 });
    const unknown = 'ab'.repeat(32);
    expect((await desk.files.info({ sha256s: [document.sha256, unknown] })).files.map(({ state }) => state)).toEqual([
      'here',
      'missing',
    ]);
    await expect(desk.files.add({ file: new Blob(['MZ']), name: 'a.pdf' })).rejects.toMatchObject({
      data: { code: 'attachment-program', details: { file: 'a.pdf' } },
    });
    expect(await desk.references.lost({ files: [document.sha256, unknown], articles: [id, 'không có'] })).toEqual({
      files: [unknown],
      articles: ['không có'],
      withheld: [],
      expired: [],
    });
    const tooLarge = new File([new Uint8Array(51 * 1024 * 1024)], 'lon.txt');
    await expect(desk.imports.preview({ file: tooLarge, name: 'lon.txt' })).rejects.toMatchObject({
      data: { code: 'file-too-large' },
    });
  });

  it('goes through an article’s steps', async () => {
    const { desk } = await openPage('page 1');
    await desk.workstation.startLocal({ name: 'Lan' });
    const { id } = await desk.articles.create();
    const { update: state } = await desk.articles.open({ id });
    await desk.articles.update({ id, update: editOf(state, typed('headline', 'Bài')) });
    const submitted = await desk.articles.act({ id, action: 'submit' });
    expect(submitted).toMatchObject({ working: 'in-review', allowed: ['recall', 'return', 'spike'] });
    const revision = submitted.headRevision ?? '';
    expect((await desk.articles.document({ id, revision })).headline).toBe('Bài');
    expect((await desk.articles.changes({ id })).to).toBe(revision);
    const file = await desk.exports.make({ id, format: 'txt' });
    expect(new TextDecoder().decode(file.bytes)).toContain('Bài');
    const told = [];
    for await (const event of await desk.exports.archive({ ids: [id, 'nowhere'], format: 'txt' })) told.push(event);
    expect(told[0]).toEqual({ type: 'progress', behind: 0, total: 2 });
    expect(told.at(-1)).toMatchObject({
      ...{ type: 'end', files: 1, failed: [{ id: 'nowhere', error: { code: 'article-not-found' } }] },
    });
    expect((await desk.library.search({ query: 'bai', limit: 5 })).hits[0]?.row.working).toBe('in-review');
    expect((await desk.status()).waiting.count).toBe(5);
  });

  it('ends for the pages of a desk that was left', async () => {
    const [one, two] = [await openPage('page 1'), await openPage('page 2')];
    await one.desk.workstation.startLocal({ name: 'Lan' });
    const { id } = await two.desk.articles.create();
    await one.desk.workstation.startLocal({ name: 'Lan' });
    expect((await one.desk.articles.open({ id })).state.id).toBe(id);
    await expect(two.desk.articles.open({ id })).rejects.toMatchObject({ data: { code: 'desk-unreachable' } });
  });
});
