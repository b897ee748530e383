/** What a person does to whole lines: their kind, their depth, their box, their place. */
import { MAX_INDENT } from '../../shared/article/document.ts';
import { isListKind, type LineKind, newBlockId } from '../../shared/article/flat-text.ts';
import { $linesIn, $nextLine, $previousLine } from './body-lines.ts';
import { $isEmbedLine } from './embed-node.ts';
import { $boxOf } from './line-groups.ts';
import type { LineNode } from './line-node.ts';
import { $selectedLines } from './selected-lines.ts';

/** A photo has no kind, and a gallery is none for text. */
export function $setKind(kind: LineKind): void {
  for (const line of $selectedLines()) {
    if (line.getKind() !== kind && !$isEmbedLine(line)) line.setKind(kind);
  }
}

function isItem(line: LineNode): boolean {
  return isListKind(line.getKind());
}

const indentOf = (line: LineNode): number => line.getLineStyle().indent;
const boxNameOf = (line: LineNode): string | null => line.getLineStyle().box;

/** The items that stand deeper below an item. */
function $itemsBelow(item: LineNode): LineNode[] {
  const below: LineNode[] = [];
  for (let next = $nextLine(item); next !== null; next = $nextLine(next)) {
    if (!isItem(next) || indentOf(next) <= indentOf(item) || boxNameOf(next) !== boxNameOf(item)) break;
    below.push(next);
  }
  return below;
}

/** How deep an item may stand: one level below the item before it. */
function $deepest(item: LineNode): number {
  const before = $previousLine(item);
  if (before === null || !isItem(before) || boxNameOf(before) !== boxNameOf(item)) return 0;
  return Math.min(MAX_INDENT, indentOf(before) + 1);
}

/**
 * Moves the selected list items, and what stands below the last of them, one level in or out, as far as there is a level.
 * False if something else than list items is selected.
 */
export function $shiftIndent(by: 1 | -1): boolean {
  const lines = $selectedLines();
  const [first, last] = [lines[0], lines.at(-1)];
  if (first === undefined || last === undefined || !lines.every(isItem)) return false;
  // What is outermost does not come out any further, nor does what stands below it.
  const moved = by === -1 && indentOf(last) === 0 ? lines : [...lines, ...$itemsBelow(last)];
  if (by === 1 && (indentOf(first) >= $deepest(first) || moved.some((line) => indentOf(line) >= MAX_INDENT)))
    return true;
  for (const line of moved) {
    const style = line.getLineStyle();
    line.setLineStyle({ ...style, indent: Math.max(0, style.indent + by) });
  }
  return true;
}

export function $setBox(lines: readonly LineNode[], box: string | null): void {
  for (const line of lines) line.setLineStyle({ ...line.getLineStyle(), box });
}

/** Takes the box round a line away; its lines stay. */
export function $removeBox(line: LineNode): void {
  const box = $boxOf(line);
  if (box !== null) $setBox($linesIn(box), null);
}

/** The selected lines become one box; where all of them stand in boxes already, these are taken away. */
export function $toggleBox(): void {
  const lines = $selectedLines();
  const boxes = lines.map(boxNameOf);
  if (boxes.includes(null)) $setBox(lines, boxes.find((box) => box !== null) ?? newBlockId());
  else for (const line of lines) if (boxNameOf(line) !== null) $removeBox(line);
}

/** Up or down past the next line; the edge of a box is a step of its own, out of the box or into it. */
export function $moveLines(by: -1 | 1): void {
  const lines = $selectedLines();
  const [first, last] = [lines[0], lines.at(-1)];
  if (first === undefined || last === undefined) return;
  const neighbour = by === -1 ? $previousLine(first) : $nextLine(last);
  const box = boxNameOf(first);
  const beyond = neighbour === null ? null : boxNameOf(neighbour);
  if (box !== beyond && lines.every((line) => boxNameOf(line) === box)) {
    $setBox(lines, box === null ? beyond : null);
    return;
  }
  if (neighbour === null) return;
  // The neighbour goes round the block, so that the block keeps its nodes and the caret its place.
  if (by === -1) last.insertAfter(neighbour, false);
  else first.insertBefore(neighbour, false);
}
