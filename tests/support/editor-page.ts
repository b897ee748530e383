/** renderer/editor/testing, the editor by itself, in a browser. */
import type { Browser, CDPSession, Page } from '@playwright/test';
import { afterAll, beforeAll } from 'vitest';
import type { Trial } from '../../renderer/editor/testing/page.tsx';
import { launchBrowser } from './browser.ts';
import { type ServedPage, servePage } from './served-page.ts';
import { tempFolder } from './temp-folder.ts';

/** The editor in a browser, as a person and somebody else at another computer use it. */
export class EditorInBrowser {
  readonly page: Page;
  readonly devtools: CDPSession;
  readonly problems: string[];

  private constructor(page: Page, devtools: CDPSession, problems: string[]) {
    this.page = page;
    this.devtools = devtools;
    this.problems = problems;
  }

  static async open(browser: Browser, { url }: ServedPage): Promise<EditorInBrowser> {
    const page = await browser.newPage();
    page.setDefaultTimeout(5_000);
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.stack ?? error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text());
    });
    await page.goto(url);
    await page.locator('.body-text').waitFor();
    return new EditorInBrowser(page, await page.context().newCDPSession(page), problems);
  }

  /** Opens an article of these lines, with the caret at its end. */
  async start(...lines: Parameters<Trial['open']>[0]): Promise<void> {
    const guid = await this.page.evaluate((seed) => window.trial.open(seed), lines);
    await this.page.locator(`[data-article="${guid}"] .body-text > *`).first().waitFor();
    await this.page.evaluate(() => window.trial.body().focus('end'));
    await this.settle();
  }

  /** Until what the browser has queued (a changed selection, a frame) has happened. */
  async settle(): Promise<void> {
    await this.page.evaluate(
      () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
    );
  }

  /** Keys one after the other, each when the one before has had its effect. */
  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      await this.page.keyboard.press(key);
      await this.settle();
    }
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** A text that an input method gives at once, without a key of its own. */
  async insert(text: string): Promise<void> {
    await this.page.keyboard.insertText(text);
  }

  /** The lines of the flat text; throws unless editor, page and the other person's document say the same. */
  async lines(): Promise<string[]> {
    const { difference, lines } = await this.page.evaluate(() => ({
      difference: window.trial.difference(),
      lines: window.trial.lines(),
    }));
    if (difference !== null) throw new Error(difference);
    if (this.problems.length > 0) throw new Error(this.problems.splice(0).join('\n'));
    return lines;
  }

  /** Asks the page. */
  ask<Answer, Given = undefined>(question: (given: Given) => Answer, given?: Given): Promise<Answer> {
    return this.page.evaluate(question as (given: unknown) => Answer, given as unknown) as Promise<Answer>;
  }
}

/**
 * Builds the editor's page before this file's tests and opens it in a browser of its own; both end with them.
 * `openAnother` opens the same page once more.
 */
export function openEditorForTests(
  opened: (editor: EditorInBrowser, openAnother: () => Promise<EditorInBrowser>) => void,
): void {
  let end = async (): Promise<void> => {};
  beforeAll(async () => {
    const [browser, served] = await Promise.all([launchBrowser(), servePage('renderer/editor/testing', tempFolder())]);
    end = async () => {
      await browser.close();
      served.server.close();
    };
    const open = () => EditorInBrowser.open(browser, served);
    opened(await open(), open);
  });
  afterAll(() => end());
}
