-- The photo library: projections of pictures' records in the log, of the originals that are here and of the articles. One row for
-- each picture that is here or that the office knows of.

-- What lists are sorted and narrowed by, on as few pages as can be. `taken`: when it was taken, as the record says it; where
-- that is not known, when it was taken in; it begins with its day. `lacking`: something of its caption is missing. `uses`: in how many
-- articles it stands.
CREATE TABLE photo_rows (
  number INTEGER PRIMARY KEY,
  record_id TEXT NOT NULL UNIQUE,
  sha256 TEXT NOT NULL UNIQUE,
  taken TEXT NOT NULL,
  added_at TEXT NOT NULL,
  name_order TEXT NOT NULL,
  batch TEXT NOT NULL,
  rating INTEGER NOT NULL,
  label TEXT,
  lacking INTEGER NOT NULL,
  expires TEXT,
  shared INTEGER NOT NULL,
  uses INTEGER NOT NULL
) STRICT;
-- Each order of a list is an index that alone answers which rows a page of it holds.
CREATE INDEX photo_rows_by_taken ON photo_rows (taken, number, rating);
CREATE INDEX photo_rows_by_added ON photo_rows (added_at, number, rating);
CREATE INDEX photo_rows_by_name ON photo_rows (name_order, number, rating);
CREATE INDEX photo_rows_by_rating ON photo_rows (rating, taken, number);
CREATE INDEX photo_rows_by_batch ON photo_rows (batch, rating, added_at);
CREATE INDEX photo_rows_lacking ON photo_rows (rating) WHERE lacking;
CREATE INDEX photo_rows_expiring ON photo_rows (expires, rating) WHERE expires IS NOT NULL;
CREATE INDEX photo_rows_by_label ON photo_rows (label, rating) WHERE label IS NOT NULL;
CREATE INDEX photo_rows_used ON photo_rows (uses, rating);
CREATE INDEX photo_rows_own ON photo_rows (rating) WHERE NOT shared;

-- What a row shows, as JSON (shared/contract/desk-photos.ts).
CREATE TABLE photo_row_shown (number INTEGER PRIMARY KEY, shown TEXT NOT NULL) STRICT;
-- Folded words; `number` is the row's.
CREATE VIRTUAL TABLE photo_search USING fts5 (
  description, headline, people, places, keywords, alt, name, others,
  content = '', contentless_delete = 1, prefix = '2 3', tokenize = 'unicode61 remove_diacritics 0'
);

-- Articles that are not set aside, with the pictures that stand in them; `caption`: of the first place of it.
CREATE TABLE photo_uses (
  sha256 TEXT NOT NULL,
  article_id TEXT NOT NULL,
  caption TEXT NOT NULL,
  PRIMARY KEY (sha256, article_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX photo_uses_by_article ON photo_uses (article_id);
CREATE TRIGGER photo_uses_count_new AFTER INSERT ON photo_uses BEGIN
  UPDATE photo_rows SET uses = uses + 1 WHERE sha256 = NEW.sha256;
END;
CREATE TRIGGER photo_uses_count_gone AFTER DELETE ON photo_uses BEGIN
  UPDATE photo_rows SET uses = uses - 1 WHERE sha256 = OLD.sha256;
END;

-- Pictures that look the same, each pair both ways. `distance`: bits of 64 in which their perceptual hashes differ.
CREATE TABLE photo_alikes (
  sha256 TEXT NOT NULL,
  other TEXT NOT NULL,
  distance INTEGER NOT NULL,
  PRIMARY KEY (sha256, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX photo_alikes_by_other ON photo_alikes (other);

-- Who is named where: in an article or in a picture's record (`source_id`). `key`: the folded name.
CREATE TABLE photo_people_named (
  key TEXT NOT NULL,
  source_id TEXT NOT NULL,
  day TEXT NOT NULL,
  name TEXT NOT NULL,
  title TEXT NOT NULL,
  PRIMARY KEY (source_id, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX photo_people_named_by_day ON photo_people_named (key, day DESC, name);
CREATE INDEX photo_people_titled_by_day ON photo_people_named (key, day DESC, title) WHERE title <> '';
-- Each person once, with the name and the title of the newest source that gives one.
CREATE TABLE photo_people (
  key TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  title TEXT NOT NULL,
  count INTEGER NOT NULL,
  last_used TEXT NOT NULL
) STRICT;
CREATE INDEX photo_people_by_count ON photo_people (count DESC, key);
CREATE TRIGGER photo_people_new AFTER INSERT ON photo_people_named BEGIN
  INSERT INTO photo_people (key, name, title, count, last_used) VALUES (NEW.key, NEW.name, NEW.title, 1, NEW.day)
  ON CONFLICT DO UPDATE SET count = count + 1;
  UPDATE photo_people SET
    (name, last_used) = (SELECT name, day FROM photo_people_named WHERE key = NEW.key ORDER BY day DESC, name LIMIT 1),
    title = coalesce((SELECT title FROM photo_people_named WHERE key = NEW.key AND title <> '' ORDER BY day DESC, title LIMIT 1), '')
  WHERE key = NEW.key;
END;
CREATE TRIGGER photo_people_gone AFTER DELETE ON photo_people_named BEGIN
  DELETE FROM photo_people WHERE key = OLD.key AND count = 1;
  UPDATE photo_people SET
    count = count - 1,
    (name, last_used) = (SELECT name, day FROM photo_people_named WHERE key = OLD.key ORDER BY day DESC, name LIMIT 1),
    title = coalesce((SELECT title FROM photo_people_named WHERE key = OLD.key AND title <> '' ORDER BY day DESC, title LIMIT 1), '')
  WHERE key = OLD.key;
END;

-- A picture's row follows its original, and whether it is this computer's alone. The id is that of its record.
CREATE TRIGGER photos_make_stale AFTER INSERT ON photos BEGIN
  INSERT INTO stale_articles (article_id) VALUES (
    substr(NEW.sha256, 1, 8) || '-' || substr(NEW.sha256, 9, 4) || '-8' || substr(NEW.sha256, 14, 3) || '-b' ||
    substr(NEW.sha256, 18, 3) || '-' || substr(NEW.sha256, 21, 12)
  ) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER photos_gone_make_stale AFTER DELETE ON photos BEGIN
  INSERT INTO stale_articles (article_id) VALUES (
    substr(OLD.sha256, 1, 8) || '-' || substr(OLD.sha256, 9, 4) || '-8' || substr(OLD.sha256, 14, 3) || '-b' ||
    substr(OLD.sha256, 18, 3) || '-' || substr(OLD.sha256, 21, 12)
  ) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER own_photos_make_stale AFTER INSERT ON own_photos BEGIN
  INSERT INTO stale_articles (article_id) VALUES (NEW.record_id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER own_photos_gone_make_stale AFTER DELETE ON own_photos BEGIN
  INSERT INTO stale_articles (article_id) VALUES (OLD.record_id) ON CONFLICT DO NOTHING;
END;

INSERT INTO stale_articles (article_id)
  SELECT article_id FROM (
    SELECT article_id FROM doc_updates UNION SELECT article_id FROM events UNION
    SELECT substr(sha256, 1, 8) || '-' || substr(sha256, 9, 4) || '-8' || substr(sha256, 14, 3) || '-b' ||
      substr(sha256, 18, 3) || '-' || substr(sha256, 21, 12) FROM photos
  ) WHERE true ON CONFLICT DO NOTHING;
