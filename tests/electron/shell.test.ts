/**
 * The built shell and preload, booted over the double of the `electron` module (see double/electron.ts), with the real
 * core as a process of its own and a real Chromium page.
 */
import type { Browser } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { type ShellDouble, startShellDouble } from './double/chromium.ts';
import { firstSteps, stillWorks } from './first-steps.ts';

let browser: Browser;
let shell: ShellDouble;

beforeAll(async () => {
  browser = await launchBrowser();
  shell = await startShellDouble({ browser, dataDir: tempFolder() });
});
afterAll(() => browser.close());

describe('the Electron shell', () => {
  it('walks the first steps of the storyline', async () => {
    await firstSteps(shell.page);
  });

  it('locks its window in', () => {
    expect(shell.webPreferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
    });
    expect(shell.told).toContain('spell checker: false');
  });

  it('gives the page nothing but ways to ask for its port, to open a PDF and to paste text', async () => {
    const given = await shell.page.evaluate(() => Object.keys((window as unknown as { toasoan: object }).toasoan));
    expect(given.sort()).toEqual(['connect', 'host', 'openPdf', 'pasteText']);
    await shell.page.evaluate(() => (window as unknown as { toasoan: { pasteText(): void } }).toasoan.pasteText());
    expect(await shell.toldOf(/^pasted as text$/)).toBe('pasted as text');
  });

  it('gives the page’s files under a strict policy, and no others', async () => {
    expect(await shell.request('toasoan://desk/index.html')).toMatchObject({
      status: 200,
      headers: { 'content-security-policy': expect.stringMatching(/^default-src 'none'; script-src 'self';/) },
    });
    for (const path of [
      '../package.json',
      '%2e%2e/package.json',
      'assets/../../main/core.js',
      'photos/x/thumb',
      '/etc/passwd',
    ]) {
      expect(await shell.request(`toasoan://desk/${path}`)).toMatchObject({ status: 404 });
    }
    expect(await shell.request(`toasoan://desk/photos/${'a'.repeat(64)}/thumb`)).toMatchObject({ status: 404 });
    expect(await shell.request(`toasoan://desk/files/${'a'.repeat(64)}/a.pdf`)).toMatchObject({ status: 404 });
    expect(await shell.request('toasoan://other/index.html')).toMatchObject({ status: 404 });
  });

  it('lets the page reach no network', async () => {
    expect(await shell.request('https://example.com/pixel.png')).toBe('refused');
    expect(await shell.request('http://127.0.0.1:80/')).toBe('refused');
    expect(await shell.request('file:///etc/passwd')).toBe('refused');
  });

  it('refuses navigation and new windows, and opens web addresses outside', async () => {
    expect(await shell.asksToNavigate('https://example.com/a')).toBe(false);
    expect(await shell.asksToNavigate('file:///etc/passwd')).toBe(false);
    expect(await shell.asksToNavigate('toasoan://desk.evil/index.html')).toBe(false);
    expect(await shell.asksToOpen('https://example.com/b')).toBe(false);
    expect(await shell.asksToOpen('https://user:secret@example.com/')).toBe(false);
    expect(await shell.asksToOpen('smb://files/x')).toBe(false);
    expect(await shell.asksToOpen('about:blank')).toBe(false);
    const opened = shell.told.filter((what) => what.startsWith('external: '));
    expect(opened).toEqual(['external: https://example.com/a', 'external: https://example.com/b']);
  });

  it('opens what the page prints as a PDF of the person’s own, and nothing else', async () => {
    const print = (name: string, text: string): Promise<void> =>
      shell.page.evaluate(([of, said]) => window.toasoan?.openPdf(of, new TextEncoder().encode(said)), [
        name,
        text,
      ] as const);
    await print('bai.pdf', 'MZ');
    await print('../../bai.pdf', '%PDF-1.7');
    await print('bai.exe', '%PDF-1.7');
    await print('bai.pdf', '%PDF-1.7');
    expect(await shell.toldOf(/^opened: /)).toBe('opened: 1-bai.pdf');
    expect(shell.told.filter((what) => what.startsWith('opened: '))).toHaveLength(1);
  });

  it('lets the page load itself again', async () => {
    expect(await shell.asksToNavigate('toasoan://desk/index.html')).toBe(true);
  });

  it('grants no device and no notice, only writing to the clipboard', async () => {
    for (const permission of [
      'media',
      'geolocation',
      'notifications',
      'clipboard-read',
      'fileSystem',
      'openExternal',
    ]) {
      expect(await shell.asksPermission(permission)).toBe(false);
    }
    expect(await shell.asksPermission('clipboard-sanitized-write')).toBe(true);
  });

  it('comes forward when it is started a second time', async () => {
    shell.startsAgain();
    expect(await shell.toldOf(/^focused$/)).toBe('focused');
  });

  it('starts a core that died again, tells the person, and goes on with what was saved', async () => {
    process.kill(shell.corePids.at(-1)!, 'SIGKILL');
    expect(await shell.toldOf(/^message: /)).toContain('started again');
    expect(shell.corePids).toHaveLength(2);
    await stillWorks(shell.page);
  });

  it('ends with its window, in good order', async () => {
    expect(await shell.close()).toBe(0);
  });

  it('speaks Vietnamese on a Vietnamese computer', async () => {
    const vietnamese = await startShellDouble({ browser, dataDir: tempFolder(), locale: 'vi' });
    expect(vietnamese.told).toContain('menu: Tệp, Sửa, Hiển thị, Cửa sổ');
    expect(await vietnamese.close()).toBe(0);
  });
});
