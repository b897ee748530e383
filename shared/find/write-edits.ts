/**
 * Carrying edits out in the texts of an article. Only what differs is written, so that what others write in the same words
 * meanwhile is kept, and each new character has the formats, the link and the anchors of the one that it replaces.
 */
import type * as Y from 'yjs';
import { type Attributes, equalAttributes, formatNames, rawAttributes, walkText } from '../article/flat-text.ts';
import { type TextEdit, tightEdit } from '../text-tools/text-edit.ts';
import type { Passage } from './passages.ts';

/** Text with formats, as it is put back. */
export type Piece = { text: string; attributes: Attributes };

/** `pieces`: the replacement with its formats, where these are known. */
export type PassageEdit = TextEdit & { pieces?: readonly Piece[] };

export type PassageEdits = { passage: Passage; edits: readonly PassageEdit[] };

type Delta = { retain?: number; delete?: number; insert?: string; attributes?: Record<string, true | string> }[];

export type Stretch = { start: number; end: number; attributes: Attributes };

/**
 * Writes the edits of passages that are all of one text, each in places of its characters and in their order. Only in a
 * transaction. As one delta, which begins at the start and so knows the formats on its way (see delete-text.ts).
 */
export function writeEdits(text: Y.Text, changes: readonly PassageEdits[], stretches: readonly Stretch[]): void {
  const delta: Delta = [];
  let behind = 0;
  for (const { passage, edits } of [...changes].sort((a, b) => a.passage.at - b.passage.at)) {
    for (const edit of edits) {
      const tight = edit.pieces === undefined ? tightEdit(passage.characters, edit) : edit;
      const start = passage.at + tight.start;
      if (start > behind) delta.push({ retain: start - behind });
      if (tight.end > tight.start) delta.push({ delete: tight.end - tight.start });
      for (const piece of edit.pieces ?? piecesFor(stretches, passage.at, edit, tight)) {
        if (piece.text !== '') delta.push({ insert: piece.text, attributes: rawAttributes(piece.attributes) });
      }
      behind = passage.at + tight.end;
    }
  }
  text.applyDelta(delta, { sanitize: false });
}

/** What stands at these places of a passage, so that it can be put back. `stretches`: of its text. */
export function piecesAt(
  stretches: readonly Stretch[],
  { at, characters }: Passage,
  start: number,
  end: number,
): Piece[] {
  const pieces: Piece[] = [];
  for (let index = indexAt(stretches, at + start); index < stretches.length; index += 1) {
    const stretch = stretches[index]!;
    const [from, to] = [Math.max(stretch.start, at + start), Math.min(stretch.end, at + end)];
    if (from >= to) break;
    pieces.push({ text: characters.slice(from - at, to - at), attributes: stretch.attributes });
  }
  return pieces;
}

function piecesFor(stretches: readonly Stretch[], at: number, edit: TextEdit, tight: TextEdit): Piece[] {
  const { replacement } = tight;
  const start = at + tight.start;
  const removed = tight.end - tight.start;
  // Letter for letter, such as hòa and hoà: each has what the former had.
  if (removed === replacement.length) {
    return [...replacement].reduce<{ pieces: Piece[]; place: number }>(
      ({ pieces, place }, char) => {
        const attributes = attributesAt(stretches, place);
        const last = pieces.at(-1);
        if (last !== undefined && equalAttributes(last.attributes, attributes)) last.text += char;
        else pieces.push({ text: char, attributes });
        return { pieces, place: place + char.length };
      },
      { pieces: [], place: start },
    ).pieces;
  }
  const attributes = (): Attributes => {
    if (removed > 0) return attributesAt(stretches, start);
    if (tight.start > edit.start) return attributesAt(stretches, start - 1);
    if (tight.end < edit.end) return attributesAt(stretches, start);
    // Between two characters that both stay: what they have in common.
    return inCommon(attributesAt(stretches, start - 1), attributesAt(stretches, start));
  };
  return [{ text: replacement, attributes: attributes() }];
}

function inCommon(a: Attributes, b: Attributes): Attributes {
  const common: Attributes = {};
  for (const name of formatNames) if (a[name] === true && b[name] === true) common[name] = true;
  if (a.link !== undefined && a.link === b.link) common.link = a.link;
  const anchors = a.anchors?.split(' ').filter((name) => b.anchors?.split(' ').includes(name)) ?? [];
  if (anchors.length > 0) common.anchors = anchors.join(' ');
  return common;
}

function attributesAt(stretches: readonly Stretch[], place: number): Attributes {
  const stretch = stretches[indexAt(stretches, place)];
  return stretch !== undefined && stretch.start <= place ? stretch.attributes : {};
}

/** Of the first stretch that ends behind a place. */
function indexAt(stretches: readonly Stretch[], place: number): number {
  let [low, high] = [0, stretches.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (stretches[middle]!.end <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The characters of a text with their formats, in order; what is no character lies between them. */
export function stretchesOf(text: Y.Text): Stretch[] {
  const stretches: Stretch[] = [];
  let place = 0;
  walkText(
    text,
    (run, attributes) => {
      stretches.push({ start: place, end: place + run.length, attributes });
      place += run.length;
    },
    (_, places) => {
      place += places;
    },
  );
  return stretches;
}
