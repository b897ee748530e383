/**
 * The photos of this profile: originals kept byte for byte and named by their SHA-256, with a row once the file is
 * whole, and renditions beside them that can be made again at any time.
 *
 *   copied and hashed --> examined in a process of its own --> files given their names --> row, record, fingerprint: one transaction
 *
 * What ends in between leaves unfinished files, which the next opening sweeps away, or whole ones that no row names.
 */
import { readFile, rm, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ExaminedPicture } from '../../../pictures/examine-picture.ts';
import { formatsOfBrowsers, type PhotoFormat, photoFormats } from '../../../pictures/picture-format.ts';
import { examineApart, picturesAtOnce } from '../../../pictures/picture-pool.ts';
import { type Rendition, renditionPixels } from '../../../pictures/renditions.ts';
import { safeText } from '../../../pictures/safe-text.ts';
import type { PhotoInfo } from '../../../shared/contract/desk.ts';
import { AppError, type ErrorRecord } from '../../../shared/errors/app-error.ts';
import type { EmbeddedMetadata } from '../../../shared/photos/embedded.ts';
import type { WritableDb } from '../store/database.ts';
import { findEmbeddedMetadata, findPhoto } from '../store/photos.ts';
import { translateStorageError } from '../store/storage-error.ts';
import { copyIn, type PictureInput } from './incoming-picture.ts';
import { Likenesses } from './likenesses.ts';
import { OneAtATime } from './one-at-a-time.ts';
import { PhotoFiles } from './photo-files.ts';
import { insertPicture, notePicture } from './picture-rows.ts';
import { Slots } from './slots.ts';

export type PhotoFile = { path: string; mime: string };
export const photoSizes = ['thumb', 'preview', 'original'] as const;
export type PhotoSize = (typeof photoSizes)[number];

export type PhotosOptions = {
  db: WritableDb;
  folder: string;
  clock: () => Date;
  /** A picture has come, or more is known of one; after the commit. */
  changed?: () => void;
};

/** `own`: it is this computer's alone so far. `sha256`: what it must be. */
export type Keeping = {
  name: string;
  batch?: string;
  own?: boolean;
  uploaded?: boolean;
  sha256?: string;
  signal?: AbortSignal;
};

/** `isNew`: it was not here before. `unread`: why what its file says of itself was not read. */
type Kept = { info: PhotoInfo; isNew: boolean; unread?: ErrorRecord };

export class Photos {
  readonly files: PhotoFiles;
  readonly likenesses: Likenesses;
  readonly #options: PhotosOptions;
  /** What is copied in waits on the disk, and not more of it than the examining is worth. */
  readonly #slots = new Slots(picturesAtOnce() + 1);
  readonly #byPicture = new OneAtATime();
  readonly #ending = new AbortController();
  readonly #underWay = new Set<Promise<unknown>>();

  constructor(options: PhotosOptions) {
    this.#options = options;
    this.files = new PhotoFiles(options.folder);
    this.likenesses = new Likenesses(options.db);
  }

  /**
   * Takes in a picture of an article. `name` is its file's name. The same bytes again answer the photo that is there. Throws
   * AppError, with nothing half done: as `decodePhoto` and `copyIn`, photo-too-hard, disk-full.
   */
  async add(bytes: Uint8Array | Blob, name: string, signal?: AbortSignal): Promise<PhotoInfo> {
    return (await this.keep(bytes, { name, signal })).info;
  }

  /** Reads a picture from a file. Throws as `add`. */
  async addFile(path: string): Promise<PhotoInfo> {
    return (await this.keep(path, { name: basename(path) })).info;
  }

  /** Keeps an original that came from the endpoint. Throws as `add`, and photo-hash-mismatch. */
  async receive(sha256: string, bytes: Uint8Array): Promise<void> {
    await this.keep(bytes, { name: sha256, sha256, uploaded: true });
  }

  /** The original's bytes. Throws photo-not-found. */
  async read(sha256: string): Promise<Uint8Array> {
    const { path } = await this.file(sha256, 'original');
    return readFile(path);
  }

  /** Throws photo-not-found. */
  info(sha256: string): PhotoInfo {
    const photo = findPhoto(this.#options.db, sha256);
    if (photo === undefined) throw new AppError('photo-not-found', { sha256 });
    return photo;
  }

  /** An original, or a rendition, which is made if it is not there. Throws photo-not-found. */
  async file(sha256: string, size: PhotoSize): Promise<PhotoFile> {
    const { format } = this.info(sha256);
    if (!this.files.hasOriginal(sha256)) throw new AppError('photo-not-found', { sha256 });
    if (size === 'original') return { path: this.files.original(sha256), mime: photoFormats[format as PhotoFormat] };
    const path = this.files.rendition(sha256, size);
    if (!(await isWhole(path))) {
      await this.alone(sha256, async () => {
        if (!(await isWhole(path))) await this.#examineAgain(sha256);
      });
    }
    return { path, mime: 'image/jpeg' };
  }

  /** The original for a page; of one that no browser shows, its preview. Throws photo-not-found. */
  shownOriginal(sha256: string): Promise<PhotoFile> {
    const isForBrowsers = formatsOfBrowsers.includes(this.info(sha256).format as PhotoFormat);
    return this.file(sha256, isForBrowsers ? 'original' : 'preview');
  }

  /** What its file says of itself; it is read if that was not done yet. Throws photo-not-found. */
  async embedded(sha256: string): Promise<EmbeddedMetadata> {
    const known = findEmbeddedMetadata(this.#options.db, sha256);
    if (known !== null) return known;
    await this.file(sha256, 'original');
    return this.alone(sha256, () => this.#examineAgain(sha256));
  }

  /** Takes in a picture. Throws as `add`, and the signal's reason: then nothing is left of it. */
  async keep(input: PictureInput, keeping: Keeping): Promise<Kept> {
    const { signal = this.#ending.signal } = keeping;
    return this.#track(
      this.#slots.use(() =>
        this.#bringIn(input, { ...keeping, signal: AbortSignal.any([signal, this.#ending.signal]) }),
      ),
    );
  }

  /** Gives up what is under way, and ends when nobody writes any more. */
  async close(): Promise<void> {
    this.#ending.abort(new AppError('no-desk'));
    await Promise.allSettled(this.#underWay);
  }

  /** One thing at a time with one picture. */
  alone<T>(sha256: string, work: () => Promise<T>): Promise<T> {
    return this.#track(this.#byPicture.do(sha256, work));
  }

  #track<T>(work: Promise<T>): Promise<T> {
    this.#underWay.add(work);
    void work.catch(() => {}).finally(() => this.#underWay.delete(work));
    return work;
  }

  async #bringIn(input: PictureInput, keeping: Keeping): Promise<Kept> {
    const { signal } = keeping;
    const name = safeText(keeping.name);
    try {
      const copy = await this.files.newUnfinished();
      const renditions = unfinishedRenditions(copy);
      try {
        const { sha256, bytes } = await copyIn(input, copy, { name, signal });
        if (keeping.sha256 !== undefined && keeping.sha256 !== sha256) throw new AppError('photo-hash-mismatch');
        const known = findPhoto(this.#options.db, sha256);
        if (known !== undefined && this.files.hasOriginal(sha256)) return { info: known, isNew: false };
        const examined = await examineApart({ path: copy, name, renditions }, signal);
        return await this.alone(sha256, async () => {
          await this.#place(sha256, renditions);
          await this.files.place(copy, this.files.original(sha256));
          const kept = this.#insert({ sha256, bytes, ...infoOf(examined) }, examined, { ...keeping, name });
          return { ...kept, unread: examined.unread };
        });
      } finally {
        for (const path of [copy, ...Object.values(renditions)]) await rm(path, { force: true });
      }
    } catch (error) {
      throw translateStorageError(error, this.#options.folder);
    }
  }

  async #place(sha256: string, unfinished: Record<Rendition, string>): Promise<void> {
    for (const size of Object.keys(renditionPixels) as Rendition[]) {
      await this.files.place(unfinished[size], this.files.rendition(sha256, size));
    }
  }

  #insert(info: PhotoInfo, examined: ExaminedPicture, keeping: Keeping): { info: PhotoInfo; isNew: boolean } {
    const { db, clock, changed } = this.#options;
    const { name, batch = '', own = false, uploaded = false } = keeping;
    const picture = { info, name, batch, own, uploaded, at: clock().toISOString() };
    // What comes from the endpoint comes without a name.
    const recordName = keeping.sha256 === undefined ? name : undefined;
    const isNew = insertPicture({ db, likenesses: this.likenesses }, { ...picture, recordName }, examined);
    if (isNew) changed?.();
    return { info: findPhoto(db, info.sha256) ?? info, isNew };
  }

  /** Of a picture that was here before all this was learnt of it, or whose renditions are gone. */
  async #examineAgain(sha256: string): Promise<EmbeddedMetadata> {
    const { db, clock, changed } = this.#options;
    const path = this.files.original(sha256);
    const renditions = unfinishedRenditions(await this.files.newUnfinished());
    try {
      const examined = await examineApart({ path, name: sha256, renditions }, this.#ending.signal);
      await this.#place(sha256, renditions);
      const at = clock().toISOString();
      if (notePicture({ db, likenesses: this.likenesses }, sha256, examined, at)) changed?.();
      return examined.metadata;
    } finally {
      for (const unfinished of Object.values(renditions)) await rm(unfinished, { force: true });
    }
  }
}

function unfinishedRenditions(copy: string): Record<Rendition, string> {
  return { preview: `${copy}.preview`, thumb: `${copy}.thumb` };
}

/** What a photo of an article is filled in with, each on one line. */
function infoOf({ width, height, format, metadata }: ExaminedPicture): Omit<PhotoInfo, 'sha256' | 'bytes'> {
  const { description, credit, creator, alt } = metadata;
  return {
    ...{ width, height, format },
    ...{ caption: safeText(description), credit: safeText(credit || creator), alt: safeText(alt) },
  };
}

async function isWhole(path: string): Promise<boolean> {
  try {
    return (await stat(path)).size > 0;
  } catch {
    return false;
  }
}
