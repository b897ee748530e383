/** The events of an article's life: appended, never changed, chained by hash and signed by the actor's device. */
import * as z from 'zod';
import { canonicalJson, sha256Hex } from '../article/revision.ts';

export const roles = ['writer', 'reviewer', 'admin'] as const;
export type Role = (typeof roles)[number];

export const eventTypes = [
  'created',
  'submitted',
  'recalled',
  'returned',
  'approved',
  'reopened',
  'published',
  'withdrawn',
  'spiked',
  'restored',
] as const;
export type EventType = (typeof eventTypes)[number];

/** Everything of an event that is signed. `at` is ISO 8601 in UTC; `previous` is null for the first event. */
export const unsignedEventSchema = z.strictObject({
  id: z.uuid(),
  articleId: z.uuid(),
  type: z.enum(eventTypes),
  revision: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  actor: z.string().min(1).max(64),
  device: z.string().min(1).max(64),
  at: z.iso.datetime(),
  reason: z.string().max(10_000).optional(),
  /** Only on `published`: the public address. */
  url: z.string().max(2_000).optional(),
  previous: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
});
export type UnsignedEvent = z.infer<typeof unsignedEventSchema>;

/** `signature`: base64 of the Ed25519 signature over the canonical JSON of the unsigned event. */
export const workflowEventSchema = unsignedEventSchema.extend({ signature: z.string().min(1).max(200) });
export type WorkflowEvent = z.infer<typeof workflowEventSchema>;

/** The bytes that are signed, as text. */
export function signedText(event: UnsignedEvent | WorkflowEvent): string {
  const { signature: _, ...unsigned } = event as WorkflowEvent;
  return canonicalJson(unsigned);
}

/** What the next event of the article names as `previous`. */
export function eventHash(event: WorkflowEvent): string {
  return sha256Hex(canonicalJson(event));
}
