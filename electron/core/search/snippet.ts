/**
 * A stretch of an article's accented text with every hit in it marked: where most of what was asked for stands, and as
 * close together as it stands anywhere.
 */
import { foldWithOffsets, originalRange } from '../../../shared/text/fold.ts';
import { isWordAt } from '../../../shared/text/word-characters.ts';
import { foldNarrow } from './fold-narrow.ts';
import type { SearchTerm } from './parse-query.ts';

/** Private use characters that the page turns into marks; they are taken out of the text itself. */
export const HIT_START = '\ue000';
export const HIT_END = '\ue001';

const SNIPPET_CHARACTERS = 180;
const BEFORE_HIT = 50;

/** A text is searched no further for a stretch where a word stands everywhere. */
const MOST_HITS_OF_A_TERM = 50;

type Range = { start: number; end: number };
/** `term`: which of the query's. */
type Hit = Range & { term: number };

/** A text as snippets are cut from it: NFC, without the characters that mark hits. */
export function plainForSnippets(text: string): string {
  return text.normalize('NFC').replace(/[\ue000\ue001]/gu, '');
}

/** `text` is as `plainForSnippets` leaves it. */
export function makeSnippet(text: string, terms: readonly SearchTerm[]): string {
  const hits = findHits(text, terms);
  const { start, end } = windowAround(text, bestStart(hits));
  const seen = hits
    .filter((hit) => hit.start >= start && hit.end <= end)
    .map((hit) => ({ start: hit.start - start, end: hit.end - start }));
  const head = start > 0 ? '…' : '';
  const tail = end < text.length ? '…' : '';
  return head + mark(text.slice(start, end), seen).replace(/\s+/gu, ' ').trim() + tail;
}

/** A whole text with its hits marked. */
export function markHits(text: string, terms: readonly SearchTerm[]): string {
  const plain = plainForSnippets(text);
  return mark(plain, findHits(plain, terms));
}

/** True for a text that has the term, with whatever accents. */
export function hasTerm(text: string, term: SearchTerm): boolean {
  return findHits(plainForSnippets(text), [term]).length > 0;
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
  const narrow = foldNarrow(text);
  // Only other scripts need the slow way back.
  const mapped = narrow === null ? foldWithOffsets(text) : null;
  const folded = narrow ?? mapped?.folded ?? '';
  const hits: Hit[] = [];
  for (const [number, term] of terms.entries()) {
    let from = 0;
    for (let found = 0; found < MOST_HITS_OF_A_TERM; found += 1) {
      const hit = nextHit(folded, term, from);
      if (hit === null) break;
      from = hit.end;
      hits.push({ ...(mapped === null ? hit : originalRange(mapped, hit.start, hit.end)), term: number });
    }
  }
  return hits.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The term's first place in a folded text from `from` on: whole words, one after the other, the last perhaps going on. */
function nextHit(folded: string, { tokens, isPrefix }: SearchTerm, from: number): Range | null {
  const [first = '', ...others] = tokens;
  for (let start = folded.indexOf(first, from); start !== -1; start = folded.indexOf(first, start + 1)) {
    if (isWordAt(folded, start - 1)) continue;
    let end: number | null = start + first.length;
    for (const token of others) end = end === null ? null : endOfNext(folded, token, end);
    if (end === null) continue;
    if (isPrefix) while (isWordAt(folded, end)) end += 1;
    if (!isWordAt(folded, end)) return { start, end };
  }
  return null;
}

/** Where `token` ends if it is the next word after `at`. */
function endOfNext(folded: string, token: string, at: number): number | null {
  let start = at;
  while (start < folded.length && !isWordAt(folded, start)) start += 1;
  return start > at && folded.startsWith(token, start) ? start + token.length : null;
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
    const space = lastSpace(text, start, end);
    if (space > start + SNIPPET_CHARACTERS / 2) end = space;
    else if (/[\ud800-\udbff]$/.test(text.slice(start, end))) end -= 1;
  }
  return { start, end };
}

/** Where the last space before `end` stands; -1 where there is none after `start`. */
function lastSpace(text: string, start: number, end: number): number {
  for (let at = end - 1; at > start; at -= 1) if (text[at] === ' ' || text[at] === '\n') return at;
  return -1;
}
