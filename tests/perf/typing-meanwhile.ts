/** Keys in an article while a card of photos comes in through the page, beside the same keys before and after. */
import type { Page } from '@playwright/test';
import { launchBrowser } from '../support/browser.ts';
import { startHost } from '../support/processes.ts';
import { importArticle, TITLE } from './desk-with-article.ts';
import { percentile, printFigure } from './figure.ts';
import { emptySamples, installProbe, typeBlock } from './key-to-paint.ts';
import { childrenOf, MIB, residentBytes } from './process-memory.ts';
import { sampleParagraphs } from './sample-text.ts';

const BLOCK = 'truyền thông số đồng hành cùng bà con nơi biên giới ';
const BLOCKS = 8;
const WARM_UP_BLOCKS = 3;
const TAKE_IN_MS = 600_000;
/** How far pictures on their way in are. */
const PROGRESS = '.take-in-panel';

export async function benchTypingMeanwhile(card: readonly string[], dataDir: string): Promise<void> {
  importArticle(dataDir, sampleParagraphs(2_000, 1));
  const host = await startHost({ dataDir });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    await page.goto(host.url);
    await page.getByText(TITLE).first().click();
    const body = page.locator('.article-body [contenteditable="true"] p');
    await body.first().waitFor();
    const session = await installProbe(page);
    const toTheEnd = async (): Promise<void> => {
      await body.last().click();
      await page.keyboard.press('End');
    };
    const [quiet, busy] = [emptySamples(), emptySamples()];
    await toTheEnd();
    for (let block = 0; block < WARM_UP_BLOCKS; block += 1) await typeBlock(page, session, BLOCK, emptySamples());
    for (let block = 0; block < BLOCKS; block += 1) await typeBlock(page, session, BLOCK, quiet);
    const before = residentBytes(host.pid);
    await beginTakeIn(page, card);
    await toTheEnd();
    let [core, process] = [0, 0];
    const look = setInterval(() => {
      core = Math.max(core, residentBytes(host.pid));
      process = Math.max(process, ...childrenOf(host.pid, 'picture-worker').map((pid) => residentBytes(pid)));
    }, 100);
    for (let block = 0; block < 2 * BLOCKS; block += 1) {
      if ((await page.locator(PROGRESS).count()) === 0)
        throw new Error('the photos were in before the typing was over: give it more of them');
      await typeBlock(page, session, BLOCK, busy);
    }
    await page.locator(PROGRESS).waitFor({ state: 'detached', timeout: TAKE_IN_MS });
    clearInterval(look);
    await toTheEnd();
    for (let block = 0; block < BLOCKS; block += 1) await typeBlock(page, session, BLOCK, quiet);
    for (const share of [0.5, 0.95]) {
      const of = ({ paintMs }: typeof quiet): number => percentile(paintMs, share);
      printFigure('photos', `key-to-paint-p${share * 100}-meanwhile`, 'ms', of(busy), of(quiet));
    }
    printFigure('photos', 'core-memory-peak', 'MiB', core / MIB, before / MIB);
    printFigure('photos', 'picture-process-memory-peak', 'MiB', process / MIB, before / MIB);
  } finally {
    await browser.close();
    await host.stop();
  }
}

/** Chooses the files in the photo library and comes back to the article. */
async function beginTakeIn(page: Page, card: readonly string[]): Promise<void> {
  await page.keyboard.press('Alt+a');
  const chooser = page.waitForEvent('filechooser');
  await page.locator('.photo-empty-ways button').first().click();
  await (await chooser).setFiles([...card]);
  await page.locator(PROGRESS).waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.photo-library').waitFor({ state: 'detached' });
}
