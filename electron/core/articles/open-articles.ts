/**
 * The articles in memory: each is a Y.Doc that says what its log says, plus edits that are on their way to the disk.
 * Before a document is handed out it takes in log rows it has not seen, so that another process that writes to the
 * same profile (the command line beside the window) is not overlooked.
 */
import * as Y from 'yjs';
import type { ArticleDocument } from '../../../shared/article/document.ts';
import { readArticle } from '../../../shared/article/read.ts';
import type { PhotoRecord } from '../../../shared/photos/photo-details.ts';
import { readPhotoRecord } from '../../../shared/photos/read-record.ts';
import { isPhotoRecordId } from '../../../shared/photos/record-id.ts';
import type { WritableDb } from '../store/database.ts';
import { findSnapshot, listUpdates, saveSnapshot } from '../store/doc-log.ts';

const MAX_OPEN = 64;
/** What is known of pictures is small, and an article with a gallery reads much of it at once. */
const MAX_OPEN_RECORDS = 512;
/** Reading this many rows again costs more than writing their sum once. */
const ROWS_PER_SNAPSHOT = 300;

export type OpenArticle = {
  readonly id: string;
  readonly doc: Y.Doc;
  /** Everything of the log up to here is in `doc`. */
  seq: number;
  rowsSinceSnapshot: number;
  document: ArticleDocument | null;
  /** Where it is not an article but what is known of a picture. */
  record: PhotoRecord | null;
};

export class OpenArticles {
  readonly #db: WritableDb;
  readonly #clock: () => Date;
  readonly #waiting: (id: string) => Uint8Array | null;
  /** Each in order of last use. */
  readonly #articles = new Map<string, OpenArticle>();
  readonly #records = new Map<string, OpenArticle>();

  /**
   * `waiting`: edits that are on their way to the disk. A document that has such is ahead of the log: it may not become a
   * snapshot, and one that is read anew takes them in.
   */
  constructor(db: WritableDb, clock: () => Date, waiting: (id: string) => Uint8Array | null) {
    this.#db = db;
    this.#clock = clock;
    this.#waiting = waiting;
  }

  /** The article with everything of its log; empty if it has none. */
  get(id: string): OpenArticle {
    const all = this.#among(id);
    const known = all.get(id);
    const open = known ?? this.#read(id);
    all.delete(id);
    all.set(id, open);
    this.#catchUp(open);
    const waiting = known === undefined ? this.#waiting(id) : null;
    if (waiting !== null) tryApply(open.doc, [waiting]);
    this.#dropOldest(all, all === this.#records ? MAX_OPEN_RECORDS : MAX_OPEN);
    return open;
  }

  /** The article if it is in memory, perhaps without the newest of its log. */
  find(id: string): OpenArticle | undefined {
    return this.#among(id).get(id);
  }

  ids(): string[] {
    return [...this.#articles.keys(), ...this.#records.keys()];
  }

  /** Forgets the document; the next `get` reads it from the log. */
  drop(id: string): void {
    this.#among(id).get(id)?.doc.destroy();
    this.#among(id).delete(id);
  }

  clear(): void {
    for (const id of this.ids()) this.drop(id);
  }

  /** Shortens the next reading of a long log. */
  shorten(open: OpenArticle): void {
    if (open.rowsSinceSnapshot < ROWS_PER_SNAPSHOT || this.#waiting(open.id) !== null) return;
    saveSnapshot(this.#db, open.id, open.seq, Y.encodeStateAsUpdate(open.doc), this.#clock().toISOString());
    open.rowsSinceSnapshot = 0;
  }

  #read(id: string): OpenArticle {
    const open: OpenArticle = {
      id,
      doc: new Y.Doc({ guid: id }),
      seq: 0,
      rowsSinceSnapshot: 0,
      document: null,
      record: null,
    };
    const snapshot = findSnapshot(this.#db, id);
    if (snapshot?.isWhole && tryApply(open.doc, [snapshot.bytes])) open.seq = snapshot.upToSeq;
    open.doc.on('update', () => {
      open.document = null;
      open.record = null;
    });
    return open;
  }

  #catchUp(open: OpenArticle): void {
    const rows = listUpdates(this.#db, open.id, open.seq);
    const last = rows.at(-1);
    if (last === undefined) return;
    tryApply(
      open.doc,
      rows.filter((row) => row.isWhole).map((row) => row.bytes),
    );
    open.seq = last.seq;
    open.rowsSinceSnapshot += rows.length;
    if (!this.#db.inTransaction) this.shorten(open);
  }

  #among(id: string): Map<string, OpenArticle> {
    return isPhotoRecordId(id) ? this.#records : this.#articles;
  }

  #dropOldest(all: ReadonlyMap<string, OpenArticle>, most: number): void {
    if (all.size <= most) return;
    for (const id of all.keys()) {
      if (this.#waiting(id) !== null) continue;
      this.drop(id);
      return;
    }
  }
}

/** The document as plain data, read once for each change. */
export function documentOf(open: OpenArticle): ArticleDocument {
  open.document ??= readArticle(open.doc);
  return open.document;
}

/** What is known of a picture as plain data, read once for each change. */
export function recordOf(open: OpenArticle, sha256: string): PhotoRecord {
  open.record ??= readPhotoRecord(open.doc, sha256);
  return open.record;
}

/** Applies updates in one transaction; one that Yjs cannot take is passed over. False if there was such a one. */
export function tryApply(doc: Y.Doc, updates: readonly Uint8Array[]): boolean {
  let whole = true;
  doc.transact(() => {
    for (const update of updates) {
      try {
        Y.applyUpdate(doc, update, 'log');
      } catch {
        whole = false;
      }
    }
  }, 'log');
  return whole;
}
