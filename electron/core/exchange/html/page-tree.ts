/**
 * A web page as a tree, built in one pass from what the scanner finds. It is forgiving where saved pages are broken: what
 * was never closed ends where HTML lets it end, and page furniture that was never closed is taken for no furniture. Only
 * counters say what is open, so that neither depth nor broken nesting costs more than the page's length.
 */
import { blockElements } from '../../../../shared/article/import-html/elements.ts';
import type { HtmlTree } from '../../../../shared/article/import-html/html-tree.ts';
import { type HtmlAttributes, scanHtml } from './scan-html.ts';

export type PageElement = { tag: string; attributes: HtmlAttributes; children: PageNode[]; isClosed: boolean };
export type PageNode = PageElement | string;

/** `meta`: values by name in lower case, in the order of the page. `title`: of the head, may be empty. */
export type Page = { title: string; meta: Map<string, string[]>; body: PageElement };
export type PageLimits = { check(characters: number): void };

/** Browsers go no deeper than some hundreds either. */
const MAX_DEPTH = 500;

const voidElements = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
const headings = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
/** By element: what it ends that is still open, as far up as the element that holds such. */
const ends: Readonly<Record<string, readonly [ended: string, within: readonly string[]]>> = {
  li: ['li', ['ul', 'ol', 'menu']],
  dt: ['dd', ['dl']],
  dd: ['dt', ['dl']],
  tr: ['tr', ['table']],
  td: ['td', ['tr', 'table']],
  th: ['td', ['tr', 'table']],
  tbody: ['tr', ['table']],
  option: ['option', ['select']],
};
const alike: Readonly<Record<string, string>> = { th: 'td' };
const kindOf = (tag: string): string => alike[tag] ?? tag;

class TreeBuilder {
  readonly page: Page;
  readonly #limits: PageLimits;
  readonly #open: PageElement[];
  /** How many elements of a name are open; what is not need not be looked for. */
  readonly #counts = new Map<string, number>();
  /** Elements that stood too deep, whose ends end nothing. */
  readonly #ignored = new Map<string, number>();
  #inTitle = false;
  #characters = 0;

  constructor(limits: PageLimits) {
    this.#limits = limits;
    const body: PageElement = { tag: 'body', attributes: {}, children: [], isClosed: true };
    this.page = { title: '', meta: new Map(), body };
    this.#open = [body];
  }

  open(tag: string, attributes: HtmlAttributes): void {
    if (tag === 'title') this.#inTitle = true;
    else if (tag === 'meta') this.#addMeta(attributes);
    if (tag === 'time') this.#addMeta({ name: tag, content: attributes.datetime });
    if (tag === 'title' || tag === 'html' || tag === 'head' || tag === 'body') return;
    if (blockElements.has(tag)) this.#endParagraph();
    const [ended, within] = ends[tag] ?? [];
    if (ended !== undefined && within !== undefined) this.#endWithin(ended, within);
    const element: PageElement = { tag, attributes, children: [], isClosed: false };
    if (voidElements.has(tag)) {
      this.#add(element);
    } else if (this.#open.length >= MAX_DEPTH) {
      this.#ignored.set(tag, (this.#ignored.get(tag) ?? 0) + 1);
    } else {
      this.#add(element);
      this.#open.push(element);
      this.#count(tag, 1);
    }
  }

  close(tag: string): void {
    if (tag === 'title') this.#inTitle = false;
    const ignored = this.#ignored.get(tag) ?? 0;
    if (ignored > 0) this.#ignored.set(tag, ignored - 1);
    else if ((this.#counts.get(tag) ?? 0) > 0) this.#popTo((element) => element.tag === tag);
  }

  text(text: string): void {
    if (this.#inTitle) {
      if (this.page.title === '') this.page.title = text.replace(/\s+/gu, ' ').trim();
      return;
    }
    this.#characters += text.replace(/\s+/gu, ' ').length;
    this.#limits.check(this.#characters);
    this.#add(text);
  }

  #add(node: PageNode): void {
    this.#open.at(-1)?.children.push(node);
  }

  #count(tag: string, by: number): void {
    this.#counts.set(tag, (this.#counts.get(tag) ?? 0) + by);
  }

  #pop(): PageElement | undefined {
    const element = this.#open.pop();
    if (element !== undefined) this.#count(element.tag, -1);
    return element;
  }

  #popTo(isMeant: (element: PageElement) => boolean): void {
    while (this.#open.length > 1) {
      const element = this.#pop();
      if (element === undefined || !isMeant(element)) continue;
      element.isClosed = true;
      return;
    }
  }

  /** A block ends the paragraph or the heading it stands in, and with it the formats and links in that. */
  #endParagraph(): void {
    const isOpen = (this.#counts.get('p') ?? 0) > 0 || [...headings].some((tag) => (this.#counts.get(tag) ?? 0) > 0);
    if (!isOpen) return;
    for (let at = this.#open.length - 1; at > 0; at -= 1) {
      const { tag } = this.#open[at]!;
      if (tag === 'p' || headings.has(tag)) {
        const paragraph = this.#open[at]!;
        this.#popTo((element) => element === paragraph);
        return;
      }
      if (blockElements.has(tag)) return;
    }
  }

  #endWithin(ended: string, within: readonly string[]): void {
    for (let at = this.#open.length - 1; at > 0; at -= 1) {
      const element = this.#open[at]!;
      if (within.includes(element.tag)) return;
      if (kindOf(element.tag) === ended) {
        this.#popTo((open) => open === element);
        return;
      }
    }
  }

  #addMeta({ name, property, itemprop, content }: HtmlAttributes): void {
    const key = (property ?? name ?? itemprop)?.trim().toLowerCase();
    const value = content?.replace(/\s+/gu, ' ').trim();
    if (!key || !value) return;
    const values = this.page.meta.get(key);
    if (values === undefined) this.page.meta.set(key, [value]);
    else values.push(value);
  }
}

/** `limits.check` is asked as the page is read, and throws when it is too long. */
export function readPage(html: string, limits: PageLimits): Page {
  const builder = new TreeBuilder(limits);
  scanHtml(html, builder);
  return builder.page;
}

export const isElement = (node: PageNode): node is PageElement => typeof node !== 'string';

/** A link that leads nowhere we could go: that it is one still tells what stands in it. */
export const NOWHERE = 'https://nowhere.invalid/';

/** The page for whoever reads HTML trees. `isLeftOut`: nodes that are as if they were not there. */
export function pageTree(
  isLeftOut: (element: PageElement) => boolean,
  linkOf: (href: string) => string,
): HtmlTree<PageNode> {
  return {
    textOf: (node) => (isElement(node) ? null : node),
    tagOf: (node) => (isElement(node) ? node.tag : null),
    attribute: (node, name) => {
      if (!isElement(node)) return null;
      const value = (node.attributes as Partial<Record<string, string>>)[name] ?? null;
      return name === 'href' && value !== null ? linkOf(value) : value;
    },
    childrenOf: (node) =>
      isElement(node) ? node.children.filter((child) => !isElement(child) || !isLeftOut(child)) : [],
  };
}
