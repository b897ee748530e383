/**
 * Paragraphs of printed lines. A line goes on in the next one when it is so full that the next one's first word would not
 * have fitted, and nothing else parts them: a gap, an indent, another size, a marker of a list.
 */
import type { PdfLine } from './pdf-lines.ts';

export type PdfParagraph = { text: string; size: number };

const marker = /^(?:[-–—•+*▪●◦·✓]|\(?\d{1,2}[.)]|[a-zđ][.)]|[IVX]{1,4}[.)])\s/u;
/** Shares of what is usual. */
const WIDE_GAP = 1.45;
const SAME_SIZE = 0.08;
/** In sizes of the letters. */
const INDENT = 0.8;

export function paragraphsOf(lines: readonly PdfLine[]): PdfParagraph[] {
  const step = median(lines.flatMap(({ gap }) => (gap !== null && gap > 0 ? gap : [])));
  const margins = rightMargins(lines);
  const paragraphs: PdfParagraph[] = [];
  let before: PdfLine | null = null;
  /** Where the lines of the present paragraph begin, its first one apart. */
  let left: number | null = null;
  for (const line of lines) {
    const last = paragraphs.at(-1);
    if (last !== undefined && before !== null && goesOn(before, line, left, step, margins.get(before.page) ?? 0)) {
      last.text = join(last.text, line.text);
      left = line.left;
    } else {
      paragraphs.push({ text: line.text, size: line.size });
      left = null;
    }
    before = line;
  }
  return paragraphs;
}

function goesOn(before: PdfLine, line: PdfLine, left: number | null, step: number, margin: number): boolean {
  const isEnded = /[.!?…:;]["”’)]*$/u.test(before.text);
  // A dash within a sentence may come to stand at the start of a line.
  if (marker.test(line.text) && (isEnded || !isFull(before, line, margin))) return false;
  if (line.text.includes('\t') || before.text.includes('\t')) return false;
  if (Math.abs(before.size - line.size) > SAME_SIZE * Math.max(before.size, line.size)) return false;
  const isNextPage = before.page !== line.page;
  if (!isNextPage && (line.gap === null || line.gap <= 0 || line.gap > WIDE_GAP * step)) return false;
  if (isNextPage && (isEnded || !/^\p{Ll}/u.test(line.text))) return false;
  const indented = left === null ? Math.max(before.left, 0) : left;
  if (left !== null && line.left > indented + INDENT * line.size) return false;
  if (left === null && line.left > before.left + INDENT * line.size && !marker.test(before.text)) return false;
  return isFull(before, line, margin);
}

function isFull(before: PdfLine, line: PdfLine, margin: number): boolean {
  const perCharacter = (line.right - line.left) / Math.max(1, line.text.length);
  const firstWord = /^\S+/u.exec(line.text)?.[0].length ?? 0;
  return before.right + (firstWord + 1) * perCharacter > margin - perCharacter;
}

/** Of each page, where its longest lines end. */
function rightMargins(lines: readonly PdfLine[]): Map<number, number> {
  const margins = new Map<number, number>();
  for (const { page, right } of lines) margins.set(page, Math.max(margins.get(page) ?? 0, right));
  return margins;
}

/** English breaks words at a line's end; Vietnamese does not. */
function join(text: string, next: string): string {
  if (/\p{Ll}[-\u00ad]$/u.test(text) && /^[a-z]/u.test(next)) return text.slice(0, -1) + next;
  return /\S-$/u.test(text) ? text + next : `${text} ${next}`;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
