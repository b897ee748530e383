/**
 * A whole archive into the desk, file by file:
 *
 *   look --known place--> skipped            (not even read)
 *     |
 *   read --known content--> skipped          (its place is remembered)
 *     |
 *   preview --> group --64 files or 200 ms--> one transaction: articles, and what was imported from where
 *
 * A flush of the disk for each group rather than for each file. Because a file is remembered in the transaction of its
 * article, a run that was killed goes on where it was when the same files are given again.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ImportPreview, TextEncoding } from '../../../shared/contract/desk-imports.ts';
import { AppError, asAppError } from '../../../shared/errors/app-error.ts';
import type { Desk } from '../desk/desk.ts';
import { type FileOnDisk, findArticleOfContent, findArticleOfFile, saveImportedFile } from '../store/imported-files.ts';
import { translateStorageError } from '../store/storage-error.ts';
import type { ImportFailure, ImportSource } from './find-import-files.ts';
import { previewToSeed } from './import-file.ts';
import { type ReadImport, readImport } from './import-readers.ts';
import { keepPictures } from './keep-pictures.ts';
import { fileReadError, lookAtImportFile } from './read-import-file.ts';

const GROUP_FILES = 64;
const GROUP_MS = 200;

/** What an article's file was read as. */
export type ReadAs = Pick<ImportPreview, 'format' | 'encoding' | 'found' | 'guesses'> & {
  photos: number;
  /** Pictures that are no photos; their places stand empty. */
  unreadPictures: number;
};
/** `read` is kept for files that were named, which people look at one by one; an archive's would fill the memory. */
export type ImportedArticle = { id: string; file: string; read?: ReadAs };

export type ImportReport = {
  articles: ImportedArticle[];
  /** Imported before, as `id`. */
  skipped: { file: string; id: string }[];
  failed: ImportFailure[];
  /** How many files were not looked at any more. */
  left: number;
  /** What ended the import early: the disk. The files of its last group count among those that are left. */
  ended: AppError | null;
};

export type ImportOptions = {
  /** Import what was imported before, too. */
  again: boolean;
  /** Of the texts, where the person says so. */
  encoding?: TextEncoding;
  /** Asked before each file. */
  isStopped: () => boolean;
  /** `done` files lie behind, `imported` of them as new articles; `file` is the one in hand. */
  onProgress: (now: { done: number; imported: number; file: string }) => void;
  /** In ms, from any beginning. */
  now?: () => number;
};

type Waiting = {
  source: ImportSource;
  file: FileOnDisk;
  sha256: string;
  preview: ImportPreview;
  /** The SHA-256 of its pictures that are among the photos. */
  kept: ReadonlySet<string>;
};

/** Thrown within an article's part of the transaction: another process has imported the same meanwhile. */
class ImportedMeanwhile extends Error {
  readonly id: string;
  constructor(id: string) {
    super(`imported as ${id}`);
    this.id = id;
  }
}

/** Each file for itself: what cannot be imported stands in `failed`, and the rest is imported. */
export async function importArchive(
  desk: Desk,
  sources: readonly ImportSource[],
  options: ImportOptions,
): Promise<ImportReport> {
  const run = new ImportRun(desk, options);
  let done = 0;
  try {
    for (const source of sources) {
      if (options.isStopped()) break;
      options.onProgress({ done, imported: run.report.articles.length, file: source.shown });
      await run.take(source);
      done += 1;
    }
    run.write();
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown;
    run.report.ended = thrown;
  }
  const { report } = run;
  report.left = sources.length - report.articles.length - report.skipped.length - report.failed.length;
  return report;
}

class ImportRun {
  readonly report: ImportReport = { articles: [], skipped: [], failed: [], left: 0, ended: null };
  readonly #desk: Desk;
  readonly #again: boolean;
  readonly #encoding: TextEncoding | undefined;
  readonly #now: () => number;
  #group: Waiting[] = [];
  /** Contents found at one more place. */
  #places: (FileOnDisk & { sha256: string; articleId: string })[] = [];
  #groupSince = 0;

  constructor(desk: Desk, { again, encoding, now = () => performance.now() }: ImportOptions) {
    this.#desk = desk;
    this.#again = again;
    this.#encoding = encoding;
    this.#now = now;
  }

  /** Throws AppError for a disk that takes nothing. */
  async take(source: ImportSource): Promise<void> {
    const file = await this.#tryFor(source, () => lookAtImportFile(source.path));
    if (file === null) return;
    const known = this.#again ? undefined : findArticleOfFile(this.#desk.db, file);
    if (known !== undefined) this.report.skipped.push({ file: source.shown, id: known });
    else await this.#read(source, file);
    const count = this.#group.length + this.#places.length;
    if (count >= GROUP_FILES || (count > 0 && this.#now() - this.#groupSince >= GROUP_MS)) this.write();
  }

  /** Writes what was gathered. Throws AppError for a disk that takes nothing; it stays gathered. */
  write(): void {
    this.#writePlaces();
    if (this.#group.length === 0) return;
    const at = new Date().toISOString();
    const answers = this.#desk.createArticles(
      this.#group.map(({ file, sha256, preview, kept }) => ({
        seed: previewToSeed(preview, at, kept),
        within: (articleId) => {
          const known = this.#again ? undefined : findArticleOfContent(this.#desk.db, sha256);
          if (known !== undefined) throw new ImportedMeanwhile(known);
          saveImportedFile(this.#desk.db, { ...file, sha256, articleId, at });
        },
      })),
    );
    const group = this.#group;
    this.#group = [];
    for (const [index, answer] of answers.entries()) {
      const { source, preview, kept } = group[index]!;
      const { shown: file, isNamed } = source;
      if ('id' in answer)
        this.report.articles.push({ id: answer.id, file, ...(isNamed && { read: readAs(preview, kept) }) });
      else if (answer.error instanceof ImportedMeanwhile) this.report.skipped.push({ file, id: answer.error.id });
      else this.#fail(source, answer.error);
    }
  }

  async #read(source: ImportSource, file: FileOnDisk): Promise<void> {
    const bytes = await this.#tryFor(source, () => readFile(source.path));
    if (bytes === null) return;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    if (!this.#again) {
      // The same content within the group has no article yet.
      if (this.#group.some((waiting) => waiting.sha256 === sha256)) this.write();
      const articleId = findArticleOfContent(this.#desk.db, sha256);
      if (articleId !== undefined) {
        this.report.skipped.push({ file: source.shown, id: articleId });
        this.#gather(() => this.#places.push({ ...file, sha256, articleId }));
        return;
      }
    }
    const name = basename(source.path);
    const read = await this.#tryFor(source, () => readImport(bytes, name, { encoding: this.#encoding }));
    if (read === null) return;
    const kept = await this.#keepPictures(read);
    this.#gather(() => this.#group.push({ source, file, sha256, preview: read.preview, kept }));
  }

  async #keepPictures({ preview, pictures }: ReadImport): Promise<ReadonlySet<string>> {
    if (pictures.length === 0) return new Set();
    const wanted = new Set(preview.captions.flatMap(({ picture }) => picture ?? []));
    return keepPictures(this.#desk.photos, pictures, wanted, preview.file);
  }

  #gather(add: () => void): void {
    if (this.#group.length + this.#places.length === 0) this.#groupSince = this.#now();
    add();
  }

  #writePlaces(): void {
    if (this.#places.length === 0) return;
    const at = new Date().toISOString();
    const { db, folder } = this.#desk;
    try {
      db.transaction(() => {
        for (const place of this.#places) saveImportedFile(db, { ...place, at });
      }).immediate();
    } catch (error) {
      throw translateStorageError(error, folder);
    }
    this.#places = [];
  }

  async #tryFor<T>(source: ImportSource, read: () => T | Promise<T>): Promise<T | null> {
    try {
      return await read();
    } catch (thrown) {
      const isOurs = thrown instanceof AppError || (thrown as NodeJS.ErrnoException).code !== undefined;
      this.#fail(source, isOurs ? fileReadError(thrown, source.shown) : thrown);
      return null;
    }
  }

  /** In an archive a file is known by its way through the folders. */
  #fail({ shown, isNamed }: ImportSource, thrown: unknown): void {
    const { code, details, cause } = asAppError(thrown);
    const named = isNamed || details.file === undefined ? details : { ...details, file: shown };
    this.report.failed.push({ file: shown, error: new AppError(code, named, { cause }) });
  }
}

function readAs({ format, encoding, found, guesses, captions }: ImportPreview, kept: ReadonlySet<string>): ReadAs {
  const pictures = captions.flatMap(({ picture }) => picture ?? []);
  const photos = pictures.filter((sha256) => kept.has(sha256)).length;
  return { format, encoding, found, guesses, photos, unreadPictures: pictures.length - photos };
}
