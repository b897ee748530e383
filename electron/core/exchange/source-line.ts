/** What a reader finds in a file, line by line, before anything is guessed. */
import { createHash } from 'node:crypto';
import type { Run, TableBlock } from '../../../shared/article/document.ts';
import type { ImportFindings } from '../../../shared/contract/desk-imports.ts';

export type SourceLine = {
  /** What the file itself says of it; `text` where it says nothing. `note`: a footnote, at the end. */
  as:
    | 'text'
    | 'title'
    | 'heading2'
    | 'heading3'
    | 'quote'
    | 'attribution'
    | 'bullet'
    | 'number'
    | 'caption'
    | 'note-heading'
    | 'note'
    | 'pictures'
    | 'table'
    | 'rule';
  text: string;
  runs: Run[];
  /** How deep a list item stands in others. */
  indent?: number;
  /** The lines with the same name stand in one info box. */
  box?: string;
  /** By their SHA-256. */
  pictures?: string[];
  table?: TableBlock;
  /** Web pages: all of it leads elsewhere. */
  isLink?: boolean;
  /** Web pages: which `article` element it is in, counted from 1; 0 for none. */
  article?: number;
};

export type SourcePicture = { sha256: string; name: string; alt: string; bytes: Uint8Array };

export type ReadDocument = { lines: SourceLine[]; pictures: SourcePicture[]; found: ImportFindings };

export const textOfRuns = (runs: readonly Run[]): string => runs.map((run) => run.text).join('');

export function textLine(as: SourceLine['as'], runs: Run[], indent = 0): SourceLine {
  return { as, text: textOfRuns(runs), runs, ...(indent > 0 && { indent }) };
}

/** What programs write where nobody has described the picture. */
const madeByMachine =
  /automatically generated|được tạo tự động|^(?:picture|image|hình ảnh|ảnh) ?\d*$|\.(?:jpe?g|png|gif|webp|bmp|tiff?)$/iu;

/** The description of a picture, or nothing. */
export function usefulAlt(alt: string): string {
  const trimmed = alt.replace(/\s+/gu, ' ').trim();
  return madeByMachine.test(trimmed) ? '' : trimmed;
}

/** Pictures by their content, so that one that stands in a file twice is kept once. */
export class SourcePictures {
  readonly #pictures = new Map<string, SourcePicture>();

  /** Answers the picture's SHA-256. */
  add(bytes: Uint8Array, name: string, alt: string): string {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    if (!this.#pictures.has(sha256)) this.#pictures.set(sha256, { sha256, name, alt: usefulAlt(alt), bytes });
    return sha256;
  }

  all(): SourcePicture[] {
    return [...this.#pictures.values()];
  }
}
