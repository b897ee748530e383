/**
 * Files on their way to becoming articles of a desk. What a preview shows waits here with its pictures until the person
 * confirms it or thinks better of it; nothing of it is in the desk before.
 */
import { randomUUID } from 'node:crypto';
import { lookAtPhoto } from '../../../pictures/renditions.ts';
import type { ImportPicture, ImportPreview } from '../../../shared/contract/desk-imports.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { ArticleSeed } from '../articles/articles.ts';
import type { Photos } from '../photos/photos.ts';
import { previewToSeed } from './import-file.ts';
import { type ImportHow, readImport } from './import-readers.ts';
import { keepPictures } from './keep-pictures.ts';
import type { SourcePicture } from './source-line.ts';

/** Of all pictures that wait; the longest waiting go first. */
const MAX_WAITING_BYTES = 512 * 1024 * 1024;

/** `client`: the page that shows it. */
type Draft = { client: string; pictures: SourcePicture[]; thumbs: ReadonlyMap<string, Uint8Array>; bytes: number };

export class Imports {
  readonly #photos: Photos;
  readonly #create: (seed: ArticleSeed) => string;
  readonly #clock: () => Date;
  readonly #drafts = new Map<string, Draft>();

  constructor(options: { photos: Photos; create: (seed: ArticleSeed) => string; clock: () => Date }) {
    this.#photos = options.photos;
    this.#create = options.create;
    this.#clock = options.clock;
  }

  /** `client`: the page that asks. Throws as `readImport` does. */
  async preview(
    bytes: Uint8Array,
    name: string,
    { client = '', ...how }: ImportHow & { client?: string } = {},
  ): Promise<ImportPreview> {
    const { preview, pictures } = await readImport(bytes, name, how);
    if (pictures.length === 0) return preview;
    const thumbs = new Map<string, Uint8Array>();
    const looked: ImportPicture[] = [];
    for (const picture of pictures) {
      how.signal?.throwIfAborted();
      looked.push(await lookAt(picture, thumbs));
    }
    const draft = randomUUID();
    this.#keep(draft, {
      client,
      pictures,
      thumbs,
      bytes: pictures.reduce((sum, picture) => sum + picture.bytes.length, 0),
    });
    return { ...preview, draft, pictures: looked };
  }

  /** A picture as a small JPEG. Throws import-forgotten. */
  picture(draft: string, sha256: string): Uint8Array {
    const thumb = this.#drafts.get(draft)?.thumbs.get(sha256);
    if (thumb === undefined) throw new AppError('import-forgotten', { file: '' });
    return thumb;
  }

  /** Takes in the pictures that the person kept, and makes the article. Throws import-forgotten, disk-full. */
  async confirm(preview: ImportPreview): Promise<string> {
    const wanted = new Set(preview.captions.flatMap(({ picture }) => picture ?? []));
    const draft = this.#drafts.get(preview.draft ?? '');
    if (wanted.size > 0 && draft === undefined) throw new AppError('import-forgotten', { file: preview.file });
    const kept = await keepPictures(this.#photos, draft?.pictures ?? [], wanted, preview.file);
    const id = this.#create(previewToSeed(preview, this.#clock().toISOString(), kept));
    this.discard(preview.draft ?? '');
    return id;
  }

  discard(draft: string): void {
    this.#drafts.delete(draft);
  }

  /** The page is gone, and with it what it showed. */
  forget(client: string): void {
    for (const [id, draft] of this.#drafts) if (draft.client === client) this.#drafts.delete(id);
  }

  #keep(id: string, draft: Draft): void {
    this.#drafts.set(id, draft);
    let bytes = [...this.#drafts.values()].reduce((sum, waiting) => sum + waiting.bytes, 0);
    for (const [oldest, waiting] of this.#drafts) {
      if (bytes <= MAX_WAITING_BYTES || oldest === id) break;
      bytes -= waiting.bytes;
      this.#drafts.delete(oldest);
    }
  }
}

async function lookAt(
  { sha256, name, alt, bytes }: SourcePicture,
  thumbs: Map<string, Uint8Array>,
): Promise<ImportPicture> {
  try {
    const { width, height, thumb } = await lookAtPhoto(bytes, name);
    thumbs.set(sha256, thumb);
    return { sha256, name, alt, width, height, problem: null };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { sha256, name, alt, width: 0, height: 0, problem: error.toRecord() };
  }
}
