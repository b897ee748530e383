/** What a table looks like now, and which of its cells have changed: for what shows it. */
import * as Y from 'yjs';
import { isFilled, readTableShape, type TableShape, tableMap } from '../../../shared/article/table.ts';
import { type Delta, endOfChange } from '../delta.ts';

/** `row:column`; `end` tells, while the change is told, where in the text it ended. */
export type CellChange = { place: string; end: () => number | null; origin: unknown };

const names = new WeakMap<Y.AbstractType<unknown>, string>();

/** The top-level name of a text. Yjs puts another object in its place when it is first asked for as a text. */
function nameOf(doc: Y.Doc, type: Y.AbstractType<unknown>): string | null {
  if (type._item !== null) return null;
  const known = names.get(type);
  if (known !== undefined) return known;
  for (const [name, found] of doc.share) {
    if ((found as unknown) !== type) continue;
    names.set(type, name);
    return name;
  }
  return null;
}

export class TableStore {
  readonly #doc: Y.Doc;
  readonly #table: string;
  readonly #prefix: string;
  readonly #listeners = new Set<() => void>();
  readonly #cellListeners = new Set<(changes: readonly CellChange[], isShapeChange: boolean) => void>();
  /** What is asked for each cell that has changed: the table looks otherwise where a hidden one is filled. */
  readonly #filled = new Map<string, boolean>();
  #shape: TableShape;

  constructor(doc: Y.Doc, table: string) {
    this.#doc = doc;
    this.#table = table;
    this.#prefix = `cell:${table}:`;
    this.#shape = readTableShape(doc, table);
  }

  readonly shape = (): TableShape => this.#shape;

  /** Told when the shape is another. The first listener begins the watch, the last one ends it. */
  readonly on = (listener: () => void): (() => void) => this.#listen(this.#listeners, listener);

  onCells(listener: (changes: readonly CellChange[], isShapeChange: boolean) => void): () => void {
    return this.#listen(this.#cellListeners, listener);
  }

  #listen<Listener>(to: Set<Listener>, listener: Listener): () => void {
    if (this.#listeners.size + this.#cellListeners.size === 0) {
      this.#doc.on('afterTransaction', this.#onTransaction);
      this.#read();
    }
    to.add(listener);
    return () => {
      to.delete(listener);
      if (this.#listeners.size + this.#cellListeners.size === 0) {
        this.#doc.off('afterTransaction', this.#onTransaction);
      }
    };
  }

  readonly #onTransaction = (transaction: Y.Transaction): void => {
    const map = tableMap(this.#doc, this.#table);
    let isOther = false;
    const changes: CellChange[] = [];
    for (const [type, keys] of transaction.changed) {
      if ((type as unknown) === map) {
        isOther = true;
        continue;
      }
      const name = nameOf(this.#doc, type as Y.AbstractType<unknown>);
      if (name === null || !name.startsWith(this.#prefix)) continue;
      const place = name.slice(this.#prefix.length);
      const [row = '', column = ''] = place.split(':');
      const isNow = isFilled(this.#doc, this.#table, row, column);
      isOther ||= this.#filled.get(place) !== isNow;
      this.#filled.set(place, isNow);
      const event = new Y.YTextEvent(type as unknown as Y.Text, transaction, keys as Set<string>);
      changes.push({ place, end: () => endOfChange(event.delta as Delta, 1), origin: transaction.origin });
    }
    const isShapeChange = isOther && this.#read();
    if (isShapeChange) for (const listener of this.#listeners) listener();
    if (changes.length > 0 || isShapeChange) {
      for (const listener of this.#cellListeners) listener(changes, isShapeChange);
    }
  };

  #read(): boolean {
    const shape = readTableShape(this.#doc, this.#table);
    if (signature(shape) === signature(this.#shape)) return false;
    this.#shape = shape;
    return true;
  }
}

function signature({ rows, columns, header, widths, spans }: TableShape): string {
  return JSON.stringify([rows, columns, header, [...widths], [...spans]]);
}
