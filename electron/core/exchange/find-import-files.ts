/**
 * The files that were meant by files and folders, in an order that is the same every time: as given, and in a folder by
 * name, folder after folder. Left out are hidden files, what a page was saved with (`bài_files` beside `bài.html`), a
 * folder met a second time (links may lead in circles) and our own data folder.
 */
import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { AppError } from '../../../shared/errors/app-error.ts';
import { mayBeImported } from './import-readers.ts';
import { fileReadError } from './read-import-file.ts';

/** `path` is whole; `shown` is how the person would write it. `isNamed`: given itself, not found in a folder. */
export type ImportSource = { path: string; shown: string; isNamed: boolean };
export type ImportFailure = { file: string; error: AppError };
export type FoundFiles = {
  files: ImportSource[];
  /** As shown: files in folders that nobody reads. */
  unread: string[];
  /** Folders that cannot be looked into, links that lead nowhere. */
  failed: ImportFailure[];
};

export async function findImportFiles(given: readonly string[], dataFolder: string): Promise<FoundFiles> {
  const walk = new Walk();
  await walk.leaveOut(dataFolder);
  for (const path of given) await walk.take(path);
  return walk.found;
}

class Walk {
  readonly found: FoundFiles = { files: [], unread: [], failed: [] };
  /** Real paths of folders. */
  readonly #seen = new Set<string>();

  async leaveOut(folder: string): Promise<void> {
    const real = await realpath(folder).catch(() => null);
    if (real !== null) this.#seen.add(real);
  }

  /** What is not there is taken for a file: whoever reads it says so. */
  async take(given: string): Promise<void> {
    const stats = await stat(given).catch(() => null);
    if (stats?.isDirectory()) await this.#folder(resolve(given), given);
    else this.found.files.push({ path: resolve(given), shown: given, isNamed: true });
  }

  async #folder(path: string, shown: string): Promise<void> {
    try {
      const real = await realpath(path);
      if (this.#seen.has(real)) return;
      this.#seen.add(real);
      const entries = await readdir(path, { withFileTypes: true });
      const names = new Set(entries.map(({ name }) => name));
      // Not in an order of a language: those differ from computer to computer.
      entries.sort((a, b) => (a.name < b.name ? -1 : 1));
      for (const entry of entries) {
        if (entry.name.startsWith('.') || isSavedBeside(entry.name, names)) continue;
        await this.#entry(entry, join(path, entry.name), join(shown, entry.name));
      }
    } catch (thrown) {
      this.found.failed.push({ file: shown, error: fileReadError(thrown, shown) });
    }
  }

  async #entry(entry: Dirent, path: string, shown: string): Promise<void> {
    const target = entry.isSymbolicLink() ? await stat(path).catch(() => null) : entry;
    if (target === null)
      this.found.failed.push({ file: shown, error: new AppError('file-not-found', { file: shown }) });
    else if (target.isDirectory()) await this.#folder(path, shown);
    else if (!target.isFile()) return;
    else if (!mayBeImported(entry.name)) this.found.unread.push(shown);
    else this.found.files.push({ path, shown, isNamed: false });
  }
}

function isSavedBeside(name: string, names: ReadonlySet<string>): boolean {
  const [, page] = /^(.+)[_.]files$/u.exec(name) ?? [];
  return page !== undefined && (names.has(`${page}.html`) || names.has(`${page}.htm`));
}
