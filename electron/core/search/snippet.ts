/** A stretch of an article's accented text round the first hit, with every hit in it marked. */
import { foldText, foldWithOffsets, originalRange } from '../../../shared/text/fold.ts';
import type { SearchTerm } from './parse-query.ts';

/** Private use characters that the page turns into marks; they are taken out of the text itself. */
export const HIT_START = '\ue000';
export const HIT_END = '\ue001';

const SNIPPET_CHARACTERS = 180;
const BEFORE_HIT = 50;

type Range = { start: number; end: number };

export function makeSnippet(text: string, terms: readonly SearchTerm[]): string {
  const clean = text.normalize('NFC').replace(/[\ue000\ue001]/gu, '');
  const first = findHits(clean, terms, 1)[0]?.start ?? 0;
  const { start, end } = windowAround(clean, first);
  const piece = clean.slice(start, end);
  const head = start > 0 ? '…' : '';
  const tail = end < clean.length ? '…' : '';
  return (
    head +
    mark(piece, findHits(piece, terms, Number.POSITIVE_INFINITY))
      .replace(/\s+/gu, ' ')
      .trim() +
    tail
  );
}

/** A snippet as plain text, for where there are no marks. */
export function unmarked(snippet: string): string {
  return snippet.replaceAll(HIT_START, '').replaceAll(HIT_END, '');
}

function mark(piece: string, hits: readonly Range[]): string {
  let marked = '';
  let at = 0;
  for (const { start, end } of hits) {
    if (start < at) continue;
    marked += piece.slice(at, start) + HIT_START + piece.slice(start, end) + HIT_END;
    at = end;
  }
  return marked + piece.slice(at);
}

/** In order; they may overlap. With `limit` 1 the first one of the text. */
function findHits(text: string, terms: readonly SearchTerm[], limit: number): Range[] {
  const fast = foldText(text);
  // Vietnamese in NFC folds letter by letter; only other scripts need the slow way back.
  const mapped = fast.length === text.length ? null : foldWithOffsets(text);
  const folded = mapped?.folded ?? fast;
  const hits: Range[] = [];
  for (const term of terms) {
    for (const match of folded.matchAll(patternOf(term))) {
      const start = match.index;
      const end = start + match[0].length;
      hits.push(mapped === null ? { start, end } : originalRange(mapped, start, end));
      if (limit === 1) break;
    }
  }
  return hits.sort((a, b) => a.start - b.start || b.end - a.end).slice(0, limit === 1 ? 1 : undefined);
}

function patternOf({ tokens, isPrefix }: SearchTerm): RegExp {
  const words = tokens.map((token) => token.replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&')).join('[^\\p{L}\\p{N}]+');
  return new RegExp(`(?<![\\p{L}\\p{N}])${words}${isPrefix ? '[\\p{L}\\p{N}]*' : '(?![\\p{L}\\p{N}])'}`, 'gu');
}

/** Begins and ends between words, never within a surrogate pair. */
function windowAround(text: string, hit: number): Range {
  let start = Math.max(0, hit - BEFORE_HIT);
  if (start > 0) {
    const space = text.slice(start, hit).search(/\s/u);
    start = space === -1 ? hit : start + space + 1;
  }
  let end = Math.min(text.length, start + SNIPPET_CHARACTERS);
  if (end < text.length) {
    const space = text.slice(start, end).search(/\s\S*$/u);
    if (space > SNIPPET_CHARACTERS / 2) end = start + space;
    else if (/[\ud800-\udbff]$/.test(text.slice(start, end))) end -= 1;
  }
  return { start, end };
}
