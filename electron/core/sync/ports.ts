/** What sync needs of the rooms beside it. */
import type { ArticleDocument } from '../../../shared/article/document.ts';

export type SyncArticles = {
  /** Merges a remote update, within the caller's transaction; the same entry again is a no-op. */
  applyRemote(id: string, update: Uint8Array, entryId: string): void;
  document(id: string): ArticleDocument;
  refresh(id: string): void;
  has(id: string): boolean;
  /** The SHA-256 of the picture that a document of the log tells of; null for all others. */
  pictureOf(id: string): string | null;
  /** Told after each commit; answers a function that stops listening. */
  on(listener: () => void): () => void;
};

export type SyncOriginals = {
  /** The original's bytes; throws photo-not-found, attachment-not-found. */
  read(sha256: string): Promise<Uint8Array>;
  /** Keeps an original that arrived; its hash has been checked. Throws photo-not-an-image, attachment-refused and the like. */
  receive(sha256: string, bytes: Uint8Array): Promise<void>;
};
