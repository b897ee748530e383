import { SOFT_BREAK } from '../../../../shared/article/clean-text.ts';
import { type SourceLine, textLine } from '../source-line.ts';

/** The notes of a document as a list at its end, in the order of their numbers in the text. */
export function noteLines(notes: readonly (readonly SourceLine[])[]): SourceLine[] {
  if (notes.length === 0) return [];
  const lines = notes.map((note) => {
    const runs = note.flatMap((line, at) => (at === 0 ? line.runs : [{ text: SOFT_BREAK }, ...line.runs]));
    return textLine('note', runs.length === 0 ? [{ text: '…' }] : runs);
  });
  return [textLine('note-heading', [{ text: 'Chú thích' }]), ...lines];
}
