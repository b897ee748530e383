/**
 * Opening the library with 100, 10,000 and 100,000 articles: from the page's navigation to the first rows on the screen,
 * and jumping to the end of the list; the memory of the core and of the page meanwhile. The baseline is the library of 100.
 */
import type { Page } from '@playwright/test';
import { launchBrowser } from '../support/browser.ts';
import { type RunningHost, startHost } from '../support/processes.ts';
import { archiveDesk } from './archive-desk.ts';
import { benchSize } from './bench-size.ts';
import { percentile, printFigure } from './figure.ts';
import { MIB, residentBytes } from './process-memory.ts';

const SMALL = 100;
const MIDDLE = 10_000;
const ROUNDS = 15;
const WARM_UP_ROUNDS = 3;
const SETTLED_MS = 700;

type Library = { size: number; host: RunningHost; page: Page; opening: number[]; end: number[] };

export async function benchLibrary(): Promise<void> {
  const browser = await launchBrowser();
  const libraries: Library[] = [];
  try {
    for (const size of [SMALL, MIDDLE, benchSize()]) {
      const host = await startHost({ dataDir: (await archiveDesk(size)).dataDir });
      const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
      libraries.push({ size, host, page, opening: [], end: [] });
      await page.goto(host.url);
      await firstRows(page);
    }
    // They take turns, so that all see the same machine.
    for (let round = -WARM_UP_ROUNDS; round < ROUNDS; round += 1) {
      for (const { page, host, opening, end } of libraries) {
        await page.bringToFront();
        await page.goto(host.origin);
        const opened = await firstRows(page);
        const jumped = await jumpToTheEnd(page);
        if (round < 0) continue;
        opening.push(opened);
        end.push(jumped);
      }
    }
    const base = libraries[0]!;
    const [baseCore, basePage] = [residentBytes(base.host.pid), await heapBytes(base.page)];
    for (const { size, host, page, opening, end } of libraries) {
      for (const share of [0.5, 0.95]) {
        const name = `p${share * 100}-${size}`;
        printFigure('library', `opening-${name}`, 'ms', percentile(opening, share), percentile(base.opening, share));
        printFigure('library', `to-the-end-${name}`, 'ms', percentile(end, share), percentile(base.end, share));
      }
      printFigure('library', `core-memory-${size}`, 'MiB', residentBytes(host.pid) / MIB, baseCore / MIB);
      printFigure('library', `page-memory-${size}`, 'MiB', (await heapBytes(page)) / MIB, basePage / MIB);
    }
  } finally {
    await browser.close();
    for (const { host } of libraries) await host.stop();
  }
}

async function heapBytes(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize;
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
  // The article that was open last comes back meanwhile, and takes the focus.
  await page.locator('.article-body').waitFor();
  await page.waitForTimeout(SETTLED_MS);
  await page.locator('.article-list').focus();
  // The listener is there before the key is pressed: the two come to the page by ways of their own.
  await page.evaluate(() => {
    const reached = new Promise<number>((resolve, reject) => {
      setTimeout(() => reject(new Error('the end of the list did not come')), 20_000);
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
    });
    Object.assign(window, { reached });
  });
  await page.keyboard.press('End');
  const took = await page.evaluate(() => (window as unknown as { reached: Promise<number> }).reached);
  await page.keyboard.press('Home');
  await page.waitForFunction(() => document.querySelector('.article-row')?.getAttribute('aria-posinset') === '1');
  return took;
}
