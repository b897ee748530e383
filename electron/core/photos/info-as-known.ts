import type { PhotoInfo } from '../../../shared/contract/desk.ts';
import type { PhotoRecord } from '../../../shared/photos/photo-details.ts';
import { placedWords } from '../../../shared/photos/placed-words.ts';

/** A photo with the words that it brings into an article: what is said of its picture by now, else what its file says. */
export function infoAsKnown(articles: { record(sha256: string): PhotoRecord | null }, info: PhotoInfo): PhotoInfo {
  const record = articles.record(info.sha256);
  if (record === null) return info;
  const { caption, credit, alt } = placedWords(record);
  return { ...info, caption, credit, alt };
}
