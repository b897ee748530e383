/** The texts of cells by their places (`row:column`). */
import type * as Y from 'yjs';
import type { Run } from '../../../shared/article/document.ts';
import { runsOfParts } from '../../../shared/article/runs.ts';
import { cellText, isFilled } from '../../../shared/article/table.ts';
import { cellParts } from '../../../shared/article/table-cells.ts';

function idsOf(place: string): [row: string, column: string] {
  const [row = '', column = ''] = place.split(':');
  return [row, column];
}

export function textOfCell(doc: Y.Doc, table: string, place: string): Y.Text {
  return cellText(doc, table, ...idsOf(place));
}

export function runsOfCell(doc: Y.Doc, table: string, place: string): Run[] {
  return isFilled(doc, table, ...idsOf(place)) ? runsOfParts(cellParts(textOfCell(doc, table, place))) : [];
}
