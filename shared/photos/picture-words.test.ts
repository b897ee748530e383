import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { Photo } from '../article/document.ts';
import { noMetadata } from './embedded.ts';
import { wordsOfPhoto, wordsOfRecord } from './picture-words.ts';
import { readPhotoRecord } from './read-record.ts';
import { changeRecord, newRecordUpdate } from './write-record.ts';

const sha256 = 'a'.repeat(64);

describe('the words that go out with a picture', () => {
  it('are those of its record, without people that nobody has named', () => {
    const doc = new Y.Doc();
    const metadata = {
      ...noMetadata,
      description: 'Lụt ở Huế',
      city: 'Huế',
      alt: 'Hai người lội nước',
      keywords: ['lũ'],
    };
    Y.applyUpdate(doc, newRecordUpdate({ sha256, metadata, batch: '' }));
    const people = [
      { id: 'a', name: 'An', title: 'Chủ tịch' },
      { id: 'b', name: ' ' },
    ];
    changeRecord(doc, { people, digitalSource: 'digitalCapture' }, null);
    const words = wordsOfRecord(readPhotoRecord(doc, sha256));
    expect(words).toMatchObject({ description: 'Lụt ở Huế', city: 'Huế', alt: 'Hai người lội nước', keywords: ['lũ'] });
    expect(words).toMatchObject({ people: [{ name: 'An', title: 'Chủ tịch' }], digitalSource: 'digitalCapture' });
    expect(words.headline).toBe('');
    changeRecord(doc, { decorative: true }, null);
    expect(wordsOfRecord(readPhotoRecord(doc, sha256)).alt).toBe('');
  });

  it('are an article’s own where it has its own', () => {
    const details = { headline: 'Lụt', people: [{ name: 'An' }], dateCreated: '2026-11-26' };
    const photo: Photo = { id: 'p', sha256, caption: 'Chú thích của bài', credit: 'Ảnh: An', alt: 'Nước', details };
    expect(wordsOfPhoto(photo)).toMatchObject({
      ...{ description: 'Chú thích của bài', credit: 'Ảnh: An', alt: 'Nước', headline: 'Lụt' },
      ...{ people: [{ name: 'An' }], dateCreated: '2026-11-26', city: '', keywords: [] },
    });
    expect(wordsOfPhoto({ ...photo, decorative: true }).alt).toBe('');
  });
});
