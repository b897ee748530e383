import type { HtmlTree } from './html-tree.ts';
import { readLength, type Style } from './read-style.ts';

export const MAX_COLUMNS = 63;
export const MAX_CELLS = 4_000;

export type RawCell<Node> = { node: Node; isHeader: boolean; columns: number; rows: number; width: Style['width'] };
export type RawRow<Node> = { cells: RawCell<Node>[]; isHead: boolean; isGhost: boolean };
export type RawTable<Node> = { rows: RawRow<Node>[]; columnWidths: Style['width'][]; caption: Node | null };

/** The rows and cells of a table, without those of tables in it, as they stand; nothing of what is in them. */
export function readTable<Node>(tree: HtmlTree<Node>, node: Node, styleOf: (element: Node) => Style): RawTable<Node> {
  const table: RawTable<Node> = { rows: [], columnWidths: [], caption: null };
  const widthOf = (element: Node): Style['width'] =>
    styleOf(element).width ?? readLength(tree.attribute(element, 'width') ?? '');
  const size = (element: Node, name: string, most: number): number => {
    const value = Number.parseInt(tree.attribute(element, name) ?? '', 10);
    return value >= 1 ? Math.min(value, most) : 1;
  };
  const row = (element: Node, isHead: boolean): void => {
    const cells: RawCell<Node>[] = [];
    for (const cell of Array.from(tree.childrenOf(element))) {
      const tag = tree.tagOf(cell);
      if ((tag !== 'td' && tag !== 'th') || styleOf(cell).hidden === true) continue;
      const [columns, rows] = [size(cell, 'colspan', MAX_COLUMNS), size(cell, 'rowspan', MAX_CELLS)];
      cells.push({ node: cell, isHeader: tag === 'th', columns, rows, width: widthOf(cell) });
    }
    // Word ends a table of uneven rows with a row of no height that only knows the widths.
    table.rows.push({ cells, isHead, isGhost: tree.attribute(element, 'height') === '0' });
  };
  const read = (parent: Node, isHead: boolean): void => {
    for (const child of Array.from(tree.childrenOf(parent))) {
      const tag = tree.tagOf(child);
      if (tag === null || styleOf(child).hidden === true) continue;
      if (tag === 'tr') row(child, isHead);
      else if (tag === 'caption') table.caption ??= child;
      else if (tag === 'col') {
        const repeat = size(child, 'span', MAX_COLUMNS);
        for (let at = 0; at < repeat; at += 1) table.columnWidths.push(widthOf(child));
      } else if (parent === node && (tag === 'thead' || tag === 'tbody' || tag === 'tfoot' || tag === 'colgroup')) {
        read(child, tag === 'thead');
      }
    }
  };
  read(node, false);
  return table;
}
