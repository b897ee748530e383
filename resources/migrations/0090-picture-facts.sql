-- What a picture's file says of itself (JSON of EmbeddedMetadata); null until it has been read.
ALTER TABLE photos ADD COLUMN metadata TEXT;
CREATE INDEX photos_unread ON photos (added_at) WHERE metadata IS NULL;

-- How a picture looks, in 64 bits: two pictures that differ in few of them look the same. Rows are only added, in order of
-- `id`, so that whoever has read up to one needs to read only those behind it.
CREATE TABLE photo_fingerprints (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  sha256 TEXT NOT NULL UNIQUE,
  high INTEGER NOT NULL,
  low INTEGER NOT NULL
) STRICT;

-- Pictures that were put away, whose files are still to be removed.
CREATE TABLE discarded_photos (sha256 TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

CREATE TRIGGER photos_forget_looks AFTER DELETE ON photos BEGIN
  DELETE FROM photo_fingerprints WHERE sha256 = OLD.sha256;
  DELETE FROM photo_alikes WHERE sha256 = OLD.sha256;
  DELETE FROM photo_alikes WHERE other = OLD.sha256;
END;
CREATE TRIGGER photos_are_kept_again AFTER INSERT ON photos BEGIN
  DELETE FROM discarded_photos WHERE sha256 = NEW.sha256;
END;
-- A picture without a record is shown with what its file says.
CREATE TRIGGER photos_read_make_stale AFTER UPDATE OF metadata ON photos BEGIN
  INSERT INTO stale_articles (article_id) VALUES (
    substr(NEW.sha256, 1, 8) || '-' || substr(NEW.sha256, 9, 4) || '-8' || substr(NEW.sha256, 14, 3) || '-b' ||
    substr(NEW.sha256, 18, 3) || '-' || substr(NEW.sha256, 21, 12)
  ) ON CONFLICT DO NOTHING;
END;
