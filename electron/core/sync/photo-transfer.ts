/** Moves originals to and from the endpoint by hash, beside the log. */
import { createHash } from 'node:crypto';
import { AppError, asAppError } from '../../../shared/errors/app-error.ts';
import type { WritableDb } from '../store/database.ts';
import {
  forgetWantedPhoto,
  hasPhoto,
  listPhotosToUpload,
  listWantedPhotos,
  markPhotoUploaded,
  wantPhoto,
} from '../store/photo-queue.ts';
import { insertRefusal } from '../store/refusals.ts';
import type { OfficeClient } from './office-client.ts';
import type { SyncArticles, SyncPhotos } from './ports.ts';

const ASK_AT_ONCE = 500;

export type PhotoPorts = { db: WritableDb; articles: SyncArticles; photos: SyncPhotos; clock: () => Date };

/** Uploads the originals that the endpoint lacks. One that it will not take is told to the person and does not stop the rest. */
export async function uploadPhotos(ports: PhotoPorts, client: OfficeClient): Promise<void> {
  const waiting = listPhotosToUpload(ports.db);
  for (let at = 0; at < waiting.length; at += ASK_AT_ONCE) {
    const asked = waiting.slice(at, at + ASK_AT_ONCE);
    const missing = new Set((await client.missingPhotos({ sha256s: asked })).missing);
    for (const sha256 of asked) {
      if (missing.has(sha256)) await uploadOne(ports, client, sha256);
      else markPhotoUploaded(ports.db, sha256);
    }
  }
}

async function uploadOne(ports: PhotoPorts, client: OfficeClient, sha256: string): Promise<void> {
  try {
    await client.uploadPhoto(sha256, await ports.photos.read(sha256));
    markPhotoUploaded(ports.db, sha256);
  } catch (thrown) {
    const error = asAppError(thrown);
    if (error.retryable || error.code === 'not-signed-in') throw error;
    const { code, message } = error;
    const at = ports.clock().toISOString();
    insertRefusal(ports.db, { id: `photo:${sha256}`, articleId: '', what: 'photo', code, message, at });
  }
}

/** Remembers which originals these articles name and this computer lacks. */
export function wantPhotosOf(ports: PhotoPorts, articleIds: Iterable<string>): void {
  for (const id of articleIds) {
    if (!ports.articles.has(id)) continue;
    for (const { sha256 } of ports.articles.document(id).photos) {
      if (sha256 !== null) wantPhoto(ports.db, sha256, id);
    }
  }
}

/** Fetches what is wanted; what the endpoint does not have yet is asked for again next time. `onArrived` gets the article. */
export async function fetchWantedPhotos(
  ports: PhotoPorts,
  client: OfficeClient,
  onArrived: (articleId: string) => void,
): Promise<void> {
  for (const { sha256, articleId } of listWantedPhotos(ports.db)) {
    if (!hasPhoto(ports.db, sha256)) {
      try {
        const bytes = await client.downloadPhoto(sha256);
        if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw new AppError('photo-hash-mismatch');
        await ports.photos.receive(sha256, bytes);
        markPhotoUploaded(ports.db, sha256);
      } catch (thrown) {
        const error = asAppError(thrown);
        if (error.retryable || error.code === 'not-signed-in') throw error;
        continue;
      }
    }
    forgetWantedPhoto(ports.db, sha256);
    onArrived(articleId);
  }
}
