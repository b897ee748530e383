/** The originals of photos, between workstations and the endpoint. */
import { createReadStream } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { type PhotoFormat, photoFormats } from '../../pictures/picture-format.ts';
import { measurePhoto } from '../../pictures/renditions.ts';
import { MAX_PHOTO_BYTES } from '../../shared/contract/office.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { findPhoto, insertPhoto } from '../store/photos.ts';
import { type OfficeContext, signedIn } from './context.ts';
import { checkedHash, originalPath, receiveOriginal, withoutParsing } from './receive-original.ts';

export function mountPhotos(app: FastifyInstance, context: OfficeContext): void {
  const { db, dataDir, clock } = context;

  app.get<{ Params: { sha256: string } }>('/v1/photos/:sha256', async (request, reply) => {
    signedIn(context, request);
    const photo = findPhoto(db, checkedHash(request.params.sha256, 'photo-not-found'));
    if (photo === undefined) throw new AppError('photo-not-found', { sha256: request.params.sha256 });
    return reply
      .type(photoFormats[photo.format as PhotoFormat] ?? 'application/octet-stream')
      .header('content-length', photo.bytes)
      .send(createReadStream(originalPath(dataDir, photo.sha256)));
  });

  withoutParsing(app, (uploads) => {
    uploads.put<{ Params: { sha256: string } }>('/v1/photos/:sha256', async (request, reply) => {
      const account = signedIn(context, request);
      const sha256 = checkedHash(request.params.sha256, 'photo-not-found');
      if (findPhoto(db, sha256) !== undefined) {
        request.raw.resume();
        return reply.code(200).send({ sha256 });
      }
      const photo = await receiveOriginal(
        {
          dataDir,
          maxBytes: MAX_PHOTO_BYTES,
          tooLarge: 'photo-too-large',
          otherHash: 'photo-hash-mismatch',
          check: (path) => measurePhoto(path, sha256),
        },
        sha256,
        request,
      );
      insertPhoto(db, photo, account.person.id, clock().toISOString());
      void context.deliverer.run();
      return reply.code(201).send({ sha256 });
    });
  });
}
