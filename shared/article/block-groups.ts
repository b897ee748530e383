/** Blocks that belong together: info boxes, lists, and quotes with who is quoted. */
import type { Block, TextBlock } from './document.ts';

export type BlockGroup =
  | { kind: 'list'; items: TextBlock[] }
  /** An attribution that follows no quote has none. */
  | { kind: 'quote'; quotes: TextBlock[]; attribution: TextBlock | null }
  | { kind: 'block'; block: Block };

/** Neighbours of one info box, or of none, together; each with the box's name. */
export function boxesOf(blocks: readonly Block[]): { box: string | null; blocks: Block[] }[] {
  const boxes: { box: string | null; blocks: Block[] }[] = [];
  for (const block of blocks) {
    const box = block.box ?? null;
    const last = boxes.at(-1);
    if (last !== undefined && last.box === box) last.blocks.push(block);
    else boxes.push({ box, blocks: [block] });
  }
  return boxes;
}

/** Neighbouring items are one list; quotes up to an attribution are one quote. */
export function groupsOf(blocks: readonly Block[]): BlockGroup[] {
  const groups: BlockGroup[] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    if (block.kind === 'bullet' || block.kind === 'number') {
      if (last?.kind === 'list') last.items.push(block);
      else groups.push({ kind: 'list', items: [block] });
    } else if (block.kind === 'quote') {
      if (last?.kind === 'quote' && last.attribution === null) last.quotes.push(block);
      else groups.push({ kind: 'quote', quotes: [block], attribution: null });
    } else if (block.kind === 'attribution') {
      if (last?.kind === 'quote' && last.attribution === null) last.attribution = block;
      else groups.push({ kind: 'quote', quotes: [], attribution: block });
    } else groups.push({ kind: 'block', block });
  }
  return groups;
}

export type ListItem = {
  item: TextBlock;
  /** In how many lists its own one stands. */
  level: number;
  /** Its place in its own list, from 1. */
  number: number;
  /** Items of the same list have the same. */
  list: number;
};

/** Neighbouring items as nested lists; an item that is too deep for its neighbours stands one step deeper. */
export function listItems(items: readonly TextBlock[]): ListItem[] {
  const open: { kind: string; indent: number; number: number; list: number }[] = [];
  let lists = 0;
  return items.map((item) => {
    const indent = item.indent ?? 0;
    while (open.length > 0 && open.at(-1)!.indent > indent) open.pop();
    const before = open.at(-1);
    if (before?.indent === indent && before.kind !== item.kind) open.pop();
    if (open.at(-1)?.indent !== indent) {
      open.push({ kind: item.kind, indent, number: 0, list: lists });
      lists += 1;
    }
    const own = open.at(-1)!;
    own.number += 1;
    return { item, level: open.length - 1, number: own.number, list: own.list };
  });
}
