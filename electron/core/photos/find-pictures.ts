/**
 * The pictures of a folder or a card, folder after folder by name. What a file is its first bytes tell; one that only calls itself a
 * picture is brought as well, so that somebody is told what is wrong with it. Passed over are hidden files, what is no
 * picture, and raw data beside the picture that the camera made of it.
 */
import type { Dirent } from 'node:fs';
import { open, readdir, realpath, stat } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import { SNIFFED_BYTES, sniffPicture } from '../../../pictures/picture-format.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import { fileReadError } from '../exchange/read-import-file.ts';

export type FoundPictures = {
  /** Whole paths. */
  files: string[];
  passedOver: number;
  /** Folders and files that cannot be looked into. */
  failed: { file: string; error: AppError }[];
};

const callsItselfPicture = /\.(jpe?g|png|webp|avif|tiff?|hei[cf])$/iu;

/** Throws file-not-found for a folder that is not there. */
export async function findPictures(folder: string): Promise<FoundPictures> {
  const isFolder = await stat(folder).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
  if (!isFolder) throw new AppError('file-not-found', { file: folder });
  const walk = new Walk();
  await walk.folder(resolve(folder));
  return walk.found;
}

class Walk {
  readonly found: FoundPictures = { files: [], passedOver: 0, failed: [] };
  /** Real paths: links may lead in circles. */
  readonly #seen = new Set<string>();

  async folder(path: string): Promise<void> {
    try {
      const real = await realpath(path);
      if (this.#seen.has(real)) return;
      this.#seen.add(real);
      const entries = await readdir(path, { withFileTypes: true });
      // Not in an order of a language: those differ from computer to computer.
      entries.sort((a, b) => (a.name < b.name ? -1 : 1));
      const developed = new Set(
        entries
          .map(({ name }) => name)
          .filter((name) => /\.jpe?g$/iu.test(name))
          .map(stemOf),
      );
      for (const entry of entries) await this.#entry(entry, join(path, entry.name), developed);
    } catch (error) {
      this.#fail(path, error);
    }
  }

  async #entry(entry: Dirent, path: string, developed: ReadonlySet<string>): Promise<void> {
    const target = entry.isSymbolicLink() ? await stat(path).catch(() => null) : entry;
    if (target === null) this.#fail(path, new AppError('file-not-found', { file: path }));
    else if (entry.name.startsWith('.')) this.found.passedOver += 1;
    else if (target.isDirectory()) await this.folder(path);
    else if (target.isFile()) await this.#file(path, developed.has(stemOf(entry.name)));
    else this.found.passedOver += 1;
  }

  async #file(path: string, isDeveloped: boolean): Promise<void> {
    try {
      const kind = sniffPicture(await headOf(path));
      const isNone = kind === 'photo-not-an-image' || kind === 'photo-animated' || kind === 'photo-empty';
      if (kind === 'photo-raw' ? isDeveloped : isNone && !callsItselfPicture.test(path)) this.found.passedOver += 1;
      else this.found.files.push(path);
    } catch (error) {
      this.#fail(path, error);
    }
  }

  #fail(file: string, cause: unknown): void {
    this.found.failed.push({ file, error: fileReadError(cause, file) });
  }
}

function stemOf(name: string): string {
  return name.slice(0, name.length - extname(name).length).toLowerCase();
}

async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(SNIFFED_BYTES), 0, SNIFFED_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
