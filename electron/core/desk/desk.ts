/**
 * One person's desk: a profile folder with its database, its photos, its attached documents and everything that works on
 * them. The window, the browser host and the command line all open this same desk.
 */
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { diffDocuments } from '../../../shared/article/diff.ts';
import { makeRevision } from '../../../shared/article/revision.ts';
import type {
  Action,
  ArticleState,
  BulkAnswer,
  BulkDeed,
  DeskEvent,
  DeskStatus,
  SavedSearch,
  SearchAnswer,
  SearchHit,
  SearchOrder,
} from '../../../shared/contract/desk.ts';
import type { Changes } from '../../../shared/contract/desk-changes.ts';
import type { ImportPreview } from '../../../shared/contract/desk-imports.ts';
import type { ArticleReplacement } from '../../../shared/contract/desk-tools.ts';
import { isArticleId } from '../../../shared/contract/log-documents.ts';
import type { Person } from '../../../shared/contract/office.ts';
import { asAppError } from '../../../shared/errors/app-error.ts';
import {
  type ArticleSeed,
  Articles,
  type ArticlesEvent,
  type CrashPoint,
  type CreateAnswer,
  type NewArticle,
} from '../articles/articles.ts';
import { Compaction } from '../articles/compaction.ts';
import { copyBeforeMigration } from '../backup/copy-before-migration.ts';
import { DeskBackups } from '../backup/desk-backups.ts';
import { Exports } from '../exchange/export/exports.ts';
import { previewToSeed } from '../exchange/import-file.ts';
import { Imports } from '../exchange/imports.ts';
import { AttachedFiles } from '../files/attached-files.ts';
import { doInBulk } from '../library/bulk.ts';
import {
  type LibraryOverview,
  type LibraryPage,
  type LibraryQuery,
  libraryNames,
  libraryOverview,
  listLibrary,
  listLibraryIds,
} from '../library/library.ts';
import { Lists } from '../lists/lists.ts';
import { EditedPhotos } from '../photos/edited-photos.ts';
import { Intake } from '../photos/intake.ts';
import { LibraryExports } from '../photos/photo-exports.ts';
import { PhotoLibrary } from '../photos/photo-library.ts';
import { PhotoOfficeRules } from '../photos/photo-office.ts';
import type { PhotoIntake } from '../photos/photo-ports.ts';
import { PhotoRecords } from '../photos/photo-records.ts';
import { PhotoWords } from '../photos/photo-words.ts';
import { Photos } from '../photos/photos.ts';
import { DamageWatch } from '../recovery/damage-watch.ts';
import { finishReplacing, removeUnfinishedNext } from '../recovery/replace-database.ts';
import { searchArticles } from '../search/search.ts';
import { similarArticles } from '../search/similar.ts';
import type { WritableDb } from '../store/database.ts';
import { DESK_LOCK, type FolderLock, takeLock } from '../store/folder-lock.ts';
import { DATABASE_FILE, openDatabase } from '../store/open-database.ts';
import { deleteSavedSearch, listSavedSearches, saveSearch } from '../store/saved-searches.ts';
import { findIndexedText } from '../store/search-index.ts';
import { isDamage, isStorageError, translateOpeningError, translateStorageError } from '../store/storage-error.ts';
import { findOfficeLink } from '../store/sync-state.ts';
import { Sync, type SyncStatus } from '../sync/sync.ts';
import { articlePassages, replaceInArticles } from '../tools/replace-in-articles.ts';
import type { Identity } from '../workflow/identity.ts';
import { Workflow } from '../workflow/workflow.ts';
import { openIdentity } from './own-identity.ts';
import { StatusNotice } from './status-notice.ts';

/** How soon a page shows what another process wrote at this desk. */
const LOOK_FOR_OTHERS_MS = 1_000;
/** A desk whose database is being replaced is there again soon. */
const LOCK_PATIENCE_MS = 10_000;

export type DeskOptions = {
  /** The profile folder; it is made if it is not there. */
  folder: string;
  /** The application's resources, where the shell keeps them elsewhere than beside the source. */
  resources?: string;
  /** The person's name in a new profile; the name of their account on the computer if it is not given. */
  name?: string;
  clock?: () => Date;
  fetch?: typeof fetch;
  /** The application's version, which backups name. */
  version?: string;
  atPoint?: (point: CrashPoint | 'in-backup' | 'in-migration' | 'in-compaction') => void;
};

/** `client`: the page an edit came from, so that it is not sent back there. */
export type DeskNotice = DeskEvent & { client?: string };

export class Desk {
  readonly folder: string;
  readonly db: WritableDb;
  readonly identity: Identity;
  readonly articles: Articles;
  readonly photos: Photos;
  readonly editedPhotos: EditedPhotos;
  readonly photoIntake: Intake;
  readonly photoLibrary: PhotoLibrary;
  readonly photoRecords: PhotoRecords;
  readonly photoWords: PhotoWords;
  readonly photoOffice: PhotoOfficeRules;
  readonly photoExports: LibraryExports;
  readonly files: AttachedFiles;
  readonly workflow: Workflow;
  readonly imports: Imports;
  readonly exports: Exports;
  readonly sync: Sync;
  readonly lists: Lists;
  readonly compaction: Compaction;
  readonly backups: DeskBackups;
  readonly watch: DamageWatch;
  readonly #lock: FolderLock;
  readonly #clock: () => Date;
  readonly #listeners = new Set<(notice: DeskNotice) => void>();
  readonly #statusNotice: StatusNotice;
  readonly #looking: NodeJS.Timeout;
  #closing: Promise<void> | null = null;

  /** Throws AppError as `openDatabase` does, and already-open while its database is being replaced. */
  static async open(options: DeskOptions): Promise<Desk> {
    const { folder, resources, version = '', clock = () => new Date(), atPoint } = options;
    await finishReplacing(folder);
    const lock = await takeLock(folder, DESK_LOCK, 'together', LOCK_PATIENCE_MS);
    let db: WritableDb | undefined;
    try {
      removeUnfinishedNext(folder);
      db = await openDatabase(folder, { resources, keepCopy: copyBeforeMigration(folder, version, clock), atPoint });
      const desk = Desk.#on(db, options, lock);
      await desk.photos.files.removeUnfinished();
      await desk.photoIntake.removeDiscarded();
      return desk;
    } catch (error) {
      db?.close();
      lock.release();
      throw translateStorageError(error, folder);
    }
  }

  static #on(db: WritableDb, options: DeskOptions, lock: FolderLock): Desk {
    try {
      return new Desk(options, db, lock);
    } catch (error) {
      throw translateOpeningError(error, options.folder);
    }
  }

  private constructor(options: DeskOptions, db: WritableDb, lock: FolderLock) {
    const { folder, fetch, version = '', clock = () => new Date(), atPoint } = options;
    this.#lock = lock;
    this.folder = folder;
    this.db = db;
    this.#clock = clock;
    this.#statusNotice = new StatusNotice(() => this.#tell({ type: 'status', status: this.status() }));
    this.identity = openIdentity(db, options.name?.trim() || null, accountName());
    const person = (): Person => this.identity.person();
    this.articles = new Articles({ db, folder, clock, person, atPoint });
    this.photos = new Photos({ db, folder, clock, changed: () => this.articles.photosChanged() });
    this.editedPhotos = new EditedPhotos(this.photos);
    this.files = new AttachedFiles({ db, folder, clock });
    this.workflow = new Workflow({ db, articles: this.articles, files: this.files, identity: this.identity, clock });
    const { articles, photos, files, workflow, identity } = this;
    this.photoIntake = new Intake({ db, folder, photos, articles });
    const seedOf: PhotoIntake['seedOf'] = (sha256) => this.photoIntake.seedOf(sha256);
    this.photoLibrary = new PhotoLibrary({ db, articles, clock });
    this.photoRecords = new PhotoRecords({ db, folder, articles, seedOf });
    this.photoWords = new PhotoWords(this.photoRecords);
    this.photoOffice = new PhotoOfficeRules(articles);
    const { editedPhotos, photoRecords: records, photoOffice: office } = this;
    const { resources } = options;
    this.photoExports = new LibraryExports({ db, folder, photos, editedPhotos, records, office, clock, resources });
    const exported = { db, articles, photos: this.editedPhotos, workflow, identity, clock };
    this.exports = new Exports({ ...exported, resources });
    this.sync = new Sync({ db, articles, originals: { photos, files }, workflow, identity, clock, fetch });
    this.imports = new Imports({ photos, create: (seed) => this.createArticle(seed), clock });
    this.lists = new Lists({ db, articles, folder, changed: () => this.#tell({ type: 'lists' }) });
    this.compaction = new Compaction({ db, clock, atPoint });
    const changed = (): void => this.#statusNotice.soon();
    this.backups = new DeskBackups({ db, folder, appVersion: version, clock, changed, atPoint });
    this.watch = new DamageWatch({ file: join(folder, DATABASE_FILE), clock, changed });
    this.articles.on((event) => this.#onArticles(event));
    this.sync.on((notice) => {
      if (notice.type === 'status') this.#statusNotice.soon();
      else if (isArticleId(notice.articleId)) {
        this.#tell({ type: 'article', id: notice.articleId });
        // The list shows the first picture of an article.
        this.#tell({ type: 'library' });
      }
    });
    this.#looking = setInterval(() => articles.noticeOthers(), LOOK_FOR_OTHERS_MS).unref();
  }

  /** From now on backups are made by themselves, damage is looked for and the log is compacted. For the desk that a person has open. */
  takeCare(): void {
    this.backups.start();
    this.watch.start();
    this.compaction.start();
    this.photoIntake.start();
  }

  /** True once the person has joined an office. */
  hasOffice(): boolean {
    return findOfficeLink(this.db) !== null;
  }

  /** Makes an article of this person, empty or from a seed, and answers its id. */
  createArticle(seed?: ArticleSeed): string {
    try {
      return this.articles.create(seed, (made) => this.workflow.created(made));
    } catch (error) {
      throw translateStorageError(error, this.folder);
    }
  }

  /** Makes several articles of this person in one transaction, with one answer for each: see `Articles.createAll`. */
  createArticles(articles: readonly NewArticle[]): CreateAnswer[] {
    const made = articles.map(({ seed, within }) => ({
      seed,
      within: (id: string): void => {
        this.workflow.created(id);
        within(id);
      },
    }));
    try {
      return this.articles.createAll(made);
    } catch (error) {
      throw translateStorageError(error, this.folder);
    }
  }

  /** The article of a preview without pictures that the person has confirmed. */
  importArticle(preview: ImportPreview): string {
    return this.createArticle(previewToSeed(preview, this.#clock().toISOString()));
  }

  /** Takes a step of the workflow. Throws AppError: see `Workflow.act`, and article-not-found. */
  act(step: { id: string; action: Action; reason?: string; revision?: string }): ArticleState {
    this.articles.load(step.id);
    // What was typed before the step is on disk and answered before it.
    this.articles.flush();
    try {
      return this.workflow.act(step);
    } catch (error) {
      throw translateStorageError(error, this.folder);
    }
  }

  /**
   * What the newest submitted revision changed against the one before it that a reviewer saw; a draft's own text
   * against the newest submitted one.
   */
  changes(id: string): Changes {
    const { working, history } = this.workflow.state(id);
    const submitted = history
      .filter(({ event, standing }) => event.type === 'submitted' && standing !== 'refused')
      .flatMap(({ event }) => (event.revision === null ? [] : [event.revision]));
    const now = this.articles.document(id);
    const nowHash = makeRevision(now).hash;
    const seen =
      working === 'draft' ? submitted.at(-1) : submitted.slice(0, -1).findLast((hash) => hash !== submitted.at(-1));
    const to = working === 'draft' ? nowHash : (submitted.at(-1) ?? nowHash);
    const after = to === nowHash ? now : this.articles.revision(id, to);
    const before = seen === undefined ? null : this.articles.revision(id, seen);
    return { from: seen ?? null, to, ...diffDocuments(before, after) };
  }

  list(query: Parameters<typeof listLibrary>[2]): LibraryPage {
    this.articles.settle();
    return listLibrary(this.db, this.identity.person(), query);
  }

  overview(): LibraryOverview {
    this.articles.settle();
    return libraryOverview(this.db, this.identity.person());
  }

  /** The articles of a list in its order, as many as can be dealt with at once. */
  listIds(query: LibraryQuery): string[] {
    this.articles.settle();
    return listLibraryIds(this.db, this.identity.person(), query);
  }

  names(query: Parameters<typeof libraryNames>[1]): { name: string; count: number }[] {
    this.articles.settle();
    return libraryNames(this.db, query);
  }

  search(query: string, limit: number, order: SearchOrder = 'newest'): SearchAnswer {
    this.articles.settle();
    return searchArticles(this.db, query, { limit, order });
  }

  /** Articles that tell of the same things, the nearest first. Throws article-not-found. */
  similar(id: string, limit: number): SearchHit[] {
    this.articles.settle();
    return similarArticles(this.db, id, this.articles.document(id), findIndexedText(this.db, id) ?? '', limit);
  }

  /** One deed with many articles, each for itself. */
  bulk(ids: readonly string[], deed: BulkDeed): Promise<BulkAnswer> {
    const act = (step: { id: string; action: Action }): ArticleState => this.act(step);
    return doInBulk({ articles: this.articles, act, isDraft: this.#isDraft }, ids, deed);
  }

  /** What articles say, passage by passage, for finding and replacing in many of them. */
  passages(ids: readonly string[]): ReturnType<typeof articlePassages> {
    return articlePassages({ articles: this.articles, isDraft: this.#isDraft }, ids);
  }

  /** Edits of several articles, each for itself: see `replaceInArticles`. */
  replaceInArticles(replacements: readonly ArticleReplacement[]): ReturnType<typeof replaceInArticles> {
    return replaceInArticles({ articles: this.articles, isDraft: this.#isDraft }, replacements);
  }

  readonly #isDraft = (id: string): boolean => this.workflow.state(id).working === 'draft';

  /** By name, in Vietnamese order. */
  savedSearches(): SavedSearch[] {
    const byName = new Intl.Collator('vi').compare;
    return listSavedSearches(this.db).sort((a, b) => byName(a.name, b.name));
  }

  saveSearch(search: SavedSearch): SavedSearch[] {
    saveSearch(this.db, search, this.#clock().toISOString());
    return this.savedSearches();
  }

  forgetSearch(id: string): SavedSearch[] {
    deleteSavedSearch(this.db, id);
    return this.savedSearches();
  }

  /** The three truths of the status bar. */
  status(): DeskStatus {
    return {
      ...{ saved: this.articles.savedState(), ...this.#syncStatus() },
      ...{ damage: this.watch.damage(), backupProblem: this.backups.problem() },
    };
  }

  /** What a damaged or failing disk does not let us read is left out of the status; that the desk lives on is more. */
  #syncStatus(): SyncStatus {
    try {
      return this.sync.status();
    } catch (error) {
      if (!isStorageError(error)) throw error;
      if (isDamage(error)) this.watch.met(error instanceof Error ? error.message : String(error));
      const linkError = asAppError(translateStorageError(error, this.folder)).toRecord();
      return { waiting: { count: 0, oldestAt: null }, link: 'offline', linkError, refused: [], lastSyncAt: null };
    }
  }

  /** Answers a function that stops listening. */
  on(listener: (notice: DeskNotice) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Writes what waits, ends what is under way and closes the database. Throws AppError when the disk cannot take it. */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    clearInterval(this.#looking);
    this.compaction.stop();
    this.photoIntake.stop();
    await Promise.all([this.photos.close(), this.sync.stop(), this.watch.stop(), this.backups.stop()]);
    try {
      this.articles.close();
    } finally {
      this.#statusNotice.stop();
      this.#listeners.clear();
      this.db.close();
      this.#lock.release();
    }
  }

  #onArticles(event: ArticlesEvent): void {
    if (event.type === 'saved') {
      this.#statusNotice.soon();
      return;
    }
    if (event.type !== 'update' && event.type !== 'record') {
      this.#tell(event);
      return;
    }
    const { id, client } = event;
    const notice = { update: new Uint8Array(event.update), client: client ?? undefined };
    if (event.type === 'update') {
      this.#tell({ type: 'update', id, ...notice });
      return;
    }
    const sha256 = this.articles.pictureOf(id);
    if (sha256 !== null) this.#tell({ type: 'photo-update', sha256, ...notice });
  }

  #tell(notice: DeskNotice): void {
    for (const listener of this.#listeners) listener(notice);
  }
}

function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    // An account without a name, as in some containers.
    return 'toasoan';
  }
}
