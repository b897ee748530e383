import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { Block, Photo } from './document.ts';
import { getBody, makeEmbed } from './flat-text.ts';
import { deletePhoto, emptyPhotoPlaces, putPhoto, removePhotoPlaces } from './photo-places.ts';
import { readArticle } from './read.ts';
import { newArticleUpdate, setPhotoDecorative } from './write.ts';

const none = { sha256: null, caption: '', credit: '', alt: '' };
const picture = { sha256: 'a'.repeat(64), caption: 'Trong tệp', credit: 'TTXVN', alt: '' };

function docWith(blocks: Block[], photos: Photo[]): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(
    doc,
    newArticleUpdate({ document: { version: 1, language: 'vi', headline: '', lead: '', blocks, photos, fields: {} } }),
  );
  return doc;
}

const text = (words: string): Block => ({ kind: 'paragraph', runs: [{ text: words }] });
const place = (photo: string): Block => ({ kind: 'photo', photo });

describe('photos in the text', () => {
  it('lists places without a picture in the order of the text, each once', () => {
    const doc = docWith(
      [place('c'), text('Một'), place('a'), place('b'), place('a')],
      [
        { id: 'a', ...none },
        { id: 'b', ...none, sha256: 'b'.repeat(64) },
        { id: 'c', ...none },
        { id: 'nowhere', ...none },
      ],
    );
    expect(emptyPhotoPlaces(doc)).toEqual(['c', 'a']);
  });

  it('gives a place its picture, and fills only the words that nobody has written', () => {
    const doc = docWith([place('a')], [{ id: 'a', ...none, caption: 'Người viết đã ghi' }]);
    putPhoto(doc, 'a', picture, 'here');
    expect(readArticle(doc).photos).toEqual([{ id: 'a', ...picture, caption: 'Người viết đã ghi' }]);
  });

  it('makes known a photo of which only the place is left', () => {
    const doc = docWith([place('lost')], []);
    putPhoto(doc, 'lost', picture, 'here');
    expect(readArticle(doc).photos).toEqual([{ id: 'lost', ...picture }]);
  });

  it('keeps what was written of a photo that is only decorative, and shows none of it', () => {
    const doc = docWith([place('a')], [{ id: 'a', ...none, alt: 'Người dân' }]);
    setPhotoDecorative(doc, 'a', true, 'here');
    expect(readArticle(doc).photos).toEqual([{ id: 'a', ...none, decorative: true }]);
    setPhotoDecorative(doc, 'a', false, 'here');
    expect(readArticle(doc).photos).toEqual([{ id: 'a', ...none, alt: 'Người dân' }]);
    putPhoto(doc, 'b', { ...picture, decorative: true }, 'here');
    expect(readArticle(doc).photos.at(-1)).toEqual({ id: 'b', ...picture, decorative: true });
    // Somebody has said what is to be seen in it.
    putPhoto(doc, 'a', { ...picture, decorative: true }, 'here');
    expect(readArticle(doc).photos[0]).toMatchObject({ alt: 'Người dân' });
  });

  it('removes a place with its line, and leaves the photo and the text round it', () => {
    const doc = docWith([text('Trước'), place('a'), text('Sau')], [{ id: 'a', ...none, caption: 'Còn đây' }]);
    removePhotoPlaces(doc, 'a', 'here');
    const { blocks, photos } = readArticle(doc);
    expect(blocks).toEqual([text('Trước'), text('Sau')]);
    expect(photos).toEqual([{ id: 'a', ...none, caption: 'Còn đây' }]);
  });

  it('leaves the formats of what stands behind as they are, in a text that was loaded', () => {
    const made = docWith(
      [
        { kind: 'paragraph', runs: [{ text: 'aaa' }, { text: 'bbbbbb', bold: true }, { text: 'cccccccc' }] },
        place('a'),
        text('ddddeeeeffff'),
      ],
      [{ id: 'a', ...none }],
    );
    getBody(made).insertEmbed(10, makeEmbed({ type: 'photo', photo: 'a' }), { bold: true });
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(made));
    const body = getBody(doc);
    // Yjs begins to remember places.
    for (const at of [24, 23, 3]) body.insert(at, 'xy');
    removePhotoPlaces(doc, 'a', 'here');
    expect(readArticle(doc).blocks).toEqual([
      {
        kind: 'paragraph',
        runs: [{ text: 'aaxya' }, { text: 'bbbbbb', bold: true }, { text: 'cccccccc' }],
      },
      text('dxydxyddeeeeffff'),
    ]);
  });

  it('keeps the first mark, and what else stands in the line', () => {
    const doc = docWith([place('a'), text('Sau')], [{ id: 'a', ...none }]);
    getBody(doc).insert(2, 'cùng dòng');
    getBody(doc).insertEmbed(1, makeEmbed({ type: 'photo', photo: 'a' }));
    removePhotoPlaces(doc, 'a', 'here');
    expect(readArticle(doc).blocks).toEqual([text('cùng dòng'), text('Sau')]);
  });

  it('lets a photo leave the article only when it stands nowhere in the text', () => {
    const doc = docWith([place('a')], [{ id: 'a', ...none }]);
    deletePhoto(doc, 'a', 'here');
    expect(readArticle(doc).photos).toHaveLength(1);
    removePhotoPlaces(doc, 'a', 'here');
    deletePhoto(doc, 'a', 'here');
    expect(readArticle(doc).photos).toEqual([]);
  });
});
