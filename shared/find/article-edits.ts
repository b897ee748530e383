/** Edits of an article, passage by passage. */
import type * as Y from 'yjs';
import { NO_CHARACTER } from '../text-tools/text-edit.ts';
import { readPassages } from './passages.ts';
import { type PassageEdit, type PassageEdits, piecesAt, type Stretch, stretchesOf, writeEdits } from './write-edits.ts';

export type ArticleEdits = {
  /** The name of the passage. */
  passage: string;
  /** What it says, so that edits are never made to other words than those that were looked at. */
  characters: string;
  /** In order, in places of its characters; none overlaps another. */
  edits: PassageEdit[];
};

/** The passages that the edits are for; null where one of them is gone or says something else. */
export function placeEdits(doc: Y.Doc, changes: readonly ArticleEdits[]): PassageEdits[] | null {
  const passages = new Map(readPassages(doc).map((passage) => [passage.name, passage]));
  const placed: PassageEdits[] = [];
  for (const { passage: name, characters, edits } of changes) {
    const passage = passages.get(name);
    if (passage === undefined || passage.characters !== characters || !areInOrder(edits, characters)) return null;
    placed.push({ passage, edits });
  }
  return placed;
}

/**
 * Writes the edits, or nothing: null where they cannot be placed. Answers the edits that take them back, formats and all.
 * Only in a transaction.
 */
export function writeArticleEdits(doc: Y.Doc, changes: readonly ArticleEdits[]): ArticleEdits[] | null {
  const placed = placeEdits(doc, changes);
  if (placed === null) return null;
  const byText = Map.groupBy(placed, ({ passage }) => passage.text);
  const stretches = new Map([...byText.keys()].map((text) => [text, stretchesOf(text)]));
  const back = placed.map((own) => reverseOf(own, stretches.get(own.passage.text)!));
  for (const [text, own] of byText) writeEdits(text, own, stretches.get(text)!);
  return back;
}

function areInOrder(edits: readonly PassageEdit[], characters: string): boolean {
  let at = 0;
  for (const { start, end } of edits) {
    if (start < at || end < start || end > characters.length) return false;
    if (characters.slice(start, end).includes(NO_CHARACTER)) return false;
    if (isWithinPair(characters, start) || isWithinPair(characters, end)) return false;
    at = end;
  }
  return true;
}

/** Half of a surrogate pair is no character. */
function isWithinPair(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xdc00 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800;
}

function reverseOf({ passage, edits }: PassageEdits, stretches: readonly Stretch[]): ArticleEdits {
  let [characters, at, moved] = ['', 0, 0];
  const back = edits.map(({ start, end, replacement }): PassageEdit => {
    characters += passage.characters.slice(at, start) + replacement;
    at = end;
    const from = start + moved;
    moved += replacement.length - (end - start);
    return {
      start: from,
      end: from + replacement.length,
      replacement: passage.characters.slice(start, end),
      pieces: piecesAt(stretches, passage, start, end),
    };
  });
  return { passage: passage.name, characters: characters + passage.characters.slice(at), edits: back };
}
