import { applyTextEdits, type TextEdit } from './text-edit.ts';

/** Edits of a text, and edits of what they make of it, as one list: those that touch become one edit. */
export function composeEdits(text: string, first: readonly TextEdit[], second: readonly TextEdit[]): TextEdit[] {
  if (first.length === 0) return [...second];
  const made = applyTextEdits(text, first);
  /** Each edit in places of the text between; `own`: its place in the text before. */
  type Placed = { start: number; end: number; own: { start: number; end: number } | null; replacement: string };
  let moved = 0;
  const placed: Placed[] = first.map(({ start, end, replacement }) => {
    const from = start + moved;
    moved += replacement.length - (end - start);
    return { start: from, end: from + replacement.length, own: { start, end }, replacement };
  });
  placed.push(...second.map((edit) => ({ ...edit, own: null })));
  placed.sort((a, b) => a.start - b.start || a.end - b.end);
  const edits: TextEdit[] = [];
  let behind = 0;
  for (let at = 0; at < placed.length; ) {
    const group = [placed[at]!];
    let end = group[0]!.end;
    for (at += 1; at < placed.length && placed[at]!.start <= end; at += 1) {
      group.push(placed[at]!);
      end = Math.max(end, placed[at]!.end);
    }
    const start = group[0]!.start;
    const shift = behind;
    for (const { own, replacement } of group) {
      if (own !== null) behind += replacement.length - (own.end - own.start);
    }
    const inner = group
      .filter(({ own }) => own === null)
      .map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
    edits.push({ start: start - shift, end: end - behind, replacement: applyTextEdits(made.slice(start, end), inner) });
  }
  return edits.filter(({ start, end, replacement }) => text.slice(start, end) !== replacement);
}
