import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { ArticleDocument, Photo } from '../../../shared/article/document.ts';
import { readArticle } from '../../../shared/article/read.ts';
import { newArticleUpdate } from '../../../shared/article/write.ts';
import type { PhotoInfo } from '../../../shared/contract/desk.ts';
import { placePhoto } from './place-photo.ts';

const empty = { sha256: null, caption: '', credit: '', alt: '' };
const info: PhotoInfo = {
  sha256: 'a'.repeat(64),
  ...{ bytes: 10, width: 3, height: 2, format: 'jpeg' },
  ...{ caption: 'Trong tệp', credit: 'TTXVN', alt: '' },
};

function stateWith(photos: Photo[]): Uint8Array {
  return newArticleUpdate({
    document: {
      ...{ version: 1, language: 'vi', headline: 'Bài', lead: '', fields: {}, photos },
      blocks: [
        { kind: 'paragraph', runs: [{ text: 'Một.' }] },
        ...photos.map(({ id }) => ({ kind: 'photo' as const, photo: id })),
      ],
    },
  });
}

function documentWith(state: Uint8Array, update: Uint8Array): ArticleDocument {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  Y.applyUpdate(doc, update);
  return readArticle(doc);
}

describe('putting a picture into an article', () => {
  const state = stateWith([
    { id: 'p1', ...empty, caption: 'Quang cảnh.' },
    { id: 'p2', ...empty },
  ]);

  it('fills the first place that waits, and only what is empty there', () => {
    const { update, place } = placePhoto(state, info, { alt: 'Hội trường' });
    expect(place).toBe(1);
    expect(documentWith(state, update).photos).toEqual([
      { id: 'p1', sha256: info.sha256, caption: 'Quang cảnh.', credit: 'TTXVN', alt: 'Hội trường' },
      { id: 'p2', ...empty },
    ]);
  });

  it('fills the place that was named, with the words that were given', () => {
    const { update, place } = placePhoto(state, info, { caption: 'Lời mới', credit: '' }, 2);
    expect(place).toBe(2);
    expect(documentWith(state, update).photos[1]).toEqual({
      id: 'p2',
      sha256: info.sha256,
      caption: 'Lời mới',
      credit: '',
      alt: '',
    });
  });

  it('makes a place at the end of the body where none waits', () => {
    const full = stateWith([{ id: 'p1', ...empty, sha256: 'b'.repeat(64) }]);
    const { update, place } = placePhoto(full, info, {});
    const { blocks, photos } = documentWith(full, update);
    expect(place).toBe(2);
    expect(photos[1]).toMatchObject({ sha256: info.sha256, caption: 'Trong tệp', credit: 'TTXVN' });
    expect(blocks.at(-1)).toEqual({ kind: 'photo', photo: photos[1]?.id });
  });

  it('refuses a place that is not there', () => {
    expect(() => placePhoto(state, info, {}, 3)).toThrowError(expect.objectContaining({ code: 'invalid-request' }));
  });
});
