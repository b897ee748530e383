-- The library and the search for archives of 100,000 articles. `articles` and what search reads are projections: they
-- are made anew here, and every article is marked stale so that its log fills them again.

DROP TABLE articles;
DROP TABLE article_search;
DROP TABLE article_search_rows;

-- `*_key`: folded, for finding; `*_order`: a Vietnamese collation key, for sorting. `author`: whom the article names, else
-- the person who began it. `day`: the date on the article, else the day it was begun. `tags`: a JSON array.
CREATE TABLE articles (
  id TEXT PRIMARY KEY,
  headline TEXT NOT NULL,
  headline_order TEXT NOT NULL,
  lead TEXT NOT NULL,
  section TEXT NOT NULL,
  section_key TEXT NOT NULL,
  section_order TEXT NOT NULL,
  author_id TEXT NOT NULL,
  author TEXT NOT NULL,
  author_key TEXT NOT NULL,
  author_order TEXT NOT NULL,
  working TEXT NOT NULL,
  public TEXT NOT NULL,
  returned INTEGER NOT NULL,
  standing TEXT NOT NULL,
  standing_order INTEGER NOT NULL,
  syllables INTEGER NOT NULL,
  photos INTEGER NOT NULL,
  thumbnail TEXT,
  tags TEXT NOT NULL,
  day TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
-- Each order of the list is an index that alone answers which rows a page of it holds.
CREATE INDEX articles_by_updated ON articles (updated_at DESC, id, working) WHERE working <> 'spiked';
CREATE INDEX articles_by_day ON articles (day DESC, id, working) WHERE working <> 'spiked';
CREATE INDEX articles_by_headline ON articles (headline_order, id, working) WHERE working <> 'spiked';
CREATE INDEX articles_by_section_order ON articles (section_order, id, working) WHERE working <> 'spiked';
CREATE INDEX articles_by_author_order ON articles (author_order, id, working) WHERE working <> 'spiked';
CREATE INDEX articles_by_standing_order ON articles (standing_order, id, working) WHERE working <> 'spiked';
CREATE INDEX articles_by_syllables ON articles (syllables, id, working) WHERE working <> 'spiked';
CREATE INDEX articles_live ON articles (updated_at DESC, id, public) WHERE public = 'live';
CREATE INDEX articles_by_section ON articles (section_key, working, updated_at DESC, id);
CREATE INDEX articles_by_author ON articles (author_id, updated_at DESC, id);
CREATE INDEX articles_by_byline ON articles (author_key, updated_at DESC, id);
CREATE INDEX articles_by_working ON articles (working, updated_at DESC, id);
CREATE INDEX articles_by_standing ON articles (standing, updated_at DESC, id);

CREATE TABLE article_tags (
  tag_key TEXT NOT NULL,
  article_id TEXT NOT NULL,
  tag TEXT NOT NULL,
  PRIMARY KEY (tag_key, article_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX article_tags_by_article ON article_tags (article_id);

-- How many articles stand where, so that the counts beside the views cost the same however many there are.
-- `scope`: 'all' (key ''), 'author' (key: who began it), 'section' (key: its folded name).
CREATE TABLE article_counts (
  scope TEXT NOT NULL,
  key TEXT NOT NULL,
  working TEXT NOT NULL,
  public TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (scope, key, working, public)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER articles_count_new AFTER INSERT ON articles BEGIN
  INSERT INTO article_counts (scope, key, working, public, count) VALUES
    ('all', '', NEW.working, NEW.public, 1),
    ('author', NEW.author_id, NEW.working, NEW.public, 1),
    ('section', NEW.section_key, NEW.working, NEW.public, 1)
  ON CONFLICT DO UPDATE SET count = count + 1;
END;
CREATE TRIGGER articles_count_changed AFTER UPDATE OF author_id, section_key, working, public ON articles
  WHEN (OLD.author_id, OLD.section_key, OLD.working, OLD.public) IS NOT (NEW.author_id, NEW.section_key, NEW.working, NEW.public)
BEGIN
  UPDATE article_counts SET count = count - 1 WHERE working = OLD.working AND public = OLD.public
    AND (scope, key) IN (VALUES ('all', ''), ('author', OLD.author_id), ('section', OLD.section_key));
  INSERT INTO article_counts (scope, key, working, public, count) VALUES
    ('all', '', NEW.working, NEW.public, 1),
    ('author', NEW.author_id, NEW.working, NEW.public, 1),
    ('section', NEW.section_key, NEW.working, NEW.public, 1)
  ON CONFLICT DO UPDATE SET count = count + 1;
END;
CREATE TRIGGER articles_count_gone AFTER DELETE ON articles BEGIN
  UPDATE article_counts SET count = count - 1 WHERE working = OLD.working AND public = OLD.public
    AND (scope, key) IN (VALUES ('all', ''), ('author', OLD.author_id), ('section', OLD.section_key));
END;

-- An article that names no author is listed under the name of the person who began it.
CREATE TRIGGER people_make_stale AFTER INSERT ON people BEGIN
  INSERT INTO stale_articles (article_id) SELECT id FROM articles WHERE author_id = NEW.id ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER people_names_make_stale AFTER UPDATE OF name ON people WHEN OLD.name <> NEW.name BEGIN
  INSERT INTO stale_articles (article_id) SELECT id FROM articles WHERE author_id = NEW.id ON CONFLICT DO NOTHING;
END;

-- What search reads. `number` is the article's day times 2^20 and a count within the day: newest first is
-- `ORDER BY rowid DESC`, and a span of days is a span of rowids. `text` (NFC) keeps the accents, for snippets.
CREATE TABLE article_search_rows (
  number INTEGER PRIMARY KEY,
  article_id TEXT NOT NULL UNIQUE,
  text TEXT NOT NULL
) STRICT;
-- Folded words (no tone marks, đ as d). The tokenizer parts words at everything but letters and digits: 06-NQ/TU is
-- found as a phrase. `facets` holds made-up words: the state, the section, each tag, and each
-- word of the author's name.
CREATE VIRTUAL TABLE article_search USING fts5 (
  headline, lead, body, captions, author, labels, facets,
  content = '', contentless_delete = 1, prefix = '2 3', tokenize = 'unicode61 remove_diacritics 0'
);
-- The same words with their accents: what was typed exactly so ranks first.
CREATE VIRTUAL TABLE article_exact USING fts5 (
  text, facets,
  content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0'
);
-- Headlines alone, folded: what stands in a headline ranks first, and is found without reading every body.
CREATE VIRTUAL TABLE article_headlines USING fts5 (
  headline, facets,
  content = '', contentless_delete = 1, prefix = '2 3', tokenize = 'unicode61 remove_diacritics 0'
);

-- What a person looks for again and again. `query`: JSON of what the list showed.
CREATE TABLE saved_searches (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  query TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;

INSERT INTO stale_articles (article_id)
  SELECT article_id FROM (SELECT article_id FROM doc_updates UNION SELECT article_id FROM events) WHERE true
  ON CONFLICT DO NOTHING;
