import { describe, expect, it } from 'vitest';
import { type ArticleDocument, type Photo, referencesOf } from '../article/document.ts';
import { missingThings, submissionBlockers } from './missing.ts';

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
    expect(referencesOf(document)).toEqual({ files: [SHA, 'cd'.repeat(32)], articles: ['còn', 'mất'] });
    expect(missingThings(document)).toEqual([]);
    const missing = missingThings(document, { files: ['cd'.repeat(32)], articles: ['mất'] });
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
