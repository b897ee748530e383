/**
 * The ArticleDocument: the plain JSON that an article's flat text stands for. Rendering, export, diffs, revisions
 * and the endpoint know only this. It holds what may become public and nothing else (import provenance and review
 * threads live beside it in the Y.Doc).
 */
import * as z from 'zod';

export const DOCUMENT_VERSION = 1;

/** Text with one set of formats. `text` is NFC; U+2028 is a line break inside the block; no other control but tab. */
export const runSchema = z.strictObject({
  text: z.string().min(1),
  bold: z.literal(true).optional(),
  italic: z.literal(true).optional(),
  underline: z.literal(true).optional(),
  link: z.string().optional(),
});
export type Run = z.infer<typeof runSchema>;

export const textBlockKinds = ['paragraph', 'heading2', 'heading3', 'quote', 'bullet', 'number'] as const;
export type TextBlockKind = (typeof textBlockKinds)[number];

export const textBlockSchema = z.strictObject({ kind: z.enum(textBlockKinds), runs: z.array(runSchema) });
export const photoBlockSchema = z.strictObject({ kind: z.literal('photo'), photo: z.string() });
export const ruleBlockSchema = z.strictObject({ kind: z.literal('rule') });
export const blockSchema = z.discriminatedUnion('kind', [textBlockSchema, photoBlockSchema, ruleBlockSchema]);
export type TextBlock = z.infer<typeof textBlockSchema>;
export type Block = z.infer<typeof blockSchema>;

/** A photo of the article. `sha256` names the original's bytes; null while only its place and caption are known. */
export const photoSchema = z.strictObject({
  id: z.string(),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  caption: z.string(),
  credit: z.string(),
  alt: z.string(),
});
export type Photo = z.infer<typeof photoSchema>;

/** Plain values, last writer wins. `publishedOn` is the date on the article as YYYY-MM-DD. Absent means not given. */
export const fieldsSchema = z.strictObject({
  category: z.string().optional(),
  publishedOn: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .optional(),
  author: z.string().optional(),
  source: z.string().optional(),
  place: z.string().optional(),
  tags: z.array(z.string()).optional(),
  slug: z.string().optional(),
});
export type Fields = z.infer<typeof fieldsSchema>;
export const fieldNames = ['category', 'publishedOn', 'author', 'source', 'place', 'tags', 'slug'] as const;

export const articleDocumentSchema = z.strictObject({
  version: z.literal(DOCUMENT_VERSION),
  language: z.string(),
  headline: z.string(),
  lead: z.string(),
  blocks: z.array(blockSchema),
  /** In body order first; photos that stand nowhere in the body come after, in the order they were added. */
  photos: z.array(photoSchema),
  fields: fieldsSchema,
});
export type ArticleDocument = z.infer<typeof articleDocumentSchema>;

/** What an importer left out of the article, and where it came from. Kept in the Y.Doc, never in a revision. */
export const provenanceSchema = z.object({
  file: z.string(),
  importedAt: z.string(),
  encoding: z.string(),
  dropped: z.array(z.object({ line: z.number().int(), text: z.string(), why: z.string() })),
});
export type Provenance = z.infer<typeof provenanceSchema>;

/** The text of a block without its formats. */
export function blockText(block: Block): string {
  return block.kind === 'photo' || block.kind === 'rule' ? '' : block.runs.map((run) => run.text).join('');
}
