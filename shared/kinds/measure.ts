/** How long the parts of an article are, against the limits of its kind. */
import { type ArticleDocument, blockText } from '../article/document.ts';
import { countCharacters, countSyllables } from '../text/count.ts';
import { findKind, type Limit, type MeasuredPart, measuredParts } from './article-kinds.ts';

/** How many tiếng a minute people read. */
const SYLLABLES_PER_MINUTE = 250;

export type Length = {
  part: MeasuredPart;
  syllables: number;
  characters: number;
  /** Whole minutes, rounded up; 0 for nothing to read. */
  minutes: number;
  limit: Limit;
  isOver: boolean;
};

export function measureArticle(document: ArticleDocument): Length[] {
  const limits = findKind(document.fields.kind)?.limits ?? {};
  return measuredParts.map((part): Length => {
    const texts = part === 'body' ? document.blocks.map(blockText) : [document[part]];
    const syllables = texts.reduce((sum, text) => sum + countSyllables(text), 0);
    const characters = texts.reduce((sum, text) => sum + countCharacters(text), 0);
    const limit = limits[part] ?? {};
    const isOver =
      syllables > (limit.syllables ?? Number.POSITIVE_INFINITY) ||
      characters > (limit.characters ?? Number.POSITIVE_INFINITY);
    return { part, syllables, characters, minutes: Math.ceil(syllables / SYLLABLES_PER_MINUTE), limit, isOver };
  });
}
