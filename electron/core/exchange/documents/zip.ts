/**
 * The parts of a ZIP archive, each unpacked when it is asked for and never to more than may be. What the archive says of
 * its sizes is not believed; what it unpacks to has to match its checksum.
 */
import { crc32, inflateRawSync } from 'node:zlib';
import { DamagedFile, LockedFile, OversizedFile } from './reading-faults.ts';

const END_BYTES = 22;
const END_MARK = 0x06054b50;
const ENTRY_BYTES = 46;
const ENTRY_MARK = 0x02014b50;
const LOCAL_BYTES = 30;
const LOCAL_MARK = 0x04034b50;
const MAX_COMMENT = 0xffff;
const ENCRYPTED = 1;
const [STORED, DEFLATED] = [0, 8];

/** Of one part, and of all that is asked for. */
const MAX_PART_BYTES = 128 * 1024 * 1024;
const MAX_UNPACKED_BYTES = 256 * 1024 * 1024;

type Entry = { method: number; isEncrypted: boolean; crc: number; packed: number; at: number };

export class Zip {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #entries = new Map<string, Entry>();
  readonly #unpacked = new Map<string, Uint8Array>();
  #left = MAX_UNPACKED_BYTES;

  /** Throws DamagedFile where its directory is not whole. */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const end = this.#findEnd();
    let at = this.#view.getUint32(end + 16, true);
    for (let left = this.#view.getUint16(end + 10, true); left > 0; left -= 1) at = this.#addEntry(at, end);
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  names(): string[] {
    return [...this.#entries.keys()];
  }

  /** Throws DamagedFile, LockedFile, OversizedFile. */
  read(name: string): Uint8Array {
    const known = this.#unpacked.get(name);
    if (known !== undefined) return known;
    const entry = this.#entries.get(name);
    if (entry === undefined) throw new DamagedFile(`${name} is missing`);
    if (entry.isEncrypted) throw new LockedFile();
    const bytes = this.#unpack(entry);
    if (crc32(bytes) !== entry.crc) throw new DamagedFile(`${name} is not what it was`);
    this.#left -= bytes.length;
    this.#unpacked.set(name, bytes);
    return bytes;
  }

  /** A part that is XML. */
  text(name: string): string {
    const bytes = this.read(name);
    const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
    return new TextDecoder(isUtf16 ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8').decode(bytes);
  }

  #unpack({ method, packed, at }: Entry): Uint8Array {
    if (at + LOCAL_BYTES > this.#bytes.length || this.#view.getUint32(at, true) !== LOCAL_MARK)
      throw new DamagedFile('a part is missing');
    const start = at + LOCAL_BYTES + this.#view.getUint16(at + 26, true) + this.#view.getUint16(at + 28, true);
    const data = this.#bytes.subarray(start, start + packed);
    const most = Math.min(MAX_PART_BYTES, this.#left);
    if (data.length < packed) throw new DamagedFile('a part is cut off');
    if (method === STORED) {
      if (data.length > most) throw new OversizedFile();
      return data;
    }
    if (method !== DEFLATED) throw new DamagedFile(`compression ${method}`);
    if (most === 0) throw new OversizedFile();
    try {
      return inflateRawSync(data, { maxOutputLength: most });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw new OversizedFile();
      throw new DamagedFile('a part cannot be unpacked', { cause: error });
    }
  }

  #findEnd(): number {
    const last = this.#bytes.length - END_BYTES;
    for (let at = last; at >= Math.max(0, last - MAX_COMMENT); at -= 1) {
      if (this.#view.getUint32(at, true) === END_MARK) return at;
    }
    throw new DamagedFile('no directory');
  }

  /** Answers where the next one stands. */
  #addEntry(at: number, end: number): number {
    const view = this.#view;
    if (at + ENTRY_BYTES > end || view.getUint32(at, true) !== ENTRY_MARK) throw new DamagedFile('broken directory');
    const nameBytes = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(this.#bytes.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes));
    this.#entries.set(name, {
      method: view.getUint16(at + 10, true),
      isEncrypted: (view.getUint16(at + 8, true) & ENCRYPTED) !== 0,
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      at: view.getUint32(at + 42, true),
    });
    return at + ENTRY_BYTES + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
}
