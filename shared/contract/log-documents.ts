/**
 * Documents that travel in the office's log among the articles under ids that no article has: updates of a Y.Doc, without events
 * and without revisions.
 *   the office's lists   a Y.Map for each kind of entry (`words`, `abbreviations`, `captionTemplates`, `photoRules`)
 *   a picture's record   one for each picture: shared/photos/
 */
import { isPhotoRecordId } from '../photos/record-id.ts';

export const OFFICE_LISTS_ID = '0ff1ce00-0000-8000-8000-000000000001';

export function isArticleId(id: string): boolean {
  return id !== OFFICE_LISTS_ID && !isPhotoRecordId(id);
}
