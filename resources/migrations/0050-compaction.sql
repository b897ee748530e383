-- Old keystrokes of one sitting are merged into one row of the log: `at` is then when the sitting ended, `since` when it
-- began. Null for a row that is as it was written.
ALTER TABLE doc_updates ADD COLUMN since TEXT;
