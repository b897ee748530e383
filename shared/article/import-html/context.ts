/** What holds for the text at one place of the tree: handed down from element to element, each adding its own. */
import type { HtmlTree } from './html-tree.ts';
import type { ImportedLine } from './imported-html.ts';
import type { TextContext } from './line-writer.ts';

/** `start`: what the list's first item counts. */
type List = { isNumbered: boolean; level: number; start: number; next: number };
type Figure = { hasPicture: boolean; hasQuote: boolean };

export type Context = TextContext & {
  list: List | null;
  figure: Figure | null;
  gallery: { line: ImportedLine | null } | null;
  /** In an insertion that nobody has decided on. */
  isTracked: boolean;
};

export const START: Context = Object.freeze({
  kind: 'paragraph',
  indent: 0,
  box: null,
  attributes: Object.freeze({}),
  encoding: null,
  keepsSpace: false,
  item: null,
  isCaption: false,
  list: null,
  figure: null,
  gallery: null,
  isTracked: false,
});

/** Word and others say who changed something, and when. */
export function isTracked<Node>(tree: HtmlTree<Node>, node: Node): boolean {
  return tree.attribute(node, 'datetime') !== null || tree.attribute(node, 'cite') !== null;
}

/** `box` where there is one, as a line has it. */
export function inBox({ box }: { box: string | null }): { box?: string } {
  return box === null ? {} : { box };
}
