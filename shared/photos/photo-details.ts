/**
 * What a picture's record says: the caption screen's fields, and what is done to the picture where it is shown. Names are those of
 * the IPTC Photo Metadata Standard 2025.1 where it has one.
 *
 * Places in a picture are in parts of its width and height (0 to 1), measured from the top left corner of the upright picture:
 * turned as the camera says (EXIF orientation), and not otherwise. See geometry.ts for the picture as it is shown.
 */
import * as z from 'zod';
import { isoDate } from '../text/dates.ts';

/** Texts that merge letter by letter. All in one language but for names. */
export const photoTextNames = [
  'description',
  'headline',
  'credit',
  'source',
  'creator',
  'jobTitle',
  'copyright',
  'alt',
  'extendedDescription',
  'instructions',
  'rightsUsage',
  'sublocation',
  'city',
  'province',
  'country',
] as const;
export type PhotoTextName = (typeof photoTextNames)[number];

const HOURS = 24;

/** A day, with a time and its zone where they are known: `2026-11-26`, `2026-11-26T08:30:00`, `2026-11-26T08:30:00+07:00`. */
export const photoDateSchema = z
  .string()
  .regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:T[0-2]\d:[0-5]\d(?::[0-5]\d)?(?:Z|[+-][01]\d:[0-5]\d)?)?$/)
  .refine(isRealTime);
const daySchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isRealTime);

function isRealTime(date: string): boolean {
  const [year = 0, month = 0, day = 0, hour = 0] = date.split(/[-T:]/u).map(Number);
  return isoDate(year, month, day) !== null && hour < HOURS;
}

/** Terms of http://cv.iptc.org/newscodes/digitalsourcetype/; the last four are made or changed by an AI. */
export const digitalSourceTypes = [
  'digitalCapture',
  'negativeFilm',
  'positiveFilm',
  'print',
  'humanEdits',
  'digitalCreation',
  'screenCapture',
  'composite',
  'compositeCapture',
  'compositeSynthetic',
  'dataDrivenMedia',
  'virtualRecording',
  'algorithmicallyEnhanced',
  'compositeWithTrainedAlgorithmicMedia',
  'trainedAlgorithmicMedia',
  'algorithmicMedia',
] as const;
export type DigitalSourceType = (typeof digitalSourceTypes)[number];
export const DIGITAL_SOURCE_TYPE_URI = 'http://cv.iptc.org/newscodes/digitalsourcetype/';

const part = z.number().min(0).max(1);
export const photoAreaSchema = z.strictObject({ x: part, y: part, width: part, height: part });
/** `x` and `y`: of the top left corner. */
export type PhotoArea = z.infer<typeof photoAreaSchema>;
export const photoPointSchema = z.strictObject({ x: part, y: part });
export type PhotoPoint = z.infer<typeof photoPointSchema>;

export const MAX_PERSON_NAME = 200;
/** Somebody in the picture. In order from left to right. `title`: what was held when it was taken. */
export const photoPersonSchema = z.strictObject({
  name: z.string().max(MAX_PERSON_NAME),
  title: z.string().max(500).optional(),
  area: photoAreaSchema.optional(),
});
export type PhotoPerson = z.infer<typeof photoPersonSchema>;

export const MAX_KEYWORD = 200;

export const cropShapes = ['16:9', '4:3', '1:1', 'free'] as const;
export type CropShape = (typeof cropShapes)[number];

export const MAX_STRAIGHTEN_DEGREES = 15;

/**
 * What is done to the picture wherever it is shown or goes out; the original stays as it is. First it is turned, then
 * straightened, then cropped; `crops` are places in the picture that is turned and straightened, everything else in the
 * upright one. Absent: not done.
 */
export const photoEditsSchema = z.strictObject({
  /** Degrees clockwise. */
  turn: z.union([z.literal(90), z.literal(180), z.literal(270)]).optional(),
  /** Degrees clockwise; what is cut off is geometry.ts's to say. */
  straighten: z.number().min(-MAX_STRAIGHTEN_DEGREES).max(MAX_STRAIGHTEN_DEGREES).optional(),
  /** The point that no crop may leave out. */
  focus: photoPointSchema.optional(),
  crops: z.partialRecord(z.enum(cropShapes), photoAreaSchema).optional(),
  /** Faces that must not be known again. */
  pixelated: z.array(photoAreaSchema).min(1).optional(),
  /** The picture may never go out without its pixelation: nothing goes out while `pixelated` is absent. */
  withheld: z.literal(true).optional(),
});
export type PhotoEdits = z.infer<typeof photoEditsSchema>;

/** How the desk shows a picture that is too dark or too flat. Never baked into anything: only a wish to whoever develops it. */
export const photoLookSchema = z.strictObject({
  /** -100 to 100; 0 as it is. */
  brightness: z.number().int().min(-100).max(100),
  /** The levels that are shown as black and as white, 0 to 255. */
  black: z.number().int().min(0).max(254),
  white: z.number().int().min(1).max(255),
});
export type PhotoLook = z.infer<typeof photoLookSchema>;
export const plainLook: PhotoLook = { brightness: 0, black: 0, white: 255 };

const optionalTexts = (names: readonly PhotoTextName[]) =>
  Object.fromEntries(names.map((name) => [name, z.string().min(1).optional()])) as Record<
    PhotoTextName,
    z.ZodOptional<z.ZodString>
  >;
const { description: _, credit: __, alt: ___, ...detailTexts } = optionalTexts(photoTextNames);

/** What goes along with a picture of an article, besides its caption, credit and alt text. Absent means not given. */
export const photoDetailsSchema = z.strictObject({
  ...detailTexts,
  dateCreated: photoDateSchema.optional(),
  digitalSource: z.enum(digitalSourceTypes).optional(),
  keywords: z.array(z.string()).min(1).optional(),
  people: z.array(photoPersonSchema).min(1).optional(),
  /** The last day on which it may be shown. */
  expires: daySchema.optional(),
});
export type PhotoDetails = z.infer<typeof photoDetailsSchema>;

export const photoLabels = ['red', 'yellow', 'green', 'blue', 'purple'] as const;
export type PhotoLabel = (typeof photoLabels)[number];
export const MAX_RATING = 5;

/** Everything a picture's record says. Texts are empty where nothing is said. */
export const photoRecordSchema = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  ...(Object.fromEntries(photoTextNames.map((name) => [name, z.string()])) as Record<PhotoTextName, z.ZodString>),
  dateCreated: photoDateSchema.nullable(),
  digitalSource: z.enum(digitalSourceTypes).nullable(),
  keywords: z.array(z.string()),
  people: z.array(photoPersonSchema.extend({ id: z.string() })),
  /** It tells a reader nothing: no alt text is wanted. */
  decorative: z.boolean(),
  /** The last day on which it may be shown: YYYY-MM-DD. */
  expires: daySchema.nullable(),
  /** 0 (none) to 5; -1 is put aside. */
  rating: z.number().int().min(-1).max(MAX_RATING),
  label: z.enum(photoLabels).nullable(),
  edits: photoEditsSchema,
  look: photoLookSchema,
  /** Every desk of the office may see it; until then it is this computer's alone. */
  shared: z.boolean(),
  /** The take-in that it came with, such as a card's or a folder's name. */
  batch: z.string(),
  /** Of its file, as it was taken in; empty where that is not known. */
  name: z.string(),
});
export type PhotoRecord = z.infer<typeof photoRecordSchema>;
export type RecordPerson = PhotoRecord['people'][number];
