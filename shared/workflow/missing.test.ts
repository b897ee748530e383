import { describe, expect, it } from 'vitest';
import { type ArticleDocument, type Photo, referencesOf } from '../article/document.ts';
import { missingThings, nothingLost, submissionBlockers } from './missing.ts';

const SHA = 'ab'.repeat(32);
const photo = (id: string, changes: Partial<Photo> = {}): Photo => ({
  ...{ id, sha256: SHA, caption: 'c', credit: 'n', alt: 'a' },
  ...changes,
});
const article = (changes: Partial<ArticleDocument>): ArticleDocument => ({
  ...{ version: 1, language: 'vi', headline: 'Tít', lead: '', blocks: [], photos: [], fields: {} },
  ...changes,
});

describe('what submitting asks for', () => {
  it('is the same of photos in a gallery as of those that stand alone, numbered in the order of the text', () => {
    const document = article({
      blocks: [
        { kind: 'gallery', photos: ['a', 'b', 'c'] },
        { kind: 'photo', photo: 'd' },
      ],
      photos: [
        photo('a', { caption: ' ' }),
        photo('b'),
        photo('c', { sha256: null }),
        photo('d', { credit: '', alt: '' }),
        photo('ngoài bài', { alt: '' }),
      ],
    });
    const missing = missingThings(document);
    expect(missing).toEqual([
      { what: 'caption', photo: 'a', number: 1 },
      { what: 'file', photo: 'c', number: 3 },
      { what: 'credit', photo: 'd', number: 4 },
      { what: 'alt', photo: 'd', number: 4 },
    ]);
    expect(submissionBlockers(missing).map(({ code, details }) => [code, details.count])).toEqual([
      ['photo-missing', 1],
      ['caption-missing', 2],
    ]);
  });

  it('is no alt text of a photo that is only decorative', () => {
    const document = article({
      blocks: [{ kind: 'photo', photo: 'a' }],
      photos: [photo('a', { alt: '', decorative: true, credit: '' })],
    });
    expect(missingThings(document)).toEqual([{ what: 'credit', photo: 'a', number: 1 }]);
  });

  it('is that every picture may go out: pixelated where it has to be, and its rights not ended', () => {
    const document = article({
      blocks: [{ kind: 'gallery', photos: ['a', 'b'] }],
      photos: [photo('a'), photo('b', { sha256: 'cd'.repeat(32) }), photo('ngoài bài', { sha256: 'ef'.repeat(32) })],
    });
    expect(referencesOf(document).photos).toEqual([SHA, 'cd'.repeat(32)]);
    const missing = missingThings(document, {
      ...nothingLost,
      withheld: [SHA],
      expired: [
        { sha256: 'cd'.repeat(32), on: '2026-11-25' },
        { sha256: 'ef'.repeat(32), on: '2026-11-25' },
      ],
    });
    expect(missing).toEqual([
      { what: 'withheld', photo: 'a', number: 1, sha256: SHA },
      { what: 'expired', photo: 'b', number: 2, sha256: 'cd'.repeat(32), on: '2026-11-25' },
    ]);
    expect(submissionBlockers(missing).map(({ code, details }) => [code, details.count])).toEqual([
      ['photos-withheld', 1],
      ['photos-expired', 1],
    ]);
  });

  it('is that every document and every article it names can be had', () => {
    const document = article({
      blocks: [
        { kind: 'file', sha256: SHA, name: 'Có.pdf', bytes: 1 },
        { kind: 'file', sha256: 'cd'.repeat(32), name: 'Mất.pdf', bytes: 1 },
        { kind: 'related', article: 'còn', headline: 'Còn' },
        { kind: 'related', article: 'mất', headline: 'Mất' },
        { kind: 'related', article: 'mất', headline: 'Mất, lần nữa' },
      ],
    });
    expect(referencesOf(document)).toEqual({ files: [SHA, 'cd'.repeat(32)], articles: ['còn', 'mất'], photos: [] });
    expect(missingThings(document)).toEqual([]);
    const missing = missingThings(document, { ...nothingLost, files: ['cd'.repeat(32)], articles: ['mất'] });
    expect(missing).toEqual([
      { what: 'attachment', sha256: 'cd'.repeat(32), name: 'Mất.pdf' },
      { what: 'related', article: 'mất', headline: 'Mất' },
      { what: 'related', article: 'mất', headline: 'Mất, lần nữa' },
    ]);
    expect(submissionBlockers(missing).map(({ code, details }) => [code, details.count])).toEqual([
      ['attachment-missing', 1],
      ['related-missing', 2],
    ]);
  });
});
