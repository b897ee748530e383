/** What the office's own site shows: which revision of which article, at which address. */
import type { Database } from 'better-sqlite3';
import { type Photo, photoSchema } from '../../shared/article/document.ts';
import { type PhotoEdits, photoEditsSchema } from '../../shared/photos/photo-details.ts';

export type SiteRow = {
  articleId: string;
  path: string;
  revision: string;
  section: string;
  sectionPath: string;
  publishedAt: string;
  updatedAt: string;
  withdrawnAt: string | null;
  /** The revision's canonical JSON. */
  json: string;
};

const SELECT = `SELECT s.article_id AS articleId, s.path, s.revision, s.section, s.section_path AS sectionPath,
  s.published_at AS publishedAt, s.updated_at AS updatedAt, s.withdrawn_at AS withdrawnAt, r.json
  FROM site_articles s JOIN revisions r ON r.article_id = s.article_id AND r.hash = s.revision`;

export function findSiteRow(db: Database, articleId: string): SiteRow | undefined {
  return db.prepare(`${SELECT} WHERE s.article_id = ?`).get(articleId) as SiteRow | undefined;
}

export function findSiteRowByPath(db: Database, path: string): SiteRow | undefined {
  return db.prepare(`${SELECT} WHERE s.path = ?`).get(path) as SiteRow | undefined;
}

/** Live articles, newest first; of one section if `sectionPath` is given. */
export function listSiteRows(db: Database, page: { sectionPath?: string; offset: number; limit: number }): SiteRow[] {
  const where = page.sectionPath === undefined ? '' : 'AND s.section_path = @sectionPath';
  return db
    .prepare(
      `${SELECT} WHERE s.withdrawn_at IS NULL ${where}
       ORDER BY s.published_at DESC, s.article_id DESC LIMIT @limit OFFSET @offset`,
    )
    .all(page) as SiteRow[];
}

export function countSiteRows(db: Database, sectionPath?: string): number {
  const where = sectionPath === undefined ? '' : 'AND section_path = ?';
  const counted = db
    .prepare(`SELECT count(*) AS count FROM site_articles WHERE withdrawn_at IS NULL ${where}`)
    .get(...(sectionPath === undefined ? [] : [sectionPath]));
  return (counted as { count: number }).count;
}

/** Sections with live articles, by name. */
export function listSiteSections(db: Database): { name: string; path: string; count: number }[] {
  return db
    .prepare(
      `SELECT min(section) AS name, section_path AS path, count(*) AS count FROM site_articles
       WHERE withdrawn_at IS NULL AND section != '' GROUP BY section_path ORDER BY name`,
    )
    .all() as { name: string; path: string; count: number }[];
}

/** Puts a revision at the article's address, and its photos and attached documents with it; the address of an article stays the first one. */
export function putSiteRow(
  db: Database,
  row: Omit<SiteRow, 'json' | 'withdrawnAt' | 'publishedAt' | 'updatedAt'>,
  shown: {
    photos: Iterable<Photo & { sha256: string }>;
    files: Iterable<{ sha256: string; slug: string; name: string }>;
  },
  at: string,
): void {
  db.prepare(
    `INSERT INTO site_articles (article_id, path, revision, section, section_path, published_at, updated_at)
     VALUES (@articleId, @path, @revision, @section, @sectionPath, @at, @at)
     ON CONFLICT (article_id) DO UPDATE SET revision = excluded.revision, section = excluded.section,
       section_path = excluded.section_path, updated_at = excluded.updated_at, withdrawn_at = NULL`,
  ).run({ ...row, at });
  forgetShown(db, row.articleId);
  const photo = db.prepare('INSERT OR IGNORE INTO site_photos (article_id, sha256, edits, photo) VALUES (?, ?, ?, ?)');
  for (const shownPhoto of shown.photos) {
    const { sha256, edits = {} } = shownPhoto;
    photo.run(row.articleId, sha256, JSON.stringify(edits), JSON.stringify(shownPhoto));
  }
  const file = db.prepare('INSERT OR IGNORE INTO site_files (article_id, sha256, slug, name) VALUES (?, ?, ?, ?)');
  for (const { sha256, slug, name } of shown.files) file.run(row.articleId, sha256, slug, name);
}

function forgetShown(db: Database, articleId: string): void {
  for (const table of ['site_photos', 'site_files'])
    db.prepare(`DELETE FROM ${table} WHERE article_id = ?`).run(articleId);
}

/** The page is gone, its row and address stay. */
export function withdrawSiteRow(db: Database, articleId: string, at: string): void {
  db.prepare('UPDATE site_articles SET withdrawn_at = ? WHERE article_id = ?').run(at, articleId);
  forgetShown(db, articleId);
}

/** What a live article does to a picture of it, and says of it; null where the photo of the revision is not known. */
export type LivePhoto = { edits: PhotoEdits; photo: Photo | null };

/** Of each live article with this picture; the article that has been public longest comes first. */
export function listSitePhotos(db: Database, sha256: string): LivePhoto[] {
  const rows = db
    .prepare(
      `SELECT p.edits, p.photo FROM site_photos p JOIN site_articles s ON s.article_id = p.article_id
       WHERE p.sha256 = ? ORDER BY s.published_at, s.article_id`,
    )
    .all(sha256) as { edits: string; photo: string | null }[];
  return rows.map(({ edits, photo }) => ({
    edits: photoEditsSchema.parse(JSON.parse(edits)),
    photo: photo === null ? null : (photoSchema.safeParse(JSON.parse(photo)).data ?? null),
  }));
}

export function listSiteEdits(db: Database, sha256: string): PhotoEdits[] {
  return listSitePhotos(db, sha256).map(({ edits }) => edits);
}

/** Where a live article stands; null for one that is not public. */
export function findLivePath(db: Database, articleId: string): string | null {
  const found = db.prepare('SELECT path FROM site_articles WHERE article_id = ? AND withdrawn_at IS NULL').pluck();
  return (found.get(articleId) as string | undefined) ?? null;
}
