-- What the live article says of the picture: the photo of its revision as JSON, which goes into the picture's renditions.
ALTER TABLE site_photos ADD COLUMN photo TEXT;
UPDATE site_photos SET photo = (
  SELECT photo.value FROM site_articles s
    JOIN revisions r ON r.article_id = s.article_id AND r.hash = s.revision,
    json_each(r.json, '$.photos') photo
  WHERE s.article_id = site_photos.article_id AND photo.value ->> '$.sha256' = site_photos.sha256
  LIMIT 1
);
