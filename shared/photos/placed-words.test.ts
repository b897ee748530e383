import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { noMetadata } from './embedded.ts';
import { placedWords } from './placed-words.ts';
import { readPhotoRecord } from './read-record.ts';
import { changeRecord, newRecordUpdate } from './write-record.ts';

it('a picture from the library brings its words along, on one line each; without a credit the photographer is named', () => {
  const sha256 = 'ab'.repeat(32);
  const doc = new Y.Doc();
  const said = { description: 'Dòng một\ndòng hai. ', creator: 'Thu Hà', credit: ' ', alt: 'Thuyền' };
  Y.applyUpdate(doc, newRecordUpdate({ sha256, metadata: { ...noMetadata, ...said }, batch: '' }));
  const words = () => placedWords(readPhotoRecord(doc, sha256));
  expect(words()).toEqual({ sha256, caption: 'Dòng một dòng hai.', credit: 'Thu Hà', alt: 'Thuyền' });
  changeRecord(doc, { decorative: true, texts: { credit: { how: 'set', text: 'TTXVN' } } }, 'test');
  expect(words()).toEqual({ sha256, caption: 'Dòng một dòng hai.', credit: 'TTXVN', alt: '', decorative: true });
});
