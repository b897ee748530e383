/** The samples of tests/fixtures/clipboard, parsed by parse5; the browser's parser gives the same (renderer/editor). */
import { readFileSync } from 'node:fs';
import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { clipboardSamples, expectedOf } from '../../../tests/support/clipboard-samples.ts';
import { copiedHtml } from './clipboard-html.ts';
import { importHtml } from './import-html.ts';
import { parse5Tree } from './parse5-tree.ts';
import { plainLines } from './plain-lines.ts';
import { styleSheetsOf } from './style-sheet.ts';

function counter(): () => string {
  let ids = 0;
  return () => {
    ids += 1;
    return `n${ids}`;
  };
}

describe('what programs put on a clipboard', () => {
  it.each(clipboardSamples())('$name', (sample) => {
    const source = readFileSync(sample.path, 'utf8');
    const imported = sample.name.endsWith('.html')
      ? importHtml(parse5Tree, parse(copiedHtml(source)), { newId: counter(), css: styleSheetsOf(source) })
      : plainLines(source, counter(), true);
    expect(imported).toEqual(expectedOf(sample));
  });
});
