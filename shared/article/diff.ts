/**
 * What a reviewer sees of a new revision: each block kept, changed, inserted or deleted, with its words. Blocks that are
 * equal anchor the two bodies to each other (longest common subsequence); between anchors, blocks that share most of
 * their words are taken for the same block changed, the rest for deleted and inserted ones.
 */
import type { Changes } from '../contract/desk.ts';
import { diffWords, splitWords } from './diff-words.ts';
import { type ArticleDocument, type Block, blockText, fieldNames, isTextBlock, type Photo } from './document.ts';
import { canonicalJson } from './revision.ts';

export type DocumentChanges = Omit<Changes, 'from' | 'to'>;
type ChangedBlock = Changes['blocks'][number];

const MIN_SHARED_WORDS = 0.4;
/** Above this many blocks between anchors on either side, no search for partners: the article was rewritten. */
const MAX_GAP_BLOCKS = 150;
const MAX_ANCHOR_CELLS = 4_000_000;

type Pair = { before: Block | null; after: Block | null };

const keyOf = (block: Block): string => canonicalJson(block);

/** Longest common subsequence of two rows of keys, as index pairs; trimmed at both ends first. */
function commonPairs(before: readonly string[], after: readonly string[]): [number, number][] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < Math.min(before.length, after.length) - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const rows = before.length - start - end;
  const columns = after.length - start - end;
  const pairs: [number, number][] = [];
  for (let index = 0; index < start; index += 1) pairs.push([index, index]);
  if (rows * columns > 0 && rows * columns <= MAX_ANCHOR_CELLS) {
    const gain = (row: number, column: number): number => (before[start + row] === after[start + column] ? 1 : 0);
    for (const [row, column] of bestPairs(rows, columns, gain)) pairs.push([start + row, start + column]);
  }
  for (let index = end; index > 0; index -= 1) pairs.push([before.length - index, after.length - index]);
  return pairs;
}

/** The order-keeping pairs with the largest sum of gains; a gain of 0 is no pair. */
function bestPairs(rows: number, columns: number, gain: (row: number, column: number) => number): [number, number][] {
  const width = columns + 1;
  const best = new Float64Array((rows + 1) * width);
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let column = columns - 1; column >= 0; column -= 1) {
      const value = gain(row, column);
      const paired = value > 0 ? value + best[(row + 1) * width + column + 1]! : 0;
      best[row * width + column] = Math.max(paired, best[(row + 1) * width + column]!, best[row * width + column + 1]!);
    }
  }
  const pairs: [number, number][] = [];
  let [row, column] = [0, 0];
  while (row < rows && column < columns) {
    const here = best[row * width + column]!;
    if (here === 0) break;
    if (here === best[(row + 1) * width + column]!) row += 1;
    else if (here === best[row * width + column + 1]!) column += 1;
    else pairs.push([row++, column++]);
  }
  return pairs;
}

/** How much of their words two blocks share, 0 to 1 (Dice); photos and rules are the same or nothing. */
function similarity(before: Block, after: Block): number {
  if (before.kind === 'table' && after.kind === 'table' && before.table === after.table) return 1;
  if (!isTextBlock(before) || !isTextBlock(after)) return keyOf(before) === keyOf(after) ? 1 : 0;
  const isWord = (word: string): boolean => /[\p{L}\p{N}]/u.test(word);
  const old = splitWords(blockText(before)).filter(isWord);
  const fresh = splitWords(blockText(after)).filter(isWord);
  if (old.length + fresh.length === 0) return before.kind === after.kind ? 1 : 0;
  const counts = new Map<string, number>();
  for (const word of old) counts.set(word, (counts.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of fresh) {
    const left = counts.get(word) ?? 0;
    if (left > 0) shared += 1;
    counts.set(word, left - 1);
  }
  return (2 * shared) / (old.length + fresh.length);
}

function pairGap(before: readonly Block[], after: readonly Block[]): Pair[] {
  const fits = before.length <= MAX_GAP_BLOCKS && after.length <= MAX_GAP_BLOCKS;
  const gain = (row: number, column: number): number => {
    const value = similarity(before[row]!, after[column]!);
    return value >= MIN_SHARED_WORDS ? value : 0;
  };
  const partners = fits ? bestPairs(before.length, after.length, gain) : [];
  return spread(before, after, partners, () => []);
}

/** Lays pairs out in order, with what stands between them handed to `gap`, or as deleted and inserted blocks. */
function spread(
  before: readonly Block[],
  after: readonly Block[],
  partners: readonly [number, number][],
  gap: (before: readonly Block[], after: readonly Block[]) => Pair[],
): Pair[] {
  const pairs: Pair[] = [];
  let [row, column] = [0, 0];
  for (const [nextRow, nextColumn] of [...partners, [before.length, after.length] as const]) {
    const old = before.slice(row, nextRow);
    const fresh = after.slice(column, nextColumn);
    const inGap = old.length > 0 && fresh.length > 0 ? gap(old, fresh) : [];
    if (inGap.length > 0) pairs.push(...inGap);
    else {
      pairs.push(...old.map((block) => ({ before: block, after: null })));
      pairs.push(...fresh.map((block) => ({ before: null, after: block })));
    }
    if (nextRow < before.length || nextColumn < after.length) {
      pairs.push({ before: before[nextRow] ?? null, after: after[nextColumn] ?? null });
    }
    [row, column] = [nextRow + 1, nextColumn + 1];
  }
  return pairs;
}

function changedBlock({ before, after }: Pair): ChangedBlock {
  const block = after ?? before!;
  const photo = block.kind === 'photo' ? { photo: block.photo } : {};
  const runs = diffWords(before === null ? '' : blockText(before), after === null ? '' : blockText(after));
  if (after === null) return { op: 'delete', kind: block.kind, ...photo, runs };
  if (before === null) return { op: 'insert', kind: block.kind, ...photo, runs };
  if (keyOf(before) === keyOf(after)) return { op: 'same', kind: block.kind, ...photo, runs };
  return { op: 'change', kind: block.kind, was: before.kind, ...photo, runs };
}

function changedBlocks(before: readonly Block[], after: readonly Block[]): ChangedBlock[] {
  const anchors = commonPairs(before.map(keyOf), after.map(keyOf));
  return spread(before, after, anchors, pairGap).map(changedBlock);
}

function changedCaptions(before: readonly Photo[], after: readonly Photo[]): Changes['captions'] {
  const ids = [...new Set([...after, ...before].map(({ id }) => id))];
  return ids.flatMap((id) => {
    const [old, fresh] = [before.find((photo) => photo.id === id), after.find((photo) => photo.id === id)];
    const texts = (['caption', 'credit', 'alt'] as const).flatMap((field) => {
      const [was, is] = [old?.[field] ?? '', fresh?.[field] ?? ''];
      return was === is ? [] : [{ photo: id, field: field as string, runs: diffWords(was, is) }];
    });
    const [wasFile, isFile] = [old?.sha256 ?? '', fresh?.sha256 ?? ''];
    return wasFile === isFile ? texts : [{ photo: id, field: 'file', runs: diffWords(wasFile, isFile) }, ...texts];
  });
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
 * of `same` and `delete` runs make up the old text, those of `same` and `insert` the new one. Captions and fields list
 * only what changed; `file` among the captions is the photo's SHA-256.
 */
export function diffDocuments(before: ArticleDocument | null, after: ArticleDocument): DocumentChanges {
  return {
    headline: diffWords(before?.headline ?? '', after.headline),
    lead: diffWords(before?.lead ?? '', after.lead),
    blocks: changedBlocks(before?.blocks ?? [], after.blocks),
    captions: changedCaptions(before?.photos ?? [], after.photos),
    fields: changedFields(before, after),
  };
}
