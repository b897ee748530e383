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
