/** A caption that was written for a picture, taken into an article where the picture stands with another one. */
import * as Y from 'yjs';
import { cleanLine } from '../../shared/article/clean-text.ts';
import { readArticle } from '../../shared/article/read.ts';
import type { PhotoRecord } from '../../shared/photos/photo-details.ts';

const words = { caption: 'description', credit: 'credit', alt: 'alt' } as const;
type Word = keyof typeof words;

/** What a text of an article's photo said before, and says now. */
export type TakenWord = { photo: string; word: Word; before: string; after: string };

/**
 * The record's caption in the place of the article's, its credit and alt text where the article has none. What the record does
 * not say stays. Answers what was written.
 */
export function takeWords(doc: Y.Doc, record: PhotoRecord, origin: unknown): TakenWord[] {
  const taken: TakenWord[] = [];
  doc.transact(() => {
    for (const { id, sha256 } of readArticle(doc).photos) {
      if (sha256 !== record.sha256) continue;
      for (const [word, field] of Object.entries(words) as [Word, (typeof words)[Word]][]) {
        const text = textOf(doc, id, word);
        const after = cleanLine(record[field]).trim();
        const before = text?.toString() ?? '';
        if (text === null || after === '' || before === after || (word !== 'caption' && before.trim() !== '')) continue;
        setText(text, after);
        taken.push({ photo: id, word, before, after });
      }
    }
  }, origin);
  return taken;
}

/** Takes back what nobody has changed since. */
export function giveBackWords(doc: Y.Doc, taken: readonly TakenWord[], origin: unknown): void {
  doc.transact(() => {
    for (const { photo, word, before, after } of taken) {
      const text = textOf(doc, photo, word);
      if (text?.toString() === after) setText(text, before);
    }
  }, origin);
}

function textOf(doc: Y.Doc, photoId: string, word: Word): Y.Text | null {
  const photo = doc.getMap('photos').get(photoId);
  const text = photo instanceof Y.Map ? photo.get(word) : null;
  return text instanceof Y.Text ? text : null;
}

function setText(text: Y.Text, words: string): void {
  text.delete(0, text.length);
  text.insert(0, words);
}
