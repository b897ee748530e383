/** Originals by hash: streamed to a temporary file, checked, and only then given their name. */
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import sharp from 'sharp';
import { MAX_PHOTO_BYTES } from '../../shared/contract/office.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { findPhoto, insertPhoto, type StoredPhoto } from '../store/photos.ts';
import { type OfficeContext, signedIn } from './context.ts';

const sha256Pattern = /^[0-9a-f]{64}$/;
const mimeTypes: Record<string, string> = { jpeg: 'image/jpeg', png: 'image/png', webp: 'image/webp' };

export function originalPath(dataDir: string, sha256: string): string {
  return join(dataDir, 'photos', sha256.slice(0, 2), sha256);
}

export function mountPhotos(app: FastifyInstance, context: OfficeContext): void {
  const { db, dataDir, clock } = context;

  app.get<{ Params: { sha256: string } }>('/v1/photos/:sha256', async (request, reply) => {
    signedIn(context, request);
    const photo = findPhoto(db, checkedHash(request.params.sha256));
    if (photo === undefined) throw new AppError('photo-not-found', { sha256: request.params.sha256 });
    return reply
      .type(mimeTypes[photo.format] ?? 'application/octet-stream')
      .header('content-length', photo.bytes)
      .send(createReadStream(originalPath(dataDir, photo.sha256)));
  });

  app.register(async (uploads) => {
    uploads.removeAllContentTypeParsers();
    uploads.addContentTypeParser('*', (_request, _payload, done) => done(null));
    uploads.put<{ Params: { sha256: string } }>('/v1/photos/:sha256', async (request, reply) => {
      const account = signedIn(context, request);
      const sha256 = checkedHash(request.params.sha256);
      if (findPhoto(db, sha256) !== undefined) {
        request.raw.resume();
        return reply.code(200).send({ sha256 });
      }
      const photo = await receiveOriginal(dataDir, sha256, request);
      insertPhoto(db, photo, account.person.id, clock().toISOString());
      void context.deliverer.run();
      return reply.code(201).send({ sha256 });
    });
  });
}

function checkedHash(sha256: string): string {
  if (!sha256Pattern.test(sha256)) throw new AppError('photo-not-found', { sha256: sha256.slice(0, 64) });
  return sha256;
}

/** Leaves either the whole file in its place, on disk, or nothing. */
async function receiveOriginal(dataDir: string, sha256: string, request: FastifyRequest): Promise<StoredPhoto> {
  const incoming = join(dataDir, 'incoming');
  await mkdir(incoming, { recursive: true });
  const temporary = join(incoming, randomUUID());
  const hash = createHash('sha256');
  let bytes = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      hash.update(chunk);
      if (bytes <= MAX_PHOTO_BYTES) return done(null, chunk);
      const limit = `${MAX_PHOTO_BYTES / 1024 / 1024} MB`;
      done(new AppError('photo-too-large', { file: sha256, size: `> ${limit}`, limit }));
    },
  });
  try {
    await pipeline(request.raw, measure, createWriteStream(temporary));
    if (hash.digest('hex') !== sha256) throw new AppError('photo-hash-mismatch');
    const size = await measurePicture(temporary, sha256);
    await syncToDisk(temporary);
    const path = originalPath(dataDir, sha256);
    await mkdir(dirname(path), { recursive: true });
    await rename(temporary, path);
    await syncToDisk(dirname(path));
    return { sha256, bytes, ...size };
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

async function measurePicture(
  path: string,
  sha256: string,
): Promise<{ width: number; height: number; format: string }> {
  try {
    const { width, height, format, autoOrient } = await sharp(path).metadata();
    if (mimeTypes[format] === undefined) throw new TypeError(`not a picture for the web: ${format}`);
    return { width: autoOrient.width ?? width, height: autoOrient.height ?? height, format };
  } catch (error) {
    throw new AppError('photo-not-an-image', { file: sha256 }, { cause: error });
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
