-- The office: its people, its log, what is public. `log` is the order of everything; the rest hangs on it.

CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

CREATE TABLE people (id TEXT PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL, joined_at TEXT NOT NULL) STRICT;

-- `public_key`: Ed25519, raw 32 bytes in base64. Never replaced: old events stay verifiable.
CREATE TABLE devices (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES people (id),
  public_key TEXT NOT NULL,
  added_at TEXT NOT NULL
) STRICT;

-- `hash`: SHA-256 of the code. Single use; who used it may repeat the very same request after a lost answer.
CREATE TABLE invitations (
  hash TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  created_at TEXT NOT NULL,
  used_at TEXT,
  used_by_device TEXT
) STRICT;

-- `hash`: SHA-256 of a random 256-bit token. One per device.
CREATE TABLE tokens (
  hash TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES people (id),
  device_id TEXT NOT NULL UNIQUE REFERENCES devices (id),
  created_at TEXT NOT NULL
) STRICT;

-- `bytes` for an update; `ref` names the revision for a revision; an event stands in `events` under the same id.
CREATE TABLE log (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('update', 'revision', 'event')),
  article_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  device_id TEXT NOT NULL,
  bytes BLOB,
  ref TEXT,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX log_by_article ON log (article_id, seq);

CREATE TABLE events (
  id TEXT PRIMARY KEY,
  article_id TEXT NOT NULL,
  seq INTEGER NOT NULL UNIQUE,
  json TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE INDEX events_by_article ON events (article_id, seq);

CREATE TABLE revisions (
  article_id TEXT NOT NULL,
  hash TEXT NOT NULL,
  json TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (article_id, hash)
) STRICT;

-- Entries that were not accepted, with their content: the same bytes of the same person again get the same answer.
CREATE TABLE refusals (
  entry_id TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  kind TEXT NOT NULL,
  article_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  code TEXT NOT NULL,
  message TEXT NOT NULL,
  json TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (entry_id, content_hash, person_id)
) STRICT;

-- Originals are files named by hash beside the database; a row exists only once its file is whole.
CREATE TABLE photos (
  sha256 TEXT PRIMARY KEY,
  bytes INTEGER NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  format TEXT NOT NULL,
  person_id TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;

-- What publishers have to do. A delivery waits until it is done, or until what it would publish is no longer approved.
CREATE TABLE deliveries (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  publisher TEXT NOT NULL,
  deed TEXT NOT NULL CHECK (deed IN ('publish', 'withdraw')),
  article_id TEXT NOT NULL,
  revision TEXT NOT NULL,
  event_id TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'done', 'cancelled')),
  attempts INTEGER NOT NULL,
  next_at TEXT NOT NULL,
  last_error TEXT,
  at TEXT NOT NULL,
  UNIQUE (publisher, event_id)
) STRICT;
CREATE INDEX deliveries_waiting ON deliveries (next_at) WHERE state = 'waiting';

-- What the site shows. `path` is the public address below the site's base and never changes.
CREATE TABLE site_articles (
  article_id TEXT PRIMARY KEY,
  path TEXT NOT NULL UNIQUE,
  revision TEXT NOT NULL,
  section TEXT NOT NULL,
  section_path TEXT NOT NULL,
  published_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  withdrawn_at TEXT
) STRICT;
CREATE INDEX site_articles_by_time ON site_articles (published_at DESC) WHERE withdrawn_at IS NULL;

-- The photos that the site may show, by the article that shows them.
CREATE TABLE site_photos (
  article_id TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  PRIMARY KEY (article_id, sha256)
) STRICT;
CREATE INDEX site_photos_by_hash ON site_photos (sha256);
