/**
 * Marks under misspelt words, painted by the browser: the text and its elements are not touched, so there is nothing of
 * them in what is copied, undone or sent. Fields are marked on copies of their text (see FieldMirrors).
 */
import type { FindingKind } from '../../shared/spelling/speller.ts';
import type { BodyHandle } from '../editor/body-handle.ts';
import { domRange } from '../tools/dom-range.ts';
import { FieldMirrors } from '../tools/field-mirror.ts';
import { pageText, passageElement } from '../tools/passage-element.ts';
import type { Mark } from './article-checker.ts';

const names: Record<FindingKind, string> = {
  unknown: 'spelling-unknown',
  rare: 'spelling-rare',
  mistaken: 'spelling-mistaken',
};
/** An article in another language than it says: marks under everything help nobody. */
const MOST_MARKS = 1_000;

type Painted = { mark: Mark; range: Range; element: HTMLElement };

export class MarkPainter {
  readonly #column: HTMLElement;
  readonly #layer: HTMLElement;
  readonly #mirrors: FieldMirrors;
  readonly #resized: ResizeObserver;
  #painted: Painted[] = [];

  constructor(column: HTMLElement) {
    this.#column = column;
    this.#layer = document.createElement('div');
    this.#layer.className = 'spelling-layer';
    this.#layer.ariaHidden = 'true';
    column.append(this.#layer);
    this.#mirrors = new FieldMirrors(this.#layer);
    this.#resized = new ResizeObserver(() => this.#mirrors.layAll());
    this.#resized.observe(column);
  }

  /**
   * `hidden`: one that is not shown, but known to be there. False where the page does not show all of these words, such as
   * those of a table that has not been drawn yet.
   */
  paint(body: BodyHandle | null, marks: readonly Mark[], hidden: Mark | null = null): boolean {
    const page = pageText(this.#column, body);
    const highlights = { unknown: new Highlight(), rare: new Highlight(), mistaken: new Highlight() };
    const fields = new Set<HTMLTextAreaElement>();
    this.#painted = [];
    for (const mark of marks.slice(0, MOST_MARKS)) {
      const element = passageElement(page, mark.passage);
      if (element === null) continue;
      const range = this.#rangeIn(element, mark);
      if (range === null || range.toString().normalize('NFC') !== wordOf(mark)) continue;
      if (element instanceof HTMLTextAreaElement) fields.add(element);
      if (mark !== hidden) highlights[mark.kind].add(range);
      this.#painted.push({ mark, range, element });
    }
    this.#mirrors.keepOnly(fields);
    for (const [kind, name] of Object.entries(names)) CSS.highlights.set(name, highlights[kind as FindingKind]);
    return this.#painted.length === Math.min(marks.length, MOST_MARKS);
  }

  /** The field says something else now; its marks are gone until it is checked. */
  leaveField(field: HTMLTextAreaElement): void {
    if (!this.#painted.some(({ element }) => element === field)) return;
    this.#painted = this.#painted.filter(({ element }) => element !== field);
    this.#mirrors.keepOnly(
      new Set(this.#painted.flatMap(({ element }) => (element instanceof HTMLTextAreaElement ? [element] : []))),
    );
  }

  /** The mark below a point of the window. */
  markAt(x: number, y: number): Mark | null {
    const isAt = ({ left, right, top, bottom }: DOMRect): boolean => x >= left && x <= right && y >= top && y <= bottom;
    return this.#painted.find(({ range }) => [...range.getClientRects()].some(isAt))?.mark ?? null;
  }

  /** The mark that the caret stands in or at. */
  markAtCaret(): Mark | null {
    return this.#painted.find(({ range, element, mark }) => isCaretAt(range, element, mark))?.mark ?? null;
  }

  isCaretAt(mark: Mark): boolean {
    const painted = this.#painted.find((other) => other.mark === mark);
    return painted !== undefined && isCaretAt(painted.range, painted.element, mark);
  }

  /** Where the marked word stands in the window; null where it is not painted. */
  boxOf(mark: Mark): DOMRect | null {
    return this.#find(mark)?.range.getBoundingClientRect() ?? null;
  }

  /** Brings the word into sight. */
  reveal(mark: Mark): void {
    const scroller = this.#column.closest('.article-scroll');
    const painted = this.#find(mark);
    if (scroller === null || painted === undefined) return;
    const view = scroller.getBoundingClientRect();
    const rough = painted.element.getBoundingClientRect();
    // What was never in sight has its height once it is.
    if (rough.bottom < view.top || rough.top > view.bottom) painted.element.scrollIntoView({ block: 'center' });
    const box = painted.range.getBoundingClientRect();
    if (box.top > view.top + NEAR_EDGE_PX && box.bottom < view.bottom - NEAR_EDGE_PX) return;
    scroller.scrollTop += box.top - view.top - view.height * 0.4;
  }

  destroy(): void {
    this.#resized.disconnect();
    this.#layer.remove();
    for (const name of Object.values(names)) CSS.highlights.delete(name);
  }

  #find(mark: Mark): Painted | undefined {
    const { passage, start, end } = mark;
    return this.#painted.find(
      ({ mark: other }) => other.passage.name === passage.name && other.start === start && other.end === end,
    );
  }

  #rangeIn(element: HTMLElement, { start, end }: Mark): Range | null {
    if (!(element instanceof HTMLTextAreaElement)) return domRange(element, start, end);
    return domRange(this.#mirrors.mirrorOf(element), start, end);
  }
}

const NEAR_EDGE_PX = 24;

export function wordOf({ passage, start, end }: Mark): string {
  return passage.characters.slice(start, end).normalize('NFC');
}

function isCaretAt(range: Range, element: HTMLElement, { start, end }: Mark): boolean {
  if (element instanceof HTMLTextAreaElement) {
    if (document.activeElement !== element) return false;
    const { selectionStart, selectionEnd } = element;
    return selectionStart === selectionEnd && selectionStart >= start && selectionStart <= end;
  }
  const selection = window.getSelection();
  if (selection?.anchorNode == null || !selection.isCollapsed) return false;
  return range.isPointInRange(selection.anchorNode, selection.anchorOffset);
}
