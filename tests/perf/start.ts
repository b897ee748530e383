/**
 * Cold start: from starting the process that serves the page to a key that was typed and shows, in the workstation with
 * a 2,000-word article that was open last time, and in a bare Lexical page with the same text. The browser runs already
 * in both cases; every round starts both processes anew.
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
import { importArticle } from './desk-with-article.ts';
import { percentile, printFigure } from './figure.ts';
import { sampleParagraphs } from './sample-text.ts';

const WORDS = 2_000;
const ROUNDS = 9;
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

    // The person opened the article once, so that the next start comes back to it.
    const first = await startHost({ dataDir: folder, env });
    const { port } = new URL(first.origin);
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(first.url);
    await page.getByText('Bài để đo tốc độ gõ').first().click();
    await page.locator('.article-body [contenteditable="true"]').first().waitFor();
    await page.goto('about:blank');
    await first.stop();

    for (let round = 0; round < ROUNDS; round += 1) {
      const bareBegun = performance.now();
      const site = await serveBarePage(bareFolder);
      bare.push(await untilTyped(page, site.url, '[contenteditable="true"]', bareBegun));
      await site.stop();
      const begun = performance.now();
      const host = await startHost({ dataDir: folder, port: Number(port), env });
      ours.push(await untilTyped(page, host.url, '.article-body [contenteditable="true"]', begun));
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
