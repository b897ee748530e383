/**
 * Originals as files, of photos and of attached documents alike: `photos/ab/<sha256>`. A file has its name only once it is
 * whole: it is written under another name, flushed, and renamed.
 */
import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export class OriginalFiles {
  readonly #folder: string;

  /** `profileFolder`: where the database is. */
  constructor(profileFolder: string) {
    this.#folder = join(profileFolder, 'photos');
  }

  original(sha256: string): string {
    return join(this.#folder, sha256.slice(0, 2), sha256);
  }

  hasOriginal(sha256: string): boolean {
    return existsSync(this.original(sha256));
  }

  async writeOriginal(sha256: string, bytes: Uint8Array): Promise<void> {
    if (this.hasOriginal(sha256) && (await this.#hashOf(sha256)) === sha256) return;
    await this.writeWhole(this.original(sha256), bytes);
  }

  /** What an end in the middle of writing left behind; not what another process is writing now. */
  async removeUnfinished(): Promise<void> {
    const folder = this.#unfinished();
    if (!existsSync(folder)) return;
    for (const name of await readdir(folder)) {
      const writer = Number.parseInt(name, 10);
      if (writer === process.pid || !isRunning(writer)) await rm(join(folder, name), { force: true });
    }
  }

  /** The SHA-256 of an original's bytes as they are now; null without a file. */
  async hashOf(sha256: string): Promise<string | null> {
    return this.hasOriginal(sha256) ? this.#hashOf(sha256) : null;
  }

  async #hashOf(sha256: string): Promise<string> {
    return createHash('sha256')
      .update(await readFile(this.original(sha256)))
      .digest('hex');
  }

  /** A path to write to; what stands there is swept away when nobody writes it any more. */
  async newUnfinished(): Promise<string> {
    const folder = this.#unfinished();
    await mkdir(folder, { recursive: true });
    return join(folder, `${process.pid}.${randomUUID()}`);
  }

  /** Gives a file that is whole and flushed its name. */
  async place(unfinished: string, path: string): Promise<void> {
    await mkdir(dirname(path), { recursive: true });
    await rename(unfinished, path);
    await syncFolder(dirname(path));
  }

  #unfinished(): string {
    return join(this.#folder, 'unfinished');
  }

  protected async writeWhole(path: string, bytes: Uint8Array): Promise<void> {
    const unfinished = await this.newUnfinished();
    try {
      const file = await open(unfinished, 'wx', 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await this.place(unfinished, path);
    } catch (error) {
      await rm(unfinished, { force: true });
      throw error;
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Makes a rename durable; Windows neither can nor needs to. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
