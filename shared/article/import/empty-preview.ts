import type { ImportFindings, ImportPreview } from '../../contract/desk-imports.ts';

export const NOTHING_FOUND: ImportFindings = Object.freeze({
  ...{ insertions: 0, deletions: 0, comments: 0, notes: 0, legacy: 0 },
});

/** The preview of a text file in which nothing stands. */
export function emptyPreview(file: string): ImportPreview {
  return {
    ...{ file, format: 'txt', encoding: 'UTF-8', encodings: [], draft: null, pictures: [] },
    ...{ headline: '', lead: '', blocks: [], captions: [], fields: {}, guesses: [], found: { ...NOTHING_FOUND } },
  };
}
