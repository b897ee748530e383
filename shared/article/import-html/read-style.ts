/** What a style says that matters in an article; colours, sizes and distances do not. */
import { type LegacyEncoding, legacyEncodingOfFont } from '../../text/legacy/encodings.ts';

export type Style = {
  bold?: boolean;
  italic?: boolean;
  underline?: true;
  strike?: true;
  position?: 'superscript' | 'subscript' | 'none';
  /** Null where another font is named. */
  encoding?: LegacyEncoding | null;
  keepsSpace?: boolean;
  hidden?: true;
  border?: true;
  /** 1 for the highest heading (Word's mso-outline-level). */
  outline?: number;
  /** Word's list items are paragraphs; 0 for the outermost list. */
  listLevel?: number;
  /** Word's marker of a list item. */
  isMarker?: true;
  /** Word's runs of spaces and tabs. */
  spaces?: true;
  tabs?: number;
  isComment?: true;
  isCommentMark?: true;
  /** In pixels, or as a share of 100 with `isShare`. */
  width?: { value: number; isShare: boolean };
};

/** Says nothing. */
export const UNSTYLED: Style = Object.freeze({});

const MAX_DECLARATIONS = 200;
const MAX_VALUE_LENGTH = 500;
const PIXELS: Record<string, number> = { px: 1, pt: 4 / 3, in: 96, cm: 37.8, mm: 3.78, '': 1 };

export function readLength(text: string): Style['width'] {
  const [, number = '', unit = ''] = /^\s*(\d+(?:\.\d+)?|\.\d+)\s*(px|pt|in|cm|mm|%)?\s*$/iu.exec(text) ?? [];
  const value = Number.parseFloat(number);
  if (!(value > 0)) return undefined;
  if (unit === '%') return { value, isShare: true };
  return { value: value * (PIXELS[unit.toLowerCase()] ?? 1), isShare: false };
}

function firstFamily(value: string): string {
  return (
    /^\s*(?:"([^"]*)"|'([^']*)'|([^,]*))/u
      .exec(value)
      ?.slice(1)
      .find((name) => name !== undefined) ?? ''
  );
}

function declare(style: Style, property: string, value: string): void {
  const plain = value.toLowerCase();
  switch (property) {
    case 'font-weight':
      style.bold = plain.startsWith('bold') || Number.parseInt(plain, 10) >= 600;
      break;
    case 'font-style':
      style.italic = plain === 'italic' || plain === 'oblique';
      break;
    case 'text-decoration':
    case 'text-decoration-line':
      if (plain.includes('underline')) style.underline = true;
      if (plain.includes('line-through')) style.strike = true;
      break;
    case 'vertical-align':
      if (plain === 'super') style.position = 'superscript';
      else if (plain === 'sub') style.position = 'subscript';
      else if (plain === 'baseline') style.position = 'none';
      break;
    case 'font-family':
      style.encoding = legacyEncodingOfFont(firstFamily(value));
      break;
    case 'font':
      // `7.0pt "Times New Roman"`: what stands behind the size.
      style.encoding = legacyEncodingOfFont(firstFamily(value.replace(/^.*?[\d.]+(?:pt|px|em|%)(?:\/\S+)?\s+/iu, '')));
      break;
    case 'white-space':
      style.keepsSpace = plain.startsWith('pre') || plain === 'break-spaces';
      break;
    case 'white-space-collapse':
      style.keepsSpace = plain.startsWith('preserve');
      break;
    case 'display':
      if (plain === 'none') style.hidden = true;
      break;
    case 'visibility':
      if (plain === 'hidden') style.hidden = true;
      break;
    case 'mso-hide':
      if (plain === 'all') style.hidden = true;
      break;
    case 'border':
    case 'border-top':
    case 'mso-border-alt':
      if (/solid|double|dashed|dotted/u.test(plain) && !/^0/u.test(plain)) style.border = true;
      break;
    case 'width': {
      const width = readLength(value);
      if (width !== undefined) style.width = width;
      break;
    }
    case 'mso-outline-level':
      if (/^[1-9]$/u.test(plain)) style.outline = Number(plain);
      break;
    case 'mso-list': {
      if (plain === 'ignore') style.isMarker = true;
      const level = /\blevel([1-9])\b/u.exec(plain)?.[1];
      if (level !== undefined) style.listLevel = Number(level) - 1;
      break;
    }
    case 'mso-spacerun':
      if (plain === 'yes') style.spaces = true;
      break;
    case 'mso-tab-count':
      style.tabs = Math.min(Number.parseInt(plain, 10) || 1, 20);
      break;
    case 'mso-element':
      if (plain.startsWith('comment')) style.isComment = true;
      break;
    case 'mso-special-character':
      if (plain === 'comment') style.isCommentMark = true;
      break;
  }
}

/** Reads the declarations of one rule or of one `style` attribute. */
export function readStyle(text: string): Style {
  const style: Style = {};
  // Data addresses hold semicolons; nothing that matters here has one.
  const pieces = text.split(';', MAX_DECLARATIONS);
  for (const piece of pieces) {
    const colon = piece.indexOf(':');
    if (colon === -1) continue;
    const value = piece
      .slice(colon + 1)
      .replace(/!important/iu, '')
      .trim();
    if (value !== '' && value.length <= MAX_VALUE_LENGTH)
      declare(style, piece.slice(0, colon).trim().toLowerCase(), value);
  }
  return style;
}

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
