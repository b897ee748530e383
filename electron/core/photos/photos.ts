/**
 * The photos of this profile: originals kept byte for byte and named by their SHA-256, with a row once the file is
 * whole, and renditions beside them that can be made again at any time.
 */
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { readEmbeddedMetadata } from '../../../pictures/embedded-metadata.ts';
import {
  decodePhoto,
  type PhotoFormat,
  photoFormats,
  type Rendition,
  renderPhoto,
  renditionPixels,
} from '../../../pictures/renditions.ts';
import { safeText } from '../../../pictures/safe-text.ts';
import type { PhotoInfo } from '../../../shared/contract/desk.ts';
import { MAX_PHOTO_BYTES } from '../../../shared/contract/office.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import { checkSize } from '../files/check-size.ts';
import type { WritableDb } from '../store/database.ts';
import { findPhoto, insertPhoto } from '../store/photos.ts';
import { translateStorageError } from '../store/storage-error.ts';
import { PhotoFiles } from './photo-files.ts';

export type PhotoFile = { path: string; mime: string };
export const photoSizes = ['thumb', 'preview', 'original'] as const;
export type PhotoSize = (typeof photoSizes)[number];

export class Photos {
  readonly files: PhotoFiles;
  readonly #db: WritableDb;
  readonly #folder: string;
  readonly #clock: () => Date;
  readonly #rendering = new Map<string, Promise<void>>();

  constructor(options: { db: WritableDb; folder: string; clock: () => Date }) {
    this.#db = options.db;
    this.#folder = options.folder;
    this.#clock = options.clock;
    this.files = new PhotoFiles(options.folder);
  }

  /**
   * Takes in a picture. `name` is its file's name. The same bytes again answer the photo that is there.
   * Throws AppError, with nothing half done: photo-not-an-image, photo-truncated, photo-too-large, disk-full.
   */
  async add(bytes: Uint8Array, name: string): Promise<PhotoInfo> {
    const file = safeText(name);
    return this.#keep(hashOf(bytes), bytes, file, false);
  }

  /** Reads a picture from a file. Throws as `add`, and file-not-found. */
  async addFile(path: string): Promise<PhotoInfo> {
    let bytes: Uint8Array;
    try {
      refuseTooLarge((await stat(path)).size, basename(path));
      bytes = await readFile(path);
    } catch (error) {
      if (error instanceof AppError) throw error;
      throw new AppError('file-not-found', { file: path }, { cause: error });
    }
    return this.add(bytes, basename(path));
  }

  /** Keeps an original that came from the endpoint. Throws as `add`, and photo-hash-mismatch. */
  async receive(sha256: string, bytes: Uint8Array): Promise<void> {
    if (hashOf(bytes) !== sha256) throw new AppError('photo-hash-mismatch');
    await this.#keep(sha256, bytes, sha256, true);
  }

  /** The original's bytes. Throws photo-not-found. */
  async read(sha256: string): Promise<Uint8Array> {
    const { path } = await this.file(sha256, 'original');
    return readFile(path);
  }

  /** Throws photo-not-found. */
  info(sha256: string): PhotoInfo {
    const photo = findPhoto(this.#db, sha256);
    if (photo === undefined) throw new AppError('photo-not-found', { sha256 });
    return photo;
  }

  /** The file to show: an original, or a rendition, which is made if it is not there. Throws photo-not-found. */
  async file(sha256: string, size: PhotoSize): Promise<PhotoFile> {
    const { format } = this.info(sha256);
    if (!this.files.hasOriginal(sha256)) throw new AppError('photo-not-found', { sha256 });
    if (size === 'original') return { path: this.files.original(sha256), mime: photoFormats[format as PhotoFormat] };
    const path = this.files.rendition(sha256, size);
    if ((await sizeOf(path)) === 0) await this.#renderOnce(sha256, size);
    return { path, mime: 'image/jpeg' };
  }

  async #keep(sha256: string, bytes: Uint8Array, name: string, uploaded: boolean): Promise<PhotoInfo> {
    refuseTooLarge(bytes.length, name);
    const known = findPhoto(this.#db, sha256);
    if (known !== undefined && this.files.hasOriginal(sha256)) return known;
    const { width, height, format, renditions } = await decodePhoto(bytes, name);
    const metadata = await readEmbeddedMetadata(bytes);
    const info: PhotoInfo = { sha256, bytes: bytes.length, width, height, format, ...metadata };
    try {
      await this.files.writeOriginal(sha256, bytes);
      for (const size of Object.keys(renditionPixels) as Rendition[]) {
        await this.files.writeRendition(sha256, size, renditions[size]);
      }
      insertPhoto(this.#db, { ...info, name, addedAt: this.#clock().toISOString(), uploaded, metadata: null });
    } catch (error) {
      throw translateStorageError(error, this.#folder);
    }
    return info;
  }

  async #renderOnce(sha256: string, rendition: Rendition): Promise<void> {
    const path = this.files.rendition(sha256, rendition);
    let rendering = this.#rendering.get(path);
    if (rendering === undefined) {
      rendering = renderPhoto(this.files.original(sha256), rendition)
        .then((bytes) => this.files.writeRendition(sha256, rendition, bytes))
        .finally(() => this.#rendering.delete(path));
      this.#rendering.set(path, rendering);
    }
    await rendering;
  }
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function refuseTooLarge(bytes: number, file: string): void {
  checkSize('photo-too-large', { file, bytes, limit: MAX_PHOTO_BYTES });
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch {
    return 0;
  }
}
