/** Articles as files to pass on: one as a file, several as one archive. */
import { eventIterator } from '@orpc/contract';
import * as z from 'zod';
import { archiveEventOf } from './archive-event.ts';
import { appErrorData, base, bytesSchema } from './desk-base.ts';

export const exportFormats = ['docx', 'pdf', 'html', 'md', 'txt', 'json'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export const MOST_EXPORTED_ARTICLES = 1_000;

const choice = {
  format: z.enum(exportFormats),
  /** PDF only: every step that the article has taken stands at its foot. */
  trail: z.boolean().default(false),
};

export const exportedFileSchema = z.object({ name: z.string(), mime: z.string(), bytes: bytesSchema });
export type ExportedFile = z.infer<typeof exportedFileSchema>;

export const archiveEventSchema = archiveEventOf(z.object({ id: z.string(), error: appErrorData }));
export type ArchiveEvent = z.infer<typeof archiveEventSchema>;

export const deskExports = {
  /** The article as it stands, with everything that was typed. `forPrint`: a PDF whose reader asks at once for a printer. */
  make: base
    .input(z.object({ id: z.string(), ...choice, forPrint: z.boolean().default(false) }))
    .output(exportedFileSchema),
  /** A ZIP file of each article's own file, in order. Whoever stops listening stops it. */
  archive: base
    .input(z.object({ ids: z.array(z.string()).min(1).max(MOST_EXPORTED_ARTICLES), ...choice }))
    .output(eventIterator(archiveEventSchema)),
};
