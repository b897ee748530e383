/** What was imported from where: the same content is not taken in twice, and a file that did not change is not read. */
import { prepared, type ReadableDb, type WritableDb } from './database.ts';

/** How a file lies on the disk: its whole path, its size in bytes, when it was last written (ms since 1970). */
export type FileOnDisk = { path: string; bytes: number; modifiedMs: number };

export type ImportedFile = FileOnDisk & {
  /** Of the file's bytes, in hexadecimal. */
  sha256: string;
  articleId: string;
  /** ISO 8601 in UTC. */
  at: string;
};

/** The article of a file that lies as it lay when its content was last imported or found imported. */
export function findArticleOfFile(db: ReadableDb, { path, bytes, modifiedMs }: FileOnDisk): string | undefined {
  const row = prepared(
    db,
    'SELECT article_id AS id FROM imported_files WHERE path = ? AND bytes = ? AND modified_ms = ? ORDER BY at DESC LIMIT 1',
  ).get(path, bytes, modifiedMs) as { id: string } | undefined;
  return row?.id;
}

/** The article that was made of these bytes; the last one where there are several. */
export function findArticleOfContent(db: ReadableDb, sha256: string): string | undefined {
  const row = prepared(db, 'SELECT article_id AS id FROM imported_files WHERE sha256 = ? ORDER BY at DESC LIMIT 1').get(
    sha256,
  ) as { id: string } | undefined;
  return row?.id;
}

/** Within the transaction that makes the article; or alone, for a content that was found at one more place. */
export function saveImportedFile(db: WritableDb, file: ImportedFile): void {
  const { sha256, path, bytes, modifiedMs, articleId, at } = file;
  prepared(
    db,
    `INSERT INTO imported_files (sha256, path, bytes, modified_ms, article_id, at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (sha256, path) DO UPDATE
     SET bytes = excluded.bytes, modified_ms = excluded.modified_ms, article_id = excluded.article_id, at = excluded.at`,
  ).run(sha256, path, bytes, modifiedMs, articleId, at);
}
