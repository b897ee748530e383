import type { PhotoEdits, PhotoRecord } from '../../../shared/photos/photo-details.ts';
import { editsOf } from '../../../shared/photos/with-records.ts';

/** What is done to each picture where it is shown, by SHA-256; those to which nothing is done are left out. */
export function editsOfEach(
  articles: { record(sha256: string): PhotoRecord | null },
  sha256s: readonly string[],
): Record<string, PhotoEdits> {
  const found: Record<string, PhotoEdits> = {};
  for (const sha256 of sha256s) {
    const record = articles.record(sha256);
    const edits = record === null ? undefined : editsOf(record);
    if (edits !== undefined) found[sha256] = edits;
  }
  return found;
}
