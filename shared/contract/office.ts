/**
 * The contract between a workstation and its office's endpoint, over HTTP and JSON (oRPC's OpenAPI flavour).
 *
 * The endpoint keeps one ordered log per office. Entries carry ids made by the client (UUIDv7), so a push that is
 * sent again changes nothing. Photos and attached documents travel beside it as plain bytes, named by their SHA-256:
 *   GET  /v1/photos/{sha256}   200 with the original's bytes
 *   PUT  /v1/photos/{sha256}   the original's bytes; 201 new, 200 known, 409 photo-hash-mismatch
 *   GET, PUT  /v1/files/{sha256}   the same for attached documents; 409 hash-mismatch
 *   GET  /v1/pokes             a WebSocket; {"seq": n} whenever the log has grown to n
 *
 * Protocol versions: 1 (2026-11) first. 2 (2026-11) attached documents; revisions with tables, boxes, galleries and more.
 * 3 (2026-11) records of pictures; revisions with what they say of an article's photos.
 */
import { oc } from '@orpc/contract';
import * as z from 'zod';
import { roles, workflowEventSchema } from '../workflow/event.ts';

export const PROTOCOL_VERSION = 3;
/** Every answer of the endpoint names its protocol here; a page that is not ours does not. */
export const PROTOCOL_HEADER = 'x-toasoan-protocol';

export const MAX_ENTRIES_PER_PUSH = 100;
export const MAX_ENTRY_BYTES = 8 * 1024 * 1024;
export const MAX_PHOTO_BYTES = 100 * 1024 * 1024;
export const MAX_FILE_BYTES = 100 * 1024 * 1024;

const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

/** An entry of the office's log. `update` is an opaque Yjs update in base64; `json` a revision's canonical JSON. */
export const entrySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('update'), id: z.uuid(), articleId: z.uuid(), update: z.base64() }),
  z.strictObject({
    kind: z.literal('revision'),
    id: z.uuid(),
    articleId: z.uuid(),
    hash: sha256Schema,
    json: z.string(),
  }),
  z.strictObject({ kind: z.literal('event'), id: z.uuid(), articleId: z.uuid(), event: workflowEventSchema }),
]);
export type Entry = z.infer<typeof entrySchema>;

/** The endpoint's answer to one pushed entry. `code` is an ErrorCode. */
export const entryAnswerSchema = z.discriminatedUnion('result', [
  z.strictObject({ id: z.uuid(), result: z.literal('accepted'), seq: z.number().int() }),
  z.strictObject({ id: z.uuid(), result: z.literal('duplicate'), seq: z.number().int() }),
  z.strictObject({ id: z.uuid(), result: z.literal('refused'), code: z.string(), message: z.string() }),
]);
export type EntryAnswer = z.infer<typeof entryAnswerSchema>;

export const personSchema = z.strictObject({ id: z.string(), name: z.string(), role: z.enum(roles) });
export type Person = z.infer<typeof personSchema>;

export const officeErrorSchema = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  }),
});

export const officeContract = {
  about: oc.route({ method: 'GET', path: '/v1/about', summary: 'What this endpoint is; asked before joining' }).output(
    z.object({
      product: z.literal('toasoan'),
      protocol: z.number().int(),
      office: z.string(),
      /** The office's rules of review: see shared/workflow/machine.ts. */
      rules: z.object({ fourEyes: z.boolean(), steps: z.number().int().min(1) }),
    }),
  ),
  join: oc
    .route({
      method: 'POST',
      path: '/v1/join',
      summary: 'Turn a single-use invitation code into an account and a token',
    })
    .input(
      z.strictObject({
        code: z.string().min(1).max(64),
        /** Made by the workstation, so that what was written before joining keeps its author. */
        personId: z.uuid(),
        deviceId: z.uuid(),
        /** Ed25519 public key, raw 32 bytes in base64. */
        deviceKey: z.base64(),
      }),
    )
    .output(z.strictObject({ token: z.string(), office: z.string(), person: personSchema })),
  people: oc
    .route({ method: 'GET', path: '/v1/people', summary: 'The people of the office' })
    .output(z.array(personSchema)),
  push: oc
    .route({ method: 'POST', path: '/v1/push', summary: 'Append entries to the log; one answer per entry, in order' })
    .input(z.strictObject({ entries: z.array(entrySchema).max(MAX_ENTRIES_PER_PUSH) }))
    .output(z.strictObject({ answers: z.array(entryAnswerSchema) })),
  pull: oc
    .route({ method: 'GET', path: '/v1/pull', summary: 'The entries after a cursor, oldest first' })
    .input(
      z.strictObject({
        after: z.coerce.number().int().min(0),
        limit: z.coerce.number().int().min(1).max(1_000).default(200),
      }),
    )
    .output(
      z.strictObject({
        entries: z.array(z.strictObject({ seq: z.number().int(), entry: entrySchema })),
        /** Pass this as the next `after`. */
        cursor: z.number().int(),
        more: z.boolean(),
      }),
    ),
  missingPhotos: oc
    .route({
      method: 'POST',
      path: '/v1/photos/missing',
      summary: 'Which of these originals the endpoint does not have',
    })
    .input(z.strictObject({ sha256s: z.array(sha256Schema).max(1_000) }))
    .output(z.strictObject({ missing: z.array(sha256Schema) })),
  missingFiles: oc
    .route({
      method: 'POST',
      path: '/v1/files/missing',
      summary: 'Which of these attached documents the endpoint does not have',
    })
    .input(z.strictObject({ sha256s: z.array(sha256Schema).max(1_000) }))
    .output(z.strictObject({ missing: z.array(sha256Schema) })),
};
