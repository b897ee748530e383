/**
 * Import of files at the desk: a file is read to a preview, in which every line says what it was taken for; the person
 * corrects and confirms it, and only then there is an article. Pictures of a preview wait in the core under its `draft`.
 */
import * as z from 'zod';
import { blockSchema, MAX_INDENT, runSchema, tableBlockSchema } from '../article/document.ts';
import { appErrorData, base, bytesSchema, idInput } from './desk-base.ts';

/** Above this the core refuses a file to import (file-too-large), so the page need not send it. */
export const MAX_IMPORT_BYTES = 50 * 1024 * 1024;

export const importFormats = ['txt', 'html', 'docx', 'doc', 'odt', 'rtf', 'pdf'] as const;
export type ImportFormat = (typeof importFormats)[number];

/** What the bytes of a text file may mean. TCVN3 and VNI are the codes of Vietnamese fonts before Unicode. */
export const textEncodings = ['UTF-8', 'UTF-16LE', 'UTF-16BE', 'windows-1258', 'TCVN3', 'VNI'] as const;
export const textEncodingSchema = z.enum(textEncodings);
export type TextEncoding = z.infer<typeof textEncodingSchema>;

/** What the importer took a line to be. `line` counts from 1 in the file; a joined caption names its first line. */
export const guessSchema = z.object({
  line: z.number().int(),
  as: z.enum([
    'headline',
    'lead',
    'body',
    'heading',
    'subheading',
    'quote',
    'attribution',
    'bullet',
    'number',
    'photo',
    'caption',
    'credit',
    'table',
    'rule',
    'meta',
    'author',
    'source',
    'boilerplate',
    'related',
    'end-mark',
  ]),
  text: z.string(),
  /** Message key that says why, in `resources/locales` below `guess.`; null where it needs no word. */
  why: z.string().nullable(),
  /** The whole paragraph as it stands in the file, on the first guess of its line. */
  raw: z.string().optional(),
  /** `raw` with its formats and links, where it has any. */
  runs: z.array(runSchema).optional(),
  /** How deep the list item stands in others; absent in the outermost list. */
  indent: z.number().int().min(1).max(MAX_INDENT).optional(),
  /** The lines with the same name stand in one info box. */
  box: z.string().min(1).max(128).optional(),
  /** What stands here instead of text: a table, or pictures by their SHA-256. */
  table: tableBlockSchema.optional(),
  pictures: z.array(z.string()).optional(),
});
export type Guess = z.infer<typeof guessSchema>;

/** A picture that the file holds. `problem`: why it cannot be taken in; its photo place stays empty then. */
export const importPictureSchema = z.object({
  sha256: z.string(),
  name: z.string(),
  alt: z.string(),
  width: z.number().int(),
  height: z.number().int(),
  problem: appErrorData.nullable(),
});
export type ImportPicture = z.infer<typeof importPictureSchema>;

/** What a person should know of a file before they take it over: how often it holds each. */
export const importFindingsSchema = z.object({
  /** Tracked changes that nobody has accepted: what was added is taken, what was deleted is left out. */
  insertions: z.number().int(),
  deletions: z.number().int(),
  /** Left out. */
  comments: z.number().int(),
  /** Footnotes and endnotes, which stand as a list at the end. */
  notes: z.number().int(),
  /** Pieces of text in fonts of TCVN3 or VNI, which were converted. */
  legacy: z.number().int(),
});
export type ImportFindings = z.infer<typeof importFindingsSchema>;

export const importPreviewSchema = z.object({
  file: z.string(),
  format: z.enum(importFormats),
  /** As the person knows it: the encoding of a text, the kind of a document. */
  encoding: z.string(),
  /** What the text can be read in instead; empty where that is no question. */
  encodings: z.array(textEncodingSchema),
  headline: z.string(),
  lead: z.string(),
  blocks: z.array(blockSchema),
  captions: z.array(
    z.object({
      id: z.string(),
      caption: z.string(),
      credit: z.string(),
      alt: z.string().optional(),
      /** SHA-256; absent while only the photo's place is known. */
      picture: z.string().optional(),
    }),
  ),
  fields: z.record(z.string(), z.string()),
  guesses: z.array(guessSchema),
  /** Under which the pictures wait; null where there are none. */
  draft: z.string().nullable(),
  pictures: z.array(importPictureSchema),
  found: importFindingsSchema,
});
export type ImportPreview = z.infer<typeof importPreviewSchema>;

export const deskImports = {
  /** Throws AppError, with nothing kept: file-empty, -not-text, -locked, -damaged and the others that begin with file-. */
  preview: base
    .input(
      z.object({
        file: z.instanceof(Blob),
        name: z.string(),
        /** Read in this encoding, whatever the bytes look like. For texts alone. */
        encoding: textEncodingSchema.optional(),
      }),
    )
    .output(importPreviewSchema),
  /** A picture of a preview as a small JPEG. Throws import-forgotten. */
  picture: base.input(z.object({ draft: z.string(), sha256: z.string() })).output(z.object({ jpeg: bytesSchema })),
  /** Throws import-forgotten where the pictures are not waiting any more; no article is made then. */
  confirm: base.input(z.object({ preview: importPreviewSchema })).output(idInput),
  /** Its pictures are not wanted any more. */
  discard: base.input(z.object({ draft: z.string() })).output(z.object({})),
};
