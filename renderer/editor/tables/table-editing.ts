/**
 * One table on the page. Of its cells only the one with the caret has an editor; the others are drawn from their texts, so
 * that a table of a thousand cells costs what it shows. A press, Tab or an arrow brings the editor into another cell:
 *
 *   drawn --(pressed, entered)--> in use --(another cell or the text is entered)--> drawn
 *
 * Several cells are selected as an area, between the cell where that began and another.
 */
import { FORMAT_TEXT_COMMAND, type NodeKey, type TextFormatType } from 'lexical';
import type { FormatName } from '../../../shared/article/flat-text.ts';
import { renderRuns } from '../../../shared/article/render-html.ts';
import { runsOfParts } from '../../../shared/article/runs.ts';
import { cellText, isFilled } from '../../../shared/article/table.ts';
import { cellParts } from '../../../shared/article/table-cells.ts';
import { clearCells, formatCells, insertLines } from '../../../shared/article/table-edits.ts';
import type { CellArea } from '../../../shared/article/table-spans.ts';
import { flushViews } from '../inbound.ts';
import { lexicalFormats } from '../line-content.ts';
import type { BodyTables } from './body-tables.ts';
import { copyCells, copyFromCell, pasteIntoCell } from './cell-clipboard.ts';
import { areaBetween, areaOf, type Direction, placeBeside, placeNext, placesInOrder, wholeTable } from './cell-grid.ts';
import { type CaretGoal, CellInUse } from './cell-in-use.ts';
import { onCellKey } from './cell-keys.ts';
import { doInTable, possibleDeeds, type TableDeed } from './table-deeds.ts';
import type { SelectedCells, TableHand, TablePorts } from './table-hand.ts';
import { type CellChange, TableStore } from './table-store.ts';

/** As Lexical keeps a line open that is empty or ends in a break. */
const OPEN_LINE = '<br data-lexical-managed-linebreak="true">';

export class TableEditing implements TableHand {
  readonly tables: BodyTables;
  readonly key: NodeKey;
  readonly table: string;
  readonly store: TableStore;
  readonly #elements = new Map<string, HTMLElement>();
  #cell: CellInUse | null = null;
  #area: SelectedCells | null = null;
  /** The cell in use whose element has just been taken off the page: it may come again elsewhere. */
  #lost: { place: string; goal: CaretGoal; row: number; column: number; hadFocus: boolean } | null = null;
  /** Where the cell in use stood last. */
  #stood = { row: 0, column: 0 };
  #isEditable = false;

  constructor(tables: BodyTables, key: NodeKey, table: string) {
    this.tables = tables;
    this.key = key;
    this.table = table;
    this.store = new TableStore(tables.ports.doc, table);
  }

  /** Begins to show what changes; answers a function that ends it. */
  start(): () => void {
    const stops = [this.store.onCells((changes, isShapeChange) => this.#onChange(changes, isShapeChange))];
    stops.push(this.tables.register(this));
    return () => {
      for (const stop of stops) stop();
      this.endUse();
    };
  }

  get ports(): TablePorts {
    return this.tables.ports;
  }

  get cell(): CellInUse | null {
    return this.#cell;
  }

  get isEditable(): boolean {
    return this.#isEditable;
  }

  setEditable(isEditable: boolean): void {
    this.#isEditable = isEditable;
    if (!isEditable) this.endUse();
  }

  // The elements of the cells.

  attach(place: string, element: HTMLElement): void {
    this.#elements.set(place, element);
    this.#draw(place);
    if (this.#lost?.place === place) this.#recover(place, this.#lost.goal);
  }

  detach(place: string, element: HTMLElement): void {
    if (this.#elements.get(place) === element) this.#elements.delete(place);
    if (this.#cell?.element !== element) return;
    const hadFocus = this.#cell.hasFocus();
    const goal = this.#cell.selected() ?? 'end';
    this.#lost = { place, goal, ...this.#stood, hadFocus };
    this.#dropCell();
  }

  /** After a change of the table has been drawn: a cell that was in use and is no more gives way to the nearest. */
  settle(): void {
    if (this.#lost === null) return;
    const { row, column } = this.#lost;
    const shape = this.store.shape();
    const at = [Math.min(row, shape.rows.length - 1), Math.min(column, shape.columns.length - 1)] as const;
    const place = placesInOrder(shape, { row: at[0], column: at[1], rows: 1, columns: 1 })[0];
    if (place === undefined) this.#lost = null;
    else this.#recover(place, 'end');
  }

  #recover(place: string, goal: CaretGoal): void {
    const hadFocus = this.#lost?.hadFocus === true;
    this.#lost = null;
    if (hadFocus) this.use(place)?.select(goal);
  }

  #draw(place: string): void {
    const element = this.#elements.get(place);
    if (element === undefined || this.#cell?.place === place) return;
    const [row = '', column = ''] = place.split(':');
    const { doc } = this.ports;
    const runs = isFilled(doc, this.table, row, column)
      ? runsOfParts(cellParts(cellText(doc, this.table, row, column)))
      : [];
    const html = renderRuns(runs);
    // A break at the very end opens a row only if something stands behind it.
    element.innerHTML = `<p class="line">${html}${html === '' || html.endsWith('<br>') ? OPEN_LINE : ''}</p>`;
  }

  #onChange(changes: readonly CellChange[], isShapeChange: boolean): void {
    for (const { place } of changes) this.#draw(place);
    if (isShapeChange) {
      this.#showArea();
      this.#noteStand();
    }
    const [only] = changes;
    // Undo shows what it did.
    if (only === undefined || changes.length > 1 || only.origin !== this.ports.undo.origin) return;
    const isHere = this.#elements.has(only.place) && this.#cell?.place !== only.place;
    const end = isHere ? only.end() : null;
    if (end !== null) queueMicrotask(() => this.use(only.place)?.select(end));
  }

  #noteStand(): void {
    const area = this.#cell === null ? null : areaOf(this.store.shape(), this.#cell.place);
    if (area !== null) this.#stood = { row: area.row, column: area.column };
  }

  // The cell in use.

  /** Brings the editor into a cell, without the focus. */
  use(place: string): CellInUse | null {
    if (this.#cell?.place === place) return this.#cell;
    const element = this.#elements.get(place);
    if (element === undefined || !this.#isEditable) return null;
    this.#dropCell();
    this.tables.setActive(this);
    const [row = '', column = ''] = place.split(':');
    const { doc, undo, onFiles } = this.ports;
    this.#cell = new CellInUse(place, element, cellText(doc, this.table, row, column), {
      undo,
      onFiles,
      onKey: (event) => onCellKey(this, event),
      onSelectAll: () => this.#selectAll(),
      onFormat: (format) => this.#formatArea(format),
      onCopy: (event, isCut) => this.#copy(event, isCut),
      onPaste: (event, asPlain) => pasteIntoCell(this, event, asPlain),
    });
    this.#noteStand();
    this.#cell.editor.registerUpdateListener(this.tables.tell);
    this.tables.tell();
    return this.#cell;
  }

  endUse(): void {
    this.selectArea(null);
    this.#dropCell();
    if (this.tables.active === this) this.tables.setActive(null);
  }

  #dropCell(): void {
    const cell = this.#cell;
    if (cell === null) return;
    this.#cell = null;
    cell.destroy();
    this.#draw(cell.place);
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
    const from = this.#cell?.place;
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
    const from = this.#cell?.place;
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
      if (added !== undefined) this.#goWhenShown(added);
    }
  }

  /** A cell of a new row is on the page when React has drawn it. */
  #goWhenShown(place: string): void {
    if (this.goTo(place, 'start')) return;
    this.#lost = { place, goal: 'start', row: 0, column: 0, hadFocus: true };
  }

  /** First all of the cell, then the table. */
  #selectAll(): boolean {
    const cell = this.#cell;
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
    const selected = new Set(area === null ? [] : placesInOrder(shape, area));
    for (const [place, element] of this.#elements) {
      element.parentElement?.classList.toggle('is-in-area', selected.has(place));
    }
    this.#cell?.element.closest('.table-frame')?.classList.toggle('has-area', area !== null);
  }

  currentArea(): CellArea | null {
    const shape = this.store.shape();
    if (this.#area !== null) return areaBetween(shape, this.#area.from, this.#area.to);
    return this.#cell === null ? null : areaOf(shape, this.#cell.place);
  }

  toggleFormat(name: FormatName): void {
    this.ports.undo.cut();
    this.#cell?.focus();
    this.#cell?.editor.dispatchCommand(FORMAT_TEXT_COMMAND, lexicalFormats[name]);
  }

  #formatArea(format: TextFormatType): boolean {
    const area = this.#area === null ? null : this.currentArea();
    const name = (Object.keys(lexicalFormats) as FormatName[]).find((known) => lexicalFormats[known] === format);
    if (area === null || name === undefined) return false;
    const { doc } = this.ports;
    const runs = placesInOrder(this.store.shape(), area).flatMap((place) => {
      const [row = '', column = ''] = place.split(':');
      return isFilled(doc, this.table, row, column)
        ? runsOfParts(cellParts(cellText(doc, this.table, row, column)))
        : [];
    });
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
    return this.#cell !== null && copyFromCell(event, isCut);
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
    const hadFocus = this.#cell?.hasFocus() === true;
    this.edit(() => doInTable(this.ports.doc, this.table, shape, area, deed));
    if (deed === 'merge') {
      const first = placesInOrder(this.store.shape(), area)[0];
      if (first !== undefined) this.goTo(first, 'end');
    } else if (!hadFocus) this.#cell?.focus();
  }

  edit(change: () => void): void {
    const { doc, undo } = this.ports;
    flushViews(doc);
    undo.edit({ type: 'other' }, change);
  }
}
