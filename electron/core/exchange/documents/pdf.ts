/**
 * Reads the text of a PDF. A page knows letters and their places and nothing of paragraphs, which are put together from
 * its lines; larger letters than most of the text has are headings.
 */

import { getDocumentProxy } from 'unpdf';
import { NOTHING_FOUND } from '../../../../shared/article/import/empty-preview.ts';
import { type ReadDocument, textLine } from '../source-line.ts';
import { foldHeadings, type HeadedLine } from './fold-headings.ts';
import { LegacyText } from './legacy-text.ts';
import { linesOfPage, type PdfLine, type PdfPiece, withoutFrames } from './pdf-lines.ts';
import { type PdfParagraph, paragraphsOf } from './pdf-paragraphs.ts';
import { DamagedFile, LockedFile, OversizedFile, WordlessFile } from './reading-faults.ts';

const MAX_PAGES = 2_000;
/** What pdf.js says of damaged fonts is nothing to a person. */
const SILENT = 0;
/** Fewer letters than this a page: pictures of pages, with a stamp or a page number at most. */
const MIN_LETTERS_PER_PAGE = 8;
/** How much larger than the text letters of a heading are, and how long one may be. */
const HEADING_SIZE = 1.12;
const MAX_HEADING_CHARACTERS = 200;

/** Throws DamagedFile, LockedFile, OversizedFile, WordlessFile. */
export async function readPdf(bytes: Uint8Array): Promise<ReadDocument> {
  // pdf.js takes the bytes away from whoever gave them.
  const lines = withoutFrames(await readPages(bytes.slice()));
  const paragraphs = paragraphsOf(lines);
  const texts = new LegacyText(paragraphs.map(({ text }) => western(text)).join('\n'));
  const levels = headingLevels(paragraphs);
  const found = paragraphs.flatMap(({ text, size }): HeadedLine[] => {
    const runs = texts.runsOf(western(text));
    if (runs.length === 0) return [];
    const level = text.length <= MAX_HEADING_CHARACTERS ? levels.get(sizeKey(size)) : undefined;
    return [level === undefined ? textLine('text', runs) : { ...textLine('heading2', runs), level }];
  });
  return { lines: foldHeadings(found), pictures: [], found: { ...NOTHING_FOUND, legacy: texts.converted } };
}

async function readPages(bytes: Uint8Array): Promise<PdfLine[][]> {
  try {
    const pdf = await getDocumentProxy(bytes, { verbosity: SILENT });
    if (pdf.numPages > MAX_PAGES) throw new OversizedFile();
    const pages: PdfLine[][] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const { items } = await (await pdf.getPage(number)).getTextContent();
      pages.push(
        linesOfPage(
          items.filter((item): item is PdfPiece & typeof item => 'str' in item),
          number,
        ),
      );
    }
    const letters = pages.flat().reduce((sum, { text }) => sum + (text.match(/\p{L}/gu)?.length ?? 0), 0);
    if (letters < MIN_LETTERS_PER_PAGE * pages.length) throw new WordlessFile();
    return pages;
  } catch (error) {
    if (error instanceof OversizedFile || error instanceof WordlessFile) throw error;
    if ((error as Error).name === 'PasswordException') throw new LockedFile();
    throw new DamagedFile('no PDF', { cause: error });
  }
}

/** Printing turns the micro sign of old fonts into a Greek letter. */
const western = (text: string): string =>
  /[\u0100-\u01b0\u1ea0-\u1ef9]/u.test(text) ? text : text.replaceAll('μ', 'µ');

const sizeKey = (size: number): number => Math.round(size * 2);

/** Sizes above that of most of the text, the largest as level 1. */
function headingLevels(paragraphs: readonly PdfParagraph[]): Map<number, number> {
  const lengths = new Map<number, number>();
  for (const { text, size } of paragraphs) {
    lengths.set(sizeKey(size), (lengths.get(sizeKey(size)) ?? 0) + text.length);
  }
  const [usual = 0] = [...lengths].sort(([, a], [, b]) => b - a)[0] ?? [];
  const larger = [...lengths.keys()].filter((size) => size > usual * HEADING_SIZE).sort((a, b) => b - a);
  return new Map(larger.map((size, index) => [size, index + 1]));
}
