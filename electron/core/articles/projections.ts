/**
 * Keeps the library's rows and the search index up with the log and the events: triggers mark what is behind, and it is
 * made anew in slices, each one transaction, so that edits get their turn between them however much there is to do (a
 * mended database, a new version of the index, an archive that came by sync).
 */
import { ZodError } from 'zod';
import { isArticleId } from '../../../shared/contract/log-documents.ts';
import type { Person } from '../../../shared/contract/office.ts';
import { isPhotoRecordId } from '../../../shared/photos/record-id.ts';
import type { WritableDb } from '../store/database.ts';
import { articleTimes } from '../store/doc-log.ts';
import { saveArticle } from '../store/library-rows.ts';
import { saveNamedPeople } from '../store/named-people.ts';
import { findPerson } from '../store/people.ts';
import { deletePhotoRow, savePhotoRow } from '../store/photo-rows.ts';
import { savePhotoUses } from '../store/photo-uses.ts';
import { indexArticle } from '../store/search-index.ts';
import { countStaleArticles, listStaleArticles, markArticleFresh } from '../store/stale-articles.ts';
import { isStorageError } from '../store/storage-error.ts';
import { readWorkflow } from '../workflow/read-workflow.ts';
import { documentOf, type OpenArticle, type OpenArticles } from './open-articles.ts';
import { photoOf } from './photo-of-record.ts';
import { nameKey, projectArticle, searchableText } from './project-article.ts';
import { peopleOfArticle, peopleOfRecord, photosInArticle, projectPhoto } from './project-photo.ts';

/** Lists follow typing at this pace. */
const PROJECT_AFTER_MS = 1_000;
/** A keystroke may wait behind one slice and still be on disk in time. */
const SLICE_MS = 30;
const ARTICLES_PER_LOOK = 256;

export type ProjectionsOptions = {
  db: WritableDb;
  open: OpenArticles;
  person: () => Person;
  /** What was brought up to date, after its transaction. */
  projected: (ids: readonly string[]) => void;
  /** Pictures that are the office's, in the transaction that found so. */
  placed: (sha256s: readonly string[]) => void;
  /** Before each article's projection is written, for a test. */
  before: () => void;
};

export class Projections {
  readonly #options: ProjectionsOptions;
  #timer: NodeJS.Timeout | null = null;
  /** Articles that cannot be read: their marks stay, for who mends the desk. */
  readonly #unreadable = new Set<string>();
  #arePhotosChanged = false;

  constructor(options: ProjectionsOptions) {
    this.#options = options;
  }

  /** Brings up to date what is behind, soon. */
  soon(afterMs = PROJECT_AFTER_MS): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      this.catchUp();
    }, afterMs);
  }

  /**
   * Works for `forMs`, and goes on in the background where that was not enough. Answers how many are still behind; what the
   * disk refuses stays for later.
   */
  catchUp(forMs = SLICE_MS): number {
    const { db } = this.#options;
    const until = performance.now() + forMs;
    try {
      for (;;) {
        const stale = this.#listReadable();
        if (stale.length === 0) return 0;
        this.#slice(stale, Math.min(until, performance.now() + SLICE_MS));
        if (performance.now() >= until) break;
      }
      const behind = Math.max(0, countStaleArticles(db) - this.#unreadable.size);
      if (behind > 0) this.soon(0);
      return behind;
    } catch (error) {
      // The marks stay, and so does the log: it is tried again.
      if (isStorageError(error)) return 1;
      throw error;
    }
  }

  /** One document of the log now, in the caller's transaction or its own. */
  project(id: string): void {
    const { db, open: documents, before } = this.#options;
    before();
    const open = documents.get(id);
    if (isArticleId(id)) this.#projectArticle(open);
    else if (isPhotoRecordId(id)) this.#projectPhoto(open);
    markArticleFresh(db, id);
    this.#unreadable.delete(id);
    documents.shorten(open);
  }

  #projectArticle(open: OpenArticle): void {
    const { db, person } = this.#options;
    const { id } = open;
    const times = articleTimes(db, id);
    if (times === null) return;
    const document = documentOf(open);
    const article = projectArticle({
      ...{ id, document, times },
      workflow: readWorkflow(db, id, person()),
      nameOf: (personId) => findPerson(db, personId)?.name,
    });
    saveArticle(db, article, nameKey);
    const { indexed, text } = searchableText(document, article);
    indexArticle(db, id, article.day, indexed, text);
    this.#options.placed(document.photos.flatMap(({ sha256 }) => sha256 ?? []));
    const isAside = article.working === 'spiked';
    if (savePhotoUses(db, id, isAside ? [] : photosInArticle(document))) this.#arePhotosChanged = true;
    saveNamedPeople(db, id, article.day, isAside ? [] : peopleOfArticle(document));
  }

  #projectPhoto(open: OpenArticle): void {
    const { db } = this.#options;
    const photo = photoOf(db, open);
    if (photo === null) {
      deletePhotoRow(db, open.id);
      saveNamedPeople(db, open.id, '', []);
      return;
    }
    const { record, facts } = photo;
    // What was sent is the office's, however far the sending came.
    if (record.shared && facts.isOwn) this.#options.placed([record.sha256]);
    const { row, words } = projectPhoto(record, { ...facts, isOwn: facts.isOwn && !record.shared });
    savePhotoRow(db, row, words);
    saveNamedPeople(db, open.id, row.taken.slice(0, 10), peopleOfRecord(record));
  }

  /** Whether projected articles use other pictures than before, since it was last asked. */
  takePhotosChanged(): boolean {
    const are = this.#arePhotosChanged;
    this.#arePhotosChanged = false;
    return are;
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #slice(stale: readonly string[], until: number): void {
    const done: string[] = [];
    this.#options.db
      .transaction(() => {
        for (const id of stale) {
          if (this.#tryProject(id)) done.push(id);
          if (performance.now() >= until) break;
        }
      })
      .immediate();
    this.#options.projected(done);
  }

  #listReadable(): string[] {
    const stale = listStaleArticles(this.#options.db, ARTICLES_PER_LOOK + this.#unreadable.size);
    return stale.filter((id) => !this.#unreadable.has(id));
  }

  /** False for an article that is damaged: it must keep neither the others nor the whole desk from being read. */
  #tryProject(id: string): boolean {
    try {
      // A transaction within one is a savepoint.
      this.#options.db.transaction(() => this.project(id))();
      return true;
    } catch (error) {
      if (!(error instanceof SyntaxError || error instanceof ZodError)) throw error;
      this.#unreadable.add(id);
      process.stderr.write(`article ${id} is left out of the lists: its events cannot be read (${error.name})\n`);
      return false;
    }
  }
}
