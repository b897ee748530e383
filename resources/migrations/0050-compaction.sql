-- The log is made anew, for two things. Old keystrokes of one sitting are merged into one row: `at` is then when the sitting
-- ended, `since` when it began, and null for a row that is as it was written. And a keystroke touches fewer pages: only rows
-- that came by sync are in the index of entries, and numbers need no table of their own, since the last row never goes.
DROP TRIGGER doc_updates_make_stale;
CREATE TABLE doc_updates_anew (
  seq INTEGER PRIMARY KEY,
  article_id TEXT NOT NULL,
  origin TEXT NOT NULL CHECK (origin IN ('local', 'remote')),
  entry_id TEXT,
  bytes BLOB NOT NULL,
  crc32 INTEGER NOT NULL,
  at TEXT NOT NULL,
  since TEXT
) STRICT;
INSERT INTO doc_updates_anew (seq, article_id, origin, entry_id, bytes, crc32, at)
  SELECT seq, article_id, origin, entry_id, bytes, crc32, at FROM doc_updates ORDER BY seq;
DROP TABLE doc_updates;
ALTER TABLE doc_updates_anew RENAME TO doc_updates;
CREATE INDEX doc_updates_by_article ON doc_updates (article_id, seq);
CREATE UNIQUE INDEX doc_updates_by_entry ON doc_updates (entry_id) WHERE entry_id IS NOT NULL;
CREATE TRIGGER doc_updates_make_stale AFTER INSERT ON doc_updates BEGIN
  INSERT INTO stale_articles (article_id) VALUES (NEW.article_id) ON CONFLICT DO NOTHING;
END;

-- An open update of the outbox reaches to the newest row of its article, without being told so at every keystroke.
UPDATE outbox SET last_seq = NULL WHERE kind = 'update' AND sealed IS NULL;
-- A workstation without an office keeps its outbox for good: what is asked of one article's entries must not read them all.
CREATE INDEX outbox_by_article ON outbox (article_id, position);
-- How many wait and since when, without reading what they hold.
CREATE INDEX outbox_by_at ON outbox (at);
