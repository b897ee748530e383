/** How the deeds of a table are grouped in menus. */
import type { TableDeed } from './table-deeds.ts';

export const deedGroups = {
  row: ['rowAbove', 'rowBelow', 'rowUp', 'rowDown', 'removeRow'],
  column: ['columnLeft', 'columnRight', 'columnBack', 'columnForth', 'narrower', 'wider', 'evenWidths', 'removeColumn'],
  cells: ['merge', 'split', 'header', 'removeTable'],
} as const satisfies Record<string, readonly TableDeed[]>;

/** What the menu at the mouse has: the usual, without what is set by dragging and by keys. */
export const menuDeeds: ReadonlySet<TableDeed> = new Set<TableDeed>([
  'rowAbove',
  'rowBelow',
  'removeRow',
  'columnLeft',
  'columnRight',
  'removeColumn',
  'merge',
  'split',
  'header',
  'removeTable',
]);

export type DeedGroup = keyof typeof deedGroups;
