/**
 * The ArticleDocument: the plain JSON that an article's flat text stands for. Rendering, export, diffs, revisions
 * and the endpoint know only this. It holds what may become public and nothing else (import provenance and review
 * threads live beside it in the Y.Doc).
 */
import * as z from 'zod';
import { photoDetailsSchema, photoEditsSchema } from '../photos/photo-details.ts';

export const DOCUMENT_VERSION = 1;

/** Names of blocks, photos, tables: what a Y.Doc may hold as one (`asId`). */
const idSchema = z.string().min(1).max(128);
const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

/** Text with one set of formats. `text` is NFC; U+2028 is a line break inside the block; no other control but tab. */
export const runSchema = z.strictObject({
  text: z.string().min(1),
  bold: z.literal(true).optional(),
  italic: z.literal(true).optional(),
  underline: z.literal(true).optional(),
  strike: z.literal(true).optional(),
  /** Never both. */
  superscript: z.literal(true).optional(),
  subscript: z.literal(true).optional(),
  link: z.string().optional(),
});
export type Run = z.infer<typeof runSchema>;

/** An attribution says who is quoted in the quote before it. */
export const textBlockKinds = [
  'paragraph',
  'heading2',
  'heading3',
  'quote',
  'attribution',
  'bullet',
  'number',
] as const;
export type TextBlockKind = (typeof textBlockKinds)[number];

/** How deep a list item may stand in others; 0 is the outermost list. */
export const MAX_INDENT = 4;

/** Neighbouring blocks with the same `box` are one info box (hộp thông tin); any block may stand in one. */
const inBox = { box: idSchema.optional() };

export const textBlockSchema = z.strictObject({
  kind: z.enum(textBlockKinds),
  runs: z.array(runSchema),
  /** List items only; absent in the outermost list. */
  indent: z.number().int().min(1).max(MAX_INDENT).optional(),
  ...inBox,
});
export const photoBlockSchema = z.strictObject({ kind: z.literal('photo'), photo: z.string(), ...inBox });
/** Photos that are shown together, in their order. */
export const galleryBlockSchema = z.strictObject({
  kind: z.literal('gallery'),
  photos: z.array(z.string()).min(1),
  ...inBox,
});
export const ruleBlockSchema = z.strictObject({ kind: z.literal('rule'), ...inBox });
/** A link to another article of the office. `headline` is what the link says. */
export const relatedBlockSchema = z.strictObject({
  kind: z.literal('related'),
  article: idSchema,
  headline: z.string(),
  ...inBox,
});
/** An attached document (PDF, docx), named by the SHA-256 of its bytes. */
export const fileBlockSchema = z.strictObject({
  kind: z.literal('file'),
  sha256: sha256Schema,
  name: z.string(),
  bytes: z.number().int().nonnegative(),
  ...inBox,
});
/** A cell that covers others says over how many columns and rows; those it covers are not listed (as in HTML). */
export const cellSchema = z.strictObject({
  runs: z.array(runSchema),
  columns: z.number().int().min(2).optional(),
  rows: z.number().int().min(2).optional(),
});
export type Cell = z.infer<typeof cellSchema>;
export const tableBlockSchema = z.strictObject({
  kind: z.literal('table'),
  table: idSchema,
  /** The first row names the columns. */
  header: z.literal(true).optional(),
  /** Per column, in hundredths of the table's width; absent where nobody has set them. */
  widths: z.array(z.number().int().min(1).max(100)).optional(),
  rows: z.array(z.array(cellSchema)),
  ...inBox,
});
export type TableBlock = z.infer<typeof tableBlockSchema>;

export const blockSchema = z.discriminatedUnion('kind', [
  textBlockSchema,
  photoBlockSchema,
  galleryBlockSchema,
  ruleBlockSchema,
  relatedBlockSchema,
  fileBlockSchema,
  tableBlockSchema,
]);
export type TextBlock = z.infer<typeof textBlockSchema>;
export type Block = z.infer<typeof blockSchema>;

/** A photo of the article. `sha256` names the original's bytes; null while only its place and caption are known. */
export const photoSchema = z.strictObject({
  id: z.string(),
  sha256: sha256Schema.nullable(),
  caption: z.string(),
  credit: z.string(),
  alt: z.string(),
  /** It tells a reader nothing: it needs no alt text and has none where it is shown. */
  decorative: z.literal(true).optional(),
  /** What its record says of the picture (shared/photos/with-records.ts): in revisions, not in the article's own Y.Doc. */
  details: photoDetailsSchema.optional(),
  edits: photoEditsSchema.optional(),
});
export type Photo = z.infer<typeof photoSchema>;

const dateSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** Plain values, last writer wins; dates as YYYY-MM-DD. Absent means not given. */
export const fieldsSchema = z.strictObject({
  /** Of shared/kinds/article-kinds.json, or one that a newer version knows. */
  kind: z.string().optional(),
  category: z.string().optional(),
  /** The date that the article carries. */
  publishedOn: dateSchema.optional(),
  /** When what it tells of happened. */
  eventDate: dateSchema.optional(),
  author: z.string().optional(),
  penName: z.string().optional(),
  /** Who speaks in a statement, or answers in an interview. */
  speaker: z.string().optional(),
  /** Whom the press may ask. */
  contact: z.string().optional(),
  source: z.string().optional(),
  place: z.string().optional(),
  tags: z.array(z.string()).optional(),
  slug: z.string().optional(),
});
export type Fields = z.infer<typeof fieldsSchema>;
export const fieldNames = [
  'kind',
  'category',
  'publishedOn',
  'eventDate',
  'author',
  'penName',
  'speaker',
  'contact',
  'source',
  'place',
  'tags',
  'slug',
] as const;

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

export function isTextBlock(block: Block): block is TextBlock {
  return 'runs' in block;
}

/** The photos that a block shows. */
export function photosOf(block: Block): readonly string[] {
  if (block.kind === 'photo') return [block.photo];
  return block.kind === 'gallery' ? block.photos : [];
}

/** The originals of the attached documents that an article names, each once. */
export function filesOf({ blocks }: ArticleDocument): string[] {
  return [...new Set(blocks.flatMap((block) => (block.kind === 'file' ? [block.sha256] : [])))];
}

/** What an article names beside its own text, each once. */
export function referencesOf(document: ArticleDocument): { files: string[]; articles: string[]; photos: string[] } {
  const articles = document.blocks.flatMap((block) => (block.kind === 'related' ? [block.article] : []));
  const placed = new Set(document.blocks.flatMap(photosOf));
  const photos = document.photos.flatMap(({ id, sha256 }) => (sha256 !== null && placed.has(id) ? [sha256] : []));
  return { files: filesOf(document), articles: [...new Set(articles)], photos: [...new Set(photos)] };
}

const runsText = (runs: readonly Run[]): string => runs.map((run) => run.text).join('');

/** The text of a block without its formats; a table's cells are parted by tabs, its rows by line feeds. */
export function blockText(block: Block): string {
  if (isTextBlock(block)) return runsText(block.runs);
  if (block.kind !== 'table') return '';
  return block.rows.map((row) => row.map((cell) => runsText(cell.runs)).join('\t')).join('\n');
}
