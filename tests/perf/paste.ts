/**
 * Pasting 5,000 words from Word: from the paste to the paint that shows them, and the main thread's work for it, in the
 * workstation and in bare Lexical; each time into a fresh page, in turns.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { launchBrowser } from '../support/browser.ts';
import { startHost } from '../support/processes.ts';
import { serveBarePage } from './bare-site.ts';
import { importArticle, TITLE } from './desk-with-article.ts';
import { percentile, printFigure } from './figure.ts';
import { buildPeers } from './peers.ts';
import { wordHtml } from './word-html.ts';

const WORDS = 5_000;
const ROUNDS = Number(process.env.TOASOAN_BENCH_ROUNDS ?? 9);

type Pasted = { ms: number; cpuMs: number; words: number };

async function paste(page: Page, selector: string, copied: { html: string; text: string }): Promise<Pasted> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const task = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
  };
  await page.locator(selector).last().click();
  const before = await task();
  const pasted = await page
    .locator(selector)
    .last()
    .evaluate(async (element, { html, text }) => {
      const root = element.closest<HTMLElement>('[contenteditable="true"]')!;
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', html);
      clipboardData.setData('text/plain', text);
      const started = performance.now();
      root.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }));
      await new Promise<void>((resolve) => {
        requestAnimationFrame(() => {
          const channel = new MessageChannel();
          channel.port1.onmessage = () => resolve();
          channel.port2.postMessage(null);
        });
      });
      const ms = performance.now() - started;
      return { ms, words: (root.textContent ?? '').split(/\s+/u).length };
    }, copied);
  return { ...pasted, cpuMs: ((await task()) - before) * 1000 };
}

export async function benchPaste(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'toasoan-bench-'));
  const outDir = join(folder, 'peers');
  await buildPeers(outDir, ['']);
  const site = await serveBarePage(outDir);
  const dataDir = mkdtempSync(join(folder, 'desk-'));
  importArticle(dataDir, ['Một bài có sẵn.']);
  const host = await startHost({ dataDir });
  const browsers: Browser[] = [];
  try {
    const copied = wordHtml(WORDS);
    const pages = await Promise.all(
      ['ours', 'bare'].map(async () => {
        const browser = await launchBrowser();
        browsers.push(browser);
        return (await browser.newContext({ viewport: { width: 1366, height: 768 } })).newPage();
      }),
    );
    const [ours, bare] = [pages[0]!, pages[1]!];
    await ours.goto(host.url);
    await ours.getByText(TITLE).first().waitFor();
    const results: { ours: Pasted; bare: Pasted }[] = [];
    for (let round = 0; round < ROUNDS + 1; round += 1) {
      const mine = async (): Promise<Pasted> => {
        await ours.keyboard.press('Alt+n');
        await ours.locator('.article-body [contenteditable="true"] .line').first().waitFor();
        await ours.waitForTimeout(500);
        return paste(ours, '.article-body [contenteditable="true"] .line', copied);
      };
      const theirs = async (): Promise<Pasted> => {
        await bare.goto(`${site.url}lexical.html`);
        await bare.locator('[contenteditable="true"] p').first().waitFor();
        await bare.waitForTimeout(500);
        return paste(bare, '[contenteditable="true"] p', copied);
      };
      const result =
        round % 2 === 0
          ? { ours: await mine(), bare: await theirs() }
          : await theirs().then(async (done) => ({ ours: await mine(), bare: done }));
      if (result.ours.words < WORDS || result.bare.words < WORDS) {
        throw new Error(`not all of it was pasted: ${result.ours.words} and ${result.bare.words} words`);
      }
      if (round > 0) results.push(result);
    }
    for (const [metric, pick] of [
      ['to-paint', ({ ms }: Pasted) => ms],
      ['cpu', ({ cpuMs }: Pasted) => cpuMs],
    ] as const) {
      const values = results.map(({ ours }) => pick(ours));
      const baselines = results.map(({ bare }) => pick(bare));
      const ratio = percentile(
        values.map((value, index) => value / baselines[index]!),
        0.5,
      );
      printFigure('paste', `word-${WORDS}-${metric}`, 'ms', percentile(values, 0.5), percentile(baselines, 0.5), ratio);
    }
  } finally {
    for (const browser of browsers) await browser.close();
    await host.stop();
    await site.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
