/** What is written of a picture that was examined, each time in one transaction. */
import type { ExaminedPicture } from '../../../pictures/examine-picture.ts';
import type { PhotoInfo } from '../../../shared/contract/desk.ts';
import { beginRecord, fillRecord } from '../store/begin-record.ts';
import type { WritableDb } from '../store/database.ts';
import { saveAlikes } from '../store/photo-alikes.ts';
import { insertFingerprint } from '../store/photo-looks.ts';
import { findEmbeddedMetadata, insertPhoto, saveEmbeddedMetadata } from '../store/photos.ts';
import type { Likenesses } from './likenesses.ts';

export type PictureRows = { db: WritableDb; likenesses: Likenesses };
/** `own`: it is this computer's alone so far. `recordName`: of its file, as its record tells others. */
export type NewPicture = {
  info: PhotoInfo;
  name: string;
  recordName?: string;
  batch: string;
  own: boolean;
  uploaded: boolean;
  at: string;
};

/** The picture, its fingerprint and its record. False for one that is here. */
export function insertPicture(rows: PictureRows, picture: NewPicture, examined: ExaminedPicture): boolean {
  const { db } = rows;
  const { info, name, recordName, batch, own, uploaded, at } = picture;
  const { sha256 } = info;
  const { metadata, unread } = examined;
  // What could not be read is still to be read, on a day when this computer can.
  const known = unread === undefined ? metadata : null;
  return db
    .transaction(() => {
      if (!insertPhoto(db, { ...info, name, addedAt: at, uploaded, metadata: known })) return false;
      noteLooks(rows, sha256, examined);
      beginRecord(db, { sha256, metadata, batch, name: recordName }, { own, at });
      return true;
    })
    .immediate();
}

/** What was not learnt of a picture when it came. False where all is known, or no more can be learnt now. */
export function notePicture(rows: PictureRows, sha256: string, examined: ExaminedPicture, at: string): boolean {
  const { db } = rows;
  const { metadata, unread } = examined;
  if (unread !== undefined || findEmbeddedMetadata(db, sha256) !== null) return false;
  db.transaction(() => {
    saveEmbeddedMetadata(db, sha256, metadata);
    noteLooks(rows, sha256, examined);
    fillRecord(db, { sha256, metadata }, at);
  }).immediate();
  return true;
}

function noteLooks({ db, likenesses }: PictureRows, sha256: string, { fingerprint }: ExaminedPicture): void {
  if (fingerprint === null) return;
  // Before its own is there.
  saveAlikes(db, sha256, likenesses.find(fingerprint));
  insertFingerprint(db, sha256, fingerprint);
}
