import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { makeRevision } from '../../../shared/article/revision.ts';
import { editOf, typed } from '../../../tests/support/edit.ts';
import { tempFolder } from '../../../tests/support/temp-folder.ts';
import { searchArticles } from '../search/search.ts';
import type { WritableDb } from '../store/database.ts';
import { appendUpdate, findSnapshot } from '../store/doc-log.ts';
import { findArticleRow } from '../store/library-rows.ts';
import { openDatabase } from '../store/open-database.ts';
import { listOutbox, outboxWaiting } from '../store/outbox.ts';
import { listStaleArticles } from '../store/stale-articles.ts';
import { type ArticleSeed, Articles, type ArticlesEvent, type CrashPoint } from './articles.ts';

type Room = { folder: string; db: WritableDb; articles: Articles; told: ArticlesEvent[] };
const rooms: Room[] = [];

async function openRoom(folder = tempFolder(), atPoint?: (point: CrashPoint) => void): Promise<Room> {
  const db = await openDatabase(folder);
  const person = () => ({ id: 'lan', name: 'Lan', role: 'writer' as const });
  const articles = new Articles({ db, folder, clock: () => new Date(), person, atPoint });
  const told: ArticlesEvent[] = [];
  articles.on((event) => told.push(event));
  const room = { folder, db, articles, told };
  rooms.push(room);
  return room;
}

function close({ articles, db }: Room): void {
  if (!db.open) return;
  articles.close();
  db.close();
}
afterEach(() => {
  for (const room of rooms.splice(0)) close(room);
});

async function edit({ articles }: Room, id: string, change: (doc: Y.Doc) => void, client?: string): Promise<void> {
  await articles.applyLocal(id, editOf(articles.state(id), change), client);
}

const seed = (headline: string): ArticleSeed => ({
  document: { version: 1, language: 'vi', headline, lead: '', blocks: [], photos: [], fields: {} },
});
const logRows = (db: WritableDb): number => db.prepare('SELECT count(*) FROM doc_updates').pluck().get() as number;

describe('an edit', () => {
  it('is answered once it is on disk, where another process finds it', async () => {
    const room = await openRoom();
    const id = room.articles.create();
    const beside = await openRoom(room.folder);
    const update = editOf(room.articles.state(id), typed('headline', 'Ra quân trồng cây'));
    const answer = room.articles.applyLocal(id, update, 'page 1');
    expect(room.articles.document(id).headline).toBe('Ra quân trồng cây');
    expect(beside.articles.document(id).headline).toBe('');
    expect(room.told.some(({ type }) => type === 'update')).toBe(false);
    const { savedAt } = await answer;
    expect(beside.articles.document(id).headline).toBe('Ra quân trồng cây');
    expect(room.articles.savedState()).toEqual({ state: 'saved', at: savedAt });
    expect(room.told.filter(({ type }) => type === 'update')).toEqual([
      { type: 'update', id, update, client: 'page 1' },
    ]);
  });

  it('of what is not there, or no update at all, is refused and leaves nothing', async () => {
    const room = await openRoom();
    const id = room.articles.create();
    const rows = logRows(room.db);
    await expect(room.articles.applyLocal('nowhere', new Uint8Array([0, 0]))).rejects.toMatchObject({
      code: 'article-not-found',
    });
    for (const bytes of [new Uint8Array(), new Uint8Array([1, 2, 3]), new Uint8Array(200).fill(255)]) {
      await expect(room.articles.applyLocal(id, bytes)).rejects.toMatchObject({ code: 'update-invalid' });
    }
    await edit(room, id, typed('lead', 'Vẫn viết tiếp được.'));
    expect(logRows(room.db)).toBe(rows + 1);
    expect(room.articles.document(id).lead).toBe('Vẫn viết tiếp được.');
  });

  it('waits for its place on a full disk, is told so, and is not lost', async () => {
    const room = await openRoom();
    const id = room.articles.create();
    const pages = room.db.pragma('page_count', { simple: true }) as number;
    room.db.pragma(`max_page_count = ${pages}`);
    const text = 'Dài. '.repeat(20_000);
    const answer = edit(room, id, typed('body', text));
    expect(() => room.articles.flush()).toThrowError(expect.objectContaining({ code: 'disk-full' }));
    expect(room.articles.savedState()).toMatchObject({ state: 'failed', code: 'disk-full' });
    // Lists are still answered.
    room.articles.settle();
    room.db.pragma('max_page_count = 1000000');
    room.articles.flush();
    await answer;
    expect(room.articles.savedState().state).toBe('saved');
    close(room);
    const again = await openRoom(room.folder);
    expect(again.articles.load(id).getText('body').toString()).toContain(text);
  });
});

describe('after an end at', () => {
  /** The process as it would go on in memory; its file is looked at as the next start would find it. */
  async function endAt(point: CrashPoint): Promise<{ room: Room; id: string; found: Room }> {
    class End extends Error {}
    let armed = false;
    const room = await openRoom(tempFolder(), (reached) => {
      if (armed && reached === point) throw new End(point);
    });
    const id = room.articles.create();
    armed = true;
    room.articles.applyLocal(id, editOf(room.articles.state(id), typed('headline', 'Tít mới'))).catch(() => {});
    expect(() => {
      room.articles.flush();
      room.articles.refresh(id);
    }).toThrow();
    armed = false;
    const found = await openRoom(room.folder);
    return { room, id, found };
  }

  it('before-commit nothing of it is there, and nobody was told that it is', async () => {
    const { found, id } = await endAt('before-commit');
    expect(found.articles.document(id).headline).toBe('');
    expect(outboxWaiting(found.db).count).toBe(1);
  });

  it.each(['after-commit', 'before-projection'] as const)(
    '%s it is there, and so it is in lists and searches',
    async (point) => {
      const { found, id } = await endAt(point);
      expect(found.articles.document(id).headline).toBe('Tít mới');
      expect(findArticleRow(found.db, id)?.headline).toBe('Tít mới');
      expect(searchArticles(found.db, 'tit moi', { limit: 10 }).hits.map((hit) => hit.id)).toEqual([id]);
      expect(listStaleArticles(found.db, 10)).toEqual([]);
    },
  );
});

describe('what comes by sync', () => {
  const remote = (text: string): Uint8Array => editOf(new Uint8Array([0, 0]), typed('lead', text));

  it('is merged, logged once by its entry, and told without a page', async () => {
    const room = await openRoom();
    const id = room.articles.create();
    const update = remote('Từ máy khác. ');
    room.articles.applyRemote(id, update, 'entry-1');
    room.articles.applyRemote(id, update, 'entry-1');
    await Promise.resolve();
    expect(logRows(room.db)).toBe(2);
    expect(room.articles.document(id).lead).toBe('Từ máy khác. ');
    expect(room.told.filter(({ type }) => type === 'update')).toEqual([{ type: 'update', id, update, client: null }]);
    // It is not sent back to where it came from.
    expect(listOutbox(room.db, 0, 10)).toHaveLength(1);
  });

  it('and cannot be merged is kept aside, word for word', async () => {
    const room = await openRoom();
    const id = room.articles.create();
    const broken = new Uint8Array([9, 9, 9, 9]);
    room.articles.applyRemote(id, broken, 'entry-1');
    expect(logRows(room.db)).toBe(1);
    expect(room.db.prepare('SELECT entry_id, article_id, bytes FROM updates_aside').all()).toEqual([
      { entry_id: 'entry-1', article_id: id, bytes: Buffer.from(broken) },
    ]);
    expect(room.articles.document(id)).toMatchObject({ headline: '', lead: '' });
  });

  it('in a page of the log that is not kept is not kept in memory either', async () => {
    const room = await openRoom();
    const id = room.articles.create();
    const page = room.db.transaction(() => {
      room.articles.applyRemote(id, remote('Chưa chắc. '), 'entry-1');
      throw new Error('disk full');
    });
    expect(() => page()).toThrow('disk full');
    await Promise.resolve();
    expect(room.articles.document(id).lead).toBe('');
    expect(room.told.some(({ type }) => type === 'update')).toBe(false);
    room.articles.applyRemote(id, remote('Chắc rồi. '), 'entry-1');
    expect(room.articles.document(id).lead).toBe('Chắc rồi. ');
  });

  it('may be the first that is heard of an article', async () => {
    const writer = await openRoom();
    const id = writer.articles.create();
    await edit(writer, id, typed('headline', 'Từ xa'));
    const room = await openRoom();
    room.articles.applyRemote(id, writer.articles.state(id), 'entry-1');
    room.articles.refresh(id);
    expect(findArticleRow(room.db, id)?.headline).toBe('Từ xa');
  });
});

describe('a revision', () => {
  it('goes out behind the edits it holds, those not yet on disk among them', async () => {
    const room = await openRoom();
    const id = room.articles.create();
    const answer = edit(room, id, typed('headline', 'Ngay trước khi gửi'));
    const { hash, json } = room.articles.snapshot(id);
    expect({ hash, json }).toEqual(makeRevision(room.articles.document(id)));
    const rows = listOutbox(room.db, 0, 10);
    expect(rows.map(({ kind }) => kind)).toEqual(['update', 'revision']);
    const [sent] = rows;
    const doc = new Y.Doc();
    Y.applyUpdate(doc, (sent?.kind === 'update' && sent.sealed) || new Uint8Array([0, 0]));
    expect(doc.getText('headline').toString()).toBe('Ngay trước khi gửi');
    await answer;
    expect(room.articles.revision(id, hash)).toEqual(room.articles.document(id));
  });

  it('of an article that did not change waits once', async () => {
    const room = await openRoom();
    const id = room.articles.create();
    expect(room.articles.snapshot(id).hash).toBe(room.articles.snapshot(id).hash);
    expect(listOutbox(room.db, 0, 10).filter(({ kind }) => kind === 'revision')).toHaveLength(1);
    expect(() => room.articles.revision(id, '0'.repeat(64))).toThrowError(
      expect.objectContaining({ code: 'revision-not-found' }),
    );
  });
});

describe('a long log', () => {
  it('is read by its snapshot, and without it where that is broken', async () => {
    const room = await openRoom();
    const id = room.articles.create();
    const at = new Date().toISOString();
    let state = room.articles.state(id);
    for (let n = 0; n < 320; n += 1) {
      const bytes = editOf(state, typed('body', `${n} `));
      state = Y.mergeUpdates([state, bytes]);
      appendUpdate(room.db, { articleId: id, origin: 'local', bytes, at });
    }
    const { blocks } = room.articles.document(id);
    expect(findSnapshot(room.db, id)?.upToSeq).toBe(321);
    close(room);
    const again = await openRoom(room.folder);
    expect(again.articles.document(id).blocks).toEqual(blocks);
    again.db.exec('UPDATE doc_snapshots SET bytes = zeroblob(40)');
    close(again);
    const broken = await openRoom(room.folder);
    expect(broken.articles.document(id).blocks).toEqual(blocks);
  });

  it('with a damaged row gives everything that the others say', async () => {
    const room = await openRoom();
    const id = room.articles.create();
    await edit(room, id, typed('headline', 'Còn'));
    await edit(room, id, typed('lead', 'Mất'));
    room.db.exec('UPDATE doc_updates SET bytes = zeroblob(20) WHERE seq = (SELECT max(seq) FROM doc_updates)');
    close(room);
    const again = await openRoom(room.folder);
    expect(again.articles.document(id)).toMatchObject({ headline: 'Còn', lead: '' });
  });
});

describe('two processes of one profile', () => {
  it('each read what the other wrote, and their edits merge', async () => {
    const window = await openRoom();
    const id = window.articles.create();
    const command = await openRoom(window.folder);
    await edit(window, id, typed('lead', 'Từ cửa sổ. '));
    await edit(command, id, typed('lead', 'Từ dòng lệnh. '));
    expect(window.articles.document(id)).toEqual(command.articles.document(id));
    expect(window.articles.document(id).lead).toBe('Từ cửa sổ. Từ dòng lệnh. ');
    const { hash } = window.articles.snapshot(id);
    expect(hash).toBe(makeRevision(command.articles.document(id)).hash);
  });

  it('the pages of one are told what the other wrote', async () => {
    const window = await openRoom();
    const id = window.articles.create();
    const page = new Y.Doc();
    Y.applyUpdate(page, window.articles.state(id));
    window.articles.on((event) => {
      if (event.type === 'update' && event.client === null) Y.applyUpdate(page, event.update);
    });
    window.articles.noticeOthers();
    window.told.length = 0;
    window.articles.noticeOthers();
    expect(window.told).toEqual([]);
    const command = await openRoom(window.folder);
    await edit(command, id, typed('headline', 'Đổi từ dòng lệnh'));
    window.articles.noticeOthers();
    expect(page.getText('headline').toString()).toBe('Đổi từ dòng lệnh');
    expect(window.told.map(({ type }) => type)).toEqual(['update', 'article', 'library', 'saved']);
  });
});

describe('several articles at once', () => {
  it('are made in one transaction and told once; one that fails leaves nothing, and the others as they are', async () => {
    const room = await openRoom();
    const { articles, db, told } = room;
    const within = (): void => {
      expect(db.inTransaction).toBe(true);
    };
    const answers = articles.createAll([
      { seed: seed('Một'), within },
      {
        seed: seed('Hai'),
        within: () => {
          throw new Error('not this one');
        },
      },
      { seed: seed('Ba'), within },
    ]);
    expect(answers).toEqual([
      { id: expect.any(String) },
      { error: expect.objectContaining({ message: 'not this one' }) },
      { id: expect.any(String) },
    ]);
    expect(told.map(({ type }) => type)).toEqual(['saved', 'library']);
    expect([logRows(db), listOutbox(db, 0, 10).length, listStaleArticles(db, 10)]).toEqual([2, 2, []]);
    const made = answers.flatMap((answer) => ('id' in answer ? [answer.id] : []));
    expect(made.map((id) => articles.document(id).headline)).toEqual(['Một', 'Ba']);
    expect(made.map((id) => findArticleRow(db, id)?.headline)).toEqual(['Một', 'Ba']);
  });

  it('are all undone where the disk takes nothing', async () => {
    const { articles, db, told } = await openRoom();
    db.pragma(`max_page_count = ${(db.pragma('page_count', { simple: true }) as number) + 2}`);
    const articlesToMake = Array.from({ length: 200 }, () => ({ seed: seed('Dài '.repeat(200)), within: () => {} }));
    expect(() => articles.createAll(articlesToMake)).toThrow(/full/);
    expect([logRows(db), told]).toEqual([0, []]);
  });
});

it('makes a whole library anew from the log, and tells it', async () => {
  const room = await openRoom();
  const headlines = Array.from({ length: 300 }, (_, number) => `Bài ${number}`);
  room.articles.createAll(headlines.map((headline) => ({ seed: seed(headline), within: () => {} })));
  close(room);
  const db = await openDatabase(room.folder);
  db.exec(`DELETE FROM articles; DELETE FROM article_search; DELETE FROM article_search_rows;
    INSERT INTO stale_articles SELECT DISTINCT article_id FROM doc_updates`);
  db.close();
  const again = await openRoom(room.folder);
  while (again.articles.settle() > 0) await new Promise((resolve) => setImmediate(resolve));
  expect(again.db.prepare('SELECT count(*) FROM articles').pluck().get()).toBe(300);
  expect(searchArticles(again.db, 'bai 299', { limit: 10 }).hits.map((hit) => hit.headline)).toEqual(['Bài 299']);
});

it('opens and lists all others where one article has an event that cannot be read', async () => {
  const room = await openRoom();
  const [broken = '', whole = ''] = ['Hỏng', 'Lành'].map((headline) => room.articles.create(seed(headline)));
  const bytes = editOf(room.articles.state(whole), typed('headline', 'Vẫn '));
  close(room);
  const db = await openDatabase(room.folder);
  db.prepare("INSERT INTO events (id, article_id, json, hash, standing) VALUES ('e', ?, '{', '', 'waiting')").run(
    broken,
  );
  appendUpdate(db, { articleId: whole, origin: 'local', bytes, at: '2026-11-24T01:00:00Z' });
  db.close();
  const again = await openRoom(room.folder);
  expect(again.articles.settle()).toBe(0);
  expect(findArticleRow(again.db, whole)?.headline).toContain('Vẫn');
  // The mark stays for who mends it, and its text is there.
  expect(listStaleArticles(again.db, 10)).toEqual([broken]);
  expect(again.articles.document(broken).headline).toBe('Hỏng');
});

it('reads anew with the edits that still wait for the disk, where what came by sync was undone', async () => {
  const { articles, db } = await openRoom();
  const id = articles.create(seed('Tít'));
  const theirs = editOf(articles.state(id), typed('lead', 'của họ'));
  const saved = articles.applyLocal(id, editOf(articles.state(id), typed('lead', 'của tôi')));
  const undone = db.transaction(() => {
    articles.applyRemote(id, theirs, 'entry-undone');
    throw new Error('not this page');
  });
  expect(undone).toThrow('not this page');
  await Promise.resolve();
  expect(articles.document(id).lead).toBe('của tôi');
  await saved;
  expect(articles.document(id).lead).toBe('của tôi');
});
