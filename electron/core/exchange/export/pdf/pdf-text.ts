/** Text and runs as pdfmake lays them out. What no font here can show stands as a box, which says that it is missing. */
import type { ContentText } from 'pdfmake/interfaces.js';
import type { Run } from '../../../../../shared/article/document.ts';
import { safeLink } from '../../../../../shared/article/safe-link.ts';
import type { PrintFonts } from './print-fonts.ts';
import { color, SANS, SERIF } from './print-style.ts';

/** The serif has it. */
const MISSING = '□';
/** They say how others are joined or directed; alone they show nothing. */
const INVISIBLE = /\p{C}|\p{Variation_Selector}/gu;
const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' });

type Piece = { text: string; font: string };

export class PdfText {
  readonly #coverage: PrintFonts['coverage'];

  constructor({ coverage }: PrintFonts) {
    this.#coverage = coverage;
  }

  /** One inline for each stretch of one font. Soft breaks are line breaks. */
  runs(runs: readonly Run[], family: string = SERIF): ContentText[] {
    return runs.flatMap((run) => this.#pieces(run.text, family).map((piece) => ({ ...piece, ...formatsOf(run) })));
  }

  plain(text: string, family: string = SERIF): ContentText[] {
    return this.#pieces(text, family);
  }

  #pieces(text: string, family: string): Piece[] {
    const pieces: Piece[] = [];
    const add = (shown: string, font: string): void => {
      const last = pieces.at(-1);
      if (last?.font === font) last.text += shown;
      else pieces.push({ text: shown, font });
    };
    const clean = plainSpaces(text.toWellFormed().normalize('NFC'));
    for (const { segment } of graphemes.segment(clean)) {
      if (segment === '\n') add('\n', family);
      else {
        const shown = segment.replace(INVISIBLE, '');
        const font = shown === '' ? family : this.#fontFor(shown, family);
        if (shown !== '') add(font === null ? MISSING : shown, font ?? SERIF);
      }
    }
    return pieces;
  }

  #fontFor(segment: string, family: string): string | null {
    const other = family === SERIF ? SANS : SERIF;
    return [family, other].find((font) => this.#shows(segment, font)) ?? null;
  }

  #shows(segment: string, font: string): boolean {
    return [...segment].every((char) => this.#coverage[font]?.has(char.codePointAt(0)!) === true);
  }
}

/** Spaces and hyphens of other widths, which the fonts do not have, as the common ones; soft breaks as line breaks. */
function plainSpaces(text: string): string {
  return text
    .replaceAll('\u2028', '\n')
    .replaceAll('\t', '\u00a0\u00a0 ')
    .replace(/(?!\u00a0)\p{Zs}/gu, ' ')
    .replace(/[\u2010\u2011]/gu, '-');
}

function formatsOf(run: Run): Partial<ContentText> {
  const link = run.link === undefined ? null : safeLink(run.link);
  const decoration: ('underline' | 'lineThrough')[] = [];
  if (run.underline || link !== null) decoration.push('underline');
  if (run.strike) decoration.push('lineThrough');
  return {
    ...(run.bold ? { bold: true } : {}),
    ...(run.italic ? { italics: true } : {}),
    ...(run.superscript ? { sup: true } : {}),
    ...(run.subscript ? { sub: true } : {}),
    ...(decoration.length === 0 ? {} : { decoration }),
    ...(link === null ? {} : { link, color: color.accent, decorationColor: color.rule }),
  };
}
