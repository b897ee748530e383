/** What is copied from one picture to others unless somebody says otherwise. */
import type { CopiedField } from '../../shared/contract/desk-photos.ts';
import type { PhotoRecord } from '../../shared/photos/photo-details.ts';

/** What most pictures of one event share. */
const shared = [
  ...(['credit', 'creator', 'jobTitle', 'source', 'copyright', 'sublocation', 'city', 'province', 'country'] as const),
  ...(['rightsUsage', 'instructions', 'keywords'] as const),
];

/** Only what this picture says: a field that it leaves empty would empty that of the others. */
export function usuallyCopied(record: Pick<PhotoRecord, (typeof shared)[number]>): Set<CopiedField> {
  return new Set(shared.filter((field) => record[field].length > 0));
}
