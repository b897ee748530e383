/** What changed in one block: its text, and what else of it there is to say in words. */
import type { ChangedBlock, ChangedTrait, ChangeRun } from '../contract/desk-changes.ts';
import type { Pair } from './diff-pairs.ts';
import { diffRuns } from './diff-runs.ts';
import { diffTable, tableTraits } from './diff-table.ts';
import { diffWords, sharedWords } from './diff-words.ts';
import { type Block, blockText, isTextBlock } from './document.ts';
import { canonicalJson } from './revision.ts';

export const keyOf = (block: Block): string => canonicalJson(block);

/** How alike two blocks are, 0 to 1. What holds no text of its own is the same thing or another. */
export function similarity(before: Block, after: Block): number {
  if (before.kind === 'table' && after.kind === 'table' && before.table === after.table) return 1;
  if (before.kind === 'gallery' && after.kind === 'gallery') {
    const shared = after.photos.filter((photo) => before.photos.includes(photo)).length;
    return (2 * shared) / (before.photos.length + after.photos.length);
  }
  if (before.kind === 'related' && after.kind === 'related') return before.article === after.article ? 1 : 0.5;
  if (before.kind === 'file' && after.kind === 'file') {
    return before.sha256 === after.sha256 || before.name === after.name ? 1 : 0;
  }
  const bothTexts = isTextBlock(before) && isTextBlock(after);
  const bothTables = before.kind === 'table' && after.kind === 'table';
  if (!bothTexts && !bothTables) return bareKey(before) === bareKey(after) ? 1 : 0;
  const [old, fresh] = [blockText(before), blockText(after)];
  if (!/[\p{L}\p{N}]/u.test(old + fresh)) return before.kind === after.kind ? 1 : 0;
  return sharedWords(old, fresh);
}

/** A block wherever it stands. */
const bareKey = ({ box: _, ...block }: Block): string => canonicalJson(block);

function runsOf(before: Block | null, after: Block | null): ChangeRun[] {
  const texts = [before, after].map((block) => (block !== null && isTextBlock(block) ? block.runs : []));
  const isText = [before, after].some((block) => block !== null && isTextBlock(block));
  return isText ? diffRuns(texts[0]!, texts[1]!) : diffWords(labelOf(before), labelOf(after));
}

/** What a block that is no text says in a line. */
function labelOf(block: Block | null): string {
  if (block?.kind === 'related') return block.headline;
  return block?.kind === 'file' ? block.name : '';
}

function traitsOf(before: Block, after: Block): ChangedTrait[] {
  const traits: ChangedTrait[] = [];
  const [depth, nowDepth] = [indentOf(before), indentOf(after)];
  if (depth !== nowDepth) traits.push({ trait: 'indent', before: depth, after: nowDepth });
  if (before.box !== after.box) {
    traits.push({ trait: 'box', before: before.box !== undefined, after: after.box !== undefined });
  }
  if (before.kind === 'table' && after.kind === 'table') traits.push(...tableTraits(before, after));
  if (before.kind === 'gallery' && after.kind === 'gallery') {
    const kept = (one: readonly string[], other: readonly string[]): string =>
      one.filter((photo) => other.includes(photo)).join(' ');
    if (kept(before.photos, after.photos) !== kept(after.photos, before.photos)) traits.push({ trait: 'order' });
  }
  if (before.kind === 'related' && after.kind === 'related' && before.article !== after.article) {
    traits.push({ trait: 'target' });
  }
  if (before.kind === 'file' && after.kind === 'file' && before.sha256 !== after.sha256)
    traits.push({ trait: 'content' });
  return traits;
}

const indentOf = (block: Block): number => (isTextBlock(block) ? (block.indent ?? 0) : 0);

/** A gallery's photos as they stand now, each that was taken away behind the one before it. */
function changedGallery(before: readonly string[], after: readonly string[]): ChangedBlock['gallery'] {
  const photos: NonNullable<ChangedBlock['gallery']> = after.map((photo) => ({
    op: before.includes(photo) ? 'same' : 'insert',
    photo,
  }));
  for (const [index, photo] of before.entries()) {
    if (after.includes(photo)) continue;
    const former = photos.findIndex((placed) => placed.photo === before[index - 1]);
    photos.splice(former + 1, 0, { op: 'delete', photo });
  }
  return photos;
}

/** What is shown of a block besides its text. */
function partsOf(before: Block | null, after: Block | null): Partial<ChangedBlock> {
  const block = (after ?? before)!;
  const parts: Partial<ChangedBlock> = {};
  if (indentOf(block) > 0) parts.indent = indentOf(block);
  if (block.box !== undefined) parts.isInBox = true;
  if (block.kind === 'photo') parts.photo = block.photo;
  if (block.kind === 'file') parts.file = { sha256: block.sha256, bytes: block.bytes };
  if (block.kind === 'gallery') {
    const photosOf = (one: Block | null): readonly string[] => (one?.kind === 'gallery' ? one.photos : []);
    parts.gallery = changedGallery(photosOf(before), photosOf(after));
  }
  if (block.kind === 'table') {
    const tableOf = (one: Block | null) => (one?.kind === 'table' ? one : null);
    parts.table = diffTable(tableOf(before), tableOf(after));
  }
  return parts;
}

export function changedBlock({ before, after }: Pair<Block>): ChangedBlock {
  const { kind } = (after ?? before)!;
  const runs = runsOf(before, after);
  const parts = partsOf(before, after);
  if (after === null) return { op: 'delete', kind, runs, ...parts };
  if (before === null) return { op: 'insert', kind, runs, ...parts };
  if (keyOf(before) === keyOf(after)) return { op: 'same', kind, runs, ...parts };
  const traits = traitsOf(before, after);
  return { op: 'change', kind, was: before.kind, runs, ...parts, ...(traits.length === 0 ? {} : { traits }) };
}
