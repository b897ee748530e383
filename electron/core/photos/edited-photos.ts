/**
 * Photos as they are shown: with their edits. A rendition is made when it is first asked for and kept under what its edits say;
 * the original, and the renditions of it as it is, stay as they are.
 */
import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { renderEdited } from '../../../pictures/render-edits.ts';
import { type Rendition, renditionPixels } from '../../../pictures/renditions.ts';
import { type PictureSize, shownSize } from '../../../shared/photos/geometry.ts';
import type { PhotoEdits } from '../../../shared/photos/photo-details.ts';
import { shownEditsText } from '../../../shared/photos/shown-edits.ts';
import type { PhotoFile, Photos } from './photos.ts';

/** Of each picture, in both sizes together. */
const MOST_EDITED = 12;
/** Others wait: a list of edited pictures must not take the whole computer. */
const MOST_AT_ONCE = 2;

export class EditedPhotos {
  readonly #photos: Photos;
  readonly #underWay = new Map<string, Promise<void>>();
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  constructor(photos: Photos) {
    this.#photos = photos;
  }

  /** The file to show, with the free crop where one is drawn. Throws photo-not-found. */
  async file(sha256: string, size: Rendition, edits: PhotoEdits = {}): Promise<PhotoFile> {
    const text = shownEditsText(edits);
    if (text === '') return this.#photos.file(sha256, size);
    const { path: original } = await this.#photos.file(sha256, 'original');
    const key = createHash('sha256').update(text).digest('hex').slice(0, 16);
    const path = this.#photos.files.rendition(sha256, size, key);
    if (!(await isThere(path))) {
      let making = this.#underWay.get(path);
      if (making === undefined) {
        making = this.#make({ sha256, size, edits, key, original }).finally(() => this.#underWay.delete(path));
        this.#underWay.set(path, making);
      }
      await making;
    }
    return { path, mime: 'image/jpeg' };
  }

  /** In pixels of the original, as `file` shows it. Throws photo-not-found. */
  size(sha256: string, edits: PhotoEdits = {}): PictureSize {
    return shownSize(edits, 'free', this.#photos.info(sha256));
  }

  async #make(made: {
    sha256: string;
    size: Rendition;
    edits: PhotoEdits;
    key: string;
    original: string;
  }): Promise<void> {
    const { sha256, size, edits, key, original } = made;
    // A small one is made of the larger one, which people look at next.
    const source = size === 'thumb' ? (await this.file(sha256, 'preview', edits)).path : original;
    const isOriginal = source === original;
    const [width, height] = [renditionPixels[size], renditionPixels[size]];
    const { bytes } = await this.#inTurn(() =>
      renderEdited(source, {
        edits: isOriginal ? edits : {},
        shape: isOriginal ? 'free' : null,
        width,
        height,
        format: 'jpeg',
      }),
    );
    await this.#photos.files.writeRendition(sha256, size, bytes, key);
    await this.#photos.files.removeOldEdited(sha256, MOST_EDITED);
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.#running >= MOST_AT_ONCE) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#running += 1;
    try {
      return await work();
    } finally {
      this.#running -= 1;
      this.#waiting.shift()?.();
    }
  }
}

async function isThere(path: string): Promise<boolean> {
  try {
    return (await stat(path)).size > 0;
  } catch {
    return false;
  }
}
