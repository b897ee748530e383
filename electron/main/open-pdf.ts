/** PDFs that the page prints: as files of the person's own, opened in the computer's program for them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shell } from 'electron';

const NAME = /^[a-z0-9-]{1,120}\.pdf$/;
const MAX_PDF_BYTES = 512 * 1024 * 1024;
const PDF_START = '%PDF-';

export class PdfOpener {
  #folder: string | null = null;
  #count = 0;

  /** What is no PDF of ours is not opened: the page is not trusted with files of other kinds. Rejects as the disk does. */
  async open(name: unknown, bytes: unknown): Promise<void> {
    if (typeof name !== 'string' || !NAME.test(name)) return;
    if (!(bytes instanceof Uint8Array) || bytes.length > MAX_PDF_BYTES) return;
    if (new TextDecoder('latin1').decode(bytes.subarray(0, PDF_START.length)) !== PDF_START) return;
    this.#folder ??= mkdtempSync(join(tmpdir(), 'toasoan-'));
    // A program that still shows the last one may hold its file.
    this.#count += 1;
    const file = join(this.#folder, `${this.#count}-${name}`);
    writeFileSync(file, bytes, { mode: 0o600 });
    const problem = await shell.openPath(file);
    if (problem !== '') throw new Error(problem);
  }

  /** When the application ends: nothing of an article stays behind. */
  clear(): void {
    if (this.#folder === null) return;
    try {
      rmSync(this.#folder, { recursive: true, force: true });
    } catch {
      // On Windows a file that is shown cannot be removed; the system clears its temporary files itself.
    }
    this.#folder = null;
  }
}
