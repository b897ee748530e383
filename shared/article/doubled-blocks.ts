/**
 * A move is a delete and an insert, so a block that two people moved at once stands twice after the merge. Its id
 * moves with it, so the copies can be told, and a person decides: keep one, or keep both.
 */
import type * as Y from 'yjs';
import { blockText } from './document.ts';
import { deletePlaces, getBody, type Line, type LineKind, newBlockId, readLines } from './flat-text.ts';
import { readTable } from './table.ts';

export type DoubledBlock = {
  id: string;
  /** In body order. `line` counts the lines of the body from 0. */
  copies: { line: number; kind: LineKind; text: string; photos: string[] }[];
};

/** A table says what it holds. */
function lineText(doc: Y.Doc, line: Line): string {
  return line.parts
    .map((part) => {
      if ('text' in part) return part.text;
      const table = part.embed.type === 'table' ? readTable(doc, part.embed.table) : null;
      return table === null ? '' : blockText(table).replaceAll('\t', ' · ');
    })
    .join('');
}

function copiesById(lines: readonly Line[]): Map<string, number[]> {
  const byId = new Map<string, number[]>();
  lines.forEach((line, index) => {
    if (line.mark === null) return;
    const copies = byId.get(line.id);
    if (copies === undefined) byId.set(line.id, [index]);
    else copies.push(index);
  });
  return byId;
}

/** Blocks that stand more than once, in body order. */
export function findDoubledBlocks(doc: Y.Doc): DoubledBlock[] {
  const lines = readLines(getBody(doc));
  const doubled: DoubledBlock[] = [];
  for (const [id, indexes] of copiesById(lines)) {
    if (indexes.length < 2) continue;
    const copies = indexes.map((index) => {
      const line = lines[index]!;
      const photos = line.parts.flatMap((part) =>
        'embed' in part && part.embed.type === 'photo' ? [part.embed.photo] : [],
      );
      return { line: index, kind: line.kind, text: lineText(doc, line), photos };
    });
    doubled.push({ id, copies });
  }
  return doubled;
}

/** The copy that says most, the first of equals: the same on every computer that has merged the same edits. */
export function fullestCopy(block: DoubledBlock): number {
  let best = 0;
  block.copies.forEach((copy, index) => {
    if (copy.text.length > block.copies[best]!.text.length) best = index;
  });
  return best;
}

/**
 * Takes away all copies but one. `keep` counts the copies in body order; without it the fullest stays, so that two
 * people who decide at once do not take away both. False if the block stands only once by now.
 */
export function keepOneOfDoubled(doc: Y.Doc, id: string, origin: unknown, keep?: number): boolean {
  const block = findDoubledBlocks(doc).find((doubled) => doubled.id === id);
  if (block === undefined) return false;
  const kept = keep !== undefined && keep in block.copies ? keep : fullestCopy(block);
  doc.transact(() => {
    const body = getBody(doc);
    const lines = readLines(body);
    for (const [index, copy] of [...block.copies.entries()].reverse()) {
      const line = lines[copy.line]!;
      if (index !== kept) deletePlaces(body, line.start, line.length);
    }
  }, origin);
  return true;
}

/** Lets all copies stand: the later ones become blocks of their own. False if the block stands only once by now. */
export function keepBothOfDoubled(doc: Y.Doc, id: string, origin: unknown): boolean {
  const lines = readLines(getBody(doc));
  const [, ...later] = copiesById(lines).get(id) ?? [];
  if (later.length === 0) return false;
  doc.transact(() => {
    for (const index of later) lines[index]!.mark?.set('id', newBlockId());
  }, origin);
  return true;
}
