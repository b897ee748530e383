/** Originals by hash: streamed to a temporary file, checked, and only then given their name. */
import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { AppError } from '../../shared/errors/app-error.ts';

const SHA256 = /^[0-9a-f]{64}$/;

/** The originals of photos and of attached documents lie together. */
export function originalPath(dataDir: string, sha256: string): string {
  return join(dataDir, 'photos', sha256.slice(0, 2), sha256);
}

export type OriginalRules<Checked> = {
  dataDir: string;
  maxBytes: number;
  tooLarge: 'photo-too-large' | 'attachment-too-large';
  otherHash: 'photo-hash-mismatch' | 'hash-mismatch';
  /** Looks at the whole file before it is kept; throws AppError for what is refused. */
  check: (path: string) => Promise<Checked>;
};

/** The hash of an address. Throws the error that stands for an original that is not there. */
export function checkedHash(sha256: string, notFound: 'photo-not-found' | 'attachment-not-found'): string {
  if (!SHA256.test(sha256)) throw new AppError(notFound, { sha256: sha256.slice(0, 64) });
  return sha256;
}

/** Routes whose bodies are taken as they come. */
export function withoutParsing(app: FastifyInstance, mount: (uploads: FastifyInstance) => void): void {
  app.register(async (uploads) => {
    uploads.removeAllContentTypeParsers();
    uploads.addContentTypeParser('*', (_request, _payload, done) => done(null));
    mount(uploads);
  });
}

/** Leaves either the whole file in its place, on disk, or nothing. */
export async function receiveOriginal<Checked>(
  { dataDir, maxBytes, tooLarge, otherHash, check }: OriginalRules<Checked>,
  sha256: string,
  request: FastifyRequest,
): Promise<{ sha256: string; bytes: number } & Checked> {
  const incoming = join(dataDir, 'incoming');
  await mkdir(incoming, { recursive: true });
  const temporary = join(incoming, randomUUID());
  const hash = createHash('sha256');
  let bytes = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      hash.update(chunk);
      if (bytes <= maxBytes) return done(null, chunk);
      const limit = `${maxBytes / 1024 / 1024} MB`;
      done(new AppError(tooLarge, { file: sha256, size: `> ${limit}`, limit }));
    },
  });
  try {
    await pipeline(request.raw, measure, createWriteStream(temporary));
    if (hash.digest('hex') !== sha256) throw new AppError(otherHash);
    const checked = await check(temporary);
    await syncToDisk(temporary);
    const path = originalPath(dataDir, sha256);
    await mkdir(dirname(path), { recursive: true });
    await rename(temporary, path);
    await syncToDisk(dirname(path));
    return { sha256, bytes, ...checked };
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** A folder's entries are synced like a file's bytes; Windows has no such thing and needs none. */
async function syncToDisk(path: string): Promise<void> {
  try {
    const handle = await open(path, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (process.platform !== 'win32') throw error;
  }
}
