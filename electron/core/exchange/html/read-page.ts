/**
 * A web page as paragraphs, each with what the markup says of it, and its meta tags. Only counters are kept of what is
 * open, so that neither depth nor broken nesting costs anything; a heading or a caption that was never closed ends with
 * its first paragraph, and page furniture that was never closed is taken for no furniture.
 */
import { safeLink } from '../../../../shared/article/safe-link.ts';
import type { SourceLine } from '../source-line.ts';
import { blockElements, droppedElements, firstParagraphs, formatElements, pageFurniture } from './elements.ts';
import { type Formats, ParagraphText } from './paragraph-text.ts';
import { type HtmlAttributes, scanHtml } from './scan-html.ts';

const MAX_LISTS = 100;
/** An article has some hundreds; a page with more of them than this is left without formats from there on. */
const MAX_FORMATTED_RUNS = 20_000;

export type PageParagraph = SourceLine;

/** `meta`: values by name in lower case, in the order of the page. `title`: of the head, may be empty. */
export type Page = { title: string; meta: Map<string, string[]>; paragraphs: PageParagraph[] };

export type PageLimits = { check(characters: number, paragraphs: number): void };

class PageReader {
  readonly page: Page = { title: '', meta: new Map(), paragraphs: [] };
  readonly #limits: PageLimits;
  readonly #transparent: ReadonlySet<string>;
  readonly #text = new ParagraphText();
  #formats = { bold: 0, italic: 0, underline: 0 };
  readonly #lists: ('bullet' | 'number')[] = [];
  #skipped: { name: string; depth: number } | null = null;
  #inTitle = false;
  #link: { href: string | null } | null = null;
  /** What the next paragraph is, whatever it stands in. */
  #first: PageParagraph['as'] | null = null;
  #quotes = 0;
  #articles = { depth: 0, count: 0 };
  #characters = 0;
  #runs = 0;

  constructor(limits: PageLimits, transparent: ReadonlySet<string>) {
    this.#limits = limits;
    this.#transparent = transparent;
  }

  open(name: string, attributes: HtmlAttributes): void {
    if (this.#skipped !== null) {
      if (this.#skipped.name === name) this.#skipped.depth += 1;
      return;
    }
    if (name === 'meta') this.#addMeta(attributes);
    if (name === 'title') this.#inTitle = true;
    if (this.#isSkipped(name, attributes)) {
      this.#skipped = { name, depth: 1 };
      return;
    }
    if (name === 'time') this.#addMeta({ name, content: attributes.datetime });
    if (name === 'a') this.#link = { href: safeLink(attributes.href ?? '') };
    if (name === 'td' || name === 'th') this.#text.endCell();
    const format = formatElements[name as keyof typeof formatElements];
    if (format !== undefined) this.#formats[format] += 1;
    if (blockElements.has(name)) this.#openBlock(name);
  }

  close(name: string): void {
    if (this.#skipped !== null) {
      if (this.#skipped.name === name) this.#skipped.depth -= 1;
      if (this.#skipped.depth === 0) this.#skipped = null;
      return;
    }
    if (name === 'title') this.#inTitle = false;
    if (name === 'a') this.#link = null;
    const format = formatElements[name as keyof typeof formatElements];
    if (format !== undefined) this.#formats[format] = Math.max(0, this.#formats[format] - 1);
    if (!blockElements.has(name)) return;
    this.#endParagraph();
    if (name in firstParagraphs || name === 'li') this.#first = null;
    if (name === 'ul' || name === 'ol') this.#lists.pop();
    if (name === 'blockquote') this.#quotes = Math.max(0, this.#quotes - 1);
    if (name === 'article') this.#articles.depth = Math.max(0, this.#articles.depth - 1);
  }

  text(text: string): void {
    if (this.#skipped !== null) return;
    if (this.#inTitle) {
      if (this.page.title === '') this.page.title = text.replace(/\s+/gu, ' ').trim();
      return;
    }
    this.#characters += this.#text.add(text, this.#formatsNow(), this.#link !== null);
    this.#limits.check(this.#characters, this.page.paragraphs.length);
  }

  /** Ends the page; answers the furniture that it never closed. */
  end(): string | null {
    this.#endParagraph();
    return this.#skipped?.name ?? null;
  }

  #isSkipped(name: string, attributes: HtmlAttributes): boolean {
    if (attributes.hidden !== undefined && blockElements.has(name)) return true;
    if (this.#transparent.has(name)) return false;
    return droppedElements.has(name) || (pageFurniture.has(name) && this.#articles.depth === 0);
  }

  #openBlock(name: string): void {
    this.#endParagraph();
    if (name === 'ul' || name === 'ol') {
      if (this.#lists.length < MAX_LISTS) this.#lists.push(name === 'ol' ? 'number' : 'bullet');
    } else if (name === 'li') this.#first = this.#lists.at(-1) ?? 'bullet';
    else if (name === 'blockquote') this.#quotes += 1;
    else if (name === 'article') {
      if (this.#articles.depth === 0) this.#articles.count += 1;
      this.#articles.depth += 1;
    } else if (name in firstParagraphs) this.#first = firstParagraphs[name as keyof typeof firstParagraphs];
  }

  #endParagraph(): void {
    const taken = this.#text.take();
    if (taken === null) return;
    // What was never closed ends here: else one `<a>` would make a link of all that follows.
    this.#formats = { bold: 0, italic: 0, underline: 0 };
    this.#link = null;
    const as = this.#first ?? (this.#quotes > 0 ? 'quote' : 'text');
    this.#first = null;
    const article = this.#articles.depth > 0 ? this.#articles.count : 0;
    const text = taken.runs.map((run) => run.text).join('');
    this.page.paragraphs.push({ as, text, ...taken, article });
  }

  #formatsNow(): Formats {
    const { bold, italic, underline } = this.#formats;
    const href = this.#link?.href ?? null;
    if (bold + italic + underline === 0 && href === null) return {};
    this.#runs += 1;
    if (this.#runs > MAX_FORMATTED_RUNS) return {};
    return {
      ...(bold > 0 && { bold: true as const }),
      ...(italic > 0 && { italic: true as const }),
      ...(underline > 0 && { underline: true as const }),
      ...(href !== null && { link: href }),
    };
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
export function readPage(html: string, limits: PageLimits, transparent: ReadonlySet<string> = new Set()): Page {
  const reader = new PageReader(limits, transparent);
  scanHtml(html, reader);
  const unclosed = reader.end();
  // There are four kinds of furniture, so this ends.
  if (unclosed !== null && (pageFurniture.has(unclosed) || unclosed === 'nav') && !transparent.has(unclosed))
    return readPage(html, limits, new Set([...transparent, unclosed]));
  return reader.page;
}
