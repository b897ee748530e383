/** Smaller pictures for the site, made when first asked for and kept. Only photos of live articles have any. */
import { randomUUID } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import sharp from 'sharp';
import { AppError } from '../../shared/errors/app-error.ts';
import { sitePhotoWidths } from '../site/types.ts';
import { isSitePhoto } from '../store/site.ts';
import type { OfficeContext } from './context.ts';
import { originalPath } from './receive-original.ts';

const JPEG_QUALITY = 82;
const WEBP_QUALITY = 80;
const mimeTypes = { jpg: 'image/jpeg', webp: 'image/webp' } as const;

export function mountRenditions(app: FastifyInstance, context: OfficeContext): void {
  const { db, dataDir } = context;
  const underWay = new Map<string, Promise<void>>();

  app.get<{ Params: { sha256: string; file: string } }>('/photos/:sha256/:file', async (request, reply) => {
    const { sha256, file } = request.params;
    const [, width, format] = /^(\d{1,4})\.(jpg|webp)$/.exec(file) ?? [];
    const known = sitePhotoWidths.find((candidate) => String(candidate) === width);
    if (known === undefined || (format !== 'jpg' && format !== 'webp') || !isSitePhoto(db, sha256)) {
      throw new AppError('photo-not-found', { sha256: sha256.slice(0, 64) });
    }
    const path = join(dataDir, 'renditions', sha256, file);
    if (!existsSync(path)) {
      let making = underWay.get(path);
      if (making === undefined) {
        making = makeRendition(originalPath(dataDir, sha256), path, known, format).finally(() => underWay.delete(path));
        underWay.set(path, making);
      }
      await making;
    }
    return reply.type(mimeTypes[format]).header('cache-control', 'public, max-age=86400').send(createReadStream(path));
  });
}

/** Upright, in sRGB, without the original's metadata; never larger than the original. */
async function makeRendition(original: string, path: string, width: number, format: 'jpg' | 'webp'): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const temporary = `${path}.${randomUUID()}`;
  const picture = sharp(original).autoOrient().resize({ width, withoutEnlargement: true });
  const encoded =
    format === 'jpg' ? picture.jpeg({ quality: JPEG_QUALITY, mozjpeg: true }) : picture.webp({ quality: WEBP_QUALITY });
  await encoded.toFile(temporary);
  await rename(temporary, path);
}
