/**
 * Lists of words and abbreviations: those of this desk's person, and those of the office, which every desk of it shares.
 * Two desks that add at once both keep theirs. After each change a `lists` event.
 */
import * as z from 'zod';
import { base } from './desk-base.ts';

export const MAX_LIST_WORD = 100;
export const MAX_ABBREVIATION = 40;
export const MAX_EXPANSION = 1_000;
/** How many entries one change may add or take away. */
export const MAX_LIST_CHANGE = 20_000;

/** NFC, with one space where there was any white space or something that cannot be seen. */
const tidy = (text: string): string =>
  text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
export const listWordSchema = z.string().transform(tidy).pipe(z.string().min(1).max(MAX_LIST_WORD));
export const shortSchema = z.string().transform(tidy).pipe(z.string().regex(/^\S+$/u).max(MAX_ABBREVIATION));

/** `short` is what is typed (no white space in it), `long` what it becomes. */
export const abbreviationSchema = z.object({
  short: shortSchema,
  long: z.string().transform(tidy).pipe(z.string().min(1).max(MAX_EXPANSION)),
});
export type Abbreviation = z.infer<typeof abbreviationSchema>;

export const listNames = ['own', 'office'] as const;
export type ListName = (typeof listNames)[number];

/** Words (or names of several words) in Vietnamese order; abbreviations by their short form. */
export const wordListSchema = z.object({
  words: z.array(z.string()),
  abbreviations: z.array(z.object({ short: z.string(), long: z.string() })),
});
export type WordList = z.infer<typeof wordListSchema>;

export const deskListsSchema = z.object({ own: wordListSchema, office: wordListSchema });
export type DeskLists = z.infer<typeof deskListsSchema>;

/** What goes is taken out first, so that an entry can be written anew in one change. */
export const listChangeSchema = z.object({
  list: z.enum(listNames),
  add: z
    .object({
      words: z.array(listWordSchema).max(MAX_LIST_CHANGE).default([]),
      abbreviations: z.array(abbreviationSchema).max(MAX_LIST_CHANGE).default([]),
    })
    .prefault({}),
  remove: z
    .object({
      words: z.array(z.string()).max(MAX_LIST_CHANGE).default([]),
      /** By their short form. */
      abbreviations: z.array(z.string()).max(MAX_LIST_CHANGE).default([]),
    })
    .prefault({}),
});
export type ListChange = z.infer<typeof listChangeSchema>;

export const deskLists = {
  get: base.output(deskListsSchema),
  /** Answers after it is on disk. */
  change: base.input(listChangeSchema).output(deskListsSchema),
};
