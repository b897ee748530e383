/**
 * A tolerant scanner of HTML: one pass from the start to the end, no tree, no recursion, so that a page of any depth
 * costs no more than its length. What is broken is read as browsers do, but for two things that would lose an article:
 * a tag that was never closed ends where the next one begins, and a title without an end ends there too.
 */
import { decodeEntities } from './entities.ts';

/** Attributes that somebody asks for; the others are passed over. */
const attributeNames = [
  ...(['alt', 'aria-level', 'border', 'charset', 'cite', 'class', 'colspan', 'content', 'data-original'] as const),
  ...(['data-src', 'datetime', 'face', 'height', 'hidden', 'href', 'id', 'itemprop', 'name', 'property'] as const),
  ...(['role', 'rowspan', 'src', 'start', 'style', 'value', 'width'] as const),
];
const knownAttributes = new Set<string>(attributeNames);
export type AttributeName = (typeof attributeNames)[number];
export type HtmlAttributes = Partial<Record<AttributeName, string>>;

/** Names are in lower case. Texts and values have their character references resolved, white space is as it stands. */
export type HtmlHandler = {
  open(name: string, attributes: HtmlAttributes): void;
  close(name: string): void;
  text(text: string): void;
};

/** Their content is no markup; that of a title is text, that of the others is nothing to read. */
const rawElements = new Set(['script', 'style', 'title', 'textarea', 'iframe', 'noembed', 'noframes', 'xmp']);

const MAX_PIECE = 65_536;
const MAX_REFERENCE = 20;

const tagName = /[a-zA-Z][a-zA-Z0-9:-]*/y;
const beforeAttribute = /[\s/=]*/y;
// An unterminated quotation mark makes the match go to the end of the page, once for each kind of mark: the next such
// mark would have ended it.
const attribute = /([^\s/>=<]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?/y;

class Scanner {
  readonly #html: string;
  readonly #handler: HtmlHandler;
  /** Raw elements of which there is no end any more: looked for once. */
  readonly #endless = new Set<string>();
  #at = 0;

  constructor(html: string, handler: HtmlHandler) {
    this.#html = html;
    this.#handler = handler;
  }

  scan(): void {
    const html = this.#html;
    while (this.#at < html.length) {
      const found = html.indexOf('<', this.#at);
      const open = found === -1 ? html.length : found;
      while (this.#at < open) this.#text(open);
      if (open < html.length) this.#markup();
    }
  }

  /** Hands on a piece of the text that goes to `end`, so that whoever has enough can stop. */
  #text(end: number): void {
    const start = this.#at;
    let cut = Math.min(end, start + MAX_PIECE);
    if (cut < end) {
      // Not within a character reference.
      const reference = this.#html.slice(cut - MAX_REFERENCE, cut).lastIndexOf('&');
      if (reference !== -1) cut += reference - MAX_REFERENCE;
    }
    this.#at = cut;
    this.#handler.text(decodeEntities(this.#html.slice(start, cut)));
  }

  /** At a `<`. */
  #markup(): void {
    const next = this.#html.charAt(this.#at + 1);
    if (next === '!' || next === '?') {
      const end = this.#html.startsWith('<!--', this.#at) ? '-->' : '>';
      this.#at = this.#after(this.#html.indexOf(end, this.#at + 2), end.length);
      return;
    }
    const isClosing = next === '/';
    tagName.lastIndex = this.#at + (isClosing ? 2 : 1);
    const name = tagName.exec(this.#html)?.[0].toLowerCase();
    if (name === undefined) {
      this.#at += 1;
      this.#handler.text('<');
      return;
    }
    this.#at = tagName.lastIndex;
    const attributes = this.#attributes();
    if (isClosing) {
      this.#handler.close(name);
      return;
    }
    this.#handler.open(name, attributes);
    if (rawElements.has(name)) this.#raw(name);
  }

  /** Goes to the end of the tag. */
  #attributes(): HtmlAttributes {
    const attributes: HtmlAttributes = {};
    for (;;) {
      beforeAttribute.lastIndex = this.#at;
      beforeAttribute.exec(this.#html);
      this.#at = beforeAttribute.lastIndex;
      attribute.lastIndex = this.#at;
      const found = attribute.exec(this.#html);
      if (found === null) break;
      this.#at = attribute.lastIndex;
      const name = found[1]?.toLowerCase() ?? '';
      if (knownAttributes.has(name)) {
        attributes[name as AttributeName] ??= decodeEntities(found[2] ?? found[3] ?? found[4] ?? '');
      }
    }
    if (this.#html.charAt(this.#at) === '>') this.#at += 1;
    return attributes;
  }

  #raw(name: string): void {
    const start = this.#at;
    const end = this.#endless.has(name) ? -1 : this.#findEnd(name);
    if (end !== -1) this.#at = end;
    else {
      this.#endless.add(name);
      this.#at = name === 'title' ? this.#after(this.#html.indexOf('<', start), 0) : this.#html.length;
    }
    if (name === 'title') this.#handler.text(decodeEntities(this.#html.slice(start, this.#at)));
    if (end === -1) this.#handler.close(name);
  }

  #findEnd(name: string): number {
    const closing = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
    closing.lastIndex = this.#at;
    return closing.exec(this.#html)?.index ?? -1;
  }

  #after(index: number, length: number): number {
    return index === -1 ? this.#html.length : index + length;
  }
}

export function scanHtml(html: string, handler: HtmlHandler): void {
  new Scanner(html, handler).scan();
}
