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

const lengthsOfTexts = new WeakMap<object, { syllables: number; characters: number }>();

/** Counted once for each block that does not change. */
function lengthOfBlock(block: ArticleDocument['blocks'][number]): { syllables: number; characters: number } {
  let length = lengthsOfTexts.get(block);
  if (length === undefined) {
    const text = blockText(block);
    length = { syllables: countSyllables(text), characters: countCharacters(text) };
    lengthsOfTexts.set(block, length);
  }
  return length;
}

export function measureArticle(document: ArticleDocument): Length[] {
  const limits = findKind(document.fields.kind)?.limits ?? {};
  return measuredParts.map((part): Length => {
    const { syllables, characters } =
      part === 'body'
        ? document.blocks.map(lengthOfBlock).reduce(
            (sum, one) => ({
              syllables: sum.syllables + one.syllables,
              characters: sum.characters + one.characters,
            }),
            { syllables: 0, characters: 0 },
          )
        : { syllables: countSyllables(document[part]), characters: countCharacters(document[part]) };
    const limit = limits[part] ?? {};
    const isOver =
      syllables > (limit.syllables ?? Number.POSITIVE_INFINITY) ||
      characters > (limit.characters ?? Number.POSITIVE_INFINITY);
    return { part, syllables, characters, minutes: Math.ceil(syllables / SYLLABLES_PER_MINUTE), limit, isOver };
  });
}
