import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blockText } from '../../shared/article/document.ts';
import { launchBrowser } from '../support/browser.ts';
import { type SampleSite, startSampleSite } from './sample-site.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let browser: Browser;
let site: SampleSite;

beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), startSampleSite()]);
});
afterAll(async () => {
  await browser.close();
  site.server.closeAllConnections();
  site.server.close();
});

async function withPage(
  options: Parameters<Browser['newContext']>[0],
  run: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext(options);
  const problems: string[] = [];
  const page = await context.newPage();
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4(?:04|10)/u.test(message.text())) problems.push(message.text());
  });
  await run(page);
  expect(problems).toEqual([]);
  await context.close();
}

const texts = (page: Page, selector: string): Promise<string[]> => page.locator(selector).allTextContents();

describe('the public site in a browser', () => {
  it('reads an article whole with JavaScript off', async () => {
    await withPage({ javaScriptEnabled: false }, async (page) => {
      for (const article of site.articles) {
        const { document } = article;
        await page.goto(site.url + article.path);
        expect(await texts(page, 'h1')).toEqual([document.headline]);
        expect(await texts(page, '.lead')).toEqual([document.lead]);
        const written = document.blocks.filter(({ kind }) => kind !== 'photo').map(blockText);
        expect(await texts(page, '.body > p, .body > h2, .body > blockquote, .body li')).toEqual(written);
        expect(await texts(page, '.caption')).toEqual(document.photos.map(({ caption }) => caption));
        expect(await texts(page, '.credit')).toEqual(document.photos.map(({ credit }) => `Ảnh: ${credit}`));
        expect(await texts(page, '.revision')).toEqual([article.revision]);
        expect(await page.locator('meta[name=revision]').getAttribute('content')).toBe(article.revision);
        await expect(page.locator('html').getAttribute('lang')).resolves.toBe('vi');
      }
    });
  });

  it('draws its photos and fonts, and stays within a phone’s width', async () => {
    for (const width of [390, 1366]) {
      await withPage({ viewport: { width, height: 800 } }, async (page) => {
        for (const path of ['', site.articles[0]!.path, site.whole.path, 'chuyen-muc/van-hoa']) {
          await page.goto(site.url + path);
          for (const image of await page.locator('img').all()) {
            await image.scrollIntoViewIfNeeded();
            await image.evaluate((element: HTMLImageElement) => element.decode());
            expect(await image.evaluate((element: HTMLImageElement) => element.currentSrc)).toMatch(/\/anh\//u);
          }
          await page.evaluate(() => document.fonts.ready.then(() => undefined));
          expect(await page.evaluate(() => document.fonts.check('18px Literata', 'Ữỹ'))).toBe(true);
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
        }
      });
    }
  });

  it('moves a table sideways by the keyboard on a phone, and nothing else with it', async () => {
    await withPage({ viewport: { width: 320, height: 700 } }, async (page) => {
      await page.goto(site.url + site.whole.path);
      const table = page.getByRole('group', { name: 'Bảng 1' });
      await table.focus();
      await page.keyboard.press('ArrowRight');
      await expect.poll(() => table.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
      expect(await texts(page, 'thead th')).toEqual(['Phường', 'Số tàu', 'Sản lượng (tấn)']);
    });
  });

  it('is clean by axe, in light and dark, on every kind of page', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await withPage({ colorScheme }, async (page) => {
        for (const path of ['', site.articles[1]!.path, site.whole.path, 'chuyen-muc/tin-tuc', 'loi-410', 'loi-404']) {
          await page.goto(site.url + path);
          await page.evaluate(axeSource);
          const results = await page.evaluate(() =>
            (globalThis as unknown as { axe: { run: () => Promise<AxeResults> } }).axe.run(),
          );
          const found = results.violations.map(
            ({ id, nodes }) => `${path}: ${id} ${nodes.map(({ html }) => html).join(' ')}`,
          );
          expect(found).toEqual([]);
        }
      });
    }
  });

  it('lets a keyboard skip to the main content first', async () => {
    await withPage({}, async (page) => {
      await page.goto(site.url + site.articles[0]!.path);
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Đến nội dung chính');
      await page.keyboard.press('Enter');
      expect(page.url()).toMatch(/#noi-dung$/u);
    });
  });

  it('serves a feed that is well-formed XML with every article in it', async () => {
    await withPage({}, async (page) => {
      await page.goto(site.url);
      const feed = await page.evaluate(async () => {
        const href = document.querySelector<HTMLLinkElement>('link[type="application/rss+xml"]')?.href ?? '';
        return { href, rel: document.querySelector('link[rel=canonical]')?.getAttribute('href') };
      });
      const xml = await (await fetch(feed.href)).text();
      const read = await page.evaluate((text) => {
        const parsed = new DOMParser().parseFromString(text, 'text/xml');
        const all = (name: string) => [...parsed.querySelectorAll(`item > ${name}`)].map((node) => node.textContent);
        return {
          broken: parsed.querySelector('parsererror')?.textContent ?? null,
          titles: all('title'),
          links: all('link'),
        };
      }, xml);
      expect(read).toEqual({
        broken: null,
        titles: site.articles.map(({ document }) => document.headline),
        links: site.articles.map(({ path }) => site.url + path),
      });
      expect(feed.rel).toBe(site.url);
    });
  });
});
