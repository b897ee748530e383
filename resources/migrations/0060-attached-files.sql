-- Attached documents. Originals are files named by hash beside those of the photos; a row exists only once its file is whole.
-- `kind`: what its content says it is.
CREATE TABLE files (
  sha256 TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  kind TEXT NOT NULL,
  added_at TEXT NOT NULL,
  uploaded INTEGER NOT NULL
) STRICT;
