/**
 * The kinds of articles as data (article-kinds.json): which fields a kind has, which it must have, how long its parts may
 * be, and what its body begins with. Lengths are the house's own (about 11 syllables make an average headline; a CMS in
 * use caps leads at 50 words), not law; they warn and never block.
 */
import * as z from 'zod';
import { textBlockKinds } from '../article/document.ts';
import data from './article-kinds.json' with { type: 'json' };

const wordsSchema = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) });

/** Fields that a kind may have; an article keeps what it has when its kind changes. */
export const kindFields = [
  'category',
  'publishedOn',
  'author',
  'penName',
  'speaker',
  'contact',
  'source',
  'place',
  'eventDate',
  'tags',
] as const;
export type KindField = (typeof kindFields)[number];

/** At most this many tiếng (`countSyllables`) and characters (code points). */
const limitSchema = z.strictObject({
  syllables: z.number().int().positive().optional(),
  characters: z.number().int().positive().optional(),
});
export type Limit = z.infer<typeof limitSchema>;
export const measuredParts = ['headline', 'lead', 'body'] as const;
export type MeasuredPart = (typeof measuredParts)[number];

export const articleKindSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]{1,31}$/),
  name: wordsSchema,
  about: wordsSchema,
  fields: z.array(z.enum(kindFields)),
  required: z.array(z.enum([...kindFields, 'lead'])),
  limits: z.strictObject({
    headline: limitSchema.optional(),
    lead: limitSchema.optional(),
    body: limitSchema.optional(),
  }),
  minPhotos: z.number().int().positive().optional(),
  /** What an empty body begins with; `[TK: …]` is to be filled in. */
  template: z.array(z.strictObject({ kind: z.enum(textBlockKinds), text: wordsSchema })),
});
export type ArticleKind = z.infer<typeof articleKindSchema>;

export const articleKinds: readonly ArticleKind[] = z.array(articleKindSchema).parse(data);

/** Undefined for an article of no kind, or of one that this version does not know. */
export function findKind(id: string | undefined): ArticleKind | undefined {
  return articleKinds.find((kind) => kind.id === id);
}
