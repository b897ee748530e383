/**
 * Taking back changes of records. What a record says of the parts that a change touches is itself a change, which makes it say
 * so again: made of the record before, it is the undo; made of the record after, it tells whether a part still stands.
 */
import type * as Y from 'yjs';
import type { PhotoTextName } from './photo-details.ts';
import { readPhotoRecord, readPixelated, recordTextOf } from './read-record.ts';
import type { RecordChange } from './write-record.ts';

const plainParts = ['dateCreated', 'digitalSource', 'decorative', 'expires', 'rating', 'label'] as const;
const editParts = ['turn', 'straighten', 'focus'] as const;

/** The change that has the record say of these parts what it says now. */
export function saidOf(doc: Y.Doc, sha256: string, change: RecordChange): RecordChange {
  const record = readPhotoRecord(doc, sha256);
  const said: RecordChange = {};
  if (change.texts !== undefined) {
    const names = Object.keys(change.texts) as PhotoTextName[];
    said.texts = Object.fromEntries(names.map((name) => [name, { how: 'set', text: recordTextOf(doc, name) }]));
  }
  if (change.keywords !== undefined) {
    const { add = [], remove = [] } = change.keywords;
    const named = [...new Set([...add, ...remove])];
    const has = new Set(record.keywords);
    said.keywords = {
      add: named.filter((keyword) => has.has(keyword)),
      remove: named.filter((keyword) => !has.has(keyword)),
    };
  }
  if (change.people !== undefined) said.people = record.people;
  for (const name of plainParts) if (change[name] !== undefined) Object.assign(said, { [name]: record[name] });
  for (const name of editParts) {
    if (change[name] !== undefined) Object.assign(said, { [name]: record.edits[name] ?? null });
  }
  if (change.withheld !== undefined) said.withheld = record.edits.withheld === true;
  if (change.crops !== undefined) {
    const shapes = Object.keys(change.crops) as (keyof typeof change.crops)[];
    said.crops = Object.fromEntries(shapes.map((shape) => [shape, record.edits.crops?.[shape] ?? null]));
  }
  if (change.pixelated !== undefined) {
    const areas = new Map(readPixelated(doc).map(({ id, area }) => [id, area]));
    said.pixelated = Object.fromEntries(Object.keys(change.pixelated).map((id) => [id, areas.get(id) ?? null]));
  }
  if (change.look !== undefined) {
    const names = Object.keys(change.look) as (keyof typeof change.look)[];
    said.look = Object.fromEntries(names.map((name) => [name, record.look[name]]));
  }
  return said;
}

/** Of a change the parts of which the record still says what `still` says; each text, crop and area is a part of its own. */
export function whereStill(doc: Y.Doc, sha256: string, change: RecordChange, still: RecordChange): RecordChange {
  return agreeing(change, saidOf(doc, sha256, change), still) as RecordChange;
}

type Parts = Readonly<Record<string, unknown>>;
/** These hold parts by name. */
const grouped = new Set(['texts', 'crops', 'pixelated', 'look']);

function agreeing(change: Parts, now: Parts, still: Parts): Parts {
  return Object.fromEntries(
    Object.entries(change).flatMap(([name, value]): [string, unknown][] => {
      if (grouped.has(name)) return [[name, agreeing(asParts(value), asParts(now[name]), asParts(still[name]))]];
      // A keyword that somebody put there or took away meanwhile is as it shall be.
      const agrees = name === 'keywords' || JSON.stringify(now[name]) === JSON.stringify(still[name]);
      return agrees ? [[name, value]] : [];
    }),
  );
}

const asParts = (value: unknown): Parts => (typeof value === 'object' && value !== null ? (value as Parts) : {});
