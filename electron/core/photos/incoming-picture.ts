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

/** In memory, of a page, or the path of a file. */
export type PictureInput = Uint8Array | Blob | string;

/**
 * Writes the picture to `copy` and answers its SHA-256. Throws photo-too-large, photo-empty, file-not-found, file-unreadable,
 * photo-not-an-image for what is no file, photo-changed for a file that somebody writes to meanwhile, and the signal's reason.
 */
export async function copyIn(
  input: PictureInput,
  copy: string,
  { name, signal }: { name: string; signal?: AbortSignal },
): Promise<{ sha256: string; bytes: number }> {
  return typeof input === 'string' ? copyFileIn(input, copy, signal) : write(input, copy, name, signal);
}

async function write(
  input: Uint8Array | Blob,
  copy: string,
  name: string,
  signal: AbortSignal | undefined,
): Promise<{ sha256: string; bytes: number }> {
  const bytes = input instanceof Uint8Array ? input.length : input.size;
  checkLength(bytes, name);
  const slice = async (at: number): Promise<Uint8Array> =>
    input instanceof Uint8Array
      ? input.subarray(at, at + SLICE_BYTES)
      : new Uint8Array(await input.slice(at, at + SLICE_BYTES).arrayBuffer());
  return writeSlices(copy, bytes, slice, signal);
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
    const copied = await writeSlices(copy, before.size, slice, signal);
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

async function writeSlices(
  copy: string,
  bytes: number,
  slice: (at: number) => Promise<Uint8Array>,
  signal: AbortSignal | undefined,
): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256');
  const file = await open(copy, 'wx', 0o600);
  try {
    for (let at = 0; at < bytes; ) {
      signal?.throwIfAborted();
      const read = await slice(at);
      hash.update(read);
      await file.writeFile(read);
      at += read.length;
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
