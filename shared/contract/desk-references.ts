/** What an article names beside its own text: attached documents, and other articles of the office. */
import * as z from 'zod';
import { base } from './desk-base.ts';

const MOST_REFERENCES = 1_000;

/** `files`: by SHA-256. `articles`: by id. */
export const referencesSchema = z.object({
  files: z.array(z.string()).max(MOST_REFERENCES),
  articles: z.array(z.string()).max(MOST_REFERENCES),
});
export type References = z.infer<typeof referencesSchema>;

export const deskReferences = {
  /** Those that cannot be had: documents that are not on this computer, articles that are not known or were set aside. */
  lost: base.input(referencesSchema).output(referencesSchema),
};
