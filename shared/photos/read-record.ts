/**
 * Reading a picture's record. Total: whatever a hostile or newer peer put there becomes a valid PhotoRecord.
 *
 *   a Y.Text for each of `photoTextNames`
 *   Y.Map `photo`      sha256, dateCreated, digitalSource, decorative, expires, rating, label, turn, straighten, focus, withheld,
 *                      `crop:` and a shape, brightness, black, white, shared, batch, name
 *   Y.Map `keywords`   keyword -> the key of its place
 *   Y.Map `people`     id -> Y.Map { name, title, order, area }
 *   Y.Map `pixelated`  id -> area
 */
import * as Y from 'yjs';
import * as z from 'zod';
import { cleanLine, cleanText } from '../article/clean-text.ts';
import { asId, walkText } from '../article/flat-text.ts';
import { boundedAreas } from './mosaic-areas.ts';
import {
  cropShapes,
  digitalSourceTypes,
  MAX_KEYWORD,
  MAX_PERSON_NAME,
  type PhotoArea,
  type PhotoEdits,
  type PhotoRecord,
  photoAreaSchema,
  photoEditsSchema,
  photoLabels,
  photoLookSchema,
  photoRecordSchema,
  photoTextNames,
  plainLook,
  type RecordPerson,
} from './photo-details.ts';

/** Texts of several lines; all others are one line. */
const longTexts: ReadonlySet<string> = new Set([
  'description',
  'alt',
  'extendedDescription',
  'instructions',
  'rightsUsage',
]);

const MAX_FILE_NAME = 255;
const MAX_TITLE = 500;

export function readPhotoRecord(doc: Y.Doc, sha256: string): PhotoRecord {
  const map = doc.getMap('photo');
  const value = <T>(schema: z.ZodType<T>, name: string, otherwise: T): T => {
    const read = schema.safeParse(map.get(name));
    return read.success ? read.data : otherwise;
  };
  const { shape } = photoRecordSchema;
  const texts = Object.fromEntries(
    photoTextNames.map((name) => {
      const text = recordTextOf(doc, name);
      return [name, longTexts.has(name) ? cleanText(text) : cleanLine(text)];
    }),
  ) as Pick<PhotoRecord, (typeof photoTextNames)[number]>;
  return {
    sha256,
    ...texts,
    dateCreated: value(shape.dateCreated, 'dateCreated', null),
    digitalSource: digitalSourceTypes.find((known) => known === map.get('digitalSource')) ?? null,
    keywords: readKeywords(doc),
    people: readPeople(doc),
    decorative: map.get('decorative') === true,
    expires: value(shape.expires, 'expires', null),
    rating: value(shape.rating, 'rating', 0),
    label: photoLabels.find((known) => known === map.get('label')) ?? null,
    edits: readEdits(doc),
    look: {
      brightness: value(photoLookSchema.shape.brightness, 'brightness', plainLook.brightness),
      black: value(photoLookSchema.shape.black, 'black', plainLook.black),
      white: value(photoLookSchema.shape.white, 'white', plainLook.white),
    },
    shared: map.get('shared') === true,
    batch: lineOf(map.get('batch'), MAX_KEYWORD),
    name: lineOf(map.get('name'), MAX_FILE_NAME),
  };
}

/** Some values cannot even be made a text; a letter is not cut in two. */
function lineOf(value: unknown, most: number): string {
  return typeof value === 'string'
    ? cleanLine(value)
        .slice(0, most)
        .replace(/\p{Cs}$/u, '')
    : '';
}

/** A text as it stands. */
export function recordTextOf(doc: Y.Doc, name: (typeof photoTextNames)[number]): string {
  let text = '';
  walkText(
    doc.getText(name),
    (run) => {
      text += run;
    },
    () => {},
  );
  return text;
}

type Placed<T> = { value: T; id: string; order: string };
const byPlace = <T>(a: Placed<T>, b: Placed<T>): number => {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  return a.id < b.id ? -1 : 1;
};

export type KeyedKeyword = { keyword: string; order: string };

export function readKeywords(doc: Y.Doc): string[] {
  const placed = [...doc.getMap('keywords')]
    .map(([key, order]) => ({ value: cleanLine(key).trim(), id: key, order: typeof order === 'string' ? order : '' }))
    .filter(({ value }) => value !== '' && value.length <= MAX_KEYWORD)
    .sort(byPlace);
  return [...new Set(placed.map(({ value }) => value))];
}

export function readPeople(doc: Y.Doc): RecordPerson[] {
  return [...doc.getMap('people')]
    .flatMap(([key, stored]): Placed<RecordPerson>[] => {
      const id = asId(key);
      if (id === null || !(stored instanceof Y.Map)) return [];
      const name = lineOf(stored.get('name'), MAX_PERSON_NAME);
      const title = lineOf(stored.get('title'), MAX_TITLE);
      const area = photoAreaSchema.safeParse(stored.get('area'));
      const order = stored.get('order');
      const value = {
        id,
        name,
        ...(title === '' ? {} : { title }),
        ...(area.success && isWithin(area.data) ? { area: area.data } : {}),
      };
      return [{ value, id, order: typeof order === 'string' ? order : '' }];
    })
    .sort(byPlace)
    .map(({ value }) => value);
}

/**
 * The areas with the ids by which they can be changed. Somebody wanted something hidden by each of them: one that reaches out of
 * the picture hides what is in it, and one that cannot be understood hides all.
 */
export function readPixelated(doc: Y.Doc): { id: string; area: PhotoArea }[] {
  return [...doc.getMap('pixelated')]
    .flatMap(([id, value]) => {
      const read = writtenAreaSchema.safeParse(value);
      const area = read.success ? partWithin(read.data) : WHOLE;
      return area === null ? [] : [{ id, area }];
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

const WHOLE: PhotoArea = { x: 0, y: 0, width: 1, height: 1 };
const writtenAreaSchema = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });

/** Null where nothing of it is in the picture. */
function partWithin(area: PhotoArea): PhotoArea | null {
  if (photoAreaSchema.safeParse(area).success && isWithin(area)) return area;
  const part = (at: number): number => Math.min(1, Math.max(0, at));
  const [x, y] = [part(area.x), part(area.y)];
  const [width, height] = [part(area.x + area.width) - x, part(area.y + area.height) - y];
  return width > 0 && height > 0 ? { x, y, width, height } : null;
}

function readEdits(doc: Y.Doc): PhotoEdits {
  const map = doc.getMap('photo');
  const { shape } = photoEditsSchema;
  const edits: PhotoEdits = {};
  const turn = shape.turn.safeParse(map.get('turn')).data;
  if (turn !== undefined) edits.turn = turn;
  const straighten = shape.straighten.safeParse(map.get('straighten')).data;
  if (straighten !== undefined && straighten !== 0) edits.straighten = straighten;
  const focus = shape.focus.safeParse(map.get('focus')).data;
  if (focus !== undefined) edits.focus = focus;
  const crops = cropShapes.flatMap((cropShape) => {
    const area = photoAreaSchema.safeParse(map.get(`crop:${cropShape}`));
    return area.success && isWithin(area.data) ? [[cropShape, area.data] as const] : [];
  });
  if (crops.length > 0) edits.crops = Object.fromEntries(crops);
  const pixelated = boundedAreas(readPixelated(doc).map(({ area }) => area));
  if (pixelated.length > 0) edits.pixelated = [...pixelated];
  // A reason that somebody else's program gives is one.
  if ((map.get('withheld') ?? false) !== false) edits.withheld = true;
  return edits;
}

/** An area of some size that does not reach out of the picture. */
function isWithin({ x, y, width, height }: PhotoArea): boolean {
  const ROUNDING = 1e-6;
  return width > 0 && height > 0 && x + width <= 1 + ROUNDING && y + height <= 1 + ROUNDING;
}
