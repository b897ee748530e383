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
