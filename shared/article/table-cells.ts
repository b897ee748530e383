/** What stands in the cells of a table, as it is taken away, moved and put in. Only in a transaction. */
import type * as Y from 'yjs';
import { cleanText, SOFT_BREAK } from './clean-text.ts';
import type { Run } from './document.ts';
import { deletePlaces, type LinePart, rawAttributes, readLines } from './flat-text.ts';
import { attributesOfRun, runsOfParts } from './runs.ts';

const FOREIGN: LinePart = { embed: { type: 'unknown' } };

/** The content of a cell, one part for each of its places. Marks and embeds, which only a stranger puts there, say nothing. */
export function cellParts(text: Y.Text): LinePart[] {
  return readLines(text).flatMap(({ mark, parts }) => [
    ...(mark === null ? [] : [FOREIGN]),
    ...parts.map((part) => ('embed' in part ? FOREIGN : part)),
  ]);
}

export function clearCell(text: Y.Text): void {
  if (text.length > 0) deletePlaces(text, 0, text.length);
}

/** Puts text behind what stands in a cell, in a line of its own. */
export function appendToCell(text: Y.Text, parts: readonly LinePart[]): void {
  if (parts.length === 0) return;
  if (text.length > 0) text.insert(text.length, SOFT_BREAK, {});
  for (const part of parts) {
    if ('text' in part) text.insert(text.length, part.text, rawAttributes(part.attributes));
  }
}

export function moveCellText(from: Y.Text, to: Y.Text): void {
  const parts = cellParts(from).filter((part) => 'text' in part);
  clearCell(from);
  appendToCell(to, parts);
}

/** Puts these runs into a cell in place of what stands there. */
export function setCell(text: Y.Text, runs: readonly Run[]): void {
  const former = runsOfParts(cellParts(text));
  if (JSON.stringify(former) === JSON.stringify(runs)) return;
  clearCell(text);
  appendToCell(
    text,
    runs.map((run) => ({ text: cleanText(run.text), attributes: attributesOfRun(run) })),
  );
}
