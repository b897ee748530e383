/**
 * A stretch of an article's accented text with every hit in it marked: where most of what was asked for stands, and as
 * close together as it stands anywhere.
 */
import { foldText, foldWithOffsets, originalRange } from '../../../shared/text/fold.ts';
import type { SearchTerm } from './parse-query.ts';

/** Private use characters that the page turns into marks; they are taken out of the text itself. */
export const HIT_START = '\ue000';
export const HIT_END = '\ue001';

const SNIPPET_CHARACTERS = 180;
const BEFORE_HIT = 50;

/** A text is searched no further for a stretch where a word stands everywhere. */
const MOST_HITS_OF_A_TERM = 200;

type Range = { start: number; end: number };
/** `term`: which of the query's. */
type Hit = Range & { term: number };

export function makeSnippet(text: string, terms: readonly SearchTerm[]): string {
  const clean = text.normalize('NFC').replace(/[\ue000\ue001]/gu, '');
  const { start, end } = windowAround(clean, bestStart(findHits(clean, terms)));
  const piece = clean.slice(start, end);
  const head = start > 0 ? '…' : '';
  const tail = end < clean.length ? '…' : '';
  return head + mark(piece, findHits(piece, terms)).replace(/\s+/gu, ' ').trim() + tail;
}

/** A whole text with its hits marked. */
export function markHits(text: string, terms: readonly SearchTerm[]): string {
  const clean = text.normalize('NFC').replace(/[\ue000\ue001]/gu, '');
  return mark(clean, findHits(clean, terms));
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

/** Where the first hit of the best stretch begins: most terms, then the shortest way from the first to the last of them. */
function bestStart(hits: readonly Hit[]): number {
  let best = { start: 0, terms: 0, span: 0 };
  for (const [index, { start, end }] of hits.entries()) {
    const seen = new Set<number>();
    let span = 0;
    for (let at = index; at < hits.length; at += 1) {
      const hit = hits[at]!;
      if (hit.end > start + SNIPPET_CHARACTERS - BEFORE_HIT) break;
      if (seen.has(hit.term)) continue;
      seen.add(hit.term);
      span = hit.end - end;
    }
    if (seen.size > best.terms || (seen.size === best.terms && span < best.span))
      best = { start, terms: seen.size, span };
  }
  return best.start;
}

/** In order; they may overlap. */
function findHits(text: string, terms: readonly SearchTerm[]): Hit[] {
  const fast = foldText(text);
  // Vietnamese in NFC folds letter by letter; only other scripts need the slow way back.
  const mapped = fast.length === text.length ? null : foldWithOffsets(text);
  const folded = mapped?.folded ?? fast;
  const hits: Hit[] = [];
  for (const [number, term] of terms.entries()) {
    let found = 0;
    for (const match of folded.matchAll(patternOf(term))) {
      const start = match.index;
      const end = start + match[0].length;
      hits.push({ ...(mapped === null ? { start, end } : originalRange(mapped, start, end)), term: number });
      found += 1;
      if (found === MOST_HITS_OF_A_TERM) break;
    }
  }
  return hits.sort((a, b) => a.start - b.start || b.end - a.end);
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
