/**
 * A picture on its way in: copied and hashed in one go, so that whatever becomes of the source meanwhile, what is looked at is what
 * is kept. It is read in slices, between which keys are answered.
 */
import { createHash } from 'node:crypto';
import { constants, type FileHandle, open } from 'node:fs/promises';
import { basename } from 'node:path';
import { MAX_PHOTO_BYTES } from '../../../shared/contract/office.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import { fileReadError } from '../exchange/read-import-file.ts';
import { checkSize } from '../files/check-size.ts';

const SLICE_BYTES = 256 * 1024;

/** In memory, of a page, on its way through the network, or the path of a file. */
export type PictureInput = Uint8Array | Blob | AsyncIterable<Uint8Array> | string;

/**
 * Writes the picture to `copy` and answers its SHA-256. Throws photo-too-large, photo-empty, file-not-found, file-unreadable,
 * photo-not-an-image for what is no file, photo-changed for a file that somebody writes to meanwhile, and the signal's reason.
 */
export async function copyIn(
  input: PictureInput,
  copy: string,
  { name, signal }: { name: string; signal?: AbortSignal },
): Promise<{ sha256: string; bytes: number }> {
  if (typeof input === 'string') return copyFileIn(input, copy, signal);
  if (Symbol.asyncIterator in input) return write(copy, received(input, name, signal), signal);
  const bytes = input instanceof Uint8Array ? input.length : input.size;
  checkLength(bytes, name);
  const slice = async (at: number): Promise<Uint8Array> =>
    input instanceof Uint8Array
      ? input.subarray(at, at + SLICE_BYTES)
      : new Uint8Array(await input.slice(at, at + SLICE_BYTES).arrayBuffer());
  return write(copy, slices(bytes, slice), signal);
}

/** How long it is, is known only at its end; whoever sends it may fall silent in the middle. */
async function* received(
  input: AsyncIterable<Uint8Array>,
  name: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array> {
  const calledOff = new Promise<never>((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  calledOff.catch(() => {});
  const parts = input[Symbol.asyncIterator]();
  let bytes = 0;
  for (;;) {
    const { done, value } = await Promise.race([parts.next(), calledOff]);
    if (done) break;
    bytes += value.length;
    checkLength(bytes, name);
    yield value;
  }
  checkLength(bytes, name);
}

async function* slices(bytes: number, slice: (at: number) => Promise<Uint8Array>): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes; ) {
    const read = await slice(at);
    at += read.length;
    yield read;
  }
}

async function copyFileIn(
  path: string,
  copy: string,
  signal: AbortSignal | undefined,
): Promise<{ sha256: string; bytes: number }> {
  const name = basename(path);
  const file = await openSource(path);
  try {
    const before = await file.stat();
    if (!before.isFile()) throw new AppError('photo-not-an-image', { file: name });
    checkLength(before.size, name);
    const buffer = Buffer.alloc(SLICE_BYTES);
    const slice = async (at: number): Promise<Uint8Array> => {
      const { bytesRead } = await file.read(buffer, 0, Math.min(SLICE_BYTES, before.size - at), at);
      if (bytesRead === 0) throw new AppError('photo-changed', { file: name });
      return buffer.subarray(0, bytesRead);
    };
    const copied = await write(copy, slices(before.size, slice), signal);
    const after = await file.stat();
    if (after.size !== before.size || after.mtimeMs !== before.mtimeMs) {
      throw new AppError('photo-changed', { file: name });
    }
    return copied;
  } finally {
    await file.close();
  }
}

/** A pipe must not be waited for. */
async function openSource(path: string): Promise<FileHandle> {
  try {
    return await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    throw fileReadError(error, path);
  }
}

async function write(
  copy: string,
  parts: AsyncIterable<Uint8Array>,
  signal: AbortSignal | undefined,
): Promise<{ sha256: string; bytes: number }> {
  signal?.throwIfAborted();
  const hash = createHash('sha256');
  const file = await open(copy, 'wx', 0o600);
  let bytes = 0;
  try {
    for await (const part of parts) {
      signal?.throwIfAborted();
      hash.update(part);
      await file.writeFile(part);
      bytes += part.length;
    }
  } finally {
    await file.close();
  }
  return { sha256: hash.digest('hex'), bytes };
}

function checkLength(bytes: number, file: string): void {
  if (bytes === 0) throw new AppError('photo-empty', { file });
  checkSize('photo-too-large', { file, bytes, limit: MAX_PHOTO_BYTES });
}
