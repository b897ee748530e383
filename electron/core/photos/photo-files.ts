/** The originals of photos and their renditions beside them: `<sha256>.thumb.jpg`. */

import type { Rendition } from '../../../pictures/renditions.ts';
import { OriginalFiles } from '../files/original-files.ts';

export class PhotoFiles extends OriginalFiles {
  rendition(sha256: string, rendition: Rendition): string {
    return `${this.original(sha256)}.${rendition}.jpg`;
  }

  async writeRendition(sha256: string, rendition: Rendition, bytes: Uint8Array): Promise<void> {
    await this.writeWhole(this.rendition(sha256, rendition), bytes);
  }
}
