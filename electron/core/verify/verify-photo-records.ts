/** What is known of each picture, read anew from its log, and compared with what the photo library keeps of it for speed. */
import { isDeepStrictEqual } from 'node:util';
import { photoRecordId } from '../../../shared/photos/record-id.ts';
import { photoOf } from '../articles/photo-of-record.ts';
import { peopleOfRecord, projectPhoto } from '../articles/project-photo.ts';
import type { ReadableDb } from '../store/database.ts';
import { listRecordIds, listUpdates } from '../store/doc-log.ts';
import { areNamed } from '../store/named-people.ts';
import { listOriginals } from '../store/original-queue.ts';
import { findProjectedPhoto, listPhotoRecordIds } from '../store/photo-rows.ts';
import { countPhotoUses } from '../store/photo-uses.ts';
import { isStale } from '../store/stale-articles.ts';
import type { Problem } from './faults.ts';
import { verifyLog } from './verify-log.ts';

export function verifyPhotoRecords(db: ReadableDb): { updates: number; problems: Problem[] } {
  const problems: Problem[] = [];
  let updates = 0;
  const here = listOriginals(db, 'photos').map(photoRecordId);
  for (const id of new Set([...listRecordIds(db), ...here, ...listPhotoRecordIds(db)])) {
    const rows = listUpdates(db, id, 0);
    updates += rows.length;
    const { doc, problems: faults } = verifyLog(db, id, rows);
    problems.push(...faults);
    const photo = photoOf(db, { id, doc });
    doc.destroy();
    // What another process has written just now gets to the library a moment later.
    if (isStale(db, id)) continue;
    const kept = findProjectedPhoto(db, id);
    const made =
      photo === null
        ? undefined
        : { ...projectPhoto(photo.record, photo.facts).row, uses: countPhotoUses(db, photo.record.sha256) };
    if (!isDeepStrictEqual(kept, made))
      problems.push({ fault: 'photo-row-differs', id: made?.sha256 ?? kept?.sha256 ?? id });
    const people = photo === null ? [] : peopleOfRecord(photo.record);
    if (!areNamed(db, id, made?.taken.slice(0, 10) ?? '', people)) {
      problems.push({ fault: 'people-differ', id: made?.sha256 ?? id });
    }
  }
  return { updates, problems };
}
