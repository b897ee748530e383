/**
 * The office's photos at the desk: taking them in, finding them, what is said of them, and giving them out. What is known of a
 * picture is its record (shared/photos/), a document of the log that the page edits as it edits an article: `open`, then
 * `update` at each key press; `photo-update` events bring what others write.
 */
import { eventIterator } from '@orpc/contract';
import * as z from 'zod';
import { iimCharsets } from '../photos/embedded.ts';
import {
  photoEditsSchema,
  photoLabels,
  photoPersonSchema,
  photoRecordSchema,
  photoTextNames,
} from '../photos/photo-details.ts';
import { recordChangeSchema } from '../photos/write-record.ts';
import { archiveEventOf } from './archive-event.ts';
import { appErrorData, base, bytesSchema } from './desk-base.ts';
import { exportedFileSchema } from './desk-exports.ts';

const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);
const daySchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
export const MOST_BULK_PHOTOS = 5_000;
const chosen = z.object({ sha256s: z.array(sha256Schema).min(1).max(MOST_BULK_PHOTOS) });

/** What a photo of an article may lack, and what a photo desk asks for beside it. */
export const captionParts = ['who', 'what', 'where', 'when', 'credit', 'alt'] as const;
export type CaptionPart = (typeof captionParts)[number];

/** One picture in a list. `width` and `height`: in pixels, as a person sees it before any edit. */
export const photoRowSchema = z.object({
  sha256: sha256Schema,
  name: z.string(),
  width: z.number().int(),
  height: z.number().int(),
  bytes: z.number().int(),
  format: z.string(),
  description: z.string(),
  headline: z.string(),
  credit: z.string(),
  people: z.array(z.string()),
  /** When it was taken, or null; as `photoDateSchema`. */
  dateCreated: z.string().nullable(),
  addedAt: z.string(),
  batch: z.string(),
  rating: z.number().int(),
  label: z.enum(photoLabels).nullable(),
  /** What its caption still lacks. */
  lacks: z.array(z.enum(captionParts)),
  expires: daySchema.nullable(),
  shared: z.boolean(),
  /** Its original is whole on this computer. */
  isHere: z.boolean(),
  /** It may not go out as it is: withheld and not pixelated. */
  isWithheld: z.boolean(),
  isEdited: z.boolean(),
  /** As it is shown everywhere; absent where nothing is done to it. */
  edits: photoEditsSchema.optional(),
  /** In how many articles it stands. */
  uses: z.number().int(),
  /** How many others of the library look the same. */
  alike: z.number().int(),
});
export type PhotoRow = z.infer<typeof photoRowSchema>;

/** What of the library a contact sheet shows. Words and names as people mean them: case, tone marks and đ do not matter. */
export const photoFilterSchema = z.object({
  /** Words anywhere in what is said of it. */
  query: z.string().default(''),
  person: z.string().optional(),
  place: z.string().optional(),
  /** Taken on one of these days (where that is not known: taken in), both included. */
  from: daySchema.optional(),
  to: daySchema.optional(),
  batch: z.string().optional(),
  /** At least so many stars; without it, those that were put aside (-1) are left out only where `aside` is false. */
  rating: z.number().int().min(1).max(5).optional(),
  aside: z.boolean().default(false),
  /** Those that were put aside and no others. */
  onlyAside: z.boolean().optional(),
  label: z.enum(photoLabels).optional(),
  /** Something of its caption is missing. */
  uncaptioned: z.boolean().optional(),
  used: z.boolean().optional(),
  shared: z.boolean().optional(),
  /** Its rights have ended, or end within 30 days. */
  expiring: z.boolean().optional(),
  /** It and those that look like it. */
  alikeTo: sha256Schema.optional(),
  /** Some others of the library look the same. */
  hasAlike: z.boolean().optional(),
});
export type PhotoFilter = z.infer<typeof photoFilterSchema>;

export const photoSorts = ['taken', 'added', 'name', 'rating'] as const;
export const photoSortSchema = z.object({ by: z.enum(photoSorts), descending: z.boolean() });
export type PhotoSort = z.infer<typeof photoSortSchema>;

export const photoUseSchema = z.object({
  article: z.string(),
  headline: z.string(),
  /** As in the library. */
  working: z.string(),
  public: z.string(),
  /** Its caption there, and whether it is the record's. */
  caption: z.string(),
  isSame: z.boolean(),
});
export type PhotoUse = z.infer<typeof photoUseSchema>;

/** All that the caption desk shows of a picture beside its record. */
export const photoFactsSchema = z.object({
  row: photoRowSchema,
  /** How its file's IPTC-IIM was read; null where it has none, or where its file is not here. */
  iimCharset: z.enum(iimCharsets).nullable(),
  uses: z.array(photoUseSchema),
  /** Others that look the same, the most alike first. `distance`: of 64 bits, 0 is alike to the eye. */
  alike: z.array(z.object({ sha256: sha256Schema, name: z.string(), distance: z.number().int() })),
});
export type PhotoFacts = z.infer<typeof photoFactsSchema>;

/** One file that was taken in. `isNew`: it was not in the library before. */
export const takenInSchema = z.object({
  sha256: sha256Schema,
  name: z.string(),
  isNew: z.boolean(),
  /** Why what its file says of itself was not read on this computer: metadata-tool-missing. */
  unread: appErrorData.optional(),
  /** Others that look the same. */
  alike: z.array(z.object({ sha256: sha256Schema, name: z.string(), distance: z.number().int() })),
});
export type TakenIn = z.infer<typeof takenInSchema>;
/** What the browser host answers to a picture that is sent by a request of its own. */
export const postedPictureSchema = z.union([z.object({ taken: takenInSchema }), z.object({ error: appErrorData })]);
export type PostedPicture = z.infer<typeof postedPictureSchema>;

const failedPhoto = z.object({ sha256: sha256Schema, name: z.string(), error: appErrorData });
const failedPhotos = z.array(failedPhoto);

/**
 * A change of one record among many. `still`: what the parts of it must say for it to be made; each part for itself. `undo` takes
 * back what was done where nobody has written since.
 */
export const photoDeedSchema = z.object({
  sha256: sha256Schema,
  change: recordChangeSchema,
  still: recordChangeSchema.optional(),
});
export type PhotoDeed = z.infer<typeof photoDeedSchema>;
const changedSchema = z.object({ done: z.number().int(), undo: z.array(photoDeedSchema), failed: failedPhotos });
export type ChangedPhotos = z.infer<typeof changedSchema>;

/** Fields that can be copied from one picture to others. */
export const copiedFields = [
  ...photoTextNames,
  'dateCreated',
  'digitalSource',
  'keywords',
  'people',
  'decorative',
  'expires',
] as const;
export type CopiedField = (typeof copiedFields)[number];

/** A place in a text of a record; offsets in UTF-16 units. */
export const photoHitSchema = z.object({
  sha256: sha256Schema,
  name: z.string(),
  field: z.enum(photoTextNames),
  /** The whole text, in which the hit is from `start` to `end`. */
  text: z.string(),
  start: z.number().int(),
  end: z.number().int(),
  replacement: z.string(),
});
export type PhotoHit = z.infer<typeof photoHitSchema>;

/** Somebody named in the office's articles and captions. `lastUsed`: YYYY-MM-DD. */
export const knownPersonSchema = photoPersonSchema.pick({ name: true, title: true }).extend({
  count: z.number().int(),
  lastUsed: z.string(),
});
export type KnownPerson = z.infer<typeof knownPersonSchema>;

export const MAX_TEMPLATE = 2_000;
/** `text`: with slots in braces, as in `{ai} {làm gì} tại {ở đâu}, {khi nào}. Ảnh: {nguồn}` (shared/photos/caption-template.ts). */
export const captionTemplateSchema = z.object({
  id: z.string().min(1).max(128),
  name: z.string().trim().min(1).max(200),
  text: z.string().trim().min(1).max(MAX_TEMPLATE),
});
export type CaptionTemplate = z.infer<typeof captionTemplateSchema>;

/** What the office has decided for all its photos. */
export const photoRulesSchema = z.object({
  /** Pictures go out with where the camera was, and with its serial numbers. */
  keepPlace: z.boolean(),
  keepSerials: z.boolean(),
});
export type PhotoRules = z.infer<typeof photoRulesSchema>;
export const photoOfficeSchema = z.object({ templates: z.array(captionTemplateSchema), rules: photoRulesSchema });
export type PhotoOffice = z.infer<typeof photoOfficeSchema>;

export const photoExportEventSchema = archiveEventOf(failedPhoto);
export type PhotoExportEvent = z.infer<typeof photoExportEventSchema>;

export const deskPhotoLibrary = {
  /**
   * Takes a picture into the library, without a place in an article. The work is done by a bounded number of workers; an aborted
   * call leaves nothing behind. Throws photo-not-an-image, -empty, -truncated, -heic, -raw, -animated, -too-large, -too-hard,
   * disk-full.
   */
  takeIn: base
    .input(z.object({ file: z.instanceof(Blob), name: z.string(), batch: z.string().max(200) }))
    .output(takenInSchema),
  /** Pictures that this desk alone knows and no article has are forgotten with their files. Answers how many. */
  discard: base.input(chosen).output(z.object({ done: z.number().int(), failed: failedPhotos })),
  list: base
    .input(
      photoFilterSchema.extend({
        sort: photoSortSchema.default({ by: 'taken', descending: true }),
        offset: z.number().int().min(0).default(0),
        limit: z.number().int().min(1).max(1_000).default(200),
      }),
    )
    .output(z.object({ total: z.number().int(), rows: z.array(photoRowSchema) })),
  /** Of all that a list shows, in its order; at most MOST_BULK_PHOTOS. */
  ids: base
    .input(photoFilterSchema.extend({ sort: photoSortSchema.default({ by: 'taken', descending: true }) }))
    .output(z.object({ sha256s: z.array(sha256Schema) })),
  /**
   * Take-ins, newest first, and how many pictures lack something of their captions, end soon, are on this desk alone, and look
   * alike; those that were put aside count in `aside` only.
   */
  overview: base.output(
    z.object({
      total: z.number().int(),
      uncaptioned: z.number().int(),
      expiring: z.number().int(),
      own: z.number().int(),
      alike: z.number().int(),
      aside: z.number().int(),
      batches: z.array(z.object({ name: z.string(), count: z.number().int(), at: z.string() })),
    }),
  ),
  /** The record as one Yjs update. Throws photo-not-found. */
  open: base
    .input(z.object({ sha256: sha256Schema }))
    .output(z.object({ update: bytesSchema, facts: photoFactsSchema })),
  facts: base.input(z.object({ sha256: sha256Schema })).output(photoFactsSchema),
  /** Answers after the commit. Throws photo-not-found, update-invalid. */
  update: base.input(z.object({ sha256: sha256Schema, update: bytesSchema })).output(z.object({ savedAt: z.string() })),
  record: base.input(z.object({ sha256: sha256Schema })).output(photoRecordSchema),
  /** What is done to pictures where they are shown, by SHA-256; those to which nothing is done are left out. */
  edits: base.input(chosen).output(z.object({ edits: z.record(z.string(), photoEditsSchema) })),
  /** Each for itself; all that can be done is done in one transaction. */
  change: base.input(z.object({ deeds: z.array(photoDeedSchema).min(1).max(MOST_BULK_PHOTOS) })).output(changedSchema),
  /** What the one says is said of the others too, in place of what was said there. */
  copy: base
    .input(
      z.object({ from: sha256Schema, to: z.array(sha256Schema).min(1), fields: z.array(z.enum(copiedFields)).min(1) }),
    )
    .output(changedSchema),
  /** Every hit in the texts of these pictures, with what would stand there. Nothing is changed. */
  findWords: base
    .input(
      z.object({
        ...chosen.shape,
        find: z.string().min(1),
        replacement: z.string(),
        withAccents: z.boolean(),
        withCase: z.boolean(),
        wholeWords: z.boolean(),
      }),
    )
    .output(z.object({ hits: z.array(photoHitSchema), isMore: z.boolean() })),
  /** Replaces those hits whose texts still say what was previewed. */
  replaceWords: base.input(z.object({ hits: z.array(photoHitSchema).max(10_000) })).output(changedSchema),
  /** Names that begin with `starts`, or have a word that does, the commonest first. */
  people: base
    .input(z.object({ starts: z.string(), limit: z.number().int().max(50).default(10) }))
    .output(z.object({ people: z.array(knownPersonSchema) })),
  /** The office's templates and rules. */
  office: base.output(photoOfficeSchema),
  /** The same id again replaces a template. After each change a `lists` event. */
  changeOffice: base
    .input(
      z.object({
        save: z.array(captionTemplateSchema).max(100).default([]),
        forget: z.array(z.string()).default([]),
        rules: photoRulesSchema.partial().optional(),
      }),
    )
    .output(photoOfficeSchema),
  /** A ZIP file of the pictures at full size with all that is said of them in the files. Whoever stops listening stops it. */
  export: base
    .input(chosen.extend({ size: z.enum(['full', 'web']).default('full') }))
    .output(eventIterator(photoExportEventSchema)),
  /** A PDF of the pictures with their captions, as a contact sheet. */
  contactSheet: base
    .input(chosen.extend({ title: z.string().max(200).default(''), language: z.enum(['vi', 'en']).default('vi') }))
    .output(exportedFileSchema),
};
