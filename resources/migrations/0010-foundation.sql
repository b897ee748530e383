-- One newsroom profile. `doc_updates` is the truth; `articles` and `article_search` are projections of it that can
-- be rebuilt.

CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

CREATE TABLE people (id TEXT PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL) STRICT;

-- The append-only log of Yjs updates. `crc32` guards each row's bytes; `entry_id` is set on those that came by sync.
CREATE TABLE doc_updates (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  article_id TEXT NOT NULL,
  origin TEXT NOT NULL CHECK (origin IN ('local', 'remote')),
  entry_id TEXT UNIQUE,
  bytes BLOB NOT NULL,
  crc32 INTEGER NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX doc_updates_by_article ON doc_updates (article_id, seq);

CREATE TABLE doc_snapshots (
  article_id TEXT PRIMARY KEY,
  up_to_seq INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  crc32 INTEGER NOT NULL,
  at TEXT NOT NULL
) STRICT;

-- Updates that could not be merged: kept aside, never thrown away.
CREATE TABLE updates_aside (
  entry_id TEXT PRIMARY KEY,
  article_id TEXT NOT NULL,
  bytes BLOB NOT NULL,
  reason TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;

-- The library's rows. `section_key` is the section's name folded; `byline` what the article says, else its author's name.
CREATE TABLE articles (
  id TEXT PRIMARY KEY,
  headline TEXT NOT NULL,
  lead TEXT NOT NULL,
  section TEXT NOT NULL,
  section_key TEXT NOT NULL,
  author_id TEXT NOT NULL,
  byline TEXT NOT NULL,
  working TEXT NOT NULL,
  public TEXT NOT NULL,
  returned INTEGER NOT NULL,
  syllables INTEGER NOT NULL,
  photos INTEGER NOT NULL,
  thumbnail TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX articles_by_updated ON articles (updated_at DESC, id);
CREATE INDEX articles_by_section ON articles (section_key, updated_at DESC, id);
CREATE INDEX articles_by_author ON articles (author_id, updated_at DESC, id);
CREATE INDEX articles_by_working ON articles (working, updated_at DESC, id);

-- Articles whose projections are behind their log or their events; the triggers leave nobody out, a crash neither.
CREATE TABLE stale_articles (article_id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER doc_updates_make_stale AFTER INSERT ON doc_updates BEGIN
  INSERT INTO stale_articles (article_id) VALUES (NEW.article_id) ON CONFLICT DO NOTHING;
END;

CREATE TABLE revisions (
  article_id TEXT NOT NULL,
  hash TEXT NOT NULL,
  json TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (article_id, hash)
) STRICT;

-- `standing`: 'waiting' until the endpoint answers, then 'accepted' (with its seq) or 'refused' (with the code).
-- `hash` chains the events of an article; a waiting event is chained anew when others arrive before it.
CREATE TABLE events (
  position INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  article_id TEXT NOT NULL,
  json TEXT NOT NULL,
  hash TEXT NOT NULL,
  standing TEXT NOT NULL CHECK (standing IN ('waiting', 'accepted', 'refused')),
  seq INTEGER,
  code TEXT
) STRICT;
CREATE INDEX events_by_article ON events (article_id, position);
CREATE TRIGGER events_make_stale AFTER INSERT ON events BEGIN
  INSERT INTO stale_articles (article_id) VALUES (NEW.article_id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER event_changes_make_stale AFTER UPDATE ON events BEGIN
  INSERT INTO stale_articles (article_id) VALUES (NEW.article_id) ON CONFLICT DO NOTHING;
END;

-- Originals are files named by hash beside the database; a row exists only once its file is whole.
CREATE TABLE photos (
  sha256 TEXT PRIMARY KEY,
  bytes INTEGER NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  format TEXT NOT NULL,
  name TEXT NOT NULL,
  caption TEXT NOT NULL,
  credit TEXT NOT NULL,
  alt TEXT NOT NULL,
  added_at TEXT NOT NULL,
  uploaded INTEGER NOT NULL
) STRICT;

-- What waits for the endpoint, in order. An 'update' row is open while an article is being written; it is sealed,
-- with the merged bytes of the local updates (first_seq..last_seq), when it is first sent or when a revision or an
-- event of the article must come after it. Revisions and events are read from their own tables when sent.
CREATE TABLE outbox (
  position INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  article_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('update', 'revision', 'event')),
  ref TEXT,
  first_seq INTEGER,
  last_seq INTEGER,
  sealed BLOB,
  at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX outbox_one_open_update ON outbox (article_id) WHERE kind = 'update' AND sealed IS NULL;

-- Refusals the person has not put away yet.
CREATE TABLE refusals (
  id TEXT PRIMARY KEY,
  article_id TEXT NOT NULL,
  what TEXT NOT NULL,
  code TEXT NOT NULL,
  message TEXT NOT NULL,
  at TEXT NOT NULL,
  dismissed_at TEXT
) STRICT;

CREATE TABLE sync_state (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

-- Folded text (no tone marks, đ as d), one row an article; rowid is the article's number, so that newest first is
-- `ORDER BY rowid DESC`. `article_search_rows` maps it to ids and keeps the accented text for snippets. The tokenizer
-- parts words at everything but letters and digits: 06-NQ/TU is found as a phrase, whole or by its parts.
CREATE TABLE article_search_rows (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  article_id TEXT NOT NULL UNIQUE,
  text TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE article_search USING fts5 (
  headline, lead, body, captions, names,
  content = '', contentless_delete = 1, prefix = '2 3', tokenize = 'unicode61 remove_diacritics 0'
);
