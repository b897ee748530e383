/**
 * The contract between the page and the core: over a MessagePort in Electron, over a WebSocket in the browser host.
 * The page reaches data through this alone. Photos are addressed as `photos/{sha256}/{rendition}` below the page's
 * own address in both hosts, attached documents as `files/{sha256}/{name}`.
 */
import { eventIterator } from '@orpc/contract';
import * as z from 'zod';
import { articleDocumentSchema, provenanceSchema } from '../article/document.ts';
import { eventTypes, roles, workflowEventSchema } from '../workflow/event.ts';
import { standings } from '../workflow/standing.ts';
import { appErrorData, base, bytesSchema, idInput } from './desk-base.ts';
import { changesSchema } from './desk-changes.ts';
import { deskExports } from './desk-exports.ts';
import { deskFiles } from './desk-files.ts';
import { deskImports } from './desk-imports.ts';
import { deskLists } from './desk-lists.ts';
import { deskPhotoLibrary } from './desk-photos.ts';
import { deskReferences } from './desk-references.ts';
import { deskTools } from './desk-tools.ts';
import { personSchema } from './office.ts';

const languageSchema = z.enum(['vi', 'en']);

/** What a person may do with an article now; events other than `created` and `published` by name of their deed. */
export const actions = ['submit', 'recall', 'return', 'approve', 'reopen', 'withdraw', 'spike', 'restore'] as const;
export type Action = (typeof actions)[number];

export const workingStates = ['draft', 'in-review', 'approved', 'spiked'] as const;
export const publicStates = ['none', 'live', 'withdrawn'] as const;

/** Views of the library: everything mine, waiting for my review, and so on. */
export const libraryViews = ['all', 'mine', 'waiting', 'draft', 'in-review', 'approved', 'live', 'spiked'] as const;
export type LibraryView = (typeof libraryViews)[number];

export const articleRowSchema = z.object({
  id: z.string(),
  headline: z.string(),
  section: z.string(),
  author: z.string(),
  working: z.enum(workingStates),
  public: z.enum(publicStates),
  /** True when the last review step sent it back. */
  returned: z.boolean(),
  /** Vietnamese whitespace tokens that hold a letter or a digit, over lead and body. */
  syllables: z.number().int(),
  photos: z.number().int(),
  tags: z.array(z.string()),
  /** The date on the article, else the day it was begun: YYYY-MM-DD. */
  day: z.string(),
  updatedAt: z.string(),
  /** First placed photo that has a file, for the list. */
  thumbnail: z.string().nullable(),
});
export type ArticleRow = z.infer<typeof articleRowSchema>;

const daySchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** What of the library a list shows. Names are taken as people mean them: case, tone marks and đ do not matter. */
export const libraryFilterSchema = z.object({
  view: z.enum(libraryViews),
  standing: z.enum(standings).optional(),
  section: z.string().optional(),
  author: z.string().optional(),
  tag: z.string().optional(),
  /** The first and the last day (of the article's own date), both included. */
  from: daySchema.optional(),
  to: daySchema.optional(),
});
export type LibraryFilter = z.infer<typeof libraryFilterSchema>;

export const librarySorts = ['updated', 'day', 'headline', 'section', 'author', 'standing', 'syllables'] as const;
export const librarySortSchema = z.object({ by: z.enum(librarySorts), descending: z.boolean() });
export type LibrarySort = z.infer<typeof librarySortSchema>;

export const searchOrders = ['newest', 'relevance'] as const;
export type SearchOrder = (typeof searchOrders)[number];

/** In `marked` and `snippet` hits stand between U+E000 and U+E001 (private use), which the page turns into <mark>. */
export const searchHitSchema = z.object({
  id: z.string(),
  headline: z.string(),
  /** The headline with its hits. */
  marked: z.string(),
  snippet: z.string(),
  /** It says what was asked for with the very accents that were typed. */
  isExact: z.boolean(),
  row: articleRowSchema,
});
export type SearchHit = z.infer<typeof searchHitSchema>;

export const searchAnswerSchema = z.object({
  /** How many articles match; where `isMore`, there are more than that. */
  total: z.number().int(),
  isMore: z.boolean(),
  hits: z.array(searchHitSchema),
});
export type SearchAnswer = z.infer<typeof searchAnswerSchema>;

/** A list that a person comes back to: words to search for, or a filter and an order. */
export const savedQuerySchema = z.object({
  search: z.string(),
  filter: libraryFilterSchema,
  sort: librarySortSchema,
});
export const savedSearchSchema = z.object({ id: z.string(), name: z.string(), query: savedQuerySchema });
export type SavedQuery = z.infer<typeof savedQuerySchema>;
export type SavedSearch = z.infer<typeof savedSearchSchema>;

export const MOST_BULK_ARTICLES = 1_000;
/** What can be done with many articles at once. */
export const bulkDeedSchema = z.discriminatedUnion('do', [
  z.object({ do: z.enum(['spike', 'restore', 'submit', 'recall']) }),
  z.object({ do: z.literal('section'), section: z.string().trim().max(200) }),
  z.object({ do: z.enum(['tag', 'untag']), tag: z.string().trim().min(1).max(200) }),
]);
export type BulkDeed = z.infer<typeof bulkDeedSchema>;

/** Each article for itself. `undo` takes back what was done, where that can be taken back. */
export const bulkAnswerSchema = z.object({
  done: z.array(z.string()),
  failed: z.array(z.object({ id: z.string(), headline: z.string(), error: appErrorData })),
  undo: z.array(z.object({ ids: z.array(z.string()), deed: bulkDeedSchema })),
});
export type BulkAnswer = z.infer<typeof bulkAnswerSchema>;

/** A refusal by the endpoint, kept until the person has seen it. */
export const refusalSchema = z.object({
  id: z.string(),
  articleId: z.string(),
  headline: z.string(),
  what: z.string(),
  code: z.string(),
  message: z.string(),
  at: z.string(),
});
export type Refusal = z.infer<typeof refusalSchema>;

/** `findings`: SQLite's own words, at most 20. `updatesBroken`: rows of the log that are not as they were written. */
export const damageSchema = z.object({
  at: z.string(),
  findings: z.array(z.string()),
  updatesBroken: z.number().int(),
});
export type Damage = z.infer<typeof damageSchema>;

/** The three truths of the status bar. Times are ISO 8601 UTC. */
export const statusSchema = z.object({
  saved: z.discriminatedUnion('state', [
    z.object({ state: z.literal('saved'), at: z.string().nullable() }),
    z.object({ state: z.literal('saving') }),
    z.object({ state: z.literal('failed'), code: z.string(), message: z.string() }),
  ]),
  waiting: z.object({ count: z.number().int(), oldestAt: z.string().nullable() }),
  link: z.enum(['no-office', 'online', 'offline', 'syncing']),
  /** Why the last sync failed, if it did. */
  linkError: appErrorData.nullable(),
  refused: z.array(refusalSchema),
  lastSyncAt: z.string().nullable(),
  /** What the check in the background found wrong with the database; null for a sound one, and until it is checked. */
  damage: damageSchema.nullable(),
  /** Why the last backup could not be made, until one is. */
  backupProblem: appErrorData.nullable(),
});
export type DeskStatus = z.infer<typeof statusSchema>;

export const historyEntrySchema = z.object({
  event: workflowEventSchema,
  actorName: z.string(),
  standing: z.enum(['accepted', 'waiting', 'refused']),
  code: z.string().nullable(),
});

export const articleStateSchema = z.object({
  id: z.string(),
  working: z.enum(workingStates),
  public: z.enum(publicStates),
  returned: z.boolean(),
  returnReason: z.string().nullable(),
  /** The newest submitted revision, and the approved and the live one where there are such. */
  headRevision: z.string().nullable(),
  approvedRevision: z.string().nullable(),
  liveRevision: z.string().nullable(),
  liveUrl: z.string().nullable(),
  authorId: z.string(),
  allowed: z.array(z.enum(actions)),
  /** Oldest first. */
  history: z.array(historyEntrySchema),
  /** What still stands in the way of submitting, as error codes with their counts. */
  blockers: z.array(appErrorData),
  provenance: provenanceSchema.nullable(),
});
export type ArticleState = z.infer<typeof articleStateSchema>;

export const photoInfoSchema = z.object({
  sha256: z.string(),
  bytes: z.number().int(),
  width: z.number().int(),
  height: z.number().int(),
  format: z.string(),
  /** What the file itself says, empty where it says nothing. */
  caption: z.string(),
  credit: z.string(),
  alt: z.string(),
});
export type PhotoInfo = z.infer<typeof photoInfoSchema>;

export const backupKinds = ['hourly', 'daily', 'weekly', 'manual', 'before-restore', 'before-migration'] as const;
export type BackupKind = (typeof backupKinds)[number];

export const backupNameSchema = z.object({ name: z.string(), at: z.string() });

/** One verified copy of the whole desk. `bytes`: of its database; photos are shared by all backups. */
export const backupSchema = backupNameSchema.extend({
  kind: z.enum(backupKinds),
  bytes: z.number().int(),
  articles: z.number().int(),
  photos: z.number().int(),
});
export type Backup = z.infer<typeof backupSchema>;

export const backupSettingsSchema = z.object({
  everyMinutes: z.number().int().min(5).max(1_440),
  /** How many of each kind stay; older ones go. */
  keepHourly: z.number().int().min(1).max(1_000),
  keepDaily: z.number().int().min(0).max(1_000),
  keepWeekly: z.number().int().min(0).max(1_000),
  /** Where backups lie, such as a folder on a second disk; null for `backups` in the desk's own folder. */
  folder: z.string().nullable(),
});
export type BackupSettings = z.infer<typeof backupSettingsSchema>;

export const backupOverviewSchema = z.object({
  /** Where they lie. */
  folder: z.string(),
  settings: backupSettingsSchema,
  /** Newest first. */
  backups: z.array(backupSchema),
  /** Why the last one could not be made, until one can. */
  lastProblem: appErrorData.nullable(),
});
export type BackupOverview = z.infer<typeof backupOverviewSchema>;

/** How much a desk holds. `waiting`: entries that the endpoint has not answered yet. */
export const deskCountsSchema = z.object({
  articles: z.number().int(),
  updates: z.number().int(),
  events: z.number().int(),
  revisions: z.number().int(),
  photos: z.number().int(),
  waiting: z.number().int(),
});
export type DeskCounts = z.infer<typeof deskCountsSchema>;

export const restoreReportSchema = z.object({
  backup: backupNameSchema,
  /** What was there before, as a backup; null where the database was damaged, which is `setAside` then. */
  before: backupNameSchema.nullable(),
  /** The folder where the damaged files of before lie whole. */
  setAside: z.string().nullable(),
  /** What the desk holds now. */
  kept: deskCountsSchema,
  /** Entries of before that the endpoint has not seen: they are in `before` alone, and no sync brings them. */
  onlyBefore: z.number().int(),
  photosBroughtBack: z.number().int(),
  /** SHA-256 of photos whose originals are neither here nor in the backup. */
  photosMissing: z.array(z.string()),
  /** The same of attached documents. */
  filesBroughtBack: z.number().int(),
  filesMissing: z.array(z.string()),
});
export type RestoreReport = z.infer<typeof restoreReportSchema>;

/** What a mending could not keep. `articleId` is null for what belongs to no article. */
export const lossSchema = z.object({
  articleId: z.string().nullable(),
  headline: z.string(),
  what: z.enum(['updates', 'events', 'revisions', 'waiting', 'photos', 'files', 'people', 'settings', 'other']),
  count: z.number().int(),
  /** Why, in SQLite's or our own English words. */
  detail: z.string(),
});
export type Loss = z.infer<typeof lossSchema>;

export const mendReportSchema = z.object({
  /** The newest good one, on which the rest was put; null where there was none. */
  backup: backupNameSchema.nullable(),
  /** The folder where the damaged files lie whole. */
  setAside: z.string(),
  /** What the desk holds now. */
  kept: deskCountsSchema,
  /** How much of that is newer than the backup, read from the damaged files. */
  rescued: deskCountsSchema,
  lost: z.array(lossSchema),
});
export type MendReport = z.infer<typeof mendReportSchema>;

export const deskPersonSchema = personSchema.extend({ office: z.string() });

export const workstationStateSchema = z.object({
  /** Null until the person has chosen one. */
  language: languageSchema.nullable(),
  systemLanguage: languageSchema,
  /** `none` on the first run; `local` works without an office. */
  profile: z.enum(['none', 'local', 'office', 'sample']),
  person: deskPersonSchema.nullable(),
  /** In the sample office: everybody one can switch to. */
  people: z.array(personSchema),
  /** In the sample office: where its public site is. */
  siteUrl: z.string().nullable(),
  host: z.enum(['electron', 'browser']),
  version: z.string(),
  /** The desk whose database cannot be opened at all: no desk is open then, and `recovery.mend` makes it whole. */
  damaged: z
    .object({
      folder: z.string(),
      /** SQLite's own words. */
      reason: z.string(),
      newestBackup: backupNameSchema.nullable(),
    })
    .nullable(),
});
export type WorkstationState = z.infer<typeof workstationStateSchema>;

export const deskEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('status'), status: statusSchema }),
  /** Somebody else's edit reached this article; apply it with the origin `remote`. */
  z.object({ type: z.literal('update'), id: z.string(), update: bytesSchema }),
  z.object({ type: z.literal('article'), id: z.string() }),
  z.object({ type: z.literal('library') }),
  /** Words and abbreviations, of the person or of the office; caption templates. */
  z.object({ type: z.literal('lists') }),
  /** Somebody else's edit reached this picture's record; apply it with the origin `remote`. */
  z.object({ type: z.literal('photo-update'), sha256: z.string(), update: bytesSchema }),
  /** Something of the photo library has changed: what is known of a picture, or where it is used. */
  z.object({ type: z.literal('photos') }),
]);
export type DeskEvent = z.infer<typeof deskEventSchema>;

export const deskContract = {
  workstation: {
    state: base.output(workstationStateSchema),
    setLanguage: base.input(z.object({ language: languageSchema })).output(workstationStateSchema),
    join: base.input(z.object({ endpoint: z.string(), code: z.string() })).output(workstationStateSchema),
    startLocal: base.input(z.object({ name: z.string() })).output(workstationStateSchema),
    openSample: base.output(workstationStateSchema),
    /** Sample office only. The page reloads afterwards. */
    switchPerson: base.input(z.object({ personId: z.string() })).output(workstationStateSchema),
  },
  library: {
    list: base
      .input(
        z.object({
          ...libraryFilterSchema.shape,
          /** Last changed first where it is not given. */
          sort: librarySortSchema.optional(),
          offset: z.number().int().default(0),
          limit: z.number().int().max(500).default(100),
        }),
      )
      .output(z.object({ total: z.number().int(), rows: z.array(articleRowSchema) })),
    /** The articles of a list in its order, for choosing them all; at most MOST_BULK_ARTICLES. */
    ids: base
      .input(z.object({ ...libraryFilterSchema.shape, sort: librarySortSchema.optional() }))
      .output(z.object({ ids: z.array(z.string()) })),
    overview: base.output(
      z.object({
        views: z.record(z.enum(libraryViews), z.number().int()),
        sections: z.array(z.object({ name: z.string(), count: z.number().int() })),
      }),
    ),
    /** Names in use that begin with `starts` (or have a word that does), the commonest first. */
    names: base
      .input(
        z.object({ of: z.enum(['author', 'tag']), starts: z.string(), limit: z.number().int().max(200).default(50) }),
      )
      .output(z.object({ names: z.array(z.object({ name: z.string(), count: z.number().int() })) })),
    /** What a query may hold is in docs/decisions/search.md. */
    search: base
      .input(
        z.object({
          query: z.string(),
          order: z.enum(searchOrders).default('newest'),
          limit: z.number().int().max(200).default(50),
        }),
      )
      .output(searchAnswerSchema),
    /** Articles that tell of the same things as this one, the nearest first. */
    similar: base
      .input(z.object({ id: z.string(), limit: z.number().int().max(50).default(10) }))
      .output(z.object({ hits: z.array(searchHitSchema) })),
    bulk: base
      .input(z.object({ ids: z.array(z.string()).max(MOST_BULK_ARTICLES), deed: bulkDeedSchema }))
      .output(bulkAnswerSchema),
    /** By name. */
    savedSearches: base.output(z.array(savedSearchSchema)),
    /** The same id again replaces what it held. */
    saveSearch: base.input(savedSearchSchema).output(z.array(savedSearchSchema)),
    forgetSearch: base.input(z.object({ id: z.string() })).output(z.array(savedSearchSchema)),
  },
  articles: {
    create: base.output(idInput),
    /** `update`: the whole article as one Yjs update. Further edits of others come as `update` events. */
    open: base.input(idInput).output(z.object({ update: bytesSchema, state: articleStateSchema })),
    /** Answers after the commit: what it names is on disk. */
    update: base.input(z.object({ id: z.string(), update: bytesSchema })).output(z.object({ savedAt: z.string() })),
    state: base.input(idInput).output(articleStateSchema),
    document: base.input(z.object({ id: z.string(), revision: z.string().optional() })).output(articleDocumentSchema),
    changes: base.input(idInput).output(changesSchema),
    act: base
      .input(
        z.object({
          id: z.string(),
          action: z.enum(actions),
          reason: z.string().optional(),
          /** For approve, return: the revision the person looked at. */
          revision: z.string().optional(),
        }),
      )
      .output(articleStateSchema),
  },
  exports: deskExports,
  imports: deskImports,
  photos: {
    add: base.input(z.object({ file: z.instanceof(Blob), name: z.string() })).output(photoInfoSchema),
    info: base.input(z.object({ sha256: z.string() })).output(photoInfoSchema),
  },
  photoLibrary: deskPhotoLibrary,
  files: deskFiles,
  lists: deskLists,
  tools: deskTools,
  references: deskReferences,
  sync: {
    now: base.output(statusSchema),
    /** The person has read a refusal. */
    dismiss: base.input(z.object({ id: z.string() })).output(statusSchema),
  },
  backups: {
    list: base.output(backupOverviewSchema),
    /** Answers once it is verified and on disk. */
    make: base.output(backupSchema),
    configure: base.input(backupSettingsSchema).output(backupOverviewSchema),
    /** What is there now is kept first. The page reloads afterwards. */
    restore: base.input(z.object({ name: z.string() })).output(restoreReportSchema),
  },
  recovery: {
    /** For the desk of `damaged`, and for the open one when `status.damage` tells of damage. The page reloads afterwards. */
    mend: base.output(mendReportSchema),
  },
  status: base.output(statusSchema),
  events: base.output(eventIterator(deskEventSchema)),
};

export const eventTypeSchema = z.enum(eventTypes);
export const roleSchema = z.enum(roles);
