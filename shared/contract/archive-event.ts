import * as z from 'zod';
import { bytesSchema } from './desk-base.ts';

/** What an archive is told by: how far it is, its next bytes, and at last its name and what could not be put in. */
export function archiveEventOf<Failed extends z.ZodType>(failed: Failed) {
  return z.discriminatedUnion('type', [
    z.object({ type: z.literal('progress'), behind: z.number().int(), total: z.number().int() }),
    z.object({ type: z.literal('bytes'), bytes: bytesSchema }),
    z.object({
      type: z.literal('end'),
      name: z.string(),
      mime: z.string(),
      files: z.number().int(),
      failed: z.array(failed),
    }),
  ]);
}
