/**
 * Pictures as files to pass on. Each is copied, or rendered where that is asked for or its faces are pixelated; what is said of it
 * is written into that copy; and the copy goes into the archive piece by piece and is removed. So there is never more than one of
 * them on the disk beside its original, and none in memory.
 */
import { constants } from 'node:fs';
import { copyFile, readFile, rm, writeFile } from 'node:fs/promises';
import type { PhotoFormat } from '../../../pictures/picture-format.ts';
import { renderEdited } from '../../../pictures/render-edits.ts';
import { writeMetadata } from '../../../pictures/write-metadata.ts';
import type { ExportedFile } from '../../../shared/contract/desk-exports.ts';
import type { PhotoExportEvent } from '../../../shared/contract/desk-photos.ts';
import { AppError, asAppError } from '../../../shared/errors/app-error.ts';
import { isHeldBack } from '../../../shared/photos/held-back.ts';
import type { PhotoRecord } from '../../../shared/photos/photo-details.ts';
import { FileNames, pictureFileName } from '../../../shared/photos/picture-file-name.ts';
import { wordsOfRecord } from '../../../shared/photos/picture-words.ts';
import { wordsAsShown } from '../../../shared/photos/words-as-shown.ts';
import { localDateTime } from '../../../shared/text/dates.ts';
import type { SheetPicture } from '../exchange/export/contact-sheet-source.ts';
import { runContactSheet } from '../exchange/export/run-export.ts';
import { StoredZip } from '../exchange/export/stored-zip.ts';
import type { ReadableDb } from '../store/database.ts';
import { findPhotoName } from '../store/photos.ts';
import { translateStorageError } from '../store/storage-error.ts';
import { findOfficeLink } from '../store/sync-state.ts';
import type { EditedPhotos } from './edited-photos.ts';
import type { PhotoOfficeRules } from './photo-office.ts';
import type { FailedPhoto, PhotoExports } from './photo-ports.ts';
import type { Photos } from './photos.ts';

/** The longer side of a picture for the web, in pixels. */
const WEB_PIXELS = 2_560;
const WEB_QUALITY = 86;
/** Where the whole picture has to be rendered. */
const FULL_QUALITY = 95;

const endings: Record<PhotoFormat, string> = { jpeg: 'jpg', png: 'png', webp: 'webp', avif: 'avif', tiff: 'tif' };

export type PictureSize = 'full' | 'web';

export type LibraryExportsOptions = {
  db: ReadableDb;
  folder: string;
  photos: Photos;
  editedPhotos: Pick<EditedPhotos, 'file' | 'size'>;
  records: { record(sha256: string): Promise<PhotoRecord> };
  office: Pick<PhotoOfficeRules, 'get'>;
  clock: () => Date;
  resources?: string;
};

export class LibraryExports implements PhotoExports {
  readonly #options: LibraryExportsOptions;

  constructor(options: LibraryExportsOptions) {
    this.#options = options;
  }

  async *files(
    { sha256s, size }: { sha256s: readonly string[]; size: PictureSize },
    signal?: AbortSignal,
  ): AsyncGenerator<PhotoExportEvent> {
    const at = this.#options.clock();
    const zip = new StoredZip(at);
    const names = new FileNames();
    const failed: FailedPhoto[] = [];
    for (const [behind, sha256] of sha256s.entries()) {
      if (signal?.aborted) return;
      yield { type: 'progress', behind, total: sha256s.length };
      let made: { path: string; name: string } | undefined;
      try {
        made = await this.make(sha256, size);
      } catch (error) {
        failed.push(this.#failed(sha256, error));
      }
      if (made === undefined) continue;
      try {
        for await (const bytes of zip.add(names.apart(made.name), made.path)) yield { type: 'bytes', bytes };
      } finally {
        await rm(made.path, { force: true });
      }
    }
    yield { type: 'bytes', bytes: zip.end() };
    const day = localDateTime(at.toISOString())?.date ?? '';
    const files = sha256s.length - failed.length;
    yield { type: 'end', name: `anh-${day}.zip`, mime: 'application/zip', files, failed };
  }

  /**
   * One picture as a file of its own, with what is said of it inside; the caller removes the file. Throws photo-not-found,
   * photo-held-back, photo-metadata-failed, metadata-tool-missing, disk-full.
   */
  async make(sha256: string, size: PictureSize): Promise<{ path: string; name: string }> {
    const { photos, records, office, folder } = this.#options;
    const { rules } = office.get();
    const { path: original } = await photos.file(sha256, 'original');
    const record = await records.record(sha256);
    const { edits } = record;
    const name = findPhotoName(this.#options.db, sha256) ?? sha256;
    if (isHeldBack(edits)) throw new AppError('photo-held-back', { file: name });
    const info = photos.info(sha256);
    const path = await photos.files.newUnfinished();
    try {
      const words = wordsOfRecord(record);
      const isRendered = size === 'web' || edits.pixelated !== undefined;
      if (isRendered) {
        const side = size === 'web' ? WEB_PIXELS : Math.max(info.width, info.height);
        const quality = size === 'web' ? WEB_QUALITY : FULL_QUALITY;
        const wanted = { edits, shape: 'free', width: side, height: side, format: 'jpeg', quality } as const;
        const { bytes } = await renderEdited(original, wanted);
        await writeFile(path, bytes, { mode: 0o600 });
        await writeMetadata(path, wordsAsShown(words, edits, 'free', info), { ...rules, original });
      } else {
        await copyFile(original, path, constants.COPYFILE_FICLONE);
        await writeMetadata(path, words, rules);
      }
      const ending = isRendered ? 'jpg' : endings[info.format as PhotoFormat];
      const { dateCreated: date, headline } = record;
      return { path, name: pictureFileName({ date, headline, name }, ending) };
    } catch (error) {
      await rm(path, { force: true });
      throw translateStorageError(error, folder);
    }
  }

  /** Throws export-failed. Pictures that are held back or not on this computer keep their places, without being shown. */
  async contactSheet({
    sha256s,
    title,
    language = 'vi',
  }: {
    sha256s: readonly string[];
    title: string;
    language?: 'vi' | 'en';
  }): Promise<ExportedFile> {
    const { db, clock, resources } = this.#options;
    const pictures: SheetPicture[] = [];
    for (const sha256 of sha256s) pictures.push(await this.#sheetPicture(sha256));
    const office = findOfficeLink(db)?.office ?? '';
    const sheet = { title, office, language, at: clock().toISOString(), pictures };
    const { name, mime, bytes } = await runContactSheet(sheet, { resources });
    return { name, mime, bytes };
  }

  async #sheetPicture(sha256: string): Promise<SheetPicture> {
    const { db, records, editedPhotos } = this.#options;
    const { description, credit, rating, edits } = await records.record(sha256);
    const name = findPhotoName(db, sha256) ?? `${sha256.slice(0, 8)}…`;
    let image: SheetPicture['image'] = isHeldBack(edits) ? 'held-back' : 'elsewhere';
    if (image !== 'held-back') {
      try {
        const { path, mime } = await editedPhotos.file(sha256, 'thumb', edits);
        image = { bytes: await readFile(path), mime, ...editedPhotos.size(sha256, edits) };
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== 'photo-not-found') throw error;
      }
    }
    return { name, description, credit, rating, image };
  }

  #failed(sha256: string, error: unknown): FailedPhoto {
    const name = findPhotoName(this.#options.db, sha256) ?? sha256;
    return { sha256, name, error: asAppError(error).toRecord() };
  }
}
