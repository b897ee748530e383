/**
 * Attached documents at the desk: PDF, docx and the like, kept byte for byte and named by their SHA-256. The page gets one to
 * keep from `fileAddress`, below its own address in both hosts, as an attachment under its name.
 */
import * as z from 'zod';
import { base } from './desk-base.ts';

const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

/** What a block of an article says of its file. `name` ends as files of its kind do. */
export const attachedFileSchema = z.object({ sha256: sha256Schema, name: z.string(), bytes: z.number().int() });
export type AttachedFile = z.infer<typeof attachedFileSchema>;

/**
 * `here`: whole on this computer. `awaited`: on its way from the office, and an `article` event tells when it has come.
 * `missing`: neither here nor asked for.
 */
export const fileStates = ['here', 'awaited', 'missing'] as const;
export const fileInfoSchema = z.object({
  sha256: sha256Schema,
  state: z.enum(fileStates),
  /** One of `fileKinds`; null where it is not here. */
  kind: z.string().nullable(),
});
export type FileInfo = z.infer<typeof fileInfoSchema>;

export const deskFiles = {
  /** Throws attachment-refused, -program, -macros, -locked, -empty, -too-large, disk-full; nothing is kept then. */
  add: base.input(z.object({ file: z.instanceof(Blob), name: z.string() })).output(attachedFileSchema),
  /** In the order of what was asked. */
  info: base
    .input(z.object({ sha256s: z.array(sha256Schema).max(1_000) }))
    .output(z.object({ files: z.array(fileInfoSchema) })),
};

/** Where the page finds an attached document. */
export function fileAddress({ sha256, name }: Pick<AttachedFile, 'sha256' | 'name'>): string {
  return `./files/${sha256}/${encodeURIComponent(name.toWellFormed())}`;
}
