/** Programs of other people that look at the files we make, where they are installed. */
import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { tempFolder } from './temp-folder.ts';

const run = promisify(execFile);
const RESOLUTION = 50;

/** Whether all of these can be started. */
export function hasTools(...names: string[]): boolean {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.every((name) => folders.some((folder) => existsSync(join(folder, name))));
}

/** The PDF that LibreOffice makes of a file. */
export async function officePdf(bytes: Uint8Array, name: string): Promise<Uint8Array> {
  const folder = tempFolder();
  writeFileSync(join(folder, name), bytes);
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  await run('soffice', ['--headless', profile, '--convert-to', 'pdf', '--outdir', folder, join(folder, name)]);
  return readFileSync(join(folder, name.replace(/\.\w+$/, '.pdf')));
}

/** What is written in a PDF, page after page in the order in which it was set, as one line. */
export async function pdfText(bytes: Uint8Array): Promise<string> {
  const file = join(tempFolder(), 'a.pdf');
  writeFileSync(file, bytes);
  const { stdout } = await run('pdftotext', ['-raw', '-enc', 'UTF-8', file, '-']);
  return stdout.normalize('NFC').replace(/\s+/gu, ' ');
}

/** Of each page the share of it that is not white, from 0 to 1. */
export async function pdfInk(bytes: Uint8Array): Promise<number[]> {
  const folder = tempFolder();
  writeFileSync(join(folder, 'a.pdf'), bytes);
  await run('pdftoppm', ['-r', String(RESOLUTION), '-gray', '-png', join(folder, 'a.pdf'), join(folder, 'page')]);
  const pages = readdirSync(folder).filter((name) => name.endsWith('.png'));
  return Promise.all(
    pages.sort().map(async (name) => {
      const { data } = await sharp(join(folder, name)).grayscale().raw().toBuffer({ resolveWithObject: true });
      return data.filter((value) => value < 230).length / data.length;
    }),
  );
}

const bare = (text: string): string => text.replace(/\s+/gu, '');

/** Throws the first of `parts` that does not follow the one before it in `text`; where lines end does not matter. */
export function expectInOrder(text: string, parts: readonly string[]): void {
  const whole = bare(text);
  let at = 0;
  for (const part of parts) {
    const found = whole.indexOf(bare(part), at);
    if (found < 0) throw new Error(`not found, or not in its place: “${part}” in “${whole.slice(at, at + 400)}”`);
    at = found + bare(part).length;
  }
}
