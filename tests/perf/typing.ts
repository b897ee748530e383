/**
 * Typing: from a key press to the paint that shows it, and the main thread's work for a key, in a 2,000-word article of
 * the workstation (saving, counts and lists at work) and in a bare Lexical page with the same text; blocks of keys take
 * turns, so that both see the same machine.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, CDPSession, Page } from '@playwright/test';
import { launchBrowser } from '../support/browser.ts';
import { startHost } from '../support/processes.ts';
import { buildBarePage, serveBarePage } from './bare-site.ts';
import { importArticle, TITLE } from './desk-with-article.ts';
import { percentile, printFigure } from './figure.ts';
import { emptySamples, installProbe, type KeySamples, typeBlock } from './key-to-paint.ts';
import { sampleParagraphs } from './sample-text.ts';

const WORDS = 2_000;
const BLOCKS = 12;
const WARM_UP_BLOCKS = 2;
const BLOCK = 'truyen thong so dong hanh cung ba con noi bien gioi ';

type Seat = { browser: Browser; page: Page; session: CDPSession; samples: KeySamples };

/**
 * Puts the caret at the end of the paragraph in the middle of the text, and the probe into the page. Each page has a browser
 * of its own: one browser paints only the page in front.
 */
async function takeSeat(url: string, paragraph: string, prepare: (page: Page) => Promise<void>): Promise<Seat> {
  const browser = await launchBrowser();
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  const page = await context.newPage();
  await page.goto(url);
  await prepare(page);
  const middle = page.locator(paragraph);
  await middle.nth(Math.floor((await middle.count()) / 2)).click();
  await page.keyboard.press('End');
  return { browser, page, session: await installProbe(page), samples: emptySamples() };
}

export async function benchTyping(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'toasoan-bench-'));
  const browsers: Browser[] = [];
  try {
    const paragraphs = sampleParagraphs(WORDS, 1);
    importArticle(folder, paragraphs);
    const bareFolder = join(folder, 'bare');
    await buildBarePage(bareFolder, paragraphs);
    const site = await serveBarePage(bareFolder);
    const host = await startHost({ dataDir: folder });
    const bare = await takeSeat(site.url, '[contenteditable="true"] p', async () => {});
    const ours = await takeSeat(host.url, '.article-body [contenteditable="true"] p', async (page) => {
      await page.getByText(TITLE).first().click();
      await page.locator('.article-body [contenteditable="true"]').first().waitFor();
    });
    browsers.push(bare.browser, ours.browser);
    for (let block = 0; block < WARM_UP_BLOCKS + BLOCKS; block += 1) {
      if (block === WARM_UP_BLOCKS) for (const seat of [bare, ours]) seat.samples = emptySamples();
      for (const seat of block % 2 === 0 ? [bare, ours] : [ours, bare]) {
        await typeBlock(seat.page, seat.session, BLOCK, seat.samples);
      }
    }
    const told = (metric: string, pick: (samples: KeySamples) => readonly number[], share: number): void =>
      printFigure('typing', metric, 'ms', percentile(pick(ours.samples), share), percentile(pick(bare.samples), share));
    told('key-to-paint-p50', ({ paintMs }) => paintMs, 0.5);
    told('key-to-paint-p95', ({ paintMs }) => paintMs, 0.95);
    told('main-thread-per-key', ({ taskMsPerKey }) => taskMsPerKey, 0.5);
    told('script-per-key', ({ scriptMsPerKey }) => scriptMsPerKey, 0.5);
    await host.stop();
    await site.stop();
  } finally {
    for (const browser of browsers) await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
