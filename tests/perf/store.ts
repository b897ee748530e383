/**
 * The store: what a keystroke costs until it is durable beside a bare fsync of as many bytes on the same disk; making
 * articles beside bare inserts of the same rows; bytes an article takes; opening a long article with a long history
 * beside bare Lexical with the same text.
 */
import { closeSync, fsyncSync, ftruncateSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import SqliteDatabase from 'better-sqlite3';
import * as Y from 'yjs';
import { Desk } from '../../electron/core/desk/desk.ts';
import { ownFolder, readNote, writeNote } from '../../electron/core/desk/workstation-note.ts';
import { DATABASE_FILE } from '../../electron/core/store/open-database.ts';
import { launchBrowser } from '../support/browser.ts';
import { startHost } from '../support/processes.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { archiveDesk } from './archive-desk.ts';
import { buildBarePage, serveBarePage } from './bare-site.ts';
import { benchSize } from './bench-size.ts';
import { percentile, printFigure } from './figure.ts';
import { sampleParagraphs } from './sample-text.ts';

const KEYS = 1_000;
const WARM_UP_KEYS = 100;
const LONG_WORDS = 20_000;
const EDITS = 5_000;
const ROUNDS = 9;
const TITLE = 'Bài dài với lịch sử dài';
const OTHER_TITLE = 'Bài ngắn';

export async function benchStore(): Promise<void> {
  await measureCommits();
  await measureMaking();
  await measureLongArticle();
}

/** Each key alone, as when somebody types at an ordinary pace: written at once, answered after its commit. */
export async function measureCommits(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'toasoan-bench-'));
  const desk = await Desk.open({ folder, name: 'Lan' });
  try {
    const id = desk.createArticle();
    const press = typist(desk.articles.state(id));
    const walBytes = bytesOfACommit(desk, id, press, join(folder, `${DATABASE_FILE}-wal`));
    const file = openSync(join(folder, 'bare'), 'w');
    const bytes = Buffer.alloc(walBytes, 1);
    const ours: number[] = [];
    const bare: number[] = [];
    let updateBytes = 0;
    for (let key = -WARM_UP_KEYS; key < KEYS; key += 1) {
      const update = press();
      updateBytes = update.length;
      const begun = performance.now();
      const answered = desk.articles.applyLocal(id, update);
      desk.articles.flush();
      const took = performance.now() - begun;
      await answered;
      const bareBegun = performance.now();
      writeSync(file, bytes);
      fsyncSync(file);
      const bareTook = performance.now() - bareBegun;
      if (key % 1_000 === 0) ftruncateSync(file, 0);
      if (key < 0) continue;
      ours.push(took);
      bare.push(bareTook);
    }
    closeSync(file);
    for (const share of [0.5, 0.99]) {
      printFigure('store', `keystroke-durable-p${share * 100}`, 'ms', percentile(ours, share), percentile(bare, share));
    }
    printFigure('store', 'bytes-written-per-keystroke', 'bytes', walBytes, updateBytes);
  } finally {
    await desk.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One page's document: each call types a letter at its end, and answers the update. */
function typist(state: Uint8Array): () => Uint8Array {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state, 'copy');
  let last = new Uint8Array();
  doc.on('update', (update: Uint8Array) => {
    last = new Uint8Array(update);
  });
  return () => {
    doc.getText('body').insert(doc.getText('body').length, 'a');
    return last;
  };
}

const COUNTED_KEYS = 20;

/** What one keystroke adds to the write-ahead log: frames of one page and a header of 24 bytes. */
function bytesOfACommit(desk: Desk, id: string, typed: () => Uint8Array, log: string): number {
  const usual = desk.db.pragma('wal_autocheckpoint', { simple: true }) as number;
  desk.db.pragma('wal_autocheckpoint = 0');
  const press = (): void => {
    void desk.articles.applyLocal(id, typed());
    desk.articles.flush();
  };
  // The first key of a sitting opens the article's entry in the outbox.
  press();
  const before = statSync(log).size;
  for (let key = 0; key < COUNTED_KEYS; key += 1) press();
  desk.db.pragma(`wal_autocheckpoint = ${usual}`);
  return Math.round((statSync(log).size - before) / COUNTED_KEYS);
}

/** The same rows, and the same words in the same indexes, put into bare tables by the same groups. */
async function measureMaking(): Promise<void> {
  const articles = benchSize();
  const { dataDir, bytes, madeInMs } = await archiveDesk(articles);
  const folder = mkdtempSync(join(tmpdir(), 'toasoan-bench-'));
  const bare = new SqliteDatabase(join(folder, 'bare.db'));
  try {
    const bareMs = copyRows(bare, join(ownFolder(dataDir), DATABASE_FILE), articles);
    printFigure(
      'store',
      'articles-made-per-second',
      'articles/s',
      (articles / madeInMs) * 1_000,
      (articles / bareMs) * 1_000,
    );
    const text = new SqliteDatabase(join(ownFolder(dataDir), DATABASE_FILE), { readonly: true });
    const words = text
      .prepare('SELECT avg(length(CAST(text AS BLOB))) FROM article_search_rows')
      .pluck()
      .get() as number;
    text.close();
    printFigure('store', 'database-bytes-per-article', 'bytes', bytes / articles, words);
  } finally {
    bare.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const GROUP = 64;
const COPIED = 5_000;
const copied = ['doc_updates', 'outbox', 'events', 'articles', 'article_tags', 'article_search_rows'];

/** Milliseconds that all rows would take, from a share of them. */
function copyRows(bare: import('better-sqlite3').Database, from: string, articles: number): number {
  bare.pragma('journal_mode = WAL');
  bare.pragma('synchronous = FULL');
  const source = new SqliteDatabase(from, { readonly: true });
  const count = Math.min(COPIED, articles);
  const tables = copied.map((table) => {
    const names = (source.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name);
    bare.exec(`CREATE TABLE ${table} (${names.join(', ')})`);
    const all = source.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number;
    const perGroup = Math.round((all / articles) * GROUP);
    const rows = source
      .prepare(`SELECT * FROM ${table} LIMIT ?`)
      .raw()
      .all((perGroup * count) / GROUP) as unknown[][];
    return { perGroup, rows, insert: bare.prepare(`INSERT INTO ${table} VALUES (${names.map(() => '?')})`) };
  });
  source.close();
  const begun = performance.now();
  for (let group = 0; group * GROUP < count; group += 1) {
    bare
      .transaction(() => {
        for (const { rows, perGroup, insert } of tables) {
          for (const row of rows.slice(group * perGroup, (group + 1) * perGroup)) insert.run(...row);
        }
      })
      .immediate();
  }
  return ((performance.now() - begun) / count) * articles;
}

export async function measureLongArticle(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'toasoan-bench-'));
  const browser = await launchBrowser();
  try {
    const paragraphs = await makeLongArticle(dataDir);
    await buildBarePage(join(dataDir, 'bare'), paragraphs);
    const site = await serveBarePage(join(dataDir, 'bare'));
    const host = await startHost({ dataDir });
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    const barePage = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    await page.goto(host.url);
    const last = paragraphs.at(-1)!.slice(-40);
    const ours: number[] = [];
    const bare: number[] = [];
    for (let round = -2; round < ROUNDS; round += 1) {
      const bareTook = await loadBare(barePage, site.url, last);
      const took = await openOurs(page, host.origin, last);
      if (round < 0) continue;
      ours.push(took);
      bare.push(bareTook);
    }
    for (const share of [0.5, 0.95]) {
      const metric = `open-${LONG_WORDS}-words-${EDITS}-edits-p${share * 100}`;
      printFigure('store', metric, 'ms', percentile(ours, share), percentile(bare, share));
    }
    await host.stop();
    await site.stop();
  } finally {
    await browser.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** An article of that many words, then edits all over it, each an update of its own; answers its paragraphs at the end. */
export async function makeLongArticle(dataDir: string): Promise<string[]> {
  const desk = await Desk.open({ folder: ownFolder(dataDir), name: 'Lan' });
  writeNote(dataDir, { ...readNote(dataDir), profile: 'own', language: 'vi' });
  const random = seededRandom(7);
  const blocks = sampleParagraphs(LONG_WORDS, 1).map((text) => ({ kind: 'paragraph' as const, runs: [{ text }] }));
  const none = { lead: 'Sapo.', photos: [], fields: {} };
  const id = desk.createArticle({ document: { version: 1, language: 'vi', headline: TITLE, blocks, ...none } });
  const replica = new Y.Doc();
  Y.applyUpdate(replica, desk.articles.state(id), 'copy');
  const nextEdit = editor(replica, random);
  for (let edit = 0; edit < EDITS; edit += 1) {
    void desk.articles.applyLocal(id, nextEdit());
    if (edit % 20 === 0) desk.articles.flush();
  }
  desk.articles.flush();
  desk.createArticle({ document: { version: 1, language: 'vi', headline: OTHER_TITLE, blocks: [], ...none } });
  const { blocks: now } = desk.articles.document(id);
  await desk.close();
  return now.flatMap((block) => ('runs' in block ? [block.runs.map(({ text }) => text).join('')] : []));
}

/** Mostly words put in somewhere, some of them taken out again: what five thousand edits leave behind. */
function editor(doc: Y.Doc, random: () => number): () => Uint8Array {
  const body = doc.getText('body');
  let written: { at: number; length: number } | null = null;
  return () => {
    const before = Y.encodeStateVector(doc);
    if (written !== null && random() < 0.3) {
      body.delete(written.at, written.length);
      written = null;
    } else {
      const word = ` ${Math.floor(random() * 1e6).toString(36)}`;
      written = { at: 1 + Math.floor(random() * (body.length - 1)), length: word.length };
      body.insert(written.at, word);
    }
    return Y.encodeStateAsUpdate(doc, before);
  };
}

/** Milliseconds from asking for the text to the paint that shows it. */
async function loadBare(page: Page, url: string, last: string): Promise<number> {
  await page.goto(url);
  await page.waitForFunction((text) => document.body.textContent?.includes(text), last);
  return page.evaluate(() => (window as unknown as { shown: Promise<number> }).shown);
}

/** Milliseconds from the click on its row to the paint that shows all of it. */
async function openOurs(page: Page, origin: string, last: string): Promise<number> {
  await page.goto(origin);
  await page.locator('.article-row', { hasText: OTHER_TITLE }).click();
  await page.locator('.headline-field, .article-headline').first().waitFor({ state: 'attached' });
  await page.waitForTimeout(500);
  const shown = page.evaluate(
    (text) =>
      new Promise<number>((resolve) => {
        const onPointer = (): void => {
          const pressed = performance.now();
          const look = (): void => {
            if (document.querySelector('.article-body')?.textContent?.includes(text) !== true) {
              requestAnimationFrame(look);
              return;
            }
            const channel = new MessageChannel();
            channel.port1.onmessage = () => resolve(performance.now() - pressed);
            channel.port2.postMessage(null);
          };
          requestAnimationFrame(look);
        };
        window.addEventListener('pointerdown', onPointer, { capture: true, once: true });
      }),
    last,
  );
  await page.locator('.article-row', { hasText: TITLE }).click();
  return shown;
}
