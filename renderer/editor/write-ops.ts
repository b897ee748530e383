/** Carrying the difference of two states of the flat text out in the Y.Text. */
import type * as Y from 'yjs';
import { SOFT_BREAK } from '../../shared/article/clean-text.ts';
import { isPlain, type LinePart, makeEmbed, rawAttributes } from '../../shared/article/flat-text.ts';
import type { Op } from './flat-diff.ts';
import type { Edit } from './undo-steps.ts';

/** The mark of a line of the new state. */
export type MarkOf = (line: number) => Y.Map<unknown> | null;

export type Writing = {
  markOf: MarkOf;
  /** The parts of the one line that the ops are in, if it is one. */
  former: readonly LinePart[];
  remove: (text: Y.Text, at: number, count: number) => void;
};

/** Carries ops out from a place on. Only in a transaction. */
export function writeOps(text: Y.Text, ops: readonly Op[], start: number, { markOf, former, remove }: Writing): void {
  let at = start;
  /** Places of the former text that are behind us. */
  let behind = 0;
  /** The character before us is text without formats, and so is what Yjs puts behind it of its own accord. */
  let isPlainBefore = false;
  for (const op of ops) {
    if ('keep' in op) {
      // Yjs adds to the attributes it is given, and interned ones are shared.
      if (op.format !== undefined) text.format(at, op.keep, { ...op.format });
      at += op.keep;
      behind += op.keep;
      isPlainBefore = op.format === undefined && isPlainAt(former, behind);
    } else if ('remove' in op) {
      remove(text, at, op.remove);
      behind += op.remove;
    } else if ('insert' in op) {
      // Without attributes Yjs finds the place by its markers instead of walking there.
      if (isPlainBefore && isPlain(op.attributes)) text.insert(at, op.insert);
      else text.insert(at, op.insert, rawAttributes(op.attributes));
      at += op.insert.length;
      isPlainBefore = isPlain(op.attributes);
    } else {
      const embedded = 'insertEmbed' in op ? makeEmbed(op.insertEmbed) : markOf(op.insertMark);
      if (embedded !== null) text.insertEmbed(at, embedded, {});
      at += 1;
      isPlainBefore = false;
    }
  }
}

/** Whether what stands before `offset` in a line's parts is text without formats; what a soft break has is not known. */
function isPlainAt(parts: readonly LinePart[], offset: number): boolean {
  let left = offset;
  for (const part of parts) {
    const length = 'text' in part ? part.text.length : 1;
    if (left <= length) {
      return left > 0 && 'text' in part && isPlain(part.attributes) && part.text[left - 1] !== SOFT_BREAK;
    }
    left -= length;
  }
  return false;
}

/** What the ops are to the steps of undo: typing in one place, or something else. `old` is the text from `start` on. */
export function editOf(text: Y.Text, ops: readonly Op[], start: number, old: string): Edit {
  let at = start;
  let edit: Edit | null = null;
  for (const op of ops) {
    if ('keep' in op) {
      if (op.format !== undefined) return { type: 'other' };
      at += op.keep;
    } else if ('remove' in op) {
      const removed = old.slice(at - start, at - start + op.remove);
      if (edit === null) edit = { type: 'remove', text, at, removed };
      else if (edit.type === 'insert') edit = { type: 'replace', text, at: edit.at, inserted: edit.inserted, removed };
      else return { type: 'other' };
      at += op.remove;
    } else if ('insert' in op) {
      const inserted = op.insert;
      if (edit === null) edit = { type: 'insert', text, at, inserted };
      else if (edit.type === 'remove') edit = { type: 'replace', text, at: edit.at, inserted, removed: edit.removed };
      else return { type: 'other' };
    } else return { type: 'other' };
  }
  return edit ?? { type: 'other' };
}
