/** Finding a text, or a pattern, in texts. */
import { NO_CHARACTER } from '../text-tools/text-edit.ts';
import { type Comparable, makeComparable, originalStretch } from './comparable.ts';
import { unicodePattern } from './unicode-pattern.ts';

export type FindQuery = {
  text: string;
  matchAccents: boolean;
  matchCase: boolean;
  wholeWord: boolean;
  /** `text` is a regular expression (u flag). */
  isPattern: boolean;
};

/** The characters [start, end) of a text. `groups`: what the pattern's groups matched, from the first on. */
export type Hit = { start: number; end: number; groups?: (string | null)[] };

/** What of a text a pattern is looked for in takes as a word. */
const wordAt = /[\p{L}\p{N}\p{M}_]/u;

/** The query as a pattern; an error's own words where it is none. Null if there is nothing to look for. */
export function compileQuery(query: FindQuery): { pattern: RegExp } | { problem: string } | null {
  if (query.text === '') return null;
  // Breaks of lines are found by patterns only, and as what they are.
  const source = query.isPattern
    ? comparedPattern(query)
    : makeComparable(query.text, query).compared.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
  try {
    return { pattern: new RegExp(source, query.isPattern && !query.matchCase ? 'dgiu' : 'dgu') };
  } catch (error) {
    return { problem: (error instanceof Error ? error.message : String(error)).replace(/^.*\/[a-z]*: /u, '') };
  }
}

/** Case is the flag's business: in small letters \S would be \s. */
function comparedPattern({ text, matchAccents }: FindQuery): string {
  return unicodePattern(makeComparable(text, { matchAccents, matchCase: true }).compared);
}

/** The text as the query's pattern is looked for in it. */
export function comparableFor(text: string, { matchAccents, matchCase, isPattern }: FindQuery): Comparable {
  return makeComparable(text, { matchAccents, matchCase: matchCase || isPattern });
}

/** All hits of a compiled query in one text, in order. */
export function hitsOf(pattern: RegExp, text: string, query: FindQuery): Hit[] {
  const comparable = comparableFor(text, query);
  const hits: Hit[] = [];
  for (const match of comparable.compared.matchAll(pattern)) {
    const hit = hitOf(match, text, comparable);
    if (hit === null || (query.wholeWord && !isWholeWord(text, hit))) continue;
    if (!query.isPattern) delete hit.groups;
    hits.push(hit);
  }
  return hits;
}

function hitOf(match: RegExpExecArray, text: string, comparable: Comparable): Hit | null {
  const stretch = originalStretch(comparable, match.index, match.index + match[0].length);
  if (stretch === null || text.slice(stretch.start, stretch.end).includes(NO_CHARACTER)) return null;
  // What a group says is what the text says, accents and all.
  const groups = (match.indices ?? []).slice(1).map((group) => {
    if (group === undefined) return null;
    const own = originalStretch(comparable, group[0], group[1]);
    return own === null ? '' : text.slice(own.start, own.end);
  });
  return { ...stretch, groups };
}

function isWholeWord(text: string, { start, end }: Hit): boolean {
  const before = /.$/su.exec(text.slice(Math.max(0, start - 2), start))?.[0] ?? '';
  const after = String.fromCodePoint(text.codePointAt(end) ?? 0x20);
  const [first, last] = [String.fromCodePoint(text.codePointAt(start) ?? 0x20), text.slice(start, end)];
  const joinsBefore = wordAt.test(before) && wordAt.test(first);
  const joinsAfter = wordAt.test(after) && wordAt.test(/.$/su.exec(last)?.[0] ?? '');
  return !joinsBefore && !joinsAfter;
}

/** The hits of a query in each text. Throws where the query is no pattern: see `compileQuery`. */
export function findInTexts(query: FindQuery, texts: readonly string[]): Hit[][] {
  const compiled = compileQuery(query);
  if (compiled === null) return texts.map(() => []);
  if ('problem' in compiled) throw new SyntaxError(compiled.problem);
  return texts.map((text) => hitsOf(compiled.pattern, text, query));
}
