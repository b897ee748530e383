/**
 * Typing: from a key press to the paint that shows it, and the main thread's work for a key (thread ticks), in articles of
 * 2,000 and 20,000 words, at the end and in the middle; in the workstation with saving, counts, lists and spelling at work,
 * and beside it in bare contenteditable, bare Lexical, Lexical with Yjs, Tiptap with y-prosemirror and CKEditor 5 with the
 * same text. Blocks of keys take turns, so that all see the same machine; a ratio is the median of the pairs.
 *
 * TOASOAN_BENCH_WORDS names other sizes (`2000,20000`), TOASOAN_BENCH_BLOCKS how many blocks.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, CDPSession, Page } from '@playwright/test';
import { launchBrowser } from '../support/browser.ts';
import { telexStates } from '../support/input-methods.ts';
import { startHost } from '../support/processes.ts';
import { serveBarePage } from './bare-site.ts';
import { importArticle, TITLE } from './desk-with-article.ts';
import { percentile, printFigure } from './figure.ts';
import { composeBlock, emptySamples, installProbe, type KeySamples, typeBlock } from './key-to-paint.ts';
import { buildPeers, type Peer, peers, writeText } from './peers.ts';
import { sampleParagraphs } from './sample-text.ts';

const SIZES = (process.env.TOASOAN_BENCH_WORDS ?? '2000,20000').split(',').map(Number);
const BLOCKS = Number(process.env.TOASOAN_BENCH_BLOCKS ?? 9);
const WARM_UP_BLOCKS = 2;
const BLOCK = 'truyền thông số đồng hành cùng bà con nơi biên giới ';
const COMPOSED = 'truyền thông số đồng hành'.split(' ').map(telexStates);

type Seat = { name: 'ours' | Peer; browser: Browser; page: Page; session: CDPSession; samples: KeySamples };

/** Each page has a browser of its own: one browser paints only the page in front. */
async function takeSeat(name: Seat['name'], url: string, prepare: (page: Page) => Promise<void>): Promise<Seat> {
  const browser = await launchBrowser();
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  const page = await context.newPage();
  await page.goto(url);
  await prepare(page);
  return { name, browser, page, session: await installProbe(page), samples: emptySamples() };
}

const bodyOf = (name: Seat['name']): string =>
  name === 'ours' ? '.article-body [contenteditable="true"]' : '[contenteditable="true"]';

/** Puts the caret at the end of the last paragraph, or of the one in the middle. */
async function putCaret({ name, page }: Seat, place: 'end' | 'middle'): Promise<void> {
  const paragraphs = page.locator(`${bodyOf(name)} p`);
  const count = await paragraphs.count();
  const paragraph = paragraphs.nth(place === 'end' ? count - 1 : Math.floor(count / 2));
  await paragraph.scrollIntoViewIfNeeded();
  await paragraph.click();
  await page.keyboard.press('End');
}

async function heapBytes({ session }: Seat): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize;
}

/** The median of what one sample is to the other of its pair. */
function pairedRatio(values: readonly number[], baselines: readonly number[]): number {
  return percentile(
    values.map((value, index) => value / (baselines[index] ?? Number.NaN)),
    0.5,
  );
}

function tell(seats: readonly Seat[], what: string): void {
  const baseline = seats.find(({ name }) => name === 'lexical')!.samples;
  for (const { name, samples } of seats) {
    if (name === 'lexical') continue;
    const told = (metric: string, unit: string, pick: (from: KeySamples) => readonly number[], share: number): void =>
      printFigure(
        'typing',
        `${name}/${what}-${metric}`,
        unit,
        percentile(pick(samples), share),
        percentile(pick(baseline), share),
        metric.startsWith('cpu') ? pairedRatio(pick(samples), pick(baseline)) : undefined,
      );
    told('to-paint-p50', 'ms', ({ paintMs }) => paintMs, 0.5);
    told('to-paint-p95', 'ms', ({ paintMs }) => paintMs, 0.95);
    told('cpu', 'ms', ({ taskMsPerKey }) => taskMsPerKey, 0.5);
  }
}

async function inTurns(seats: readonly Seat[], block: (seat: Seat) => Promise<void>): Promise<void> {
  for (let round = 0; round < WARM_UP_BLOCKS + BLOCKS; round += 1) {
    if (round === WARM_UP_BLOCKS) for (const seat of seats) seat.samples = emptySamples();
    for (const seat of round % 2 === 0 ? seats : seats.toReversed()) await block(seat);
  }
}

async function benchSize(words: number, folder: string, site: { url: string; outDir: string }): Promise<void> {
  const paragraphs = sampleParagraphs(words, 1);
  importArticle(folder, paragraphs);
  writeText(site.outDir, paragraphs);
  const host = await startHost({ dataDir: folder });
  const seats: Seat[] = [];
  try {
    seats.push(
      await takeSeat('ours', host.url, async (page) => {
        await page.getByText(TITLE).first().click();
        await page
          .locator(`${bodyOf('ours')} p`)
          .first()
          .waitFor();
      }),
    );
    for (const peer of peers) {
      const wait = async (page: Page): Promise<void> =>
        page
          .locator(`${bodyOf(peer)} p`)
          .first()
          .waitFor();
      seats.push(await takeSeat(peer, `${site.url}${peer}.html`, wait));
    }
    for (const place of ['end', 'middle'] as const) {
      for (const seat of seats) await putCaret(seat, place);
      await inTurns(seats, ({ page, session, samples }) => typeBlock(page, session, BLOCK, samples));
      tell(seats, `${words}-${place}-key`);
    }
    const composing = seats.filter(({ name }) => name === 'ours' || name === 'lexical');
    await inTurns(composing, ({ page, session, samples }) => composeBlock(page, session, COMPOSED, samples));
    tell(composing, `${words}-composition-step`);
    const heaps = new Map(await Promise.all(seats.map(async (seat) => [seat.name, await heapBytes(seat)] as const)));
    for (const [name, bytes] of heaps) {
      if (name !== 'lexical')
        printFigure('typing', `${name}/${words}-heap`, 'MB', bytes / 1e6, heaps.get('lexical')! / 1e6);
    }
  } finally {
    for (const { browser } of seats) await browser.close();
    await host.stop();
  }
}

export async function benchTyping(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'toasoan-bench-'));
  const outDir = join(folder, 'peers');
  await buildPeers(outDir, []);
  const site = await serveBarePage(outDir);
  try {
    for (const words of SIZES) {
      const dataDir = mkdtempSync(join(folder, 'desk-'));
      await benchSize(words, dataDir, { url: site.url, outDir });
    }
  } finally {
    await site.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
