/**
 * A ZIP file of large files, written while it is read: piece by piece from the disk, nothing compressed again, and longer than
 * 4 GB where it must be (ZIP64 by APPNOTE 6.3.10, only where a number does not fit). Sizes and checks stand before each file, so
 * that every program unpacks it from its beginning.
 */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { crc32 } from 'node:zlib';

const PIECE_BYTES = 1024 * 1024;
const PLAIN_VERSION = 20;
const ZIP64_VERSION = 45;
const UTF8_NAMES = 0x0800;
const TOO_LARGE = 0xffff_ffff;
const TOO_MANY = 0xffff;

type Entry = { name: Buffer; bytes: number; check: number; offset: number };

export class StoredZip {
  readonly #time: number;
  readonly #date: number;
  readonly #names = new Set<string>();
  readonly #entries: Entry[] = [];
  readonly #largest: number;
  #offset = 0;

  /** `at`: the time that the files in it bear. `largest`: beyond it, numbers are written as ZIP64 has them. */
  constructor(at: Date, largest = TOO_LARGE - 1) {
    this.#time = (at.getHours() << 11) | (at.getMinutes() << 5) | (at.getSeconds() >> 1);
    this.#date = ((Math.max(at.getFullYear(), 1980) - 1980) << 9) | ((at.getMonth() + 1) << 5) | at.getDate();
    this.#largest = largest;
  }

  /** The file's bytes as they go into the archive. Throws where the name is taken, or the file cannot be read. */
  async *add(name: string, path: string): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    if (this.#names.has(name)) throw new Error(`twice in one archive: ${name}`);
    const { size } = await stat(path);
    let check = 0;
    for await (const piece of piecesOf(path)) check = crc32(piece, check);
    this.#names.add(name);
    const entry: Entry = { name: Buffer.from(name), bytes: size, check, offset: this.#offset };
    this.#entries.push(entry);
    yield this.#put(this.#header(entry));
    let read = 0;
    for await (const piece of piecesOf(path)) {
      read += piece.length;
      yield this.#put(piece);
    }
    if (read !== size) throw new Error(`changed while it was read: ${name}`);
  }

  /** What closes the archive. */
  end(): Uint8Array<ArrayBuffer> {
    const start = this.#offset;
    const listed = Buffer.concat(this.#entries.map((entry) => this.#listed(entry)));
    const count = this.#entries.length;
    const isLarge = count >= TOO_MANY || start > this.#largest || listed.length > this.#largest;
    const parts = [listed];
    if (isLarge) parts.push(largeEnd(count, listed.length, start));
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(isLarge ? TOO_MANY : count, 8);
    end.writeUInt16LE(isLarge ? TOO_MANY : count, 10);
    end.writeUInt32LE(isLarge ? TOO_LARGE : listed.length, 12);
    end.writeUInt32LE(isLarge ? TOO_LARGE : start, 16);
    return this.#put(Buffer.concat([...parts, end]));
  }

  #put(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
    this.#offset += bytes.length;
    return new Uint8Array(bytes);
  }

  #header({ name, bytes, check }: Entry): Buffer {
    const isLarge = bytes > this.#largest;
    const extra = isLarge ? largeNumbers([bytes, bytes]) : Buffer.alloc(0);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(isLarge ? ZIP64_VERSION : PLAIN_VERSION, 4);
    this.#writeFacts(head, 6, { bytes: isLarge ? TOO_LARGE : bytes, check });
    head.writeUInt16LE(name.length, 26);
    head.writeUInt16LE(extra.length, 28);
    return Buffer.concat([head, name, extra]);
  }

  #listed({ name, bytes, check, offset }: Entry): Buffer<ArrayBuffer> {
    const isLarge = bytes > this.#largest || offset > this.#largest;
    const extra = isLarge ? largeNumbers([bytes, bytes, offset]) : Buffer.alloc(0);
    const head = Buffer.alloc(46);
    head.writeUInt32LE(0x02014b50, 0);
    head.writeUInt16LE(ZIP64_VERSION, 4);
    head.writeUInt16LE(isLarge ? ZIP64_VERSION : PLAIN_VERSION, 6);
    this.#writeFacts(head, 8, { bytes: isLarge ? TOO_LARGE : bytes, check });
    head.writeUInt16LE(name.length, 28);
    head.writeUInt16LE(extra.length, 30);
    head.writeUInt32LE(isLarge ? TOO_LARGE : offset, 42);
    return Buffer.concat([head, name, extra]);
  }

  /** Flags, method (stored), time, date, check, and both sizes. */
  #writeFacts(head: Buffer, at: number, { bytes, check }: { bytes: number; check: number }): void {
    head.writeUInt16LE(UTF8_NAMES, at);
    head.writeUInt16LE(this.#time, at + 4);
    head.writeUInt16LE(this.#date, at + 6);
    head.writeUInt32LE(check, at + 8);
    head.writeUInt32LE(bytes, at + 12);
    head.writeUInt32LE(bytes, at + 16);
  }
}

async function* piecesOf(path: string): AsyncGenerator<Buffer<ArrayBuffer>> {
  for await (const piece of createReadStream(path, { highWaterMark: PIECE_BYTES })) yield piece as Buffer<ArrayBuffer>;
}

/** The extra field of ZIP64: those numbers that stand as 0xFFFFFFFF, in their order. */
function largeNumbers(numbers: readonly number[]): Buffer {
  const field = Buffer.alloc(4 + numbers.length * 8);
  field.writeUInt16LE(0x0001, 0);
  field.writeUInt16LE(numbers.length * 8, 2);
  for (const [index, number] of numbers.entries()) field.writeBigUInt64LE(BigInt(number), 4 + index * 8);
  return field;
}

/** The end of ZIP64's own, and where it is. */
function largeEnd(count: number, listedBytes: number, start: number): Buffer<ArrayBuffer> {
  const end = Buffer.alloc(56 + 20);
  end.writeUInt32LE(0x06064b50, 0);
  end.writeBigUInt64LE(44n, 4);
  end.writeUInt16LE(ZIP64_VERSION, 12);
  end.writeUInt16LE(ZIP64_VERSION, 14);
  end.writeBigUInt64LE(BigInt(count), 24);
  end.writeBigUInt64LE(BigInt(count), 32);
  end.writeBigUInt64LE(BigInt(listedBytes), 40);
  end.writeBigUInt64LE(BigInt(start), 48);
  end.writeUInt32LE(0x07064b50, 56);
  end.writeBigUInt64LE(BigInt(start + listedBytes), 64);
  end.writeUInt32LE(1, 72);
  return end;
}
