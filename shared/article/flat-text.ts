/**
 * The flat text of an article's body: one Y.Text of characters, marks and embeds.
 *
 *   [mark]Một đoạn văn.[mark]Một tít phụ[mark][photo][mark]Đoạn cuối.
 *
 * A mark is an embedded Y.Map {kind, id} that stands at the START of its line; a photo or a rule is an embedded Y.Map
 * {type, photo?}. Everything here reads any content whatever: text before the first mark is a paragraph of its own, a
 * mark of an unknown kind is a paragraph, and what is neither text nor mark nor embed counts (so that places stay
 * right) but says nothing. Why flat, and why marks are maps: docs/decisions/flat-text-document.md.
 */
import * as Y from 'yjs';
import { type TextBlockKind, textBlockKinds } from './document.ts';
import { safeLink } from './safe-link.ts';

/** Formats of text. Only true values and safe links; anything else in the Y.Text is not seen. */
export type Attributes = { bold?: true; italic?: true; underline?: true; link?: string };
export const formatNames = ['bold', 'italic', 'underline'] as const;
export type FormatName = (typeof formatNames)[number];

export type Embed = { type: 'photo'; photo: string } | { type: 'rule' } | { type: 'unknown' };

/** Text is as it stands in the Y.Text. An embed counts one place. */
export type LinePart = { text: string; attributes: Attributes } | { embed: Embed };

export type Line = {
  /** Null only for what stands before the first mark. */
  mark: Y.Map<unknown> | null;
  kind: TextBlockKind;
  /** Survives a move, so that two copies of one block can be told. */
  id: string;
  /** Place of the mark, or 0. */
  start: number;
  /** Places of the line, its mark among them. */
  length: number;
  parts: LinePart[];
};

/** A line break inside a block. */
export const SOFT_BREAK = '\u2028';

const START_ID = 'start';
const MAX_ID_LENGTH = 128;

export function getBody(doc: Y.Doc): Y.Text {
  return doc.getText('body');
}

/** A new name for a block. */
export function newBlockId(): string {
  return Math.random().toString(36).slice(2, 9).padEnd(7, '0') + Math.random().toString(36).slice(2, 9).padEnd(7, '0');
}

export function makeMark(kind: TextBlockKind, id: string = newBlockId()): Y.Map<unknown> {
  return new Y.Map<unknown>([
    ['kind', kind],
    ['id', id],
  ]);
}

export function makeEmbed(embed: Embed): Y.Map<unknown> {
  return new Y.Map<unknown>(Object.entries(embed));
}

export function asId(value: unknown): string | null {
  if (typeof value !== 'string' || value === '' || value.length > MAX_ID_LENGTH) return null;
  return value.isWellFormed() && !/\p{Cc}/u.test(value) ? value : null;
}

export function markKind(mark: Y.Map<unknown> | null): TextBlockKind {
  const kind = mark?.get('kind');
  return textBlockKinds.find((known) => known === kind) ?? 'paragraph';
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
  const type = value.get('type');
  if (type === 'rule') return { embed: { type: 'rule' } };
  const photo = asId(value.get('photo'));
  return { embed: type === 'photo' && photo !== null ? { type: 'photo', photo } : { type: 'unknown' } };
}

const NO_ATTRIBUTES: Attributes = Object.freeze({});

/** The formats we know, of whatever attributes a Y.Text holds; frozen when empty, so never write into them. */
export function readAttributes(raw: Readonly<Record<string, unknown>> | undefined): Attributes {
  if (raw === undefined) return NO_ATTRIBUTES;
  let attributes: Attributes | null = null;
  for (const name of formatNames) {
    if (raw[name] !== true) continue;
    attributes ??= {};
    attributes[name] = true;
  }
  const link = typeof raw.link === 'string' ? safeLink(raw.link) : null;
  if (link !== null) {
    attributes ??= {};
    attributes.link = link;
  }
  return attributes ?? NO_ATTRIBUTES;
}

export function equalAttributes(a: Attributes, b: Attributes): boolean {
  return a === b || (a.bold === b.bold && a.italic === b.italic && a.underline === b.underline && a.link === b.link);
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
      if (end > behind) text.delete(Math.max(at, behind), end - Math.max(at, behind));
      if (place >= at && behind <= end) {
        item.delete(transaction);
        // Where Yjs remembers places, it does not know of this.
        text._searchMarker = [];
      }
      end = Math.min(end, place);
    }
    if (end > at) text.delete(at, end - at);
  };
  if (text.doc === null) text.delete(at, count);
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
    line = { mark, kind: markKind(mark), id: markId(mark), start: place, length: 0, parts: [] };
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
