/**
 * What a reviewer sees of a new revision: each block kept, changed, inserted or deleted, with its words. Blocks that are
 * equal anchor the two bodies to each other (longest common subsequence); between anchors, blocks that share most of
 * their words are taken for the same block changed, the rest for deleted and inserted ones.
 */
import type { ChangedBlock, Changes } from '../contract/desk-changes.ts';
import { boxesOf, groupsOf, listItems } from './block-groups.ts';
import { changedBlock, keyOf, similarity } from './diff-blocks.ts';
import { bestPairs, commonPairs, type Pair, spread } from './diff-pairs.ts';
import { changedCaptions, changedPictures } from './diff-photos.ts';
import { diffWords } from './diff-words.ts';
import { type ArticleDocument, type Block, fieldNames } from './document.ts';

export type DocumentChanges = Omit<Changes, 'from' | 'to'>;

const MIN_SIMILARITY = 0.4;
/** Above this many blocks between anchors on either side, no search for partners: the article was rewritten. */
const MAX_GAP_BLOCKS = 150;

function pairGap(before: readonly Block[], after: readonly Block[]): Pair<Block>[] {
  const fits = before.length <= MAX_GAP_BLOCKS && after.length <= MAX_GAP_BLOCKS;
  const gain = (row: number, column: number): number => {
    const value = similarity(before[row]!, after[column]!);
    return value >= MIN_SIMILARITY ? value : 0;
  };
  const partners = fits ? bestPairs(before.length, after.length, gain) : [];
  return spread(before, after, partners, () => []);
}

function changedBlocks(before: readonly Block[], after: readonly Block[]): ChangedBlock[] {
  const anchors = commonPairs(before.map(keyOf), after.map(keyOf));
  const numbers = numbersOf(after);
  return spread(before, after, anchors, pairGap).map((pair) => {
    const number = pair.after === null ? undefined : numbers.get(pair.after);
    return number === undefined ? changedBlock(pair) : { ...changedBlock(pair), number };
  });
}

/** The places of numbered items in their lists. */
function numbersOf(blocks: readonly Block[]): Map<Block, number> {
  const groups = boxesOf(blocks).flatMap((box) => groupsOf(box.blocks));
  const items = groups.flatMap((group) => (group.kind === 'list' ? listItems(group.items) : []));
  return new Map(items.flatMap(({ item, number }) => (item.kind === 'number' ? [[item, number] as const] : [])));
}

function changedFields(before: ArticleDocument | null, after: ArticleDocument): Changes['fields'] {
  const value = (document: ArticleDocument | null, field: (typeof fieldNames)[number]): string => {
    const found = document?.fields[field];
    return typeof found === 'string' ? found : (found ?? []).join(', ');
  };
  const changes = fieldNames.flatMap((field) => {
    const [was, is] = [value(before, field), value(after, field)];
    return was === is ? [] : [{ field: field as string, before: was, after: is }];
  });
  if (before === null || before.language === after.language) return changes;
  return [...changes, { field: 'language', before: before.language, after: after.language }];
}

/**
 * What `after` changes in `before`; null stands for an article that nobody has seen yet, so all of it is new. The texts
 * of `same` and `delete` runs make up the old text, those of `same` and `insert` the new one. Captions, pictures
 * and fields list only what changed; `file` among the captions is the photo's SHA-256.
 */
export function diffDocuments(before: ArticleDocument | null, after: ArticleDocument): DocumentChanges {
  return {
    headline: diffWords(before?.headline ?? '', after.headline),
    lead: diffWords(before?.lead ?? '', after.lead),
    blocks: changedBlocks(before?.blocks ?? [], after.blocks),
    captions: changedCaptions(before?.photos ?? [], after.photos),
    pictures: changedPictures(before?.photos ?? [], after.photos),
    fields: changedFields(before, after),
  };
}
