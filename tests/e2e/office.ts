/** A whole office on this computer: an endpoint that can be stopped and started again, and workstations in browsers. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import type { Invitation } from '../../electron/core/desk/launch-endpoint.ts';
import type { Role } from '../../shared/workflow/event.ts';
import { type RunningHost, type RunningOffice, startEndpoint, startHost } from '../support/processes.ts';

/** Screenshots of every step are kept here; TOASOAN_SCREENSHOTS names another folder. */
const screenshots = process.env.TOASOAN_SCREENSHOTS ?? fileURLToPath(new URL('../../test-results/', import.meta.url));

export type Seat = {
  dataDir: string;
  page: Page;
  context: BrowserContext;
  host: RunningHost;
  /** What went wrong in the page by itself: uncaught errors and what the console calls an error. */
  problems: string[];
};

export type Office = {
  readonly url: string;
  readonly invitations: Invitation[];
  start(): Promise<void>;
  stop(): Promise<void>;
};

/** An office's endpoint on its folder; it comes back at the same address. */
export async function openOffice(dataDir: string, people: { name: string; role: Role }[]): Promise<Office> {
  let running: RunningOffice | null = await startEndpoint({ dataDir, office: 'Cổng thông tin tỉnh', invites: people });
  const { url, invitations } = running;
  const port = Number(new URL(url).port);
  return {
    url,
    invitations,
    start: async () => {
      running ??= await startEndpoint({ dataDir, port });
    },
    stop: async () => {
      await running?.stop();
      running = null;
    },
  };
}

/** A workstation with a page of its own. */
export async function openSeat(browser: Browser, dataDir: string, locale = 'vi-VN'): Promise<Seat> {
  const host = await startHost({ dataDir, env: { LC_ALL: locale === 'vi-VN' ? 'vi_VN.UTF-8' : 'en_GB.UTF-8' } });
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale, colorScheme: 'light' });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  // Without a listener from the start, the first dialog for files may open before the browser hands it to the test.
  page.on('filechooser', () => {});
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  await page.goto(host.url);
  return { dataDir, page, context, host, problems };
}

export async function closeSeat({ context, host }: Seat): Promise<void> {
  await context.close();
  await host.stop();
}

/** Keeps a picture of the page as it is. */
export async function keepScreenshot(page: Page, name: string): Promise<void> {
  mkdirSync(screenshots, { recursive: true });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.screenshot({ path: join(screenshots, `${name}.png`), animations: 'disabled' });
}
