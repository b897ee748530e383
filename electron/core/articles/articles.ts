/**
 * The article service. Truth is the append-only log of Yjs updates; everything else is read from it.
 *
 *   edit --> checked by applying it in memory --> group commit (log row + outbox row) --> answered, told to other pages
 *                                                        |
 *                                            marked stale by a trigger
 *                                                        v
 *            library row and search index, written together soon after, and always before a list or a search is answered
 *
 * A crash between the two leaves the mark, and the next opening catches up.
 */
import { v7 as newId } from 'uuid';
import * as Y from 'yjs';
import { type ArticleDocument, articleDocumentSchema, type Provenance } from '../../../shared/article/document.ts';
import { makeRevision } from '../../../shared/article/revision.ts';
import { checkUpdate } from '../../../shared/article/validate.ts';
import { newArticleUpdate } from '../../../shared/article/write.ts';
import { isArticleId, OFFICE_LISTS_ID } from '../../../shared/contract/log-documents.ts';
import type { Person } from '../../../shared/contract/office.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { PhotoRecord } from '../../../shared/photos/photo-details.ts';
import { isPhotoRecordId, photoRecordId } from '../../../shared/photos/record-id.ts';
import { withPhotoRecords } from '../../../shared/photos/with-records.ts';
import { keepAside } from '../store/aside.ts';
import type { WritableDb } from '../store/database.ts';
import { appendUpdate, deleteDocument, hasArticle, hasEntry, lastLoggedAt } from '../store/doc-log.ts';
import { type LogRow, OtherWriters } from '../store/other-writers.ts';
import { growOpenUpdate, queueRevision } from '../store/outbox.ts';
import { deleteOwnRecord, isOwnRecord } from '../store/own-photos.ts';
import { findShownPhoto } from '../store/photo-rows.ts';
import { findRevision, insertRevision } from '../store/revisions.ts';
import { isStale } from '../store/stale-articles.ts';
import { isStorageError } from '../store/storage-error.ts';
import { GroupCommit, type GroupedEdit, type SavedState } from './group-commit.ts';
import { documentOf, type OpenArticle, OpenArticles, recordOf } from './open-articles.ts';
import { sha256Of } from './photo-of-record.ts';
import { Projections } from './projections.ts';

/** A list that is asked for waits this long at most for what is behind. */
const LIST_WAITS_MS = 200;
/** Pictures show up while others of their card are still coming in. */
const PHOTOS_SOON_MS = 500;

/**
 * All are told after the commit. `update`: `client` names the page it came from, null where it came by sync. `lists`: those
 * of the office have changed. `record`: as `update`, of what is known of a picture, by its id in the log. `photos`: something
 * of the photo library has changed.
 */
export type ArticlesEvent =
  | { type: 'update'; id: string; update: Uint8Array; client: string | null }
  | { type: 'article'; id: string }
  | { type: 'library' }
  | { type: 'lists' }
  | { type: 'record'; id: string; update: Uint8Array; client: string | null }
  | { type: 'photos' }
  | { type: 'saved' };

export type ArticleSeed = { document: ArticleDocument; provenance?: Provenance };
/** `within` runs in the article's own part of the transaction, once it is in the log. */
export type NewArticle = { seed: ArticleSeed; within: (id: string) => void };
export type CreateAnswer = { id: string } | { error: unknown };

/** Where a test may end the process. */
export type CrashPoint = 'before-commit' | 'after-commit' | 'before-projection';

export type ArticlesOptions = {
  db: WritableDb;
  folder: string;
  clock: () => Date;
  person: () => Person;
  atPoint?: (point: CrashPoint) => void;
};

export class Articles {
  readonly #db: WritableDb;
  readonly #clock: () => Date;
  readonly #atPoint: (point: CrashPoint) => void;
  readonly #open: OpenArticles;
  readonly #commits: GroupCommit;
  readonly #others: OtherWriters;
  readonly #projections: Projections;
  readonly #listeners = new Set<(event: ArticlesEvent) => void>();
  #tellingPhotos: NodeJS.Timeout | null = null;

  constructor({ db, folder, clock, person, atPoint }: ArticlesOptions) {
    this.#db = db;
    this.#clock = clock;
    this.#atPoint = atPoint ?? (() => {});
    this.#open = new OpenArticles(db, clock, (id) => this.#commits.waiting(id));
    this.#commits = new GroupCommit({
      write: (edits) => this.#write(edits),
      changed: () => this.#tell({ type: 'saved' }),
      folder,
      savedAt: lastLoggedAt(db),
    });
    this.#projections = new Projections({
      db,
      open: this.#open,
      person,
      projected: (ids) => {
        const articles = ids.filter(isArticleId);
        for (const id of articles) this.#tell({ type: 'article', id });
        if (articles.length > 0) this.#tell({ type: 'library' });
        if (this.#projections.takePhotosChanged() || ids.some(isPhotoRecordId)) this.#tell({ type: 'photos' });
      },
      // What stands in an article is the office's, and what was sent to it.
      placed: (sha256s) => {
        for (const sha256 of sha256s) this.shareRecord(photoRecordId(sha256));
      },
      before: () => this.#atPoint('before-projection'),
    });
    this.#projections.catchUp(LIST_WAITS_MS);
    this.#others = new OtherWriters(db);
  }

  /** Makes an article and answers its id. `within` runs in the same transaction, once the article is in the log. */
  create(seed?: ArticleSeed, within?: (id: string) => void): string {
    const at = this.#clock().toISOString();
    const id = this.#db.transaction(() => this.#make(at, seed, within)).immediate();
    this.#tellMade(at);
    return id;
  }

  /**
   * Makes several articles in one transaction, with one answer for each: what one of them throws undoes that one alone.
   * A disk that takes nothing undoes them all, and its error is thrown.
   */
  createAll(articles: readonly NewArticle[]): CreateAnswer[] {
    const at = this.#clock().toISOString();
    const answers = this.#db
      .transaction(() => articles.map(({ seed, within }) => this.#tryMake(at, seed, within)))
      .immediate();
    this.#tellMade(at);
    return answers;
  }

  has(id: string): boolean {
    return isArticleId(id) && hasArticle(this.#db, id);
  }

  /** The living document; it belongs to this service, so it is read and never written. Throws article-not-found. */
  load(id: string): Y.Doc {
    return this.#get(id).doc;
  }

  /** The whole article as one Yjs update. Throws article-not-found. */
  state(id: string): Uint8Array {
    return Y.encodeStateAsUpdate(this.load(id));
  }

  /** The article with what is known of its pictures: what is submitted, approved and given out. Throws article-not-found. */
  document(id: string): ArticleDocument {
    return withPhotoRecords(documentOf(this.#get(id)), (sha256) => this.record(sha256));
  }

  /** The picture that this record tells of, by its SHA-256; null for what is no record, or one that does not say. */
  pictureOf(id: string): string | null {
    if (!isPhotoRecordId(id)) return null;
    // What the library shows already costs a look-up, where many are told of at once.
    return findShownPhoto(this.#db, id) ?? sha256Of(id, this.side(id));
  }

  /** What is known of a picture; null where nothing is. */
  record(sha256: string): PhotoRecord | null {
    const id = photoRecordId(sha256);
    return hasArticle(this.#db, id) ? recordOf(this.#open.get(id), sha256) : null;
  }

  /** Throws revision-not-found. */
  revision(id: string, hash: string): ArticleDocument {
    const json = findRevision(this.#db, id, hash);
    if (json === undefined) throw new AppError('revision-not-found', { revision: hash });
    return articleDocumentSchema.parse(JSON.parse(json));
  }

  /**
   * An edit of this person; answers after the commit. While the disk cannot take it, it waits and is tried again.
   * `client` names the page it came from. Throws AppError: article-not-found, update-invalid.
   */
  async applyLocal(id: string, update: Uint8Array, client: string | null = null): Promise<{ savedAt: string }> {
    checkUpdate(update);
    if (!isArticleId(id)) throw new AppError('article-not-found', { id });
    // At every keystroke: what the log says meanwhile is not asked for, since an update merges with it later as well.
    this.#applyInMemory(this.#open.find(id) ?? this.#get(id), update);
    const answer = await this.#commits.add(id, update);
    this.#tell({ type: 'update', id, update, client: client ?? '' });
    return answer;
  }

  /** A document of the log that is no article (`log-documents.ts`), empty if it has none; it is read and never written. */
  side(id: string): Y.Doc {
    return this.#open.get(id).doc;
  }

  /**
   * An edit of a document that is no article; answers after the commit. `client` names the page it came from. Throws AppError
   * update-invalid.
   */
  async changeSide(id: string, update: Uint8Array, client: string | null = null): Promise<{ savedAt: string }> {
    checkUpdate(update);
    this.#applyInMemory(this.#open.find(id) ?? this.#open.get(id), update);
    const answer = await this.#commits.add(id, update);
    this.#tellSide(id, update, client ?? '');
    return answer;
  }

  /**
   * The same for many documents in one transaction, at once. What the disk refuses is thrown, and nothing is changed then.
   * `share`: what is known of a picture is the office's from now on.
   */
  changeSides(changes: readonly { id: string; update: Uint8Array; share?: boolean }[]): void {
    const at = this.#clock().toISOString();
    for (const { update } of changes) checkUpdate(update);
    this.#db
      .transaction(() => {
        for (const { id, update, share = false } of changes) {
          if (share) this.shareRecord(id);
          // It may stand beside what is on its way to the disk, without which it would say nothing.
          const waiting = this.#commits.waiting(id);
          if (waiting !== null) this.#append(id, waiting, at);
          this.#append(id, update, at);
        }
      })
      .immediate();
    this.#commits.noteSaved(at);
    // A document takes in the rows that it has not seen when it is next asked for.
    for (const { id, update } of changes) this.#tellSide(id, update, '');
    this.#projections.soon();
    this.#tell({ type: 'saved' });
  }

  /** What is known of a picture waits for the endpoint from now on, in the caller's transaction or its own. */
  shareRecord(id: string): void {
    this.#db
      .transaction(() => {
        if (!deleteOwnRecord(this.#db, id)) return;
        const waiting = this.#commits.waiting(id);
        const at = this.#clock().toISOString();
        // Everything that was written of it here; what comes behind goes along.
        growOpenUpdate(this.#db, id, 0, at);
        if (waiting !== null) this.#append(id, waiting, at);
      })
      .immediate();
  }

  /** What is known of a picture that is this computer's alone is gone, in the caller's transaction or its own. */
  forgetRecord(id: string): void {
    this.#db
      .transaction(() => {
        if (deleteOwnRecord(this.#db, id)) deleteDocument(this.#db, id);
      })
      .immediate();
    this.#open.drop(id);
  }

  /** Pictures have come or gone: their rows are made anew soon, and it is told once for all that come together. */
  photosChanged(): void {
    if (!this.#db.open) return;
    this.#projections.soon(PHOTOS_SOON_MS);
    this.#tellingPhotos ??= setTimeout(() => {
      this.#tellingPhotos = null;
      this.#tell({ type: 'photos' });
    }, PHOTOS_SOON_MS);
  }

  /**
   * An update that came by sync, in the caller's transaction or its own. The same entry again is a no-op; one that
   * cannot be merged is kept aside, word for word.
   */
  applyRemote(id: string, update: Uint8Array, entryId: string): void {
    if (hasEntry(this.#db, entryId)) return;
    const at = this.#clock().toISOString();
    try {
      checkUpdate(update);
      this.#applyInMemory(this.#open.get(id), update);
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'update-invalid') throw error;
      keepAside(this.#db, { entryId, articleId: id, bytes: update, reason: error.message, at });
      return;
    }
    appendUpdate(this.#db, { articleId: id, origin: 'remote', entryId, bytes: update, at });
    // The office has it: what was written of it here goes there too.
    if (isPhotoRecordId(id)) this.shareRecord(id);
    queueMicrotask(() => this.#afterRemote(id, update, entryId));
  }

  /**
   * The article as it is now as a revision, which is stored and queued for the endpoint behind the edits before it, in
   * the caller's transaction or its own.
   */
  snapshot(id: string): { hash: string; json: string } {
    const at = this.#clock().toISOString();
    const take = this.#db.transaction(() => {
      const revision = makeRevision(this.document(id));
      // Edits still in the queue must not come after a revision that holds them. Within a transaction they are written
      // along and stay in the queue as well: it may be rolled back, and the same update twice changes nothing.
      const waiting = this.#commits.waiting(id);
      if (waiting !== null) this.#append(id, waiting, at);
      insertRevision(this.#db, id, revision.hash, revision.json, at);
      queueRevision(this.#db, id, revision.hash, at);
      return revision;
    });
    return take.immediate();
  }

  /** Brings the library row and the search index up to what the article and its events say, and tells the pages. */
  refresh(id: string): void {
    this.writeWaiting();
    if (!this.has(id)) return;
    this.#db.transaction(() => this.#projections.project(id)).immediate();
    this.#tell({ type: 'article', id });
    this.#tell({ type: 'library' });
    this.#tellPhotosChanged();
  }

  /**
   * Writes what waits and brings the projections up to date; what the disk refuses stays for later. Answers how many are
   * still behind: where there is much to do, it goes on in the background.
   */
  settle(): number {
    this.writeWaiting();
    return this.#projections.catchUp(LIST_WAITS_MS);
  }

  /** Brings the rows of one document up to date, however much else is behind. */
  settleOne(id: string): void {
    this.writeWaiting();
    if (isStale(this.#db, id)) this.#db.transaction(() => this.#projections.project(id)).immediate();
  }

  /** Looks for what another process of this profile wrote, and tells it like what others write. */
  noticeOthers(): void {
    const rows = this.#lookForOthers();
    if (rows === null) return;
    for (const { articleId, bytes } of rows) this.#tellRemote(articleId, bytes);
    for (const id of this.#open.ids()) if (isArticleId(id)) this.#tell({ type: 'article', id });
    this.#tell({ type: 'library' });
    this.#tell({ type: 'saved' });
  }

  savedState(): SavedState {
    return this.#commits.state();
  }

  /** Writes what waits now. Throws AppError when the disk cannot take it; everything is kept and tried again. */
  flush(): void {
    this.#commits.flush();
  }

  /** Writes what waits now, if the disk can take it; else it is tried again by itself. */
  writeWaiting(): void {
    // Nobody is answered by a transaction that may still be rolled back.
    if (this.#db.inTransaction) return;
    try {
      this.#commits.flush();
    } catch {
      // The saved state says so, and it is tried again.
    }
  }

  /** Answers a function that stops listening. */
  on(listener: (event: ArticlesEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Writes what waits, and ends. Throws AppError when the disk cannot take it. */
  close(): void {
    try {
      this.#commits.close();
      this.#projections.catchUp(LIST_WAITS_MS);
    } finally {
      this.#projections.stop();
      if (this.#tellingPhotos !== null) clearTimeout(this.#tellingPhotos);
      this.#listeners.clear();
      this.#open.clear();
    }
  }

  #make(at: string, seed?: ArticleSeed, within?: (id: string) => void): string {
    const id = newId();
    this.#append(id, newArticleUpdate(seed), at);
    within?.(id);
    this.#projections.project(id);
    return id;
  }

  #tryMake(at: string, seed: ArticleSeed, within: (id: string) => void): CreateAnswer {
    try {
      // A transaction within one is a savepoint.
      return { id: this.#db.transaction(() => this.#make(at, seed, within))() };
    } catch (error) {
      if (isStorageError(error)) throw error;
      return { error };
    }
  }

  #tellMade(at: string): void {
    this.#commits.noteSaved(at);
    this.#tell({ type: 'saved' });
    this.#tell({ type: 'library' });
    this.#tellPhotosChanged();
  }

  #tellPhotosChanged(): void {
    if (this.#projections.takePhotosChanged()) this.#tell({ type: 'photos' });
  }

  #get(id: string): OpenArticle {
    if (!this.has(id)) throw new AppError('article-not-found', { id });
    return this.#open.get(id);
  }

  /** What Yjs cannot take must not reach the log; a document that it half took is read anew. */
  #applyInMemory(open: OpenArticle, update: Uint8Array): void {
    try {
      Y.applyUpdate(open.doc, update, 'edit');
    } catch (error) {
      this.#open.drop(open.id);
      const reason = error instanceof Error ? error.message : String(error);
      throw new AppError('update-invalid', { reason }, { cause: error });
    }
  }

  #append(id: string, bytes: Uint8Array, at: string): void {
    const seq = appendUpdate(this.#db, { articleId: id, origin: 'local', bytes, at });
    if (isPhotoRecordId(id) && isOwnRecord(this.#db, id)) return;
    growOpenUpdate(this.#db, id, seq, at);
  }

  #write(edits: GroupedEdit[]): { savedAt: string } {
    const at = this.#clock().toISOString();
    this.#db
      .transaction(() => {
        for (const { articleId, update } of edits) this.#append(articleId, update, at);
        this.#atPoint('before-commit');
      })
      .immediate();
    this.#atPoint('after-commit');
    this.#projections.soon();
    return { savedAt: at };
  }

  #afterRemote(id: string, update: Uint8Array, entryId: string): void {
    if (!this.#db.open) return;
    if (hasEntry(this.#db, entryId)) this.#tellRemote(id, update);
    // Rolled back: the document in memory says more than the log.
    else this.#open.drop(id);
  }

  #tellRemote(id: string, update: Uint8Array): void {
    if (isArticleId(id)) this.#tell({ type: 'update', id, update, client: null });
    else {
      this.#projections.soon();
      this.#tellSide(id, update, null);
    }
  }

  #tellSide(id: string, update: Uint8Array, client: string | null): void {
    this.#tell(id === OFFICE_LISTS_ID ? { type: 'lists' } : { type: 'record', id, update, client });
  }

  #lookForOthers(): LogRow[] | null {
    try {
      return this.#others.look();
    } catch (error) {
      // A disk that cannot be read now is looked at again.
      if (isStorageError(error)) return null;
      throw error;
    }
  }

  #tell(event: ArticlesEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}
