/** A ZIP file that is written while it is made, so that pictures of many articles never lie in memory together. */
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

/** Compressed already: to compress them again takes time and gives nothing. */
const PACKED = /\.(?:jpg|png|webp|docx|pdf)$/;
const LEVEL = 6;

export class ZipWriter {
  readonly #zip: Zip;
  readonly #at: Date;
  readonly #names = new Set<string>();
  #made: Uint8Array[] = [];

  /** `at`: the time that the files in it bear. */
  constructor(at: Date) {
    this.#at = at;
    this.#zip = new Zip((error, bytes) => {
      if (error !== null) throw error;
      this.#made.push(bytes);
    });
  }

  has(name: string): boolean {
    return this.#names.has(name);
  }

  /** Throws where the name is taken. */
  add(name: string, bytes: Uint8Array): void {
    if (this.#names.has(name)) throw new Error(`twice in one archive: ${name}`);
    this.#names.add(name);
    const file = PACKED.test(name) ? new ZipPassThrough(name) : new ZipDeflate(name, { level: LEVEL });
    file.mtime = this.#at;
    this.#zip.add(file);
    file.push(bytes, true);
  }

  end(): void {
    this.#zip.end();
  }

  /** What has been made since the last time, as one piece. */
  take(): Uint8Array<ArrayBuffer> {
    const made = new Uint8Array(Buffer.concat(this.#made));
    this.#made = [];
    return made;
  }
}
