-- What is known of a picture is a document of the log (`record_id`). Pictures in this table are this computer's alone: neither
-- their originals nor what is written of them waits for the endpoint, until they are sent or stand in an article.
CREATE TABLE own_photos (
  sha256 TEXT PRIMARY KEY,
  record_id TEXT NOT NULL UNIQUE
) STRICT, WITHOUT ROWID;
