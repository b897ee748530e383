/** Taking pictures into the library without a place in an article, and putting away what was not meant to stay. */
import { basename } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { safeText } from '../../../pictures/safe-text.ts';
import type { TakenIn } from '../../../shared/contract/desk-photos.ts';
import { AppError, asAppError } from '../../../shared/errors/app-error.ts';
import { type EmbeddedMetadata, noMetadata } from '../../../shared/photos/embedded.ts';
import { photoRecordId } from '../../../shared/photos/record-id.ts';
import type { Articles } from '../articles/articles.ts';
import type { WritableDb } from '../store/database.ts';
import { isOwnPhoto } from '../store/own-photos.ts';
import { listAlikeNames } from '../store/photo-looks.ts';
import {
  discardPhotoRow,
  findEmbeddedMetadata,
  findPhotoName,
  forgetDiscarded,
  listDiscarded,
  listUnread,
  saveEmbeddedMetadata,
} from '../store/photos.ts';
import { translateStorageError } from '../store/storage-error.ts';
import type { PictureInput } from './incoming-picture.ts';
import type { FailedPhoto, PhotoIntake } from './photo-ports.ts';
import type { Photos } from './photos.ts';

const MAX_BATCH_CHARACTERS = 200;
/** Older pictures are looked into once the desk has come to rest. */
const REST_MS = 20_000;
/** A disk that cannot be written to leaves lists behind for good. */
const MOST_TURNS = 100;
/** A key press may wait behind so many. */
const DISCARDED_AT_ONCE = 50;

export type IntakeOptions = {
  db: WritableDb;
  folder: string;
  photos: Photos;
  articles: Pick<Articles, 'settle' | 'flush' | 'forgetRecord' | 'photosChanged'>;
};

export type TakingIn = { name: string; batch: string; signal?: AbortSignal };

export class Intake implements PhotoIntake {
  readonly #options: IntakeOptions;
  #timer: NodeJS.Timeout | null = null;

  constructor(options: IntakeOptions) {
    this.#options = options;
  }

  /** Throws as `Photos.keep`. */
  async takeIn(input: PictureInput, { name, batch, signal }: TakingIn): Promise<TakenIn> {
    const { db, photos } = this.#options;
    const told = [...safeText(batch)].slice(0, MAX_BATCH_CHARACTERS).join('');
    const { info, isNew, unread } = await photos.keep(input, { name, batch: told, own: true, signal });
    const { sha256 } = info;
    const alike = listAlikeNames(db, sha256);
    const known = findPhotoName(db, sha256) ?? safeText(name);
    return { sha256, name: known, isNew, alike, ...(unread === undefined ? {} : { unread }) };
  }

  /** The same for a file. Throws as `Photos.keep`, and file-not-found. */
  takeInFile(path: string, { batch, signal }: Omit<TakingIn, 'name'>): Promise<TakenIn> {
    return this.takeIn(path, { name: basename(path), batch, signal });
  }

  /**
   * Forgets pictures that are this computer's alone and stand in no article. Their rows and records go in one transaction, which notes
   * that the files are to be removed: what ends in between is made up for at the next opening.
   */
  async discard(sha256s: readonly string[]): Promise<{ done: number; failed: FailedPhoto[] }> {
    const { db, articles } = this.#options;
    const failed: FailedPhoto[] = [];
    let done = 0;
    for (let at = 0; at < sha256s.length; at += DISCARDED_AT_ONCE) {
      const slice = sha256s.slice(at, at + DISCARDED_AT_ONCE);
      await this.#untilPlacesAreKnown();
      const errors = this.#discardRows(slice);
      articles.photosChanged();
      for (const sha256 of slice) {
        const error = errors.get(sha256);
        if (error === undefined) {
          await this.#removeFiles(sha256);
          done += 1;
        } else failed.push({ sha256, name: findPhotoName(db, sha256) ?? sha256, error: error.toRecord() });
      }
    }
    return { done, failed };
  }

  /** What a picture's file says of itself. Throws photo-not-found. */
  seedOf(sha256: string): Promise<EmbeddedMetadata> {
    return this.#options.photos.embedded(sha256);
  }

  /** Removes the files of pictures that were put away when the process ended before it had done so. */
  async removeDiscarded(): Promise<void> {
    for (const sha256 of listDiscarded(this.#options.db)) await this.#removeFiles(sha256);
  }

  /** From now on pictures that nothing is known of yet are looked into, one after another. For the desk that a person has open. */
  start(): void {
    this.#timer = setTimeout(() => void this.lookIntoOlder(), REST_MS).unref();
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  /** Answers how many were looked into. */
  async lookIntoOlder(): Promise<number> {
    const { db, photos } = this.#options;
    await photos.likenesses.warmUp();
    let count = 0;
    const skipped = new Set<string>();
    for (;;) {
      if (!db.open) return count;
      const sha256 = listUnread(db, skipped.size + 1).find((found) => !skipped.has(found));
      if (sha256 === undefined) return count;
      try {
        await photos.embedded(sha256);
        // Nothing can be read on this computer now.
        if (findEmbeddedMetadata(db, sha256) === null) return count;
        count += 1;
      } catch (error) {
        if (!db.open) return count;
        const { code } = asAppError(error);
        // A file that is away may come back; one that cannot be read says nothing.
        if (code === 'photo-truncated' || code === 'photo-too-hard' || code === 'photo-not-an-image') {
          saveEmbeddedMetadata(db, sha256, noMetadata);
        } else skipped.add(sha256);
      }
    }
  }

  /**
   * What was placed in an article a moment ago is the office's with the article's projection; nothing is put away before. Throws
   * what the disk refuses, and lists-behind.
   */
  async #untilPlacesAreKnown(): Promise<void> {
    const { articles } = this.#options;
    for (let turn = 0; turn < MOST_TURNS; turn += 1) {
      if (turn > 0) await setImmediate();
      articles.flush();
      if (articles.settle() === 0) return;
    }
    throw new AppError('lists-behind');
  }

  /** In one transaction; answers why those stay that do. Throws what the disk refuses. */
  #discardRows(sha256s: readonly string[]): Map<string, AppError> {
    const { db, folder, articles } = this.#options;
    const errors = new Map<string, AppError>();
    const discardAll = db.transaction(() => {
      for (const sha256 of sha256s) {
        const name = findPhotoName(db, sha256);
        if (name === undefined) errors.set(sha256, new AppError('photo-not-found', { sha256 }));
        else if (!isOwnPhoto(db, sha256)) errors.set(sha256, new AppError('photo-in-use', { file: name }));
        else {
          discardPhotoRow(db, sha256);
          articles.forgetRecord(photoRecordId(sha256));
        }
      }
    });
    try {
      discardAll.immediate();
    } catch (error) {
      throw translateStorageError(error, folder);
    }
    return errors;
  }

  /** Unless the picture is there again: taken in meanwhile, or brought back by a backup. */
  async #removeFiles(sha256: string): Promise<void> {
    const { db, photos } = this.#options;
    await photos.alone(sha256, async () => {
      if (findPhotoName(db, sha256) === undefined) await photos.files.remove(sha256);
      forgetDiscarded(db, sha256);
    });
  }
}
