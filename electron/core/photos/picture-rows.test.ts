import { beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../../shared/errors/app-error.ts';
import { type EmbeddedMetadata, noMetadata } from '../../../shared/photos/embedded.ts';
import { photoRecordId } from '../../../shared/photos/record-id.ts';
import { recordOfUpdates } from '../../../shared/photos/record-of-updates.ts';
import { openPhotoRoom, type PhotoRoom, say, shaOf } from '../../../tests/support/photo-room.ts';
import { listOutbox, sealOpenUpdate } from '../store/outbox.ts';
import { listUnread } from '../store/photos.ts';
import { Likenesses } from './likenesses.ts';
import { insertPicture, notePicture } from './picture-rows.ts';

const metadata: EmbeddedMetadata = {
  ...noMetadata,
  description: 'Của tệp',
  headline: 'Hội nghị',
  dateCreated: '2026-11-25',
  keywords: ['hội nghị'],
  people: [{ name: 'Mai Xuân Liêm' }],
  rating: 4,
};
const size = { width: 3_000, height: 2_000, format: 'jpeg', fingerprint: null } as const;
const unread = new AppError('metadata-tool-missing', { reason: 'Perl was not found' }).toRecord();

let room: PhotoRoom;
beforeEach(async () => {
  room = await openPhotoRoom();
});

function take(name: string, own: boolean): string {
  const sha256 = shaOf(name);
  const info = { sha256, bytes: 9, width: 3_000, height: 2_000, format: 'jpeg', caption: '', credit: '', alt: '' };
  const picture = { info, name, recordName: name, batch: '', own, uploaded: false, at: room.now };
  insertPicture(rows(), picture, { ...size, metadata: noMetadata, unread });
  return sha256;
}
const rows = () => ({ db: room.db, likenesses: new Likenesses(room.db) });
const learn = (sha256: string): boolean => notePicture(rows(), sha256, { ...size, metadata }, room.now);

describe('a picture whose file could not be read on this computer', () => {
  it('is still to be read, until it was', () => {
    const sha256 = take('a.jpg', true);
    expect(notePicture(rows(), sha256, { ...size, metadata: noMetadata, unread }, room.now)).toBe(false);
    expect(listUnread(room.db, 9)).toEqual([sha256]);
    expect(learn(sha256)).toBe(true);
    expect(listUnread(room.db, 9)).toEqual([]);
    expect(learn(sha256)).toBe(false);
  });

  it('says then what its file says where nobody has said anything', async () => {
    const sha256 = take('a.jpg', true);
    await say(room, sha256, { texts: { description: { how: 'set', text: 'Của người' } }, rating: 2 });
    learn(sha256);
    const { description, headline, dateCreated, keywords, people, rating, name } = await room.records.record(sha256);
    expect({ description, headline, dateCreated, keywords, rating, name }).toEqual({
      ...{ description: 'Của người', headline: 'Hội nghị', dateCreated: '2026-11-25' },
      ...{ keywords: ['hội nghị'], rating: 2, name: 'a.jpg' },
    });
    expect(people).toMatchObject([{ name: 'Mai Xuân Liêm' }]);
    expect(room.library.row(sha256).headline).toBe('Hội nghị');
    expect(listOutbox(room.db, 0, 9)).toEqual([]);
  });

  it('says it to the office where it is the office’s', async () => {
    const sha256 = take('a.jpg', false);
    learn(sha256);
    expect((await room.records.record(sha256)).description).toBe('Của tệp');
    const sent = sealOpenUpdate(room.db, photoRecordId(sha256))!;
    expect(recordOfUpdates(sha256, [sent])).toMatchObject({ description: 'Của tệp', name: 'a.jpg' });
  });
});
