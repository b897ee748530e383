/**
 * Cold start: from starting the process that serves the page to a key that was typed and shows, in the workstation with
 * a 2,000-word article that was open last time, and in a bare Lexical page with the same text. The browser runs already
 * in both cases; every round starts both processes anew. Both were opened a few times before, as what people use every day
 * was: Node and Chromium keep what they have compiled.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { findBrowser } from '../../scripts/find-browser.mjs';
import { cache } from '../../scripts/set-up.mjs';
import { browserArguments } from '../support/browser.ts';
import { startHost } from '../support/processes.ts';
import { buildBarePage, serveBarePage } from './bare-site.ts';
import { importArticle, TITLE } from './desk-with-article.ts';
import { percentile, printFigure } from './figure.ts';
import { sampleParagraphs } from './sample-text.ts';

const WORDS = 2_000;
const ROUNDS = 9;
const WARM_UP_VISITS = 3;
const STAY_MS = 3_000;
const BARE = '[contenteditable="true"]';
const OURS = '.article-body [contenteditable="true"]';
/** As `npm start` starts the host. */
const env = { NODE_COMPILE_CACHE: join(cache, 'compiled') };

/** Milliseconds from `begun` until a key typed into the editable element at `selector` is in its text. */
async function untilTyped(page: Page, url: string, selector: string, begun: number): Promise<number> {
  await page.goto(url, { waitUntil: 'commit' });
  const editable = page.locator(selector);
  await editable.focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('§');
  await page.waitForFunction((where) => document.querySelector(where)?.textContent?.includes('§'), selector);
  const took = performance.now() - begun;
  await page.keyboard.press('Backspace');
  await page.waitForFunction((where) => !document.querySelector(where)?.textContent?.includes('§'), selector);
  await page.goto('about:blank');
  return took;
}

type Served = { url: string; stop: () => Promise<unknown> };

/** Opens both a few times, long enough for Chromium to keep what it compiled; answers their ports. */
async function warmUp(page: Page, ...starts: ((port?: number) => Promise<Served>)[]): Promise<number[]> {
  const ports: number[] = [];
  for (const [index, start] of starts.entries()) {
    for (let visit = 0; visit < WARM_UP_VISITS; visit += 1) {
      const served = await start(ports[index]);
      ports[index] = Number(new URL(served.url).port);
      await page.goto(served.url);
      // Ours shows the article that was open last, once it was opened.
      if (index === 1 && visit === 0) await page.getByText(TITLE).first().click();
      await page
        .locator(index === 1 ? OURS : BARE)
        .first()
        .waitFor();
      await page.waitForTimeout(STAY_MS);
      await page.goto('about:blank');
      await served.stop();
    }
  }
  return ports;
}

export async function benchStart(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'toasoan-bench-'));
  // A profile on disk, as people have one: it keeps what Chromium has compiled.
  const context = await chromium.launchPersistentContext(join(folder, 'browser'), {
    executablePath: findBrowser() ?? undefined,
    args: browserArguments,
    viewport: { width: 1366, height: 768 },
  });
  try {
    const paragraphs = sampleParagraphs(WORDS, 1);
    importArticle(folder, paragraphs);
    const bareFolder = join(folder, 'bare');
    await buildBarePage(bareFolder, paragraphs);
    const ours: number[] = [];
    const bare: number[] = [];

    const page = context.pages()[0] ?? (await context.newPage());
    const startBare = (port?: number) => serveBarePage(bareFolder, { port, env });
    const startOurs = (port?: number) => startHost({ dataDir: folder, port, env });
    const [barePort, ourPort] = await warmUp(page, startBare, startOurs);
    for (let round = 0; round < ROUNDS; round += 1) {
      const bareBegun = performance.now();
      const site = await startBare(barePort);
      bare.push(await untilTyped(page, site.url, BARE, bareBegun));
      await site.stop();
      const begun = performance.now();
      const host = await startOurs(ourPort);
      ours.push(await untilTyped(page, host.url, OURS, begun));
      await host.stop();
    }
    for (const share of [0.5, 0.95]) {
      printFigure('start', `start-to-typed-p${share * 100}`, 'ms', percentile(ours, share), percentile(bare, share));
    }
  } finally {
    await context.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
