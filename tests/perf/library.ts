/**
 * Opening the library with 100, 10,000 and 100,000 articles: from the page's navigation to the first rows on the screen,
 * and jumping to the end of the list; the memory of the core and of the page meanwhile. The baseline is the library of 100.
 */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { launchBrowser } from '../support/browser.ts';
import { startHost } from '../support/processes.ts';
import { archiveDesk } from './archive-desk.ts';
import { benchSize } from './bench-size.ts';
import { percentile, printFigure } from './figure.ts';

const SMALL = 100;
const MIDDLE = 10_000;
const ROUNDS = 9;
const MIB = 2 ** 20;

type Opened = { opening: number[]; end: number[]; coreBytes: number; pageBytes: number };

export async function benchLibrary(): Promise<void> {
  const sizes = [SMALL, MIDDLE, benchSize()];
  const measured = new Map<number, Opened>();
  for (const size of sizes) measured.set(size, await openLibrary((await archiveDesk(size)).dataDir));
  const base = measured.get(SMALL)!;
  for (const size of sizes) {
    const { opening, end, coreBytes, pageBytes } = measured.get(size)!;
    for (const share of [0.5, 0.95]) {
      const name = `p${share * 100}-${size}`;
      printFigure('library', `opening-${name}`, 'ms', percentile(opening, share), percentile(base.opening, share));
      printFigure('library', `to-the-end-${name}`, 'ms', percentile(end, share), percentile(base.end, share));
    }
    printFigure('library', `core-memory-${size}`, 'MiB', coreBytes / MIB, base.coreBytes / MIB);
    printFigure('library', `page-memory-${size}`, 'MiB', pageBytes / MIB, base.pageBytes / MIB);
  }
}

async function openLibrary(dataDir: string): Promise<Opened> {
  const host = await startHost({ dataDir });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    await page.goto(host.url);
    await firstRows(page);
    const opening: number[] = [];
    const end: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      await page.goto(host.origin);
      opening.push(await firstRows(page));
      end.push(await jumpToTheEnd(page));
    }
    const session = await page.context().newCDPSession(page);
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    return { opening, end, coreBytes: residentBytes(host.pid), pageBytes: usedSize };
  } finally {
    await browser.close();
    await host.stop();
  }
}

/** Milliseconds from the navigation's start to the frame in which rows with words are there. */
function firstRows(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const look = (): void => {
          const row = document.querySelector('.article-row .row-headline');
          if (row === null || row.textContent === '') requestAnimationFrame(look);
          else resolve(performance.now());
        };
        look();
      }),
  );
}

/** Milliseconds from the End key to the frame in which the last rows have their words. */
async function jumpToTheEnd(page: Page): Promise<number> {
  await page.locator('.article-list').focus();
  const done = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        window.addEventListener(
          'keydown',
          () => {
            const pressed = performance.now();
            const look = (): void => {
              const last = [...document.querySelectorAll('.article-row')].at(-1);
              const isLast = last?.getAttribute('aria-posinset') === last?.getAttribute('aria-setsize');
              if (isLast && last?.querySelector('.row-headline')?.textContent) resolve(performance.now() - pressed);
              else requestAnimationFrame(look);
            };
            requestAnimationFrame(look);
          },
          { capture: true, once: true },
        );
      }),
  );
  await page.keyboard.press('End');
  const took = await done;
  await page.keyboard.press('Home');
  await page.waitForFunction(() => document.querySelector('.article-row')?.getAttribute('aria-posinset') === '1');
  return took;
}

/** Linux only; NaN elsewhere. */
function residentBytes(pid: number): number {
  try {
    const [, kilobytes] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes) * 1024;
  } catch {
    return Number.NaN;
  }
}
