/**
 * The cells of one table as elements of the page. Only the one with the caret has an editor; the others are drawn from their
 * texts, so that a table of a thousand cells costs what it shows:
 *
 *   drawn --(pressed, entered)--> in use --(another cell or the text is entered)--> drawn
 *
 * An element may go while its cell is in use (a row moves into the head, or is taken away): the caret then goes on in the
 * element that comes for the cell, or in the nearest cell.
 */
import type * as Y from 'yjs';
import { renderRuns } from '../../../shared/article/render-html.ts';
import type { CellPorts } from './cell-editor.ts';
import { areaOf, placesInOrder } from './cell-grid.ts';
import { type CaretGoal, CellInUse } from './cell-in-use.ts';
import { runsOfCell, textOfCell } from './cell-texts.ts';
import type { TableStore } from './table-store.ts';

/** As Lexical keeps a line open that is empty or ends in a break. */
const OPEN_LINE = '<br data-lexical-managed-linebreak="true">';

export type CellsOnPagePorts = CellPorts & {
  doc: Y.Doc;
  table: string;
  store: TableStore;
  /** Another cell is in use, or the editor of that cell has changed. */
  onChange: () => void;
};

export class CellsOnPage {
  readonly #ports: CellsOnPagePorts;
  readonly #elements = new Map<string, HTMLElement>();
  #cell: CellInUse | null = null;
  /** A caret that has no element now. */
  #lost: { place: string; goal: CaretGoal; hadFocus: boolean } | null = null;
  /** Where the cell in use stood last. */
  #stood = { row: 0, column: 0 };
  #wantsFocus = false;

  constructor(ports: CellsOnPagePorts) {
    this.#ports = ports;
  }

  get inUse(): CellInUse | null {
    return this.#cell;
  }

  /** Whether the caret was in one of them when they went. */
  hadFocus(): boolean {
    return this.#cell?.hasFocus() === true || this.#lost?.hadFocus === true;
  }

  has(place: string): boolean {
    return this.#elements.has(place);
  }

  attach(place: string, element: HTMLElement): void {
    this.#elements.set(place, element);
    this.draw(place);
    if (this.#lost?.place === place) this.#recover(place, this.#lost.goal);
  }

  detach(place: string, element: HTMLElement): void {
    if (this.#elements.get(place) === element) this.#elements.delete(place);
    if (this.#cell?.element !== element) return;
    const hadFocus = this.#wantsFocus || this.#cell.hasFocus();
    this.#lost = { place, goal: this.#cell.selected() ?? 'end', hadFocus };
    this.drop();
  }

  /** After a change of the table has been drawn. */
  settle(): void {
    this.#wantsFocus = false;
    if (this.#lost === null) return;
    const shape = this.#ports.store.shape();
    const row = Math.min(this.#stood.row, shape.rows.length - 1);
    const column = Math.min(this.#stood.column, shape.columns.length - 1);
    const place = placesInOrder(shape, { row, column, rows: 1, columns: 1 })[0];
    if (place === undefined) this.#lost = null;
    else this.#recover(place, 'end');
  }

  /** The focus is elsewhere for the moment (in a menu), and comes back to the cell in use or what takes its place. */
  wantFocus(): void {
    this.#wantsFocus = true;
  }

  /** The caret goes into a cell that is not drawn yet. */
  expect(place: string): void {
    this.#lost = { place, goal: 'start', hadFocus: true };
  }

  #recover(place: string, goal: CaretGoal): void {
    const hadFocus = this.#lost?.hadFocus === true;
    this.#lost = null;
    if (hadFocus) this.use(place)?.select(goal);
  }

  draw(place: string): void {
    const element = this.#elements.get(place);
    if (element === undefined || this.#cell?.place === place) return;
    const html = renderRuns(runsOfCell(this.#ports.doc, this.#ports.table, place));
    // A break at the very end opens a row only if something stands behind it.
    element.innerHTML = `<p class="line">${html}${html === '' || html.endsWith('<br>') ? OPEN_LINE : ''}</p>`;
  }

  /** Marks the selected cells for the style sheet. */
  showArea(places: ReadonlySet<string>): void {
    for (const [place, element] of this.#elements) {
      element.parentElement?.classList.toggle('is-in-area', places.has(place));
    }
    this.#cell?.element.closest('.table-frame')?.classList.toggle('has-area', places.size > 0);
  }

  /** After a change of the table, before it is drawn. */
  noteStand(): void {
    const area = this.#cell === null ? null : areaOf(this.#ports.store.shape(), this.#cell.place);
    if (area !== null) this.#stood = { row: area.row, column: area.column };
  }

  /** Brings the editor into a cell, without the focus. Null if the cell is not drawn. */
  use(place: string): CellInUse | null {
    if (this.#cell?.place === place) return this.#cell;
    const element = this.#elements.get(place);
    if (element === undefined) return null;
    this.drop();
    const { doc, table, onChange } = this.#ports;
    this.#cell = new CellInUse(place, element, textOfCell(doc, table, place), this.#ports);
    this.#cell.editor.registerUpdateListener(onChange);
    this.noteStand();
    onChange();
    return this.#cell;
  }

  /** Takes the editor away again. */
  drop(): void {
    const cell = this.#cell;
    if (cell === null) return;
    this.#cell = null;
    cell.destroy();
    this.draw(cell.place);
  }
}
