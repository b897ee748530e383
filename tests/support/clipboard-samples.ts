/** Clipboards of other programs, each with what it is imported as: see tests/fixtures/clipboard/README.md. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ImportedHtml } from '../../shared/article/import-html/imported-html.ts';

const folder = fileURLToPath(new URL('../fixtures/clipboard/', import.meta.url));

export type ClipboardSample = { name: string; path: string };

export function clipboardSamples(): ClipboardSample[] {
  return readdirSync(folder)
    .filter((name) => /\.(?:html|txt)$/u.test(name))
    .map((name) => ({ name, path: join(folder, name) }));
}

export function expectedOf({ path }: ClipboardSample): ImportedHtml {
  return JSON.parse(readFileSync(path.replace(/\.\w+$/u, '.expected.json'), 'utf8'));
}
