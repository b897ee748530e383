/**
 * Smaller pictures for the site, made when first asked for and kept. Only photos of live articles have any, each with the edits
 * of such an article: `/photos/{sha256}/{width}.jpg` as it is, `/photos/{sha256}/{key}/{width}.jpg` in an edition.
 */
import { randomUUID } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { renderEdited } from '../../pictures/render-edits.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { type Edition, findEdition } from '../site/editions.ts';
import { sitePhotoWidths } from '../site/types.ts';
import { listSiteEdits } from '../store/site.ts';
import type { OfficeContext } from './context.ts';
import { originalPath } from './receive-original.ts';

const formats = {
  jpg: { format: 'jpeg', quality: 82, mime: 'image/jpeg' },
  webp: { format: 'webp', quality: 80, mime: 'image/webp' },
} as const;

type Asked = { sha256: string; key?: string; file: string };

export function mountRenditions(app: FastifyInstance, context: OfficeContext): void {
  const { db, dataDir } = context;
  const underWay = new Map<string, Promise<void>>();

  app.get<{ Params: Asked }>('/photos/:sha256/:file', (request, reply) => send(request.params, reply));
  app.get<{ Params: Asked }>('/photos/:sha256/:key/:file', (request, reply) => send(request.params, reply));

  async function send({ sha256, key = '', file }: Asked, reply: FastifyReply): Promise<FastifyReply> {
    const [, written, ending] = /^(\d{1,4})\.(jpg|webp)$/.exec(file) ?? [];
    const width = sitePhotoWidths.find((candidate) => String(candidate) === written);
    const edition = findEdition(listSiteEdits(db, sha256), key);
    if (width === undefined || (ending !== 'jpg' && ending !== 'webp') || edition === null) {
      throw new AppError('photo-not-found', { sha256: sha256.slice(0, 64) });
    }
    const path = join(dataDir, 'renditions', sha256, key, file);
    if (!existsSync(path)) {
      let making = underWay.get(path);
      if (making === undefined) {
        const original = originalPath(dataDir, sha256);
        making = makeRendition(original, path, edition, { ...formats[ending], width }).finally(() =>
          underWay.delete(path),
        );
        underWay.set(path, making);
      }
      await making;
    }
    return reply
      .type(formats[ending].mime)
      .header('cache-control', 'public, max-age=86400')
      .send(createReadStream(path));
  }
}

type Size = { width: number; format: 'jpeg' | 'webp'; quality: number };

/** Upright, in sRGB, without the original's metadata; never larger than the original. */
async function makeRendition(original: string, path: string, edition: Edition, size: Size): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const temporary = `${path}.${randomUUID()}`;
  const { bytes } = await renderEdited(original, { ...edition, ...size });
  await writeFile(temporary, bytes);
  await rename(temporary, path);
}
