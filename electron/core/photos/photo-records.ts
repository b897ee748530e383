/**
 * What is known of pictures: opened and edited at each key press like an article, and changed for many at once. A picture that was
 * here before there were records gets one, from what its file says, when it is first asked for.
 */
import { setImmediate } from 'node:timers/promises';
import * as Y from 'yjs';
import { changeOf } from '../../../shared/article/change-of.ts';
import type { ChangedPhotos, CopiedField, PhotoDeed } from '../../../shared/contract/desk-photos.ts';
import { AppError, asAppError } from '../../../shared/errors/app-error.ts';
import type { PhotoRecord } from '../../../shared/photos/photo-details.ts';
import { readPhotoRecord } from '../../../shared/photos/read-record.ts';
import { photoRecordId } from '../../../shared/photos/record-id.ts';
import { saidOf, whereStill } from '../../../shared/photos/said.ts';
import { changeRecord, newRecordUpdate } from '../../../shared/photos/write-record.ts';
import type { Articles } from '../articles/articles.ts';
import type { WritableDb } from '../store/database.ts';
import { hasArticle } from '../store/doc-log.ts';
import { isOwnRecord } from '../store/own-photos.ts';
import { findPhoto, findPhotoName } from '../store/photos.ts';
import { translateStorageError } from '../store/storage-error.ts';
import { copyOf } from './copy-fields.ts';
import type { FailedPhoto, PhotoIntake } from './photo-ports.ts';

/** A key press may wait behind so many. */
const DEEDS_PER_SLICE = 25;

export type PhotoRecordsOptions = {
  db: WritableDb;
  folder: string;
  articles: Pick<Articles, 'side' | 'changeSide' | 'changeSides' | 'record'>;
  seedOf: PhotoIntake['seedOf'];
};

type Prepared = { id: string; update: Uint8Array; share: boolean; undo: PhotoDeed[] };

export class PhotoRecords {
  readonly #options: PhotoRecordsOptions;

  constructor(options: PhotoRecordsOptions) {
    this.#options = options;
  }

  /** The record as one Yjs update. Throws photo-not-found. */
  async open(sha256: string): Promise<Uint8Array> {
    await this.#ensure(sha256);
    return Y.encodeStateAsUpdate(this.#options.articles.side(photoRecordId(sha256)));
  }

  /** Throws photo-not-found. */
  async record(sha256: string): Promise<PhotoRecord> {
    const known = this.#options.articles.record(sha256);
    if (known !== null) return known;
    const doc = new Y.Doc();
    Y.applyUpdate(doc, await this.#seed(sha256));
    return readPhotoRecord(doc, sha256);
  }

  /** A key press; answers after the commit. Throws photo-not-found, update-invalid. */
  async update(sha256: string, update: Uint8Array, client: string | null = null): Promise<{ savedAt: string }> {
    await this.#ensure(sha256);
    return this.#options.articles.changeSide(photoRecordId(sha256), update, client);
  }

  /**
   * Each deed for itself; all that can be done is done in one transaction. `undo` takes them back where nobody has written since.
   * Throws where the disk does not take it, with nothing changed.
   */
  async change(deeds: readonly PhotoDeed[]): Promise<ChangedPhotos> {
    const { articles, folder } = this.#options;
    const prepared: Prepared[] = [];
    const failed: FailedPhoto[] = [];
    const bySha256 = Map.groupBy(deeds, (deed) => deed.sha256);
    let since = 0;
    for (const [sha256, own] of bySha256) {
      since += 1;
      if (since % DEEDS_PER_SLICE === 0) await setImmediate();
      try {
        await this.#ensure(sha256);
        const done = this.#prepare(sha256, own);
        if (done !== null) prepared.push(done);
      } catch (error) {
        failed.push({ sha256, name: this.#nameOf(sha256), error: asAppError(error).toRecord() });
      }
    }
    try {
      if (prepared.length > 0) articles.changeSides(prepared);
    } catch (error) {
      throw translateStorageError(error, folder);
    }
    return { done: bySha256.size - failed.length, undo: prepared.flatMap(({ undo }) => undo), failed };
  }

  /** What the one says is said of the others too, in place of what was said there. Throws photo-not-found. */
  async copy(choice: { from: string; to: readonly string[]; fields: readonly CopiedField[] }): Promise<ChangedPhotos> {
    const from = await this.record(choice.from);
    const deeds: PhotoDeed[] = [];
    const failed: FailedPhoto[] = [];
    for (const sha256 of new Set(choice.to)) {
      if (sha256 === choice.from) continue;
      try {
        deeds.push({ sha256, change: copyOf(from, await this.record(sha256), choice.fields) });
      } catch (error) {
        failed.push({ sha256, name: this.#nameOf(sha256), error: asAppError(error).toRecord() });
      }
    }
    const changed = await this.change(deeds);
    return { ...changed, failed: [...failed, ...changed.failed] };
  }

  /** Null where nothing is to be done. */
  #prepare(sha256: string, deeds: readonly PhotoDeed[]): Prepared | null {
    const { db, articles } = this.#options;
    const id = photoRecordId(sha256);
    const undo: PhotoDeed[] = [];
    let share = false;
    const update = changeOf(Y.encodeStateAsUpdate(articles.side(id)), (doc) => {
      for (const deed of deeds) {
        const change = deed.still === undefined ? deed.change : whereStill(doc, sha256, deed.change, deed.still);
        const before = saidOf(doc, sha256, change);
        changeRecord(doc, change, 'change');
        // What was sent has left this computer: that is not taken back.
        const canUndo = Object.keys(before).length > 0;
        if (canUndo) undo.unshift({ sha256, change: before, still: saidOf(doc, sha256, change) });
        share ||= change.shared === true;
      }
    });
    share &&= isOwnRecord(db, id);
    if (update === null && !share) return null;
    return { id, update: update ?? NOTHING, share, undo };
  }

  async #ensure(sha256: string): Promise<void> {
    const { db, articles } = this.#options;
    const id = photoRecordId(sha256);
    if (hasArticle(db, id)) return;
    const update = await this.#seed(sha256);
    // Somebody else may have begun it meanwhile; the same seed twice says everything once.
    if (!hasArticle(db, id)) await articles.changeSide(id, update);
  }

  async #seed(sha256: string): Promise<Uint8Array> {
    const { db, seedOf } = this.#options;
    if (findPhoto(db, sha256) === undefined) throw new AppError('photo-not-found', { sha256 });
    const name = findPhotoName(db, sha256) ?? '';
    const metadata = await seedOf(sha256);
    return newRecordUpdate({ sha256, metadata, batch: '', name: name === sha256 ? '' : name });
  }

  #nameOf(sha256: string): string {
    return this.#options.articles.record(sha256)?.name || (findPhotoName(this.#options.db, sha256) ?? '');
  }
}

const NOTHING = Uint8Array.of(0, 0);
