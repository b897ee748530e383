-- Attached documents. Originals lie beside those of the photos; a row exists only once its file is whole. `kind`: what its
-- content says it is.
CREATE TABLE files (
  sha256 TEXT PRIMARY KEY,
  bytes INTEGER NOT NULL,
  kind TEXT NOT NULL,
  person_id TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;

-- The documents that the site gives to everybody, by the live article that attaches them. `slug`: the last part of the
-- address; `name`: as readers keep it.
CREATE TABLE site_files (
  article_id TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  slug TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (article_id, sha256, slug)
) STRICT;
CREATE INDEX site_files_by_hash ON site_files (sha256, slug);
