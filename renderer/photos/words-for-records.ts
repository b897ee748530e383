import type { Photo } from '../../shared/article/document.ts';
import type { PhotoDeed } from '../../shared/contract/desk-photos.ts';

/** What is written of pictures in an article, for those of their records that say nothing of it. */
export function wordsForRecords(
  photos: readonly Pick<Photo, 'sha256' | 'caption' | 'credit' | 'alt' | 'decorative'>[],
): PhotoDeed[] {
  return photos.flatMap(({ sha256, caption, credit, alt, decorative }) => {
    const said = { description: caption, credit, alt: decorative === true ? '' : alt };
    const written = Object.entries(said).filter(([, text]) => text.trim() !== '');
    if (sha256 === null || written.length === 0) return [];
    const textsOf = (textOf: (text: string) => string) =>
      Object.fromEntries(written.map(([name, text]) => [name, { how: 'set' as const, text: textOf(text) }]));
    return [{ sha256, change: { texts: textsOf((text) => text) }, still: { texts: textsOf(() => '') } }];
  });
}
