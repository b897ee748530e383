/** The workstation's processes ended by SIGKILL, as by a power cut, and what is there when they start again. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { Desk } from '../../electron/core/desk/desk.ts';
import { activeFolder } from '../../electron/core/desk/workstation-note.ts';
import { verifyDesk } from '../../electron/core/verify/verify-desk.ts';
import { type Office, openOffice } from '../../endpoint/testing/office-for-test.ts';
import { openHostPage } from '../support/page.ts';
import { startHost } from '../support/processes.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { tempFolder } from '../support/temp-folder.ts';

const SEED = 20_261_125;
const KILLS = 12;
const LONGEST_SESSION_MS = 700;
/** The promise: what was shown for this long survives. */
const SAFE_AFTER_MS = 100;
/** Faster than anybody types. */
const KEY_EVERY_MS = 8;

type Key = { text: string; at: number; isSaved: boolean };

/**
 * How long a process has waited for a processor so far, in ms, as Linux counts it; 0 elsewhere. On a crowded machine no
 * process can keep a promise about time for the moments in which it does not run.
 */
function waitedForProcessor(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[1]) / 1e6;
  } catch {
    return 0;
  }
}

/** What a desk says of its one article's body, and that everything in it is sound. */
async function read(folder: string, id: string): Promise<string> {
  const desk = await Desk.open({ folder });
  try {
    expect((await verifyDesk(desk)).problems).toEqual([]);
    const [row] = desk.list({ view: 'all', offset: 0, limit: 10 }).rows;
    expect(row?.id).toBe(id);
    return desk.articles.load(id).getText('body').toString();
  } finally {
    await desk.close();
  }
}

describe(`the browser host killed in the middle of typing (seed ${SEED})`, () => {
  const dataDir = tempFolder();
  const random = seededRandom(SEED);
  const moments = Array.from({ length: KILLS }, () => Math.round(random() * LONGEST_SESSION_MS));
  let id = '';
  /** The body as the last reading found it. */
  let known = '';

  it.each(moments.map((ms, index) => [index + 1, ms] as const))(
    'has, the %i. time after %i ms, everything that was saved and everything shown for 100 ms',
    async (round, ms) => {
      const host = await startHost({ dataDir });
      const page = await openHostPage(host);
      if (id === '') {
        await page.desk.workstation.startLocal({ name: 'Lan' });
        id = (await page.desk.articles.create()).id;
      }
      const doc = new Y.Doc();
      Y.applyUpdate(doc, (await page.desk.articles.open({ id })).update);
      const body = doc.getText('body');
      expect(body.toString()).toBe(known);

      const waited = (): number => waitedForProcessor(host.pid) + waitedForProcessor(process.pid);
      const waitedBefore = waited();
      const keys: Key[] = [];
      doc.on('update', (update: Uint8Array) => {
        const key = keys.at(-1)!;
        page.desk.articles.update({ id, update: new Uint8Array(update) }).then(
          () => {
            key.isSaved = true;
          },
          // The line ended with the host.
          () => {},
        );
      });
      const press = (): void => {
        keys.push({ text: `${round}.${keys.length} `, at: performance.now(), isSaved: false });
        body.insert(body.length, keys.at(-1)!.text);
      };
      press();
      const typing = setInterval(press, KEY_EVERY_MS);
      await new Promise((resolve) => setTimeout(resolve, ms));
      const safeAfter = SAFE_AFTER_MS + waited() - waitedBefore;
      const killedAt = performance.now();
      const saved = keys.filter(({ isSaved }) => isSaved).length;
      const killed = host.kill();
      clearInterval(typing);
      await killed;
      await page.ended;

      const before = known;
      known = await read(activeFolder(dataDir), id);
      const typed = keys.map(({ text }) => text);
      // Whole keys, in order, each once: what is there is a beginning of what was typed.
      const wholes = Array.from({ length: keys.length + 1 }, (_, count) => before + typed.slice(0, count).join(''));
      expect(wholes).toContain(known);
      const kept = wholes.indexOf(known);
      expect(kept).toBeGreaterThanOrEqual(saved);
      expect(kept).toBeGreaterThanOrEqual(keys.filter(({ at }) => killedAt - at >= safeAfter).length);
    },
  );

  afterAll(() => expect(known).not.toBe(''));
});

type Ended = { acknowledged: string[]; signal: NodeJS.Signals | null };

/** Runs tests/faults/desk-process.ts until it ends by itself; answers what it said was done. */
function runToItsEnd(...args: string[]): Promise<Ended> {
  const script = fileURLToPath(new URL('./desk-process.ts', import.meta.url));
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const acknowledged: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => acknowledged.push(line));
  return new Promise((resolve) => {
    child.once('close', (_, signal) => resolve({ acknowledged, signal }));
  });
}

describe('a core that ends', () => {
  it.each([
    ['before-commit', 'lacks what was not acknowledged', 0],
    ['after-commit', 'has one more than was acknowledged', 1],
    ['before-projection', 'has everything, in lists too', 0],
  ] as const)('%s %s', async (point, _, more) => {
    const folder = tempFolder();
    const { acknowledged, signal } = await runToItsEnd('type', folder, point);
    expect(signal).toBe('SIGKILL');
    const [id, ...keys] = acknowledged;
    expect(keys.length).toBeGreaterThan(2);
    expect(await read(folder, id!)).toBe(Array.from({ length: keys.length + more }, (_, key) => `${key} `).join(''));
  });

  it.each(['before-send', 'after-send'] as const)('%s of a push doubles nothing and loses nothing', async (point) => {
    const office: Office = await openOffice();
    try {
      const folder = tempFolder();
      const code = office.app.office.invite({ name: 'Lan', role: 'writer' });
      const { acknowledged, signal } = await runToItsEnd('push', folder, point, office.url, code);
      expect(signal).toBe('SIGKILL');
      const log = (): unknown[] => office.app.office.db.prepare('SELECT id, kind FROM log ORDER BY seq').all();
      const arrived = log().length;
      expect(arrived > 0).toBe(point === 'after-send');
      const desk = await Desk.open({ folder });
      await desk.sync.now();
      expect(desk.status()).toMatchObject({ link: 'online', waiting: { count: 0 }, refused: [] });
      expect(desk.articles.document(acknowledged[0]!).headline).toBe('Gửi đi');
      await desk.close();
      expect(log().filter((entry) => (entry as { kind: string }).kind === 'event')).toHaveLength(2);
      await read(folder, acknowledged[0]!);
      const ids = log().map((entry) => (entry as { id: string }).id);
      expect(new Set(ids).size).toBe(ids.length);
    } finally {
      await office.close();
    }
  });

  it('in the middle of keeping a picture has the whole picture or none, and nothing half', async () => {
    const folder = tempFolder();
    const { signal } = await runToItsEnd('photo', folder, 'before-row');
    expect(signal).toBe('SIGKILL');
    const desk = await Desk.open({ folder });
    expect((await verifyDesk(desk)).problems).toEqual([]);
    expect(desk.db.prepare('SELECT count(*) FROM photos').pluck().get()).toBe(0);
    const path = fileURLToPath(new URL('../../resources/sample/black-canyon.jpg', import.meta.url));
    const { sha256 } = await desk.photos.addFile(path);
    expect(await desk.photos.files.hashOf(sha256)).toBe(sha256);
    await desk.close();
  });
});
