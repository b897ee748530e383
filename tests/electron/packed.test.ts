/**
 * What electron-builder makes of electron-builder.yml: a package is made around a stand-in for the Electron runtime,
 * and the application is then run from what the package holds and from nothing else.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { extractAll, listPackage } from '@electron/asar';
import type { Browser } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/set-up.mjs';
import { launchBrowser } from '../support/browser.ts';
import { builtExport } from '../support/built-export.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { startShellDouble } from './double/chromium.ts';
import { firstSteps } from './first-steps.ts';

const require = createRequire(import.meta.url);
const { getConfig, validateConfiguration } = require('app-builder-lib/out/util/config/config.js');
const { DebugLogger } = require('builder-util');

describe('electron-builder.yml', () => {
  it('is valid by the schema of electron-builder', async () => {
    const config = await getConfig(root, join(root, 'electron-builder.yml'), null);
    expect(Object.keys(config)).toEqual(expect.arrayContaining(['win', 'nsis', 'mac', 'linux']));
    await validateConfiguration(config, new DebugLogger(false));
  });

  it('would not be valid with a word that the schema does not know', async () => {
    const config = await getConfig(root, join(root, 'electron-builder.yml'), null);
    const misspelt = { ...config, linux: { ...config.linux, tragets: [] } };
    await expect(validateConfiguration(misspelt, new DebugLogger(false))).rejects.toThrow(
      'configuration.linux should be',
    );
  });
});

describe('the package', () => {
  const folder = tempFolder();
  const application = join(folder, 'application');
  let held: string[];
  let outside: string;
  let browser: Browser;

  beforeAll(async () => {
    const standIn = makeStandIn(join(folder, 'electron'));
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [
        join(root, 'node_modules/electron-builder/cli.js'),
        ...['--linux', 'dir', '--publish', 'never'],
        `-c.electronDist=${standIn}`,
        `-c.directories.output=${join(folder, 'dist')}`,
      ],
      { cwd: root, encoding: 'utf8' },
    );
    expect(status, stdout + stderr).toBe(0);
    const [unpacked] = ['linux-unpacked', 'linux-arm64-unpacked']
      .map((name) => join(folder, 'dist', name))
      .filter(existsSync);
    const archive = join(unpacked!, 'resources/app.asar');
    held = listPackage(archive, { isPack: false }).map((path) => path.replaceAll('\\', '/'));
    extractAll(archive, application);
    outside = join(unpacked!, 'resources/app.asar.unpacked/node_modules');
    expect(existsSync(join(outside, 'sharp'))).toBe(true);
    browser = await launchBrowser();
  }, 180_000);
  afterAll(() => browser?.close());

  it.each([
    ['the shell', /^\/out\/main\/index\.js$/],
    ['the core', /^\/out\/main\/core\.js$/],
    ['the preload', /^\/out\/preload\/index\.cjs$/],
    ['the page', /^\/out\/renderer\/index\.html$/],
    ['the page’s scripts', /^\/out\/renderer\/assets\/.+\.js$/],
    ['the interface’s font with Vietnamese', /^\/out\/renderer\/assets\/be-vietnam-pro-vietnamese.+\.woff2$/],
    ['the article’s font with Vietnamese', /^\/out\/renderer\/assets\/literata-vietnamese.+\.woff2$/],
    ['the endpoint', /^\/out\/endpoint\/main\.js$/],
    ['the endpoint’s tables', /^\/out\/endpoint\/migrations\/0010-office\.sql$/],
    ['the public site’s look', /^\/out\/endpoint\/assets\/site\.css$/],
    ['the core’s tables', /^\/resources\/migrations\/0010-foundation\.sql$/],
    ['both languages', /^\/resources\/locales\/.*(vi|en)/],
    ['the sample article', /^\/resources\/sample\/seed-article\.txt$/],
    ['the sample photos', /^\/resources\/sample\/.+\.jpg$/],
    ['the fonts of a printed page', /^\/resources\/fonts\/literata-400\.ttf$/],
    ['SQLite’s binary', /^\/node_modules\/better-sqlite3\/prebuilds\/linux-\w+\.node$/],
    ['sharp’s binary', /^\/node_modules\/@img\/sharp-linux-\w+\/.+\.node$/],
    ['ExifTool', /^\/node_modules\/exiftool-vendored\.pl\/bin\/exiftool$/],
    ['ExifTool’s library', /^\/node_modules\/exiftool-vendored\.pl\/bin\/lib\/Image\/ExifTool\/XMP\.pm$/],
    ['sharp’s library', /^\/node_modules\/@img\/sharp-libvips-linux-\w+\/.+\.so/],
  ])('holds %s', (_, pattern) => {
    expect(held.filter((path) => pattern.test(path))).not.toEqual([]);
  });

  it('holds neither sources, nor tests, nor what only building needs', () => {
    const stray =
      /^\/(electron|shared|endpoint|renderer|tests|scripts|node_modules\/(node-linux|electron|vite|vitest|lexical|typescript|playwright)[^/]*)\//;
    expect(held.filter((path) => stray.test(path))).toEqual([]);
  });

  it('has its ExifTool where the system can run it', async () => {
    const picture = join(root, 'tests/fixtures/photos/iptc/IPTC-PhotometadataRef-Std2024.1.jpg');
    const exifTool = join(outside, 'exiftool-vendored.pl/bin/exiftool');
    const { stdout, stderr } = spawnSync('perl', [exifTool, '-s3', '-XMP-dc:Description', picture], {
      encoding: 'utf8',
    });
    expect([stdout.trim(), stderr]).toEqual(['The description aka caption (ref2024.1)', '']);
  });

  it('makes Word files and PDFs of what it holds', async () => {
    expect((await builtExport(application, 'docx')).toString('latin1', 0, 2)).toBe('PK');
    expect((await builtExport(application, 'pdf')).toString('latin1', 0, 4)).toBe('%PDF');
  });

  it('runs from what it holds, the sample office with its endpoint too', async () => {
    const shell = await startShellDouble({ browser, dataDir: join(folder, 'data'), application });
    await firstSteps(shell.page);
    expect(await shell.close()).toBe(0);
  });
});

/** A folder that looks like an unpacked Electron to electron-builder. */
function makeStandIn(folder: string): string {
  mkdirSync(join(folder, 'resources'), { recursive: true });
  mkdirSync(join(folder, 'locales'));
  writeFileSync(join(folder, 'electron'), '#!/bin/sh\n');
  chmodSync(join(folder, 'electron'), 0o755);
  for (const name of [
    'LICENSE',
    'LICENSES.chromium.html',
    'chrome-sandbox',
    'version',
    'locales/vi.pak',
    'locales/en-US.pak',
  ]) {
    writeFileSync(join(folder, name), '');
  }
  return folder;
}
