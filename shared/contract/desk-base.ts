/** What every part of the desk contract is built on. */
import { oc } from '@orpc/contract';
import * as z from 'zod';

export const bytesSchema = z.instanceof(Uint8Array);
export const idInput = z.object({ id: z.string() });

/** Every refusal travels as `APP` with the record of an AppError. */
export const appErrorData = z.object({
  code: z.string(),
  message: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
export const base = oc.errors({ APP: { data: appErrorData } });
