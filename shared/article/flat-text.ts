/**
 * The flat text of an article's body: one Y.Text of characters, marks and embeds.
 *
 *   [mark]Một đoạn văn.[mark]Một tít phụ[mark][photo][mark]Đoạn cuối.
 *
 * A mark is an embedded Y.Map {kind, id, indent?, box?} that stands at the START of its line; anything else that stands
 * in a line is an embedded Y.Map {type, ...}. Everything here reads any content whatever: text before the first mark is a paragraph of its own, a
 * mark of an unknown kind is a paragraph, and what is neither text nor mark nor embed counts (so that places stay
 * right) but says nothing. Why flat, and why marks are maps: docs/decisions/flat-text-document.md.
 */
import * as Y from 'yjs';
import { cleanLine, SOFT_BREAK } from './clean-text.ts';
import { deleteText } from './delete-text.ts';
import { MAX_INDENT, type TextBlockKind, textBlockKinds } from './document.ts';
import { safeLink } from './safe-link.ts';

/**
 * Formats of text. Only true values and safe links; anything else in the Y.Text is not seen. `anchors` are the names of
 * what is pinned to the text (`c:ID` a comment, `s:ID` a suggestion), sorted, with a space between them; in the Y.Text
 * each is an attribute of its own, so that two people's anchors never replace each other.
 */
export type Attributes = { -readonly [name in FormatName]?: true } & { link?: string; anchors?: string };
export const formatNames = ['bold', 'italic', 'underline', 'strike', 'superscript', 'subscript'] as const;
export type FormatName = (typeof formatNames)[number];

/** Text is as it stands in the Y.Text. An embed counts one place. */
export type Embed =
  | { type: 'photo'; photo: string }
  | { type: 'rule' }
  | { type: 'related'; article: string; headline: string }
  | { type: 'file'; sha256: string; name: string; bytes: number }
  /** What the table holds stands beside the flat text (table.ts). */
  | { type: 'table'; table: string }
  | { type: 'unknown' };

export type LinePart = { text: string; attributes: Attributes } | { embed: Embed };

/** The photos in a line of kind `gallery` are shown together. */
export const lineKinds = [...textBlockKinds, 'gallery'] as const;
export type LineKind = TextBlockKind | 'gallery';

/** What a mark says of its line. `indent` counts for list items alone; `box` names the info box that it stands in. */
export type LineStyle = { kind: LineKind; indent: number; box: string | null };

export type Line = LineStyle & {
  /** Null only for what stands before the first mark. */
  mark: Y.Map<unknown> | null;
  /** Survives a move, so that two copies of one block can be told. */
  id: string;
  /** Place of the mark, or 0. */
  start: number;
  /** Places of the line, its mark among them. */
  length: number;
  parts: LinePart[];
};

const START_ID = 'start';
const MAX_ID_LENGTH = 128;

export function getBody(doc: Y.Doc): Y.Text {
  return doc.getText('body');
}

/** A new name for a block. */
export function newBlockId(): string {
  return Math.random().toString(36).slice(2, 9).padEnd(7, '0') + Math.random().toString(36).slice(2, 9).padEnd(7, '0');
}

export const PLAIN_STYLE: LineStyle = Object.freeze({ kind: 'paragraph', indent: 0, box: null });

/** A style of which only some is given; an indent where it says nothing is none. */
export function lineStyle(style: LineKind | Partial<LineStyle>): LineStyle {
  const { kind = 'paragraph', indent = 0, box = null } = typeof style === 'string' ? { kind: style } : style;
  return { kind, indent: isListKind(kind) ? indent : 0, box };
}

export function isListKind(kind: LineKind): kind is 'bullet' | 'number' {
  return kind === 'bullet' || kind === 'number';
}

export function equalStyles(a: LineStyle, b: LineStyle): boolean {
  return a.kind === b.kind && a.indent === b.indent && a.box === b.box;
}

export function makeMark(style: LineKind | Partial<LineStyle>, id: string = newBlockId()): Y.Map<unknown> {
  const { kind, indent, box } = lineStyle(style);
  const mark = new Y.Map<unknown>([
    ['kind', kind],
    ['id', id],
  ]);
  if (indent > 0) mark.set('indent', indent);
  if (box !== null) mark.set('box', box);
  return mark;
}

/** Writes only what differs, so that one person's kind and another's box both stay. */
export function setMarkStyle(mark: Y.Map<unknown>, { kind, indent, box }: LineStyle): void {
  if (mark.get('kind') !== kind) mark.set('kind', kind);
  if (isListKind(kind) && readIndent(mark) !== indent) mark.set('indent', indent);
  if (asId(mark.get('box')) === box) return;
  if (box === null) mark.delete('box');
  else mark.set('box', box);
}

function readIndent(mark: Y.Map<unknown>): number {
  const indent = mark.get('indent');
  return typeof indent === 'number' && indent >= 1 ? Math.min(Math.floor(indent), MAX_INDENT) : 0;
}

export function makeEmbed(embed: Embed): Y.Map<unknown> {
  return new Y.Map<unknown>(Object.entries(embed));
}

export function equalEmbeds(a: Embed, b: Embed): boolean {
  if (a === b) return true;
  const [one, other] = [Object.entries(a), b as Record<string, unknown>];
  return one.length === Object.keys(b).length && one.every(([name, value]) => other[name] === value);
}

export function asId(value: unknown): string | null {
  if (typeof value !== 'string' || value === '' || value.length > MAX_ID_LENGTH) return null;
  return value.isWellFormed() && !/\p{Cc}/u.test(value) ? value : null;
}

export function markStyle(mark: Y.Map<unknown> | null): LineStyle {
  if (mark === null) return PLAIN_STYLE;
  const named = mark.get('kind');
  return lineStyle({
    kind: lineKinds.find((known) => known === named) ?? 'paragraph',
    indent: readIndent(mark),
    box: asId(mark.get('box')),
  });
}

export function markId(mark: Y.Map<unknown> | null): string {
  if (mark === null) return START_ID;
  const id = asId(mark.get('id'));
  if (id !== null) return id;
  const own = mark._item?.id;
  return own === undefined ? START_ID : `${own.client}:${own.clock}`;
}

/** What an embedded value is. A map that names no type is a mark. */
export function readEmbedded(value: unknown): { mark: Y.Map<unknown> } | { embed: Embed } {
  if (!(value instanceof Y.Map)) return { embed: { type: 'unknown' } };
  if (!value.has('type')) return { mark: value };
  return { embed: asEmbed(Object.fromEntries(value.entries())) };
}

const SHA256 = /^[0-9a-f]{64}$/;
const MAX_NAME_LENGTH = 500;

const asName = (value: unknown): string =>
  typeof value === 'string' ? cleanLine(value.slice(0, MAX_NAME_LENGTH).toWellFormed()) : '';

/** The embed that a plain object describes. */
export function asEmbed(value: Readonly<Record<string, unknown>>): Embed {
  const { type } = value;
  if (type === 'rule') return { type };
  if (type === 'photo') {
    const photo = asId(value.photo);
    if (photo !== null) return { type, photo };
  } else if (type === 'table') {
    const table = asId(value.table);
    if (table !== null) return { type, table };
  } else if (type === 'related') {
    const article = asId(value.article);
    if (article !== null) return { type, article, headline: asName(value.headline) };
  } else if (type === 'file') {
    const { sha256, bytes } = value;
    if (typeof sha256 === 'string' && SHA256.test(sha256)) {
      const size = typeof bytes === 'number' && Number.isSafeInteger(bytes) && bytes >= 0 ? bytes : 0;
      return { type, sha256, name: asName(value.name), bytes: size };
    }
  }
  return { type: 'unknown' };
}

const NO_ATTRIBUTES: Attributes = Object.freeze({});

const ANCHOR = /^[cs]:[\w-]{1,64}$/;

/** The formats we know, of whatever attributes a Y.Text holds; frozen when empty, so never write into them. */
export function readAttributes(raw: Readonly<Record<string, unknown>> | undefined): Attributes {
  if (raw === undefined) return NO_ATTRIBUTES;
  let attributes: Attributes | null = null;
  let anchors: string[] | null = null;
  for (const name in raw) {
    const value = raw[name];
    if (value === true) {
      if (isFormat(name)) {
        attributes ??= {};
        attributes[name] = true;
      } else if (ANCHOR.test(name)) {
        anchors ??= [];
        anchors.push(name);
      }
    } else if (name === 'link' && typeof value === 'string') {
      const link = safeLink(value);
      if (link === null) continue;
      attributes ??= {};
      attributes.link = link;
    }
  }
  if (anchors !== null) {
    attributes ??= {};
    attributes.anchors = anchors.sort().join(' ');
  }
  if (attributes === null) return NO_ATTRIBUTES;
  if (attributes.superscript === true) delete attributes.subscript;
  return attributes;
}

function isFormat(name: string): name is FormatName {
  return (formatNames as readonly string[]).includes(name);
}

/** Attributes as they are written into a Y.Text; a new object each time, for Yjs adds to what it is given. */
export function rawAttributes({ anchors, ...formats }: Attributes): Record<string, true | string> {
  const raw: Record<string, true | string> = { ...formats };
  if (anchors !== undefined) for (const name of anchors.split(' ')) raw[name] = true;
  return raw;
}

/** What makes `old` formats of `next`, as a Y.Text takes it: null takes a format away. Undefined if they are equal. */
export function attributeChange(old: Attributes, next: Attributes): Record<string, true | string | null> | undefined {
  if (equalAttributes(old, next)) return undefined;
  const [was, is] = [rawAttributes(old), rawAttributes(next)];
  const change: Record<string, true | string | null> = {};
  for (const name of Object.keys(was)) if (!(name in is)) change[name] = null;
  for (const [name, value] of Object.entries(is)) if (was[name] !== value) change[name] = value;
  // A merge may have left a subscript below the superscript, unseen.
  if (change.superscript === null && next.subscript === undefined) change.subscript = null;
  return change;
}

export function equalAttributes(a: Attributes, b: Attributes): boolean {
  return a === b || (a.link === b.link && a.anchors === b.anchors && formatNames.every((name) => a[name] === b[name]));
}

export function isPlain(attributes: Attributes): boolean {
  return equalAttributes(attributes, NO_ATTRIBUTES);
}

/**
 * Calls back for everything that counts in a Y.Text, in order. Not toDelta(), which passes over foreign content that
 * nevertheless counts as places.
 */
export function walkText(
  text: Y.Text,
  onText: (text: string, attributes: Attributes) => void,
  onOther: (value: unknown, places: number) => void,
): void {
  const raw: Record<string, unknown> = Object.create(null);
  let attributes = NO_ATTRIBUTES;
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted) continue;
    const content = item.content;
    if (content instanceof Y.ContentFormat) {
      raw[content.key] = content.value;
      attributes = readAttributes(raw);
    } else if (content instanceof Y.ContentString) onText(content.str, attributes);
    else if (content instanceof Y.ContentType) onOther(content.type, 1);
    else if (item.countable) onOther(null, item.length);
  }
}

function canDelete(content: unknown): boolean {
  return content instanceof Y.ContentString || content instanceof Y.ContentType || content instanceof Y.ContentEmbed;
}

/**
 * Takes away `count` places. Y.Text.delete passes over what no Y.Text writes (a hostile peer may have), and takes as much
 * more of what follows instead; here it goes if all of it is meant, and else it stays.
 */
export function deletePlaces(text: Y.Text, at: number, count: number): void {
  const foreign: { item: Y.Item; place: number }[] = [];
  let place = 0;
  for (let item = text._start; item !== null && place < at + count; item = item.right) {
    if (item.deleted || !item.countable) continue;
    if (place + item.length > at && !canDelete(item.content)) foreign.push({ item, place });
    place += item.length;
  }
  const remove = (transaction: Y.Transaction): void => {
    let end = at + count;
    for (const { item, place } of foreign.reverse()) {
      const behind = place + item.length;
      if (end > behind) deleteText(text, Math.max(at, behind), end - Math.max(at, behind));
      if (place >= at && behind <= end) {
        item.delete(transaction);
        // Where Yjs remembers places, it does not know of this.
        text._searchMarker = [];
      }
      end = Math.min(end, place);
    }
    if (end > at) deleteText(text, at, end - at);
  };
  if (text.doc === null) deleteText(text, at, count);
  else text.doc.transact(remove);
}

/** Adds text to a line's parts; neighbours with equal formats are one part. */
export function pushText(parts: LinePart[], text: string, attributes: Attributes): void {
  if (text === '') return;
  const last = parts.at(-1);
  if (last !== undefined && 'text' in last && equalAttributes(last.attributes, attributes)) last.text += text;
  else parts.push({ text, attributes });
}

/** The formats of a soft break: those of the text before it. Its own in the Y.Text say nothing. */
export function breakAttributes(parts: readonly LinePart[]): Attributes {
  const last = parts.at(-1);
  return last !== undefined && 'text' in last ? last.attributes : NO_ATTRIBUTES;
}

function pushRun(parts: LinePart[], run: string, attributes: Attributes): void {
  if (!run.includes(SOFT_BREAK)) {
    pushText(parts, run, attributes);
    return;
  }
  for (const piece of run.split(/(\u2028)/u)) {
    pushText(parts, piece, piece === SOFT_BREAK ? breakAttributes(parts) : attributes);
  }
}

/** The lines of a flat text; at least one. */
export function readLines(text: Y.Text): Line[] {
  const lines: Line[] = [];
  let line: Line | null = null;
  let place = 0;
  const open = (mark: Y.Map<unknown> | null): Line => {
    line = { mark, ...markStyle(mark), id: markId(mark), start: place, length: 0, parts: [] };
    lines.push(line);
    return line;
  };
  walkText(
    text,
    (run, attributes) => {
      const into = line ?? open(null);
      pushRun(into.parts, run, attributes);
      into.length += run.length;
      place += run.length;
    },
    (value, places) => {
      const read = readEmbedded(value);
      if ('mark' in read) open(read.mark).length += 1;
      else {
        const into = line ?? open(null);
        for (let i = 0; i < places; i += 1) into.parts.push(read);
        into.length += places;
      }
      place += places;
    },
  );
  if (lines.length === 0) open(null);
  return lines;
}
