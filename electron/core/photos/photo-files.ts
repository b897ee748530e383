/** The originals of photos and their renditions beside them: `<sha256>.thumb.jpg`, edited ones `<sha256>.<key>.thumb.jpg`. */

import { existsSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Rendition } from '../../../pictures/renditions.ts';
import { OriginalFiles } from '../files/original-files.ts';

const KEY = /^\.[0-9a-f]{16}\./;

export class PhotoFiles extends OriginalFiles {
  /** `key`: of the edits that it is rendered with, 16 hexadecimal digits. */
  rendition(sha256: string, rendition: Rendition, key?: string): string {
    return `${this.original(sha256)}${key === undefined ? '' : `.${key}`}.${rendition}.jpg`;
  }

  async writeRendition(sha256: string, rendition: Rendition, bytes: Uint8Array, key?: string): Promise<void> {
    await this.writeWhole(this.rendition(sha256, rendition, key), bytes);
  }

  /** Of a picture that is edited again and again, only the renditions made last are kept. */
  async removeOldEdited(sha256: string, most: number): Promise<void> {
    const original = this.original(sha256);
    const edited: { path: string; at: number }[] = [];
    for (const name of await readdir(dirname(original))) {
      if (!name.startsWith(sha256) || !KEY.test(name.slice(basename(original).length))) continue;
      const path = join(dirname(original), name);
      // Another may have taken it away since the folder was read.
      const at = await stat(path).then(({ mtimeMs }) => mtimeMs, goneOr);
      if (at !== null) edited.push({ path, at });
    }
    edited.sort((a, b) => b.at - a.at);
    for (const { path } of edited.slice(most)) await rm(path, { force: true });
  }

  /** Of a picture that is put away: its original and all that was made of it. */
  async remove(sha256: string): Promise<void> {
    const folder = dirname(this.original(sha256));
    if (!existsSync(folder)) return;
    for (const name of await readdir(folder)) {
      if (name.startsWith(sha256)) await rm(join(folder, name), { force: true });
    }
  }
}

function goneOr(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
