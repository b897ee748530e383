/** The text of one paragraph while it is read: pieces with their formats, those in old fonts converted at the end. */
import { cleanText, SOFT_BREAK } from '../../../../shared/article/clean-text.ts';
import type { Run } from '../../../../shared/article/document.ts';
import { decodeLegacy } from '../../../../shared/text/legacy/decode-legacy.ts';
import type { LegacyEncoding } from '../../../../shared/text/legacy/encodings.ts';

export type Formats = Omit<Run, 'text'>;
type Piece = { text: string; formats: Formats; encoding: LegacyEncoding | null };

const formatNames = ['bold', 'italic', 'underline', 'strike', 'superscript', 'subscript', 'link'] as const;

export function sameFormats(a: Formats, b: Formats): boolean {
  return formatNames.every((name) => a[name] === b[name]);
}

export class LineText {
  #pieces: Piece[] = [];

  get isEmpty(): boolean {
    return this.#pieces.length === 0;
  }

  /** `encoding`: that of the font it is set in. */
  add(text: string, formats: Formats = {}, encoding: LegacyEncoding | null = null): void {
    if (text === '') return;
    const last = this.#pieces.at(-1);
    // A letter of an old font may be two characters, so what is set alike is decoded together.
    if (last !== undefined && last.encoding === encoding && sameFormats(last.formats, formats)) last.text += text;
    else this.#pieces.push({ text, formats, encoding });
  }

  break(): void {
    const last = this.#pieces.at(-1);
    if (last === undefined) this.#pieces.push({ text: SOFT_BREAK, formats: {}, encoding: null });
    else last.text += SOFT_BREAK;
  }

  /** The runs without white space at their ends, and how many of them were in an old font. Begins anew. */
  take(): { runs: Run[]; legacy: number } {
    const pieces = this.#pieces;
    this.#pieces = [];
    const runs: Run[] = [];
    for (const { text, formats, encoding } of pieces) {
      const decoded = cleanText(encoding === null ? text : decodeLegacy(text, encoding));
      const last = runs.at(-1);
      if (last !== undefined && sameFormats(last, formats)) last.text += decoded;
      else if (decoded !== '') runs.push({ text: decoded, ...formats });
    }
    const legacy = pieces.filter(({ text, encoding }) => encoding !== null && text.trim() !== '').length;
    return { runs: trimRuns(runs), legacy };
  }
}

/** No white space at the ends; NBSP counts as such there. */
export function trimRuns(runs: readonly Run[]): Run[] {
  const first = runs.findIndex(({ text }) => text.trim() !== '');
  const last = runs.findLastIndex(({ text }) => text.trim() !== '');
  return runs.slice(Math.max(first, 0), last + 1).map((run, index, kept) => {
    let { text } = run;
    if (index === 0) text = text.trimStart();
    if (index === kept.length - 1) text = text.trimEnd();
    return text === run.text ? run : { ...run, text };
  });
}
