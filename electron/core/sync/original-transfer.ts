/** Moves originals to and from the endpoint by hash, beside the log: those of photos, and attached documents. */
import { createHash } from 'node:crypto';
import { type ArticleDocument, filesOf } from '../../../shared/article/document.ts';
import { AppError, asAppError } from '../../../shared/errors/app-error.ts';
import type { WritableDb } from '../store/database.ts';
import {
  forgetWanted,
  hasOriginal,
  listToUpload,
  listWanted,
  markUploaded,
  type OriginalTable,
  originalTables,
  wantOriginal,
} from '../store/original-queue.ts';
import { insertRefusal } from '../store/refusals.ts';
import type { OfficeClient } from './office-client.ts';
import type { SyncArticles, SyncOriginals } from './ports.ts';

const ASK_AT_ONCE = 500;

export type OriginalPorts = {
  db: WritableDb;
  articles: SyncArticles;
  originals: Record<OriginalTable, SyncOriginals>;
  clock: () => Date;
};

/** Uploads what the endpoint lacks. What it will not take is told to the person and does not stop the rest. */
export async function uploadOriginals(ports: OriginalPorts, client: OfficeClient): Promise<void> {
  for (const of of originalTables) {
    const waiting = listToUpload(ports.db, of);
    for (let at = 0; at < waiting.length; at += ASK_AT_ONCE) {
      const asked = waiting.slice(at, at + ASK_AT_ONCE);
      const missing = new Set((await client.missing(of, { sha256s: asked })).missing);
      for (const sha256 of asked) {
        if (missing.has(sha256)) await uploadOne(ports, client, of, sha256);
        else markUploaded(ports.db, of, sha256);
      }
    }
  }
}

/** As the list of refusals calls them. */
const refusedWhat = { photos: 'photo', files: 'file' } as const satisfies Record<OriginalTable, string>;

async function uploadOne(ports: OriginalPorts, client: OfficeClient, of: OriginalTable, sha256: string): Promise<void> {
  try {
    await client.upload(of, sha256, await ports.originals[of].read(sha256));
    markUploaded(ports.db, of, sha256);
  } catch (thrown) {
    const error = asAppError(thrown);
    if (error.retryable || error.code === 'not-signed-in') throw error;
    const { code, message } = error;
    const at = ports.clock().toISOString();
    const what = refusedWhat[of];
    insertRefusal(ports.db, { id: `${what}:${sha256}`, articleId: '', what, code, message, at });
  }
}

function namedOriginals(document: ArticleDocument): Record<OriginalTable, string[]> {
  return {
    photos: document.photos.flatMap(({ sha256 }) => sha256 ?? []),
    files: filesOf(document),
  };
}

/** Remembers which originals these articles name, or these records of pictures tell of, and this computer lacks. */
export function wantOriginalsOf(ports: OriginalPorts, articleIds: Iterable<string>): void {
  for (const id of articleIds) {
    const picture = ports.articles.pictureOf(id);
    if (picture !== null) wantOriginal(ports.db, 'photos', picture, id);
    if (!ports.articles.has(id)) continue;
    const named = namedOriginals(ports.articles.document(id));
    for (const of of originalTables) for (const sha256 of named[of]) wantOriginal(ports.db, of, sha256, id);
  }
}

/**
 * Fetches what is wanted; what the endpoint does not have yet is asked for again next time. What it has and what cannot be
 * taken in is added to `unfit` and left alone: it would come the same again, however large it is. `onArrived` gets the
 * article, or the record of the picture.
 */
export async function fetchWanted(
  ports: OriginalPorts,
  client: OfficeClient,
  unfit: Set<string>,
  onArrived: (articleId: string) => void,
): Promise<void> {
  for (const of of originalTables) {
    for (const { sha256, articleId } of listWanted(ports.db, of)) {
      if (unfit.has(sha256)) continue;
      if (!hasOriginal(ports.db, of, sha256)) {
        try {
          const bytes = await client.download(of, sha256);
          if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw new AppError('hash-mismatch');
          await ports.originals[of].receive(sha256, bytes);
          markUploaded(ports.db, of, sha256);
        } catch (thrown) {
          const error = asAppError(thrown);
          if (error.retryable || error.code === 'not-signed-in') throw error;
          if (error.code !== 'photo-not-found' && error.code !== 'attachment-not-found') unfit.add(sha256);
          continue;
        }
      }
      forgetWanted(ports.db, of, sha256);
      onArrived(articleId);
    }
  }
}
