/** Writing a picture's record: its first content, and changes. */
import { sha256 as hash } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import * as Y from 'yjs';
import * as z from 'zod';
import { cleanText } from '../article/clean-text.ts';
import { deleteText } from '../article/delete-text.ts';
import { orderKeyBetween, orderKeys } from '../article/order-key.ts';
import type { EmbeddedMetadata } from './embedded.ts';
import {
  cropShapes,
  MAX_KEYWORD,
  type PhotoTextName,
  photoAreaSchema,
  photoEditsSchema,
  photoLookSchema,
  photoPersonSchema,
  photoPointSchema,
  photoRecordSchema,
  photoTextNames,
  plainLook,
} from './photo-details.ts';
import { readKeywords, readPeople, recordTextOf } from './read-record.ts';

/** `batch`: of the take-in. `name`: of the file. */
export type RecordSeed = { sha256: string; metadata: EmbeddedMetadata; batch: string; name?: string };

/**
 * The first update of a picture's record. Two computers that take in the same file make the same update, byte for byte, which
 * merges with itself: the id of each part's writer is made of what it says. Where one of them reads more in the file than the other,
 * or something else (another version, no ExifTool), the parts that both read alike are still there once.
 */
export function newRecordUpdate({ sha256, metadata, batch, name = '' }: RecordSeed): Uint8Array {
  const doc = new Y.Doc();
  const own = doc.clientID;
  const writers = new Set<number>();
  // One writer never writes two things: whoever has a part written otherwise gives it another name.
  const say = (part: string, value: unknown, write: () => void): void => {
    let writer = writerOf(JSON.stringify([sha256, part, value]));
    while (writers.has(writer)) writer = (writer + 1) >>> 0;
    writers.add(writer);
    doc.clientID = writer;
    doc.transact(write, 'seed');
  };
  const sayValue = (key: string, value: unknown): void => say(key, value, () => doc.getMap('photo').set(key, value));

  sayValue('sha256', sha256);
  for (const text of photoTextNames) {
    const said = cleanText(metadata[text]);
    if (said !== '') say(text, said, () => doc.getText(text).insert(0, said));
  }
  for (const key of ['dateCreated', 'digitalSource'] as const) {
    if (metadata[key] !== null) sayValue(key, metadata[key]);
  }
  if (metadata.rating !== 0) sayValue('rating', metadata.rating);
  const keywords = [...new Set(metadata.keywords.map((keyword) => cleanText(keyword).trim()))].filter(isKeyword);
  if (keywords.length > 0) say('keywords', keywords, () => seedKeywords(doc, keywords));
  if (metadata.people.length > 0) say('people', metadata.people, () => seedPeople(doc, metadata.people));
  // What one computer alone says of it is no part of what all say alike.
  doc.clientID = own;
  doc.transact(() => {
    if (batch !== '') doc.getMap('photo').set('batch', batch);
    if (name !== '') doc.getMap('photo').set('name', name);
  }, 'seed');
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return update;
}

function seedKeywords(doc: Y.Doc, keywords: readonly string[]): void {
  const places = orderKeys(keywords.length);
  for (const [index, keyword] of keywords.entries()) doc.getMap('keywords').set(keyword, places[index]);
}

function seedPeople(doc: Y.Doc, people: EmbeddedMetadata['people']): void {
  const places = orderKeys(people.length);
  for (const [index, person] of people.entries()) {
    const stored = new Y.Map<unknown>(Object.entries({ ...person, order: places[index] }));
    doc.getMap('people').set(`p${index}`, stored);
  }
}

/** An id of a Yjs writer: 32 bits. */
function writerOf(text: string): number {
  const [a = 0, b = 0, c = 0, d = 0] = hash(utf8ToBytes(text));
  return ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
}

const isKeyword = (keyword: string): boolean => keyword !== '' && keyword.length <= MAX_KEYWORD;

const { shape } = photoRecordSchema;
const edits = photoEditsSchema.shape;

/** What a change says of a text: `set` in its place, `fill` only where there is none, `append` behind it. */
export const textChangeSchema = z.strictObject({
  how: z.enum(['set', 'fill', 'append']),
  text: z.string().max(100_000),
});

/** A change of a picture's record; what is absent stays. Null takes away. */
export const recordChangeSchema = z.strictObject({
  texts: z.partialRecord(z.enum(photoTextNames), textChangeSchema).optional(),
  keywords: z
    .strictObject({ add: z.array(z.string().max(MAX_KEYWORD)).optional(), remove: z.array(z.string()).optional() })
    .optional(),
  /** Everybody, from left to right; those with an `id` that is there keep their place in the document. */
  people: z.array(photoPersonSchema.extend({ id: z.string().max(128) })).optional(),
  dateCreated: shape.dateCreated.optional(),
  digitalSource: shape.digitalSource.optional(),
  decorative: z.boolean().optional(),
  expires: shape.expires.optional(),
  rating: shape.rating.optional(),
  label: shape.label.optional(),
  turn: edits.turn.unwrap().nullable().optional(),
  straighten: edits.straighten.unwrap().nullable().optional(),
  focus: edits.focus.unwrap().nullable().optional(),
  crops: z.partialRecord(z.enum(cropShapes), photoAreaSchema.nullable()).optional(),
  /** By id. */
  pixelated: z.record(z.string().max(128), photoAreaSchema.nullable()).optional(),
  withheld: z.boolean().optional(),
  look: photoLookSchema.partial().optional(),
  shared: z.literal(true).optional(),
});
export type RecordChange = z.infer<typeof recordChangeSchema>;

/** What a record means that says nothing of these. */
const unsaid: Readonly<Record<string, unknown>> = { rating: 0, ...plainLook };

/** Makes a change in one transaction; what is said already is not written again. */
export function changeRecord(doc: Y.Doc, change: RecordChange, origin: unknown): void {
  doc.transact(() => {
    for (const name of photoTextNames) {
      const text = change.texts?.[name];
      if (text !== undefined) writeRecordText(doc, name, textAfter(recordTextOf(doc, name), text));
    }
    if (change.keywords !== undefined) changeKeywords(doc, change.keywords);
    if (change.people !== undefined) writePeople(doc, change.people);
    const map = doc.getMap('photo');
    const set = (name: string, value: unknown): void => {
      if (value === undefined) return;
      if (value === null || value === false) {
        if (map.has(name)) map.delete(name);
      } else if (!isSame(map.get(name) ?? unsaid[name], value)) map.set(name, value);
    };
    const { dateCreated, digitalSource, decorative, expires, rating, label, turn, straighten, focus } = change;
    const { withheld, shared } = change;
    for (const [name, value] of Object.entries({
      ...{ dateCreated, digitalSource, decorative, expires, rating, label, turn, straighten, focus, withheld, shared },
      ...change.look,
    })) {
      set(name, value);
    }
    for (const [cropShape, area] of Object.entries(change.crops ?? {})) set(`crop:${cropShape}`, area);
    for (const [id, area] of Object.entries(change.pixelated ?? {})) {
      if (area === null) doc.getMap('pixelated').delete(id);
      else doc.getMap('pixelated').set(id, area);
    }
  }, origin);
}

/** What a hostile peer wrote is like nothing that we write. */
function isSame(stored: unknown, value: unknown): boolean {
  if (typeof stored !== 'object' || typeof value !== 'object') return stored === value;
  const area = photoAreaSchema.safeParse(stored).data ?? photoPointSchema.safeParse(stored).data;
  return area !== undefined && JSON.stringify(area) === JSON.stringify(value);
}

const orderOf = (stored: unknown): string => (typeof stored === 'string' ? stored : '');

function textAfter(before: string, { how, text }: z.infer<typeof textChangeSchema>): string {
  if (how === 'set') return text;
  if (before.trim() === '') return text;
  return how === 'fill' ? before : `${before.trimEnd()} ${text}`;
}

/** Writes only what differs, so that what somebody else writes elsewhere in it stays. */
export function writeRecordText(doc: Y.Doc, name: PhotoTextName, text: string): void {
  const target = doc.getText(name);
  const before = target.toString();
  const after = cleanText(text);
  if (before === after) return;
  // Something stands there that is no text.
  if (before.length !== target.length) {
    deleteText(target, 0, target.length);
    target.insert(0, after);
    return;
  }
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  if (before.length - end > start) deleteText(target, start, before.length - end - start);
  if (after.length - end > start) target.insert(start, after.slice(start, after.length - end));
}

function changeKeywords(doc: Y.Doc, { add = [], remove = [] }: { add?: string[]; remove?: string[] }): void {
  const map = doc.getMap('keywords');
  const clean = (keyword: string): string => cleanText(keyword).replace(/\s+/gu, ' ').trim();
  const added = new Set(add.map(clean).filter(isKeyword));
  const removed = new Set(remove.map(clean));
  for (const key of [...map.keys()]) if (removed.has(clean(key)) && !added.has(clean(key))) map.delete(key);
  const last = readKeywords(doc).at(-1);
  let place = last === undefined ? null : orderOf(map.get(last));
  for (const keyword of added) {
    if (map.has(keyword)) continue;
    place = orderKeyBetween(place, null);
    map.set(keyword, place);
  }
}

function writePeople(doc: Y.Doc, people: NonNullable<RecordChange['people']>): void {
  const map = doc.getMap('people');
  const before = readPeople(doc);
  for (const { id } of before) if (!people.some((person) => person.id === id)) map.delete(id);
  const inPlace = before.filter(({ id }) => people.some((person) => person.id === id)).map(({ id }) => id);
  const places = inPlace.map((id) => orderOf((map.get(id) as Y.Map<unknown>).get('order')));
  // Between two at one place, or before one without, there is none.
  const haveRoom = places.every((place, index) => place > (places[index - 1] ?? ''));
  const isInOrder =
    haveRoom && people.filter(({ id }) => inPlace.includes(id)).every(({ id }, index) => inPlace[index] === id);
  const anew = isInOrder ? null : orderKeys(people.length);
  let place: string | null = null;
  for (const [index, { id, ...person }] of people.entries()) {
    const known = map.get(id);
    const stored: Y.Map<unknown> = known instanceof Y.Map ? known : new Y.Map<unknown>();
    if (stored !== known) map.set(id, stored);
    const next = people.slice(index + 1).find((other) => inPlace.includes(other.id));
    const nextStored = next === undefined ? null : map.get(next.id);
    const after: string | null = nextStored instanceof Y.Map ? orderOf(nextStored.get('order')) : null;
    const kept = inPlace.includes(id) ? orderOf(stored.get('order')) : null;
    const order: string = anew?.[index] ?? kept ?? orderKeyBetween(place, after);
    place = order;
    for (const [name, value] of Object.entries({ title: undefined, area: undefined, ...person, order })) {
      if (value === undefined) {
        if (stored.has(name)) stored.delete(name);
      } else if (!isSame(stored.get(name), value)) stored.set(name, value);
    }
  }
}
