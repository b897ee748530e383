/** Attached documents: their originals between workstations and the endpoint, and what of them is public. */
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { FastifyInstance } from 'fastify';
import { MAX_FILE_BYTES } from '../../shared/contract/office.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { attachmentHeader, type FileKind, fileKinds } from '../../shared/files/file-kinds.ts';
import { sniffFile } from '../../shared/files/sniff-file.ts';
import { filesPath } from '../site/paths.ts';
import { findFile, findSiteFile, insertFile } from '../store/files.ts';
import { type OfficeContext, signedIn } from './context.ts';
import { checkedHash, originalPath, receiveOriginal, withoutParsing } from './receive-original.ts';

export function mountFiles(app: FastifyInstance, context: OfficeContext): void {
  const { db, dataDir, clock } = context;

  app.get<{ Params: { sha256: string } }>('/v1/files/:sha256', async (request, reply) => {
    signedIn(context, request);
    const file = findFile(db, checkedHash(request.params.sha256, 'attachment-not-found'));
    if (file === undefined) throw new AppError('attachment-not-found', { sha256: request.params.sha256 });
    return reply
      .type('application/octet-stream')
      .header('content-length', file.bytes)
      .send(createReadStream(originalPath(dataDir, file.sha256)));
  });

  withoutParsing(app, (uploads) => {
    uploads.put<{ Params: { sha256: string } }>('/v1/files/:sha256', async (request, reply) => {
      const account = signedIn(context, request);
      const sha256 = checkedHash(request.params.sha256, 'attachment-not-found');
      if (findFile(db, sha256) !== undefined) {
        request.raw.resume();
        return reply.code(200).send({ sha256 });
      }
      const file = await receiveOriginal(
        {
          dataDir,
          maxBytes: MAX_FILE_BYTES,
          tooLarge: 'attachment-too-large',
          otherHash: 'hash-mismatch',
          check: (path) => kindOf(path, sha256),
        },
        sha256,
        request,
      );
      insertFile(db, file, account.person.id, clock().toISOString());
      void context.deliverer.run();
      return reply.code(201).send({ sha256 });
    });
  });

  /** What a live article attaches, to keep and never to show: what is in it runs nowhere near the site. */
  app.get<{ Params: { sha256: string; slug: string } }>(`/${filesPath}/:sha256/:slug`, async (request, reply) => {
    const { sha256, slug } = request.params;
    const file = findSiteFile(db, sha256, slug);
    if (file === undefined) return reply.callNotFound();
    const etag = `"${sha256}"`;
    reply.headers({
      etag,
      'cache-control': 'no-cache',
      'content-security-policy': "default-src 'none'; sandbox",
      'content-disposition': attachmentHeader(file.name),
    });
    if (request.headers['if-none-match']?.includes(etag) === true) return reply.code(304).send();
    return reply
      .type(fileKinds[file.kind].mime)
      .header('content-length', file.bytes)
      .send(createReadStream(originalPath(dataDir, sha256)));
  });
}

async function kindOf(path: string, sha256: string): Promise<{ kind: FileKind }> {
  const sniffed = sniffFile(await readFile(path));
  if ('kind' in sniffed) return sniffed;
  const { refused } = sniffed;
  throw new AppError(refused === 'unknown' ? 'attachment-refused' : `attachment-${refused}`, { file: sha256 });
}
