/** What the body, keys and the clipboard know of a table on the page. */
import type { LexicalEditor, NodeKey } from 'lexical';
import type * as Y from 'yjs';
import type { FormatName } from '../../../shared/article/flat-text.ts';
import type { CellArea } from '../../../shared/article/table-spans.ts';
import type { ArticleUndo } from '../article-undo.ts';
import type { OnFiles } from '../clipboard.ts';
import type { PasteResult } from '../paste.ts';
import type { Direction } from './cell-grid.ts';
import type { CaretGoal, CellInUse } from './cell-in-use.ts';
import type { TableDeed } from './table-deeds.ts';
import type { TableStore } from './table-store.ts';

export type TablePorts = {
  body: LexicalEditor;
  doc: Y.Doc;
  undo: ArticleUndo;
  onFiles: OnFiles;
  /** Up from a table that is the first thing in the text. */
  onLeaveUp: () => void;
  /** What a person has to be told of a paste into a cell. */
  onPasted: (result: PasteResult) => void;
};

/** Selected cells, from the one where that began to another, by their places. */
export type SelectedCells = { from: string; to: string };

export type TableHand = {
  readonly ports: TablePorts;
  /** The node of the embed in the body. */
  readonly key: NodeKey;
  readonly table: string;
  readonly store: TableStore;
  /** The cell that the caret is in. */
  readonly cell: CellInUse | null;
  readonly area: SelectedCells | null;
  /** The selected cells, or the one with the caret. */
  currentArea(): CellArea | null;
  selectArea(area: SelectedCells | null): void;
  clearArea(): void;
  /** Selects the table as a whole. */
  selectWhole(): void;
  /** From the text: into the first or last row, at the side from which the caret comes. False if nothing is shown. */
  enter(direction: Direction): boolean;
  /** From the cell in use to the one beside it, or out of the table; `x` of the window is kept on the way up or down. */
  leave(direction: Direction, x: number | null): void;
  /** Puts the caret into a cell. False if it is not shown. */
  goTo(place: string, goal: CaretGoal): boolean;
  /** The next cell with all that is in it; behind the last one a new row. */
  tab(by: -1 | 1): void;
  /** No cell has an editor any more. */
  endUse(): void;
  toggleFormat(name: FormatName): void;
  possible(): Set<TableDeed>;
  do(deed: TableDeed): void;
  /** An edit of the table, one step of undo. */
  edit(change: () => void): void;
};
