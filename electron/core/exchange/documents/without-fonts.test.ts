import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { NOTHING_FOUND } from '../../../../shared/article/import/empty-preview.ts';
import { encodeTcvn3 } from '../../../../tests/support/old-encodings.ts';
import { type ReadDocument, textLine } from '../source-line.ts';
import { withoutFonts } from './without-fonts.ts';

const seed = readFileSync(new URL('../../../../resources/sample/seed-article.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '');
const documentOf = (texts: readonly string[]): ReadDocument => ({
  lines: texts.map((text) =>
    textLine('text', [{ text: text.slice(0, 40), bold: true }, { text: text.slice(40) || ' ' }]),
  ),
  pictures: [],
  found: NOTHING_FOUND,
});
const textsOf = ({ lines }: ReadDocument): string[] => lines.map(({ text }) => text.trim());

it('a document whose old fonts were lost is converted, formats and all; one of today is left as it is', () => {
  const converted = withoutFonts(documentOf(seed.map(encodeTcvn3)));
  const small = (texts: readonly string[]): string[] => texts.map((text) => text.trim().toLowerCase());
  expect(small(textsOf(converted))).toEqual(small(seed));
  expect(converted.found.legacy).toBeGreaterThan(10);
  expect(converted.lines[2]?.runs[0]).toMatchObject({ bold: true });
  const modern = documentOf(seed);
  expect(withoutFonts(modern)).toBe(modern);
});
