/** Finding and replacing in many articles: the page looks and shows, the core writes what was chosen. */
import * as z from 'zod';
import { formatNames } from '../article/flat-text.ts';
import { passageKinds } from '../find/passages.ts';
import { appErrorData, base } from './desk-base.ts';

/** In one question; the page asks slice by slice, so that it can be stopped. */
export const MOST_TOOL_ARTICLES = 100;

const passageSchema = z.object({
  name: z.string(),
  kind: z.enum(passageKinds),
  number: z.number().int(),
  row: z.number().int().optional(),
  column: z.number().int().optional(),
  characters: z.string(),
});

export const toolArticleSchema = z.object({
  id: z.string(),
  headline: z.string(),
  /** Names what the article says now: edits are made to that and nothing else. */
  state: z.string(),
  /** Why it may not be changed; null for a draft. */
  closed: appErrorData.nullable(),
  passages: z.array(passageSchema),
});
export type ToolArticle = z.infer<typeof toolArticleSchema>;

const attributesSchema = z.object({
  ...(Object.fromEntries(formatNames.map((name) => [name, z.literal(true).optional()])) as Record<
    (typeof formatNames)[number],
    z.ZodOptional<z.ZodLiteral<true>>
  >),
  link: z.string().optional(),
  anchors: z.string().optional(),
});

const MAX_REPLACEMENT = 100_000;

/** See `ArticleEdits` (shared/find/article-edits.ts). */
export const articleEditsSchema = z.object({
  passage: z.string(),
  characters: z.string(),
  edits: z.array(
    z.object({
      start: z.number().int().nonnegative(),
      end: z.number().int().nonnegative(),
      replacement: z.string().max(MAX_REPLACEMENT),
      pieces: z.array(z.object({ text: z.string().max(MAX_REPLACEMENT), attributes: attributesSchema })).optional(),
    }),
  ),
});

export const articleReplacementSchema = z.object({
  id: z.string(),
  /** What the article said when the edits were chosen. */
  state: z.string(),
  changes: z.array(articleEditsSchema),
});
export type ArticleReplacement = z.infer<typeof articleReplacementSchema>;

const failedSchema = z.array(z.object({ id: z.string(), headline: z.string(), error: appErrorData }));
export type FailedArticles = z.infer<typeof failedSchema>;

const idsInput = z.object({ ids: z.array(z.string()).max(MOST_TOOL_ARTICLES) });

export const deskTools = {
  /** What the articles say, passage by passage, those that may not be changed among them. */
  passages: base.input(idsInput).output(z.object({ articles: z.array(toolArticleSchema), failed: failedSchema })),
  /**
   * Each article for itself: one update with all its edits, or none where it says something else by now. `back` takes them
   * back by the same procedure.
   */
  replace: base
    .input(z.object({ articles: z.array(articleReplacementSchema).max(MOST_TOOL_ARTICLES) }))
    .output(z.object({ back: z.array(articleReplacementSchema), failed: failedSchema })),
};
