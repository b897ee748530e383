/**
 * Search at 100,000 articles, with hits marked, newest first and by relevance, beside a bare FTS5 table of the same folded
 * words with its own snippets for the same newest rows; the two take turns. Then, in a browser, from a key in the search
 * field to the paint of its results, beside the same in a library of 100.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase, { type Database } from 'better-sqlite3';
import { Desk } from '../../electron/core/desk/desk.ts';
import { ownFolder } from '../../electron/core/desk/workstation-note.ts';
import { foldText } from '../../shared/text/fold.ts';
import { launchBrowser } from '../support/browser.ts';
import { startHost } from '../support/processes.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { archive } from './archive.ts';
import { archiveDesk } from './archive-desk.ts';
import { benchSize } from './bench-size.ts';
import { percentile, printFigure } from './figure.ts';

const SMALL = 100;
const ROUNDS = 12;
const LIMIT = 50;
const SAMPLED = 1_000;
const turns = ['newest', 'bare', 'relevance'] as const;
const KEYS = ['chuyen doi so', 'Thanh Hóa', 'le thi thu trang', '06-nq/tu', 'hạn hán'];

/** What people look for, each kind as often as the others; words of `rare` are drawn anew each round. */
function queries(rareWords: readonly string[], random: () => number): Record<string, string> {
  const rare = rareWords[Math.floor(random() * rareWords.length)] ?? '';
  return {
    'one-word': 'nghêu ',
    'two-words': 'điện gió ',
    phrase: '"phó chủ tịch ubnd"',
    prefix: 'chuy',
    'without-accents': 'han han mien nui',
    rare: `${rare} `,
    'very-common': 'của ',
    'common-without-accents': 'va cac cua tinh ',
    'document-number': '06-NQ/TU',
    filtered: 'tác giả:hà chuyển đổi số',
  };
}

/** The same folded words as one FTS5 table that keeps its text and cuts its own snippets. */
function buildBare(file: string, articles: number): Database {
  const db = new SqliteDatabase(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = OFF');
  db.exec("CREATE VIRTUAL TABLE bare USING fts5 (headline, body, prefix = '2 3', tokenize = 'unicode61')");
  const insert = db.prepare('INSERT INTO bare (headline, body) VALUES (?, ?)');
  const write = db.transaction((rows: string[][]) => {
    for (const row of rows) insert.run(...row);
  });
  let rows: string[][] = [];
  for (const { document } of archive(articles, 20_261_125)) {
    const { lead, blocks, fields, headline } = document;
    const body = blocks.flatMap((block) => ('runs' in block ? block.runs.map(({ text }) => text) : []));
    rows.push(
      [headline, [lead, ...body, fields.author, ...(fields.tags ?? [])].join('\n')].map((text) => foldText(text)),
    );
    if (rows.length === 1_000) {
      write(rows);
      rows = [];
    }
  }
  write(rows);
  return db;
}

/** The same words, all wanted; fields and exclusions are ours. */
function bareExpression(query: string): string {
  const isTyping = /[\p{L}\p{N}]$/u.test(query);
  const words = foldText(query.replace(/\S+ \S+:\S+ /u, ''))
    .split(/(".*?")| +/u)
    .filter((word) => word !== undefined && /[\p{L}\p{N}]/u.test(word))
    .map((word) => `"${word!.replaceAll('"', '')}"`);
  return words.join(' AND ') + (isTyping ? '*' : '');
}

export async function benchSearch(): Promise<void> {
  const articles = benchSize();
  const { dataDir, rareWords } = await archiveDesk(articles);
  const bareFile = join(dataDir, 'bare.db');
  const bare = buildBare(bareFile, articles);
  const desk = await Desk.open({ folder: ownFolder(dataDir), name: 'Lan' });
  try {
    measureQueries(desk, bare, rareWords);
    checkThatAllAreFound(desk, articles);
  } finally {
    bare.close();
    await desk.close();
    rmSync(bareFile, { force: true });
  }
  await measureKeys(articles);
}

function measureQueries(desk: Desk, bare: Database, rareWords: readonly string[]): void {
  const ask = bare.prepare(
    `SELECT rowid, headline, snippet(bare, 1, char(57344), char(57345), '…', 32) FROM bare WHERE bare MATCH ?
     ORDER BY rowid DESC LIMIT ${LIMIT}`,
  );
  const random = seededRandom(1);
  const all = { newest: [] as number[], relevance: [] as number[], bare: [] as number[] };
  const byKind = new Map<string, typeof all>();
  for (let round = -2; round < ROUNDS; round += 1) {
    for (const [kind, query] of Object.entries(queries(rareWords, random))) {
      const times = byKind.get(kind) ?? { newest: [], relevance: [], bare: [] };
      byKind.set(kind, times);
      const expression = bareExpression(query);
      const asked = {
        newest: () => desk.search(query, LIMIT),
        bare: () => ask.all(expression),
        relevance: () => desk.search(query, LIMIT, 'relevance'),
      };
      const took = { newest: 0, bare: 0, relevance: 0 };
      // Each is the first, with cold pages, as often as the others.
      for (const step of [0, 1, 2]) {
        const name = turns[(round + 2 + step) % turns.length]!;
        took[name] = timed(asked[name]);
      }
      if (round < 0) continue;
      for (const name of turns) {
        all[name].push(took[name]);
        times[name].push(took[name]);
      }
    }
  }
  for (const share of [0.5, 0.95]) {
    for (const order of ['newest', 'relevance'] as const) {
      const metric = `${order}-p${share * 100}`;
      printFigure('search', metric, 'ms', percentile(all[order], share), percentile(all.bare, share));
    }
  }
  for (const [kind, times] of byKind) {
    const baseline = percentile(times.bare, 0.5);
    printFigure('search', `${kind}-newest-p50`, 'ms', percentile(times.newest, 0.5), baseline);
    printFigure('search', `${kind}-relevance-p50`, 'ms', percentile(times.relevance, 0.5), baseline);
  }
}

function timed(run: () => unknown): number {
  const begun = performance.now();
  run();
  return performance.now() - begun;
}

/** Each sampled article is found by words of its own, typed without accents. */
function checkThatAllAreFound(desk: Desk, articles: number): void {
  const every = Math.max(1, Math.floor(articles / SAMPLED));
  let index = 0;
  let asked = 0;
  let found = 0;
  for (const { document } of archive(articles, 20_261_125)) {
    index += 1;
    if (index % every !== 0) continue;
    asked += 1;
    const { publishedOn } = document.fields;
    const query = `"${foldText(document.headline).replace(/["“”]/gu, ' ')}" từ:${publishedOn} đến:${publishedOn}`;
    if (desk.search(query, 200).hits.some(({ headline }) => headline === document.headline)) found += 1;
  }
  printFigure('search', 'found-without-accents', 'articles', found, asked);
}

async function measureKeys(articles: number): Promise<void> {
  const large = await keyToResults((await archiveDesk(articles)).dataDir);
  const small = await keyToResults((await archiveDesk(SMALL)).dataDir);
  for (const share of [0.5, 0.95]) {
    printFigure('search', `key-to-results-p${share * 100}`, 'ms', percentile(large, share), percentile(small, share));
  }
}

/** Milliseconds from each key in the search field to the paint after the list has changed for it. */
async function keyToResults(dataDir: string): Promise<number[]> {
  const host = await startHost({ dataDir });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    await page.goto(host.url);
    await page.locator('.article-row').first().waitFor();
    await page.evaluate(() => {
      const times: number[] = [];
      let pressed = 0;
      window.addEventListener(
        'keydown',
        () => {
          pressed = performance.now();
        },
        { capture: true },
      );
      new MutationObserver(() => {
        if (pressed === 0) return;
        const from = pressed;
        pressed = 0;
        requestAnimationFrame(() => {
          const channel = new MessageChannel();
          channel.port1.onmessage = () => times.push(performance.now() - from);
          channel.port2.postMessage(null);
        });
      }).observe(document.querySelector('.desk-list')!, { subtree: true, childList: true, characterData: true });
      Object.assign(window, { resultTimes: times });
    });
    const field = page.locator('.search-field input');
    for (const text of KEYS) {
      await field.fill('');
      await page.waitForTimeout(300);
      await field.pressSequentially(text, { delay: 120 });
      await page.waitForTimeout(300);
    }
    return await page.evaluate(() => (window as unknown as { resultTimes: number[] }).resultTimes);
  } finally {
    await browser.close();
    await host.stop();
  }
}
