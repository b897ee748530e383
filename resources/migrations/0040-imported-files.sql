-- Files whose articles were taken in, so that a folder is imported once however often it is given. One row for each place
-- where a content was found: `sha256` says what was imported, `path`, `bytes` and `modified_ms` spare reading it again.
CREATE TABLE imported_files (
  sha256 TEXT NOT NULL,
  path TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  modified_ms INTEGER NOT NULL,
  article_id TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (sha256, path)
) STRICT, WITHOUT ROWID;
CREATE INDEX imported_files_by_path ON imported_files (path, bytes, modified_ms);
