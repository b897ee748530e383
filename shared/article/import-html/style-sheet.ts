/** Style sheets of a document, as far as they are simple: Word and LibreOffice say by classes what a paragraph is. */
import { readStyle, type Style, UNSTYLED } from './read-style.ts';

const MAX_CSS_LENGTH = 300_000;

/** The text of the `style` elements of a page, in order. */
export function styleSheetsOf(html: string): string {
  let css = '';
  const tag = /<(\/?)style(?=[\s/>])[^>]{0,500}>/giu;
  let start: number | null = null;
  for (const found of html.matchAll(tag)) {
    if (found[1] === '') start ??= found.index + found[0].length;
    else if (start !== null) {
      css += `${html.slice(start, Math.min(found.index, start + MAX_CSS_LENGTH))}\n`;
      start = null;
      if (css.length > MAX_CSS_LENGTH) break;
    }
  }
  return css.slice(0, MAX_CSS_LENGTH);
}

function withoutComments(css: string): string {
  const [first = '', ...rest] = css.split('/*');
  return first + rest.map((piece) => piece.slice(piece.indexOf('*/') + 2 || piece.length)).join('');
}

/** Rules for an element (`p`), a class (`.a`) or both (`p.a`), by that name; other selectors are passed over. */
export function readStyleSheet(css: string): Map<string, Style> {
  const rules = new Map<string, Style>();
  const add = (selectors: string, declarations: string): void => {
    const style = readStyle(declarations);
    if (Object.keys(style).length === 0) return;
    for (const selector of selectors.split(',')) {
      const [, tag = '', name = ''] = /^\s*([a-z][a-z0-9]*)?(?:\.([\w-]+))?\s*$/iu.exec(selector) ?? [];
      if (tag === '' && name === '') continue;
      // How Word shows a change is no format of the text.
      if (/^mso(?:ins|del)$/iu.test(name)) continue;
      const key = name === '' ? tag.toLowerCase() : `${tag.toLowerCase()}.${name.toLowerCase()}`;
      rules.set(key, { ...rules.get(key), ...style });
    }
  };
  let depth = 0;
  let selectors = '';
  for (const [piece] of withoutComments(css.replace(/<!--|-->/gu, '')).matchAll(/[^{}]*[{}]/gu)) {
    const text = piece.slice(0, -1);
    if (piece.endsWith('{')) {
      if (depth === 0) selectors = text.slice(text.lastIndexOf(';') + 1).trim();
      depth += 1;
    } else {
      // What stands in a rule for some media is not for every reader.
      if (depth === 1 && !selectors.startsWith('@')) add(selectors, text);
      depth = Math.max(0, depth - 1);
    }
  }
  return rules;
}

const MAX_REMEMBERED = 5_000;

/** Styles of elements: of the sheet first, then their own. Programs write the same few again and again. */
export class StyleReader {
  readonly #rules: Map<string, Style>;
  readonly #known = new Map<string, Style>();

  constructor(css: string) {
    this.#rules = readStyleSheet(css);
  }

  of(tag: string, className: string | null, own: string | null): Style {
    if (className === null && own === null) return this.#rules.get(tag) ?? UNSTYLED;
    const key = `${tag}|${className ?? ''}|${own ?? ''}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    let style: Style = { ...this.#rules.get(tag) };
    if (this.#rules.size > 0 && className !== null) {
      for (const name of className.toLowerCase().split(/\s+/u)) {
        Object.assign(style, this.#rules.get(`.${name}`), this.#rules.get(`${tag}.${name}`));
      }
    }
    if (own !== null) Object.assign(style, readStyle(own));
    // One object for all of them, so that nothing is done for them.
    if (Object.keys(style).length === 0) style = UNSTYLED;
    if (this.#known.size >= MAX_REMEMBERED) this.#known.clear();
    this.#known.set(key, style);
    return style;
  }
}
