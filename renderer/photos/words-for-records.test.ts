import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { readPhotoRecord } from '../../shared/photos/read-record.ts';
import { whereStill } from '../../shared/photos/said.ts';
import { changeRecord } from '../../shared/photos/write-record.ts';
import { wordsForRecords } from './words-for-records.ts';

const sha256 = 'a'.repeat(64);

it('what an article says of a picture fills what its record leaves empty, and changes nothing else', () => {
  const doc = new Y.Doc();
  changeRecord(doc, { texts: { description: { how: 'set', text: 'Hội nghị.' } } }, 'test');
  const deeds = wordsForRecords([
    { sha256, caption: 'Ông An dự hội nghị.', credit: '', alt: 'Một người đàn ông nói.' },
    { sha256, caption: '', credit: 'Thu Hà', alt: 'Người khác' },
    { sha256: null, caption: 'Ảnh chưa có', credit: 'Hà', alt: '' },
    { sha256, caption: ' ', credit: '', alt: 'Hoa văn', decorative: true },
  ]);
  expect(deeds).toHaveLength(2);
  for (const { change, still } of deeds) changeRecord(doc, whereStill(doc, sha256, change, still!), 'test');
  expect(readPhotoRecord(doc, sha256)).toMatchObject({
    ...{ description: 'Hội nghị.', credit: 'Thu Hà', alt: 'Một người đàn ông nói.' },
    decorative: false,
  });
});
