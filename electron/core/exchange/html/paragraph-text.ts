/** The paragraph that is being read: its runs, with white space as a browser shows it. */
import type { Run } from '../../../../shared/article/document.ts';
import { isVisible } from '../../../../shared/article/import/split-paragraphs.ts';

export type Formats = Omit<Run, 'text'>;

export class ParagraphText {
  #runs: Run[] = [];
  #length = 0;
  #linked = 0;
  /** A space that is shown only if something follows it, and so is the line between two cells of a table. */
  #space = false;
  #cellEnded = false;

  /** What follows stands in the next cell of the table's row. */
  endCell(): void {
    this.#cellEnded = this.#length > 0;
  }

  /** `isLinked`: within an anchor, wherever that leads. Answers by how many characters the paragraph has grown. */
  add(text: string, formats: Formats, isLinked: boolean): number {
    const spaced = text.replace(/[ \t\n\v\f\r]+/g, ' ');
    const start = this.#length === 0 || this.#space || this.#cellEnded ? spaced.replace(/^ /, '') : spaced;
    const before = this.#cellEnded ? ' | ' : this.#space && this.#length > 0 ? ' ' : '';
    if (spaced !== '') this.#space = start === '' ? this.#space || spaced === ' ' : spaced.endsWith(' ');
    if (start.trim() === '' && (start === '' || this.#cellEnded)) return 0;
    const shown = start.replace(/ $/, '');
    const grown = before.length + shown.length;
    if (grown === 0) return 0;
    this.#cellEnded = false;
    this.#length += grown;
    if (isLinked) this.#linked += shown.length;
    const last = this.#runs.at(-1);
    if (last !== undefined) last.text += before;
    if (last !== undefined && sameFormats(last, formats)) last.text += shown;
    else if (shown !== '') this.#runs.push({ text: shown, ...formats });
    return grown;
  }

  /** The runs in NFC without white space at their ends, and whether all of them lead elsewhere; null if nothing is seen. */
  take(): { runs: Run[]; isLink: boolean } | null {
    const runs = this.#runs.map((run) => ({ ...run, text: run.text.normalize('NFC') }));
    const isLink = this.#linked === this.#length;
    this.#runs = [];
    this.#length = 0;
    this.#linked = 0;
    this.#space = false;
    this.#cellEnded = false;
    const trimmed = trimStart(trimEnd(runs));
    return trimmed.some((run) => isVisible(run.text)) ? { runs: trimmed, isLink } : null;
  }
}

function sameFormats(run: Run, formats: Formats): boolean {
  return (
    run.bold === formats.bold &&
    run.italic === formats.italic &&
    run.underline === formats.underline &&
    run.link === formats.link
  );
}

function trimEnd(runs: Run[]): Run[] {
  const last = runs.findLastIndex((run) => run.text.trim() !== '');
  return runs.slice(0, last + 1).map((run, index) => (index === last ? { ...run, text: run.text.trimEnd() } : run));
}

function trimStart(runs: Run[]): Run[] {
  const first = runs.findIndex((run) => run.text.trim() !== '');
  return runs
    .slice(Math.max(first, 0))
    .map((run, index) => (index === 0 ? { ...run, text: run.text.trimStart() } : run));
}
