/** Hits on the page: painted by the browser over the text, which is not touched. */
import type { Passage } from '../../shared/find/passages.ts';
import type { BodyHandle } from '../editor/body-handle.ts';
import { domRange } from './dom-range.ts';
import { FieldMirrors } from './field-mirror.ts';
import { pageText, passageElement } from './passage-element.ts';

const ALL = 'found';
const CURRENT = 'found-current';
/** More than an eye takes in; the count tells of all. */
const MOST_PAINTED = 5_000;

/** What is nearer to an edge than this is brought further in, to this share of the height. */
const NEAR_EDGE_PX = 24;
const FROM_TOP = 0.4;

export type ShownHit = { passage: Passage; start: number; end: number };

export class HitPainter {
  readonly #column: HTMLElement;
  readonly #mirrors: FieldMirrors;
  readonly #resized: ResizeObserver;

  /** `layer` lies over the column and begins where that begins. */
  constructor(column: HTMLElement, layer: HTMLElement) {
    this.#column = column;
    this.#mirrors = new FieldMirrors(layer);
    this.#resized = new ResizeObserver(() => this.#mirrors.layAll());
    this.#resized.observe(column);
  }

  paint(body: BodyHandle | null, hits: readonly ShownHit[], current: number): void {
    const [all, one] = [new Highlight(), new Highlight()];
    one.priority = 1;
    const page = pageText(this.#column, body);
    const elements = new Map<Passage, HTMLElement | null>();
    const fields = new Set<HTMLTextAreaElement>();
    const from = Math.max(0, Math.min(current - MOST_PAINTED / 2, hits.length - MOST_PAINTED));
    for (const [index, hit] of hits.slice(from, from + MOST_PAINTED).entries()) {
      let element = elements.get(hit.passage);
      if (element === undefined) {
        element = passageElement(page, hit.passage);
        elements.set(hit.passage, element);
      }
      if (element instanceof HTMLTextAreaElement) fields.add(element);
      const range = element === null ? null : this.#rangeIn(element, hit);
      if (range !== null) (index + from === current ? one : all).add(range);
    }
    this.#mirrors.keepOnly(fields);
    CSS.highlights.set(ALL, all);
    CSS.highlights.set(CURRENT, one);
  }

  /** Brings a hit into sight, in the middle where it was out of it. */
  reveal(body: BodyHandle | null, hit: ShownHit): void {
    const scroller = this.#column.closest('.article-scroll');
    const element = passageElement(pageText(this.#column, body), hit.passage);
    if (scroller === null || element === null) return;
    // What was never in sight has its height once it is.
    const rough = element.getBoundingClientRect();
    const view = scroller.getBoundingClientRect();
    const bring = (top: number): void => {
      scroller.scrollTop += top - view.top - view.height * FROM_TOP;
    };
    if (rough.bottom < view.top || rough.top > view.bottom) bring(rough.top);
    const box = this.#rangeIn(element, hit)?.getBoundingClientRect();
    if (box === undefined || (box.top > view.top + NEAR_EDGE_PX && box.bottom < view.bottom - NEAR_EDGE_PX)) return;
    bring(box.top);
  }

  clear(): void {
    this.#mirrors.keepOnly(new Set());
    CSS.highlights.delete(ALL);
    CSS.highlights.delete(CURRENT);
  }

  destroy(): void {
    this.clear();
    this.#resized.disconnect();
  }

  #rangeIn(element: HTMLElement, { start, end }: ShownHit): Range | null {
    if (!(element instanceof HTMLTextAreaElement)) return domRange(element, start, end);
    return domRange(this.#mirrors.mirrorOf(element), start, end);
  }
}
