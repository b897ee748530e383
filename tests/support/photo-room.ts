/** The photo library over a database of its own, without picture files. */
import { createHash } from 'node:crypto';
import { afterEach } from 'vitest';
import { Articles, type ArticlesEvent } from '../../electron/core/articles/articles.ts';
import { PhotoLibrary } from '../../electron/core/photos/photo-library.ts';
import { PhotoRecords } from '../../electron/core/photos/photo-records.ts';
import { PhotoWords } from '../../electron/core/photos/photo-words.ts';
import type { WritableDb } from '../../electron/core/store/database.ts';
import { appendUpdate } from '../../electron/core/store/doc-log.ts';
import { openDatabase } from '../../electron/core/store/open-database.ts';
import { addOwnPhoto } from '../../electron/core/store/own-photos.ts';
import { findEmbeddedMetadata, insertPhoto } from '../../electron/core/store/photos.ts';
import { noMetadata } from '../../shared/photos/embedded.ts';
import { photoRecordId } from '../../shared/photos/record-id.ts';
import type { RecordChange } from '../../shared/photos/write-record.ts';
import { newRecordUpdate } from '../../shared/photos/write-record.ts';
import { tempFolder } from './temp-folder.ts';

export type PhotoRoom = {
  folder: string;
  db: WritableDb;
  articles: Articles;
  records: PhotoRecords;
  library: PhotoLibrary;
  words: PhotoWords;
  told: ArticlesEvent[];
  /** ISO 8601 UTC. */
  now: string;
};
const rooms: PhotoRoom[] = [];

export async function openPhotoRoom(folder = tempFolder()): Promise<PhotoRoom> {
  const db = await openDatabase(folder);
  const person = () => ({ id: 'lan', name: 'Lan', role: 'writer' as const });
  const clock = (): Date => new Date(room.now);
  const articles = new Articles({ db, folder, clock: () => new Date(room?.now ?? 0), person });
  const seedOf = async (sha256: string) => findEmbeddedMetadata(db, sha256) ?? noMetadata;
  const records = new PhotoRecords({ db, folder, articles, seedOf });
  const library = libraryOf(db, articles, clock);
  const told: ArticlesEvent[] = [];
  articles.on((event) => told.push(event));
  const room: PhotoRoom = {
    ...{ folder, db, articles, records, library, told },
    ...{ words: new PhotoWords(records), now: '2026-11-26T01:00:00.000Z' },
  };
  rooms.push(room);
  return room;
}

/** A library that waits until nothing is behind, however busy the computer is. */
export function libraryOf(db: WritableDb, articles: Articles, clock: () => Date): PhotoLibrary {
  const settle = (): number => {
    while (articles.settle() > 0);
    return 0;
  };
  const whole = {
    settle,
    settleOne: (id: string): void => articles.settleOne(id),
    record: (sha256: string) => articles.record(sha256),
  };
  return new PhotoLibrary({ db, articles: whole, clock });
}

export function closePhotoRoom({ articles, db }: PhotoRoom): void {
  if (!db.open) return;
  articles.close();
  db.close();
}
afterEach(() => {
  for (const room of rooms.splice(0)) closePhotoRoom(room);
});

export const shaOf = (name: string): string => createHash('sha256').update(name).digest('hex');

/** `own`: taken into the library, and of this computer alone; else as a picture of an article, without a record. */
export type GivenPhoto = { own?: boolean; batch?: string; description?: string; addedAt?: string };

export function givePhoto(room: Pick<PhotoRoom, 'db' | 'now'>, name: string, given: GivenPhoto = {}): string {
  const sha256 = shaOf(name);
  const { own = true, batch = '', description = '', addedAt = room.now } = given;
  const metadata = { ...noMetadata, description };
  const photo = {
    sha256,
    bytes: 9,
    width: 3000,
    height: 2000,
    format: 'jpeg',
    caption: description,
    credit: '',
    alt: '',
  };
  room.db
    .transaction(() => {
      insertPhoto(room.db, { ...photo, name, addedAt, uploaded: false, metadata });
      if (!own) return;
      addOwnPhoto(room.db, sha256);
      const bytes = newRecordUpdate({ sha256, metadata, batch, name });
      appendUpdate(room.db, { articleId: photoRecordId(sha256), origin: 'local', bytes, at: addedAt });
    })
    .immediate();
  return sha256;
}

export const say = (room: PhotoRoom, sha256: string, change: RecordChange) => room.records.change([{ sha256, change }]);
