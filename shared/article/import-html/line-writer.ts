/** Gathers text into lines: white space as HTML sees it, letters composed, old encodings decoded run by run. */
import { decodeLegacy, VNI_MARK } from '../../text/legacy/decode-legacy.ts';
import type { LegacyEncoding } from '../../text/legacy/encodings.ts';
import { SOFT_BREAK } from '../clean-text.ts';
import { type Attributes, breakAttributes, equalAttributes, type LineKind, pushText } from '../flat-text.ts';
import type { ImportedLine } from './imported-html.ts';
import type { Marker } from './markers.ts';

/** What a list item has become so far; its further paragraphs go on in the same line. */
export type Item = { line: ImportedLine | null; marker?: Marker; prefix?: string; isExact?: boolean };

/** What is known of lines beside what they become. */
export type LineSigns = {
  /** Those that the document calls captions. */
  captions: Set<ImportedLine>;
  markers: Map<ImportedLine, Marker>;
  /** List items whose depth is not that of the lists round them. */
  exact: Set<ImportedLine>;
  legacy: Set<LegacyEncoding>;
};

export type TextContext = {
  kind: LineKind;
  indent: number;
  box: string | null;
  attributes: Attributes;
  encoding: LegacyEncoding | null;
  keepsSpace: boolean;
  item: Item | null;
  isCaption: boolean;
};

const COLLAPSIBLE = /[\t\r\n\f]| {2}/u;
const MODERN_VIETNAMESE =
  /[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]|\p{M}/u;

export class LineWriter {
  readonly lines: ImportedLine[] = [];
  /** Without any block, text is a part of a line, and white space at its ends counts. */
  hasBlocks = false;
  readonly #signs: LineSigns;
  #line: ImportedLine | null = null;
  #isCaption = false;
  #pending: { text: string; attributes: Attributes; encoding: LegacyEncoding | null } | null = null;

  constructor(signs: LineSigns) {
    this.#signs = signs;
  }

  text(raw: string, context: TextContext): void {
    let text = raw;
    if (context.keepsSpace) text = text.replace(/\r\n?|\n/gu, SOFT_BREAK);
    else if (COLLAPSIBLE.test(text)) text = text.replace(/[ \t\r\n\f]+/gu, ' ');
    if (text.includes('\u200b') || text.includes('\ufeff')) text = text.replace(/[\u200b\ufeff]/gu, '');
    if (this.#line === null) {
      if (this.hasBlocks && text.trim() === '') return;
      this.#open(context);
    } else if (!context.keepsSpace && text.startsWith(' ') && this.#endsWithSpace()) text = text.slice(1);
    if (text !== '') this.#add(text, context.attributes, context.encoding);
  }

  break(): void {
    if (this.#line === null) return;
    if (this.#pending !== null) this.#pending.text += SOFT_BREAK;
    else pushText(this.#line.parts, SOFT_BREAK, breakAttributes(this.#line.parts));
  }

  /** Ends the line; what follows begins another. */
  end(): void {
    const line = this.#line;
    if (line === null) return;
    this.#flush();
    this.#line = null;
    if (this.hasBlocks && !trimLine(line)) return;
    const lines = line.kind === 'paragraph' ? splitAtEmptyLines(line) : [line];
    for (const each of lines) {
      this.lines.push(each);
      if (this.#isCaption) this.#signs.captions.add(each);
    }
  }

  push(line: ImportedLine): void {
    this.end();
    this.lines.push(line);
  }

  #open({ kind, indent, box, item, isCaption }: TextContext): void {
    const former = item?.line ?? null;
    if (former !== null && former === this.lines.at(-1) && former.kind === kind) {
      this.lines.pop();
      this.#line = former;
      this.break();
    } else {
      this.#line = { kind, ...(indent > 0 ? { indent } : {}), ...(box === null ? {} : { box }), parts: [] };
      if (item !== null) item.line = this.#line;
      if (item?.prefix !== undefined) pushText(this.#line.parts, item.prefix, {});
      if (item?.isExact === true) this.#signs.exact.add(this.#line);
      if (item?.marker !== undefined) this.#signs.markers.set(this.#line, item.marker);
    }
    this.#isCaption = isCaption;
  }

  #endsWithSpace(): boolean {
    const last = this.#pending?.text.at(-1);
    return last === ' ' || last === SOFT_BREAK;
  }

  #add(text: string, attributes: Attributes, encoding: LegacyEncoding | null): void {
    const pending = this.#pending;
    if (pending !== null && pending.encoding === encoding) {
      if (pending.attributes === attributes || equalAttributes(pending.attributes, attributes)) {
        pending.text += text;
        return;
      }
      // What marks the letter before it goes where that letter is.
      const marks = encoding === 'vni' ? VNI_MARK : /^\p{M}+/u;
      const found = text.charCodeAt(0) < 0xc0 ? null : marks.exec(text);
      if (found !== null) {
        pending.text += found[0];
        this.#add(text.slice(found[0].length), attributes, encoding);
        return;
      }
    }
    this.#flush();
    if (text !== '') this.#pending = { text, attributes, encoding };
  }

  #flush(): void {
    if (this.#pending === null || this.#line === null) return;
    const { attributes, encoding } = this.#pending;
    let { text } = this.#pending;
    this.#pending = null;
    // Text that was retyped under the old font's name is Unicode already.
    if (encoding === null || MODERN_VIETNAMESE.test(text)) text = text.normalize('NFC');
    else {
      const decoded = decodeLegacy(text, encoding);
      if (decoded !== text) this.#signs.legacy.add(encoding);
      text = decoded;
    }
    const { parts } = this.#line;
    while (text.startsWith(SOFT_BREAK)) {
      pushText(parts, SOFT_BREAK, breakAttributes(parts));
      text = text.slice(1);
    }
    pushText(parts, text, attributes);
  }
}

/** Takes white space off both ends and from around breaks; false if nothing is left. */
function trimLine(line: ImportedLine): boolean {
  const { parts } = line;
  for (let first = parts[0]; first !== undefined && 'text' in first; first = parts[0]) {
    first.text = first.text.replace(/^[ \t\u00a0\u2028]+/u, '');
    if (first.text !== '') break;
    parts.shift();
  }
  for (let last = parts.at(-1); last !== undefined && 'text' in last; last = parts.at(-1)) {
    last.text = trimEnd(last.text);
    if (last.text !== '') break;
    parts.pop();
  }
  for (const part of parts) {
    if ('text' in part && part.text.includes(SOFT_BREAK)) part.text = part.text.replace(/ ?\u2028 ?/gu, SOFT_BREAK);
  }
  return parts.length > 0;
}

/** By hand: a pattern would begin anew at each space of a long line. */
function trimEnd(text: string): string {
  let end = text.length;
  while (end > 0 && ' \t\u00a0\u2028'.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** Two breaks behind one another part paragraphs, as mail and chat programs write them. */
function splitAtEmptyLines(line: ImportedLine): ImportedLine[] {
  const empty = /\u2028[ \u00a0]?\u2028[ \u00a0\u2028]*/u;
  if (!line.parts.some((part) => 'text' in part && empty.test(part.text))) return [line];
  const lines: ImportedLine[] = [{ ...line, parts: [] }];
  for (const part of line.parts) {
    if (!('text' in part)) continue;
    for (const [index, piece] of part.text.split(empty).entries()) {
      if (index > 0) lines.push({ ...line, parts: [] });
      pushText(lines.at(-1)!.parts, piece, part.attributes);
    }
  }
  return lines.filter(trimLine);
}
