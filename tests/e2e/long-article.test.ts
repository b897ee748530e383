/** An article of many paragraphs, most of them never looked at: it opens where it was left, and takes what is typed anywhere. */
import { join } from 'node:path';
import { type Browser, type Locator, type Page, expect as see } from '@playwright/test';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Desk } from '../../electron/core/desk/desk.ts';
import { ownFolder, readNote, writeNote } from '../../electron/core/desk/workstation-note.ts';
import { sampleParagraphs } from '../perf/sample-text.ts';
import { launchBrowser } from '../support/browser.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { closeSeat, openSeat, type Seat } from './office.ts';

const WORDS = 15_000;
const dataDir = join(tempFolder(), 'desk');

let browser: Browser;
let seat: Seat;
let page: Page;
beforeAll(async () => {
  const desk = await Desk.open({ folder: ownFolder(dataDir), name: 'Lan' });
  writeNote(dataDir, { ...readNote(dataDir), profile: 'own', language: 'vi' });
  const paragraphs = sampleParagraphs(WORDS, 3).map((text, index) => `${index}. ${text}`);
  const none = { version: 1 as const, language: 'vi', lead: '', photos: [], fields: {} };
  const blocks = paragraphs.map((text) => ({ kind: 'paragraph' as const, runs: [{ text }] }));
  desk.createArticle({ document: { ...none, headline: 'Bài dài', blocks } });
  desk.createArticle({ document: { ...none, headline: 'Bài ngắn', blocks: [] } });
  await desk.close();
  browser = await launchBrowser();
  seat = await openSeat(browser, dataDir);
  page = seat.page;
});
afterAll(async () => {
  await closeSeat(seat);
  await browser.close();
});

const row = (headline: string): Locator => page.locator('.article-row', { hasText: headline });
const body = (): Locator => page.getByRole('textbox', { name: 'Nội dung' });

/** The paragraph at the top of what is seen, and how far it is from there. */
const seen = (): Promise<{ text: string; from: number }> =>
  page.evaluate(() => {
    const top = document.querySelector('.article-scroll')!.getBoundingClientRect().top;
    const first = [...document.querySelector('.body-text')!.children].find(
      (element) => element.getBoundingClientRect().bottom > top,
    )!;
    return { text: first.textContent!.slice(0, 12), from: Math.round(first.getBoundingClientRect().top - top) };
  });

it('opens where it was left, in a place that was not laid out yet', async () => {
  await row('Bài dài').click();
  await see(body().locator('p').last()).toHaveText(/^\d+\. /);
  await body()
    .locator('p', { hasText: /^37\. / })
    .evaluate((element) => {
      element.scrollIntoView();
      document.querySelector('.article-scroll')!.scrollTop += 40;
    });
  const before = await seen();
  expect(before.text).toMatch(/^37\. /);
  await row('Bài ngắn').click();
  await see(page.getByRole('textbox', { name: 'Tiêu đề' })).toHaveValue('Bài ngắn');
  await row('Bài dài').click();
  await see(body().locator('p').last()).toHaveText(/^\d+\. /);
  // The rest is laid out once what is seen has been painted.
  await see(page.locator('.article-scroll.is-opening')).toHaveCount(0);
  const after = await seen();
  expect(after.text).toBe(before.text);
  expect(Math.abs(after.from - before.from)).toBeLessThanOrEqual(1);
});

it('takes what is typed at its end and in its middle, and shows the caret there', async () => {
  await body().click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Hết.');
  const last = body().locator('p').last();
  await see(last).toHaveText(/ Hết\.$/);
  await see(last).toBeInViewport();
  await page.keyboard.press('Control+Home');
  await see(body().locator('p').first()).toBeInViewport();
  await page.keyboard.type('Đầu. ');
  await see(body().locator('p').first()).toHaveText(/^Đầu\. 0\. /);
  for (let down = 0; down < 60; down += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.type('§');
  const typed = body().locator('p', { hasText: '§' });
  await see(typed).toHaveCount(1);
  await see(typed).toBeInViewport();
  expect(seat.problems).toEqual([]);
});
