/** Builds renderer/editor/testing, the editor by itself, and serves it under the policy that the product's page has. */
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, CDPSession, Page } from '@playwright/test';
import { build } from 'vite';
import { afterAll, beforeAll } from 'vitest';
import {
  contentSecurityPolicy,
  makeNonce,
  securityHeaders,
  withNonce,
} from '../../electron/core/page/page-security.ts';
import type { Trial } from '../../renderer/editor/testing/page.tsx';
import { launchBrowser } from './browser.ts';
import { tempFolder } from './temp-folder.ts';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

export type EditorPage = { url: string; server: Server };

export async function serveEditorPage(folder: string): Promise<EditorPage> {
  await build({
    root: fileURLToPath(new URL('../../renderer/editor/testing', import.meta.url)),
    base: './',
    configFile: false,
    logLevel: 'error',
    // Vitest's own NODE_ENV would make it a development build.
    oxc: { jsx: { runtime: 'automatic', development: false } },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { outDir: folder, emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0 },
  });
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const name = pathname === '/' ? '/index.html' : pathname;
    try {
      const nonce = makeNonce();
      const file = readFileSync(join(folder, name));
      const body = name.endsWith('.html') ? withNonce(file.toString(), nonce) : file;
      response.writeHead(200, {
        ...securityHeaders,
        'content-type': types[extname(name)] ?? 'application/octet-stream',
        'content-security-policy': contentSecurityPolicy({ nonce }),
      });
      response.end(body);
    } catch {
      response.writeHead(name === '/favicon.ico' ? 204 : 404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, server };
}

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

  static async open(browser: Browser, { url }: EditorPage): Promise<EditorInBrowser> {
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
    const [browser, served] = await Promise.all([launchBrowser(), serveEditorPage(tempFolder())]);
    end = async () => {
      await browser.close();
      served.server.close();
    };
    const open = () => EditorInBrowser.open(browser, served);
    opened(await open(), open);
  });
  afterAll(() => end());
}
