import * as Y from 'yjs';
import { checkUpdate } from '../article/validate.ts';
import { AppError } from '../errors/app-error.ts';
import type { PhotoRecord } from './photo-details.ts';
import { readPhotoRecord } from './read-record.ts';

/** What is known of a picture by the updates of its record; what is no update is passed over. */
export function recordOfUpdates(sha256: string, updates: Iterable<Uint8Array>): PhotoRecord {
  const doc = new Y.Doc();
  try {
    for (const update of updates) if (isUpdate(update)) Y.applyUpdate(doc, update);
    return readPhotoRecord(doc, sha256);
  } finally {
    doc.destroy();
  }
}

function isUpdate(bytes: Uint8Array): boolean {
  try {
    checkUpdate(bytes);
    return true;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}
