/**
 * One table on the page and what is done in it from where the caret is. Several cells are selected as an area, between the
 * cell where that began and another.
 */
import { FORMAT_TEXT_COMMAND, type NodeKey, type TextFormatType } from 'lexical';
import type { FormatName } from '../../../shared/article/flat-text.ts';
import { clearCells, formatCells, insertLines } from '../../../shared/article/table-edits.ts';
import type { CellArea } from '../../../shared/article/table-spans.ts';
import { flushViews } from '../inbound.ts';
import { lexicalFormats } from '../line-content.ts';
import type { BodyTables } from './body-tables.ts';
import { copyCells, copyFromCell, pasteIntoCell } from './cell-clipboard.ts';
import { areaBetween, areaOf, type Direction, placeBeside, placeNext, placesInOrder, wholeTable } from './cell-grid.ts';
import type { CaretGoal, CellInUse } from './cell-in-use.ts';
import { onCellKey } from './cell-keys.ts';
import { runsOfCell } from './cell-texts.ts';
import { CellsOnPage } from './cells-on-page.ts';
import { doInTable, possibleDeeds, type TableDeed } from './table-deeds.ts';
import type { SelectedCells, TableHand, TablePorts } from './table-hand.ts';
import { type CellChange, TableStore } from './table-store.ts';

export class TableEditing implements TableHand {
  readonly tables: BodyTables;
  readonly key: NodeKey;
  readonly table: string;
  readonly store: TableStore;
  readonly cells: CellsOnPage;
  #area: SelectedCells | null = null;
  #isEditable = false;

  constructor(tables: BodyTables, key: NodeKey, table: string) {
    const { doc, undo, onFiles } = tables.ports;
    this.tables = tables;
    this.key = key;
    this.table = table;
    this.store = new TableStore(doc, table);
    this.cells = new CellsOnPage({
      doc,
      undo,
      table,
      store: this.store,
      onFiles,
      onChange: tables.tell,
      onKey: (event) => onCellKey(this, event),
      onSelectAll: () => this.#selectAll(),
      onFormat: (format) => this.#formatArea(format),
      onCopy: (event, isCut) => this.#copy(event, isCut),
      onPaste: (event, asPlain) => pasteIntoCell(this, event, asPlain),
    });
  }

  /** Begins to show what changes; answers a function that ends it. */
  start(): () => void {
    const stops = [this.store.onCells((changes, isShapeChange) => this.#onChange(changes, isShapeChange))];
    stops.push(this.tables.register(this));
    return () => {
      // Somebody else took the table away while this person was in it.
      if (this.cells.hadFocus()) queueMicrotask(() => this.tables.focusBody());
      for (const stop of stops) stop();
      this.endUse();
    };
  }

  get ports(): TablePorts {
    return this.tables.ports;
  }

  get cell(): CellInUse | null {
    return this.cells.inUse;
  }

  setEditable(isEditable: boolean): void {
    this.#isEditable = isEditable;
    if (!isEditable) this.endUse();
  }

  #onChange(changes: readonly CellChange[], isShapeChange: boolean): void {
    for (const { place } of changes) this.cells.draw(place);
    if (isShapeChange) {
      this.#showArea();
      this.cells.noteStand();
    }
    const [only] = changes;
    // Undo shows what it did.
    if (only === undefined || changes.length > 1 || only.origin !== this.ports.undo.origin) return;
    const isHere = this.cells.has(only.place) && this.cell?.place !== only.place;
    const end = isHere ? only.end() : null;
    if (end !== null) queueMicrotask(() => this.use(only.place)?.select(end));
  }

  /** Brings the editor into a cell, without the focus. */
  use(place: string): CellInUse | null {
    if (!this.#isEditable || !this.cells.has(place)) return null;
    this.tables.setActive(this);
    return this.cells.use(place);
  }

  endUse(): void {
    this.selectArea(null);
    this.cells.drop();
    if (this.tables.active === this) this.tables.setActive(null);
  }

  goTo(place: string, goal: CaretGoal): boolean {
    this.selectArea(null);
    const cell = this.use(place);
    cell?.select(goal);
    return cell !== null;
  }

  enter(direction: Direction): boolean {
    const shape = this.store.shape();
    const places = placesInOrder(shape);
    const lastRow = placesInOrder(shape, { ...wholeTable(shape), row: shape.rows.length - 1, rows: 1 });
    const place = direction === 'up' ? (lastRow[0] ?? places.at(-1)) : direction === 'left' ? places.at(-1) : places[0];
    return place !== undefined && this.goTo(place, direction === 'up' || direction === 'left' ? 'end' : 'start');
  }

  leave(direction: Direction, x: number | null = null): void {
    const from = this.cell?.place;
    if (from === undefined) return;
    const shape = this.store.shape();
    const isSideways = direction === 'left' || direction === 'right';
    const next = isSideways
      ? placeNext(shape, from, direction === 'left' ? -1 : 1)
      : placeBeside(shape, from, direction);
    if (next === null) {
      this.tables.leave(this.key, direction);
      return;
    }
    if (isSideways || x === null) this.goTo(next, direction === 'left' ? 'end' : 'start');
    else {
      const line = this.use(next)?.element.firstElementChild?.getBoundingClientRect();
      if (line !== undefined) this.goTo(next, { x, y: direction === 'up' ? line.bottom - 4 : line.top + 4 });
    }
  }

  tab(by: -1 | 1): void {
    const from = this.cell?.place;
    if (from === undefined) return;
    const next = placeNext(this.store.shape(), from, by);
    if (next !== null) this.goTo(next, 'all');
    else if (by === 1) {
      this.edit(() => {
        const { rows } = this.store.shape();
        insertLines(this.ports.doc, this.table, 'rows', rows.length);
      });
      const added = placesInOrder(this.store.shape(), {
        ...wholeTable(this.store.shape()),
        row: this.store.shape().rows.length - 1,
        rows: 1,
      })[0];
      // A new row is on the page when React has drawn it.
      if (added !== undefined && !this.goTo(added, 'start')) this.cells.expect(added);
    }
  }

  /** First all of the cell, then the table. */
  #selectAll(): boolean {
    const cell = this.cell;
    if (cell === null) return false;
    const isAll = this.#area !== null || cell.isAllSelected();
    queueMicrotask(() => (isAll ? this.selectWhole() : cell.select('all')));
    return true;
  }

  // The area of selected cells.

  get area(): SelectedCells | null {
    return this.#area;
  }

  selectArea(area: SelectedCells | null): void {
    if (area === null && this.#area === null) return;
    this.#area = area !== null && area.from === area.to ? null : area;
    this.#showArea();
    this.tables.tell();
  }

  #showArea(): void {
    const shape = this.store.shape();
    const area = this.#area === null ? null : areaBetween(shape, this.#area.from, this.#area.to);
    if (area === null) this.#area = null;
    this.cells.showArea(new Set(area === null ? [] : placesInOrder(shape, area)));
  }

  currentArea(): CellArea | null {
    const shape = this.store.shape();
    if (this.#area !== null) return areaBetween(shape, this.#area.from, this.#area.to);
    return this.cell === null ? null : areaOf(shape, this.cell.place);
  }

  toggleFormat(name: FormatName): void {
    this.ports.undo.cut();
    this.cell?.focus();
    this.cell?.editor.dispatchCommand(FORMAT_TEXT_COMMAND, lexicalFormats[name]);
  }

  #formatArea(format: TextFormatType): boolean {
    const area = this.#area === null ? null : this.currentArea();
    const name = (Object.keys(lexicalFormats) as FormatName[]).find((known) => lexicalFormats[known] === format);
    if (area === null || name === undefined) return false;
    const { doc } = this.ports;
    const runs = placesInOrder(this.store.shape(), area).flatMap((place) => runsOfCell(doc, this.table, place));
    const isOn = !runs.every((run) => run[name] === true);
    queueMicrotask(() => this.edit(() => formatCells(doc, this.table, area, name, isOn)));
    return true;
  }

  #copy(event: ClipboardEvent, isCut: boolean): boolean {
    const area = this.#area === null ? null : this.currentArea();
    if (area !== null) {
      copyCells(this, area, event);
      if (isCut) queueMicrotask(() => this.clearArea());
      return true;
    }
    return this.cell !== null && copyFromCell(event, isCut);
  }

  selectWhole(): void {
    this.tables.selectWhole(this.key);
  }

  clearArea(): void {
    const area = this.currentArea();
    if (area !== null) this.edit(() => clearCells(this.ports.doc, this.table, area));
  }

  // What is done to the table.

  possible(): Set<TableDeed> {
    const area = this.currentArea();
    return area === null ? new Set() : possibleDeeds(this.store.shape(), area);
  }

  do(deed: TableDeed): void {
    const area = this.currentArea();
    const shape = this.store.shape();
    if (area === null || !this.possible().has(deed)) return;
    const isAll =
      (deed === 'removeRow' && area.rows === shape.rows.length) ||
      (deed === 'removeColumn' && area.columns === shape.columns.length);
    if (deed === 'removeTable' || isAll) {
      this.tables.remove(this.key);
      return;
    }
    if (deed === 'merge' || deed === 'removeRow' || deed === 'removeColumn') this.selectArea(null);
    const hadFocus = this.cell?.hasFocus() === true;
    if (!hadFocus) this.cells.wantFocus();
    this.edit(() => doInTable(this.ports.doc, this.table, shape, area, deed));
    if (deed === 'merge') {
      const first = placesInOrder(this.store.shape(), area)[0];
      if (first !== undefined) this.goTo(first, 'end');
    } else if (!hadFocus) this.cell?.focus();
  }

  edit(change: () => void): void {
    const { doc, undo } = this.ports;
    flushViews(doc);
    undo.edit({ type: 'other' }, change);
  }
}
