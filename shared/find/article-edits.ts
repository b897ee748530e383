/** Edits of an article, passage by passage. */
import type * as Y from 'yjs';
import { type Passage, readPassages } from './passages.ts';
import { type PassageEdit, piecesAt, writeEdits } from './write-edits.ts';

export type ArticleEdits = {
  /** The name of the passage. */
  passage: string;
  /** What it says, so that edits are never made to other words than those that were looked at. */
  characters: string;
  /** In order, in places of its characters; none overlaps another. */
  edits: PassageEdit[];
};

/**
 * Writes the edits, or nothing: null where a passage is gone or says something else. Answers the edits that take them back,
 * formats and all. Only in a transaction.
 */
export function writeArticleEdits(doc: Y.Doc, changes: readonly ArticleEdits[]): ArticleEdits[] | null {
  const passages = new Map(readPassages(doc).map((passage) => [passage.name, passage]));
  const found: { passage: Passage; edits: PassageEdit[] }[] = [];
  for (const { passage: name, characters, edits } of changes) {
    const passage = passages.get(name);
    if (passage === undefined || passage.characters !== characters || !areInOrder(edits, characters)) return null;
    found.push({ passage, edits });
  }
  const back = found.map(({ passage, edits }) => reverseOf(passage, edits));
  // From the end, so that the places of the passages before, which may be of the same text, stay what they are.
  for (const { passage, edits } of found.sort((a, b) => b.passage.at - a.passage.at)) writeEdits(passage, edits);
  return back;
}

function areInOrder(edits: readonly PassageEdit[], characters: string): boolean {
  let at = 0;
  for (const { start, end } of edits) {
    if (start < at || end < start || end > characters.length) return false;
    at = end;
  }
  return true;
}

function reverseOf(passage: Passage, edits: readonly PassageEdit[]): ArticleEdits {
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
      pieces: piecesAt(passage, start, end),
    };
  });
  return { passage: passage.name, characters: characters + passage.characters.slice(at), edits: back };
}
