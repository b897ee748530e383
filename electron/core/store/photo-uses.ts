/** In which articles pictures stand; those that are set aside do not count. */
import type { PublicState, WorkingState } from '../../../shared/workflow/machine.ts';
import { prepared, type ReadableDb, type WritableDb } from './database.ts';

export type ArticlePhoto = { sha256: string; caption: string };

/** Answers whether anything changed. */
export function savePhotoUses(db: WritableDb, articleId: string, photos: readonly ArticlePhoto[]): boolean {
  const known = new Map(
    prepared(db, 'SELECT sha256, caption FROM photo_uses WHERE article_id = ?').raw().all(articleId) as [
      string,
      string,
    ][],
  );
  let isChanged = false;
  const seen = new Set<string>();
  for (const { sha256, caption } of photos) {
    if (seen.has(sha256)) continue;
    seen.add(sha256);
    if (known.get(sha256) === caption) continue;
    isChanged = true;
    prepared(
      db,
      `INSERT INTO photo_uses (sha256, article_id, caption) VALUES (?, ?, ?)
       ON CONFLICT DO UPDATE SET caption = excluded.caption`,
    ).run(sha256, articleId, caption);
  }
  for (const sha256 of known.keys()) {
    if (seen.has(sha256)) continue;
    isChanged = true;
    prepared(db, 'DELETE FROM photo_uses WHERE sha256 = ? AND article_id = ?').run(sha256, articleId);
  }
  return isChanged;
}

export type FoundUse = {
  article: string;
  headline: string;
  working: WorkingState;
  public: PublicState;
  caption: string;
};

/** Last changed first. */
export function listPhotoUses(db: ReadableDb, sha256: string): FoundUse[] {
  const sql = `SELECT u.article_id AS article, a.headline, a.working, a.public, u.caption
    FROM photo_uses u JOIN articles a ON a.id = u.article_id WHERE u.sha256 = ? ORDER BY a.updated_at DESC, a.id`;
  return prepared(db, sql).all(sha256) as FoundUse[];
}

export function listUsesOfArticle(db: ReadableDb, articleId: string): ArticlePhoto[] {
  const sql = 'SELECT sha256, caption FROM photo_uses WHERE article_id = ? ORDER BY sha256';
  return prepared(db, sql).all(articleId) as ArticlePhoto[];
}

export function countPhotoUses(db: ReadableDb, sha256: string): number {
  return prepared(db, 'SELECT count(*) FROM photo_uses WHERE sha256 = ?').pluck().get(sha256) as number;
}
