/** What an article names beside its own text: attached documents, other articles of the office, and pictures. */
import * as z from 'zod';
import { base } from './desk-base.ts';

const MOST_REFERENCES = 1_000;

/** `files`, `photos`: by SHA-256; photos are those that stand in the text. `articles`: by id. */
export const referencesSchema = z.object({
  files: z.array(z.string()).max(MOST_REFERENCES),
  articles: z.array(z.string()).max(MOST_REFERENCES),
  photos: z.array(z.string()).max(MOST_REFERENCES).default([]),
});
export type References = z.infer<typeof referencesSchema>;

/**
 * Those that cannot be had: documents that are not on this computer, articles that are not known or were set aside; and the
 * pictures that may not go out: `withheld` and not pixelated, `expired` with the last day on which they could.
 */
export const lostSchema = z.object({
  files: z.array(z.string()),
  articles: z.array(z.string()),
  withheld: z.array(z.string()),
  expired: z.array(z.object({ sha256: z.string(), on: z.string() })),
});
export type Lost = z.infer<typeof lostSchema>;

export const deskReferences = {
  lost: base.input(referencesSchema).output(lostSchema),
};
