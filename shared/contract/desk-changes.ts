/** What a newer revision changes in an older one, as the reviewer is shown it (shared/article/diff.ts). */
import * as z from 'zod';
import { runSchema } from '../article/document.ts';
import { cropShapes } from '../photos/photo-details.ts';

const formatsSchema = runSchema.omit({ text: true });

/**
 * A stretch of text: kept, inserted or deleted. `formats`: its bold, links and the like, absent for plain text. `was`: of
 * kept text whose formats are others now, those of before.
 */
export const changeRunSchema = z.object({
  op: z.enum(['same', 'insert', 'delete']),
  text: z.string(),
  formats: formatsSchema.optional(),
  was: formatsSchema.optional(),
});
export type ChangeRun = z.infer<typeof changeRunSchema>;

const opSchema = z.enum(['same', 'insert', 'delete', 'change']);

/** What of a block changed besides its text, to be said in words. */
export const traitSchema = z.discriminatedUnion('trait', [
  /** How deep a list item stands. */
  z.object({ trait: z.literal('indent'), before: z.number().int(), after: z.number().int() }),
  /** Whether it stands in an info box; both true when it is another one now. */
  z.object({ trait: z.literal('box'), before: z.boolean(), after: z.boolean() }),
  /** Whether a table's first row names its columns. */
  z.object({ trait: z.literal('header'), before: z.boolean(), after: z.boolean() }),
  z.object({
    trait: z.enum([
      /** A table's columns have other widths. */
      'widths',
      /** Other cells of a table are merged. */
      'merged',
      /** A gallery's photos stand in another order. */
      'order',
      /** A link to another article than before. */
      'target',
      /** Another file's bytes. */
      'content',
    ]),
  }),
]);
export type ChangedTrait = z.infer<typeof traitSchema>;

/** `columns` and `rows`: over how many it reaches, where that is more than one. */
export const changedCellSchema = z.object({
  op: opSchema,
  runs: z.array(changeRunSchema),
  columns: z.number().int().optional(),
  rows: z.number().int().optional(),
});
export type ChangedCell = z.infer<typeof changedCellSchema>;

/** A table with what was taken away in its place. `columns` and the cells of a row go together unless cells are merged. */
export const changedTableSchema = z.object({
  header: z.boolean(),
  columns: z.array(z.enum(['same', 'insert', 'delete'])),
  rows: z.array(z.object({ op: z.enum(['same', 'insert', 'delete']), cells: z.array(changedCellSchema) })),
});
export type ChangedTable = z.infer<typeof changedTableSchema>;

export const changedBlockSchema = z.object({
  op: opSchema,
  kind: z.string(),
  /** The former kind of a changed block. */
  was: z.string().optional(),
  runs: z.array(changeRunSchema),
  traits: z.array(traitSchema).optional(),
  indent: z.number().int().optional(),
  /** Of a numbered item that is there now: its place in its list, from 1. */
  number: z.number().int().optional(),
  /** It stands in an info box. */
  isInBox: z.literal(true).optional(),
  photo: z.string().optional(),
  gallery: z.array(z.object({ op: z.enum(['same', 'insert', 'delete']), photo: z.string() })).optional(),
  table: changedTableSchema.optional(),
  /** Of an attached document; its name is in `runs`. */
  file: z.object({ sha256: z.string(), bytes: z.number().int() }).optional(),
});
export type ChangedBlock = z.infer<typeof changedBlockSchema>;

const changeOpSchema = z.enum(['insert', 'delete', 'change']);

/** What of a photo changed besides its texts, to be said in words. */
export const pictureChangeSchema = z.discriminatedUnion('what', [
  z.object({ what: z.enum(['decorative', 'withheld']), before: z.boolean(), after: z.boolean() }),
  /** Empty where nothing was or is said. */
  z.object({
    what: z.literal('value'),
    field: z.enum(['dateCreated', 'digitalSource', 'expires']),
    before: z.string(),
    after: z.string(),
  }),
  /** How many places; the same number where they are others. */
  z.object({ what: z.literal('pixelated'), before: z.number().int(), after: z.number().int() }),
  /** Degrees clockwise. */
  z.object({ what: z.enum(['turn', 'straighten']), before: z.number(), after: z.number() }),
  z.object({ what: z.literal('crop'), shape: z.enum(cropShapes), op: changeOpSchema }),
  z.object({ what: z.literal('focus'), op: changeOpSchema }),
  /** People whose places in the picture are others. */
  z.object({ what: z.literal('areas'), names: z.array(z.string()) }),
]);
export type PictureChange = z.infer<typeof pictureChangeSchema>;

export const changesSchema = z.object({
  /** The revision compared with, null when there is none (everything is new). */
  from: z.string().nullable(),
  to: z.string(),
  headline: z.array(changeRunSchema),
  lead: z.array(changeRunSchema),
  blocks: z.array(changedBlockSchema),
  captions: z.array(z.object({ photo: z.string(), field: z.string(), runs: z.array(changeRunSchema) })),
  pictures: z.array(z.object({ photo: z.string(), changes: z.array(pictureChangeSchema) })),
  fields: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
});
export type Changes = z.infer<typeof changesSchema>;
