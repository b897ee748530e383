-- What the live article does to the picture where it shows it: PhotoEdits as JSON. Nothing was done before there were any.
ALTER TABLE site_photos ADD COLUMN edits TEXT NOT NULL DEFAULT '{}';
