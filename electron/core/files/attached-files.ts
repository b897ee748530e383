/** The attached documents of this profile: kept byte for byte beside the photos' originals, with a row once the file is whole. */
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { safeText } from '../../../pictures/safe-text.ts';
import type { AttachedFile, FileInfo } from '../../../shared/contract/desk-files.ts';
import { MAX_FILE_BYTES } from '../../../shared/contract/office.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import { fileKinds, fileNameOf } from '../../../shared/files/file-kinds.ts';
import { sniffFile } from '../../../shared/files/sniff-file.ts';
import { findFile, insertFile, type StoredFile } from '../store/attached-files.ts';
import type { WritableDb } from '../store/database.ts';
import { isWanted } from '../store/original-queue.ts';
import { translateStorageError } from '../store/storage-error.ts';
import { checkSize } from './check-size.ts';
import { OriginalFiles } from './original-files.ts';

export class AttachedFiles {
  readonly files: OriginalFiles;
  readonly #db: WritableDb;
  readonly #folder: string;
  readonly #clock: () => Date;

  constructor(options: { db: WritableDb; folder: string; clock: () => Date }) {
    this.#db = options.db;
    this.#folder = options.folder;
    this.#clock = options.clock;
    this.files = new OriginalFiles(options.folder);
  }

  /**
   * Takes in a document. `name` is its file's name; the answer's ends as files of its kind do. The same bytes again are kept
   * once. Throws AppError, with nothing half done: attachment-refused, -empty, -program, -macros, -locked, -too-large,
   * disk-full.
   */
  async add(bytes: Uint8Array, name: string): Promise<AttachedFile> {
    const sha256 = hashOf(bytes);
    const { kind } = await this.#keep(sha256, bytes, name, false);
    return { sha256, name: fileNameOf(name, kind), bytes: bytes.length };
  }

  /** Reads a document from a file. Throws as `add`, and file-not-found. */
  async addFile(path: string): Promise<AttachedFile> {
    let bytes: Uint8Array;
    try {
      checkSize('attachment-too-large', {
        file: basename(path),
        bytes: (await stat(path)).size,
        limit: MAX_FILE_BYTES,
      });
      bytes = await readFile(path);
    } catch (error) {
      if (error instanceof AppError) throw error;
      throw new AppError('file-not-found', { file: path }, { cause: error });
    }
    return this.add(bytes, basename(path));
  }

  /** Keeps an original that came from the endpoint, whose name the articles tell. Throws as `add`, and hash-mismatch. */
  async receive(sha256: string, bytes: Uint8Array): Promise<void> {
    if (hashOf(bytes) !== sha256) throw new AppError('hash-mismatch');
    await this.#keep(sha256, bytes, `${sha256}.txt`, true);
  }

  /** The original's bytes. Throws attachment-not-found. */
  async read(sha256: string): Promise<Uint8Array> {
    return readFile(this.file(sha256).path);
  }

  /** Where the original lies, its type, and its name as files of its kind end. Throws attachment-not-found. */
  file(sha256: string, name?: string): { path: string; mime: string; name: string } {
    const file = this.#find(sha256);
    if (file === null) throw new AppError('attachment-not-found', { sha256 });
    const { kind } = file;
    return {
      path: this.files.original(sha256),
      mime: fileKinds[kind].mime,
      name: fileNameOf(name ?? file.name, kind),
    };
  }

  has(sha256: string): boolean {
    return this.#find(sha256) !== null;
  }

  info(sha256: string): FileInfo {
    const kind = this.#find(sha256)?.kind ?? null;
    const state = kind !== null ? 'here' : isWanted(this.#db, 'files', sha256) ? 'awaited' : 'missing';
    return { sha256, state, kind };
  }

  #find(sha256: string): StoredFile | null {
    const file = findFile(this.#db, sha256);
    return file !== undefined && this.files.hasOriginal(sha256) ? file : null;
  }

  async #keep(sha256: string, bytes: Uint8Array, name: string, uploaded: boolean): Promise<StoredFile> {
    const told = safeText(name);
    checkSize('attachment-too-large', { file: told, bytes: bytes.length, limit: MAX_FILE_BYTES });
    const known = this.#find(sha256);
    if (known !== null) return known;
    const sniffed = sniffFile(bytes, name);
    if ('refused' in sniffed) {
      const { refused } = sniffed;
      throw new AppError(refused === 'unknown' ? 'attachment-refused' : `attachment-${refused}`, { file: told });
    }
    const file: StoredFile = { sha256, name: fileNameOf(name, sniffed.kind), bytes: bytes.length, kind: sniffed.kind };
    try {
      await this.files.writeOriginal(sha256, bytes);
      insertFile(this.#db, { ...file, addedAt: this.#clock().toISOString(), uploaded });
    } catch (error) {
      throw translateStorageError(error, this.#folder);
    }
    return file;
  }
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
