/** What becomes of an HTML document: lines as the body has them, with what their embeds stand for beside them. */
import type { LegacyEncoding } from '../../text/legacy/encodings.ts';
import type { TableBlock } from '../document.ts';
import type { LineKind, LinePart } from '../flat-text.ts';

/** A picture whose place in the text is a photo embed of that name. */
export type ImportedPicture = {
  photo: string;
  /** As the HTML says it: data:, http(s):, file:, a relative name, or nothing. */
  src: string;
  caption: string;
  credit: string;
  alt: string;
  /** Where the HTML was copied from an article of ours: the picture's own name. */
  sha256?: string;
};

export type ImportedLine = {
  /** Null for a line without a kind of its own: that of the line where it is pasted. */
  kind: LineKind | null;
  /** List items only. */
  indent?: number;
  /** The lines with the same name stand in one info box. */
  box?: string;
  parts: LinePart[];
  /** What its embed of type `table` stands for. */
  table?: TableBlock;
  /** What its embeds of type `photo` stand for, where the HTML brings more than the name of a place. */
  pictures?: ImportedPicture[];
};

export type ImportedHtml = {
  lines: ImportedLine[];
  /** Tracked changes that nobody had decided on; what they add is taken, what they delete is left out. */
  changes: number;
  /** Comments of the original, which are left out. */
  comments: number;
  /** The old encodings that were decoded. */
  legacy: LegacyEncoding[];
};

export type ImportHtmlOptions = {
  /** A new name for a box, a table or a photo. */
  newId: () => string;
  /** The document's own style sheets, as `styleSheetsOf` finds them; without them classes say nothing. */
  css?: string;
  /** The walk ends a little after so many lines; without it there is no end but the document's. */
  maxLines?: number;
};
