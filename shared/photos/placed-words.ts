/** What an article's photo says when its picture is put there from the library: what the record says, once, from then on its own. */
import { cleanLine } from '../article/clean-text.ts';
import type { Photo } from '../article/document.ts';
import type { PhotoRecord } from './photo-details.ts';

/** Without a credit line the photographer is named. */
export function placedWords(record: PhotoRecord): Omit<Photo, 'id' | 'sha256'> & { sha256: string } {
  const { sha256, description, credit, creator, alt, decorative } = record;
  const line = (text: string): string => cleanLine(text).trim();
  return {
    sha256,
    caption: line(description),
    credit: line(credit) || line(creator),
    alt: decorative ? '' : line(alt),
    ...(decorative ? { decorative } : {}),
  };
}
