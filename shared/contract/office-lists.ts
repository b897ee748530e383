/**
 * The lists that an office shares travel in its log as one document among the articles, under an id that no article has:
 * the updates of a Y.Doc with a Y.Map for each kind of entry (`words`, `abbreviations`). It has no events and no revisions.
 */
export const OFFICE_LISTS_ID = '0ff1ce00-0000-8000-8000-000000000001';

export function isArticleId(id: string): boolean {
  return id !== OFFICE_LISTS_ID;
}
