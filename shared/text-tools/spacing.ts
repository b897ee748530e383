/** White space: none before a full stop, one behind it; none doubled, none at the ends of lines. */
import { composeEdits } from './compose-edits.ts';
import { applyTextEdits, editMatches, type TextEdit } from './text-edit.ts';

const GAP = '[ \\t\\u00a0\\u2000-\\u200a\\u202f\\u3000]';
/** Left behind by other programs; they show nothing. */
const NOTHING = '[\\u200b\\ufeff]';

const doubled = new RegExp(`${NOTHING}*${GAP}(?:${GAP}|${NOTHING})+|${NOTHING}+`, 'gu');
/** Each run is tried once, from its beginning: a page of spaces takes no longer than one of letters. */
const atEdge = new RegExp(`(?<=^|\\u2028)${GAP}+|(?<!${GAP})${GAP}+(?=$|\\u2028)`, 'gu');

/** Doubled spaces (no-break ones too) as one, and none at the ends of a line. */
export function doubleSpaceEdits(text: string): TextEdit[] {
  const edges = editMatches(text, atEdge, () => '');
  const isEdge = (start: number, end: number): boolean =>
    edges.some((edge) => start < edge.end && end > edge.start) || start === 0 || end === text.length;
  const within = editMatches(text, doubled, ({ index, 0: run }) => {
    if (isEdge(index, index + run.length)) return null;
    return new RegExp(GAP, 'u').test(run) ? ' ' : '';
  });
  return [...edges, ...within].sort((a, b) => a.start - b.start);
}

const before = [
  // A colon may begin a face, a full stop a file's name.
  `${GAP}+(?=[,;](?!\\d)|[?!)\\]”]|:(?!\\))|\\.(?![\\p{L}\\p{N}.]))`,
  `(?<=\\d)${GAP}+(?=%)`,
].join('|');
const spaceBefore = new RegExp(`(?<=[^\\s\\uFFFC])(?:${before})|(?<=[([“‘])${GAP}+(?=\\S)`, 'gu');

const letters = '[\\p{L}\\p{M}]';
const missing = new RegExp(
  [
    `(?<=[\\p{L}\\p{M}\\p{N})”’%][,;:?!])(?=${letters}|[“‘])(?<!\\d[,:])`,
    `(?<=\\d[,:;])(?=${letters}{2})`,
    `(?<=(?:[\\p{Ll}\\p{M}]{2}|\\d{2}|[)”])\\.)(?=\\p{Lu}[\\p{Ll}\\p{M}])`,
    `(?<=[)”])(?=${letters})`,
  ].join('|'),
  'gu',
);
const isAddress = /:\/\/|www\.|@|\.(?:vn|com|net|org|gov|edu|info)(?![\p{L}])/iu;

/** Spaces that stand before a mark or behind an opening one, and those that are missing behind one. */
export function markSpaceEdits(text: string): TextEdit[] {
  const superfluous = editMatches(text, spaceBefore, () => '');
  return composeEdits(text, superfluous, missingSpaceEdits(applyTextEdits(text, superfluous)));
}

function missingSpaceEdits(text: string): TextEdit[] {
  return [...text.matchAll(missing)].flatMap(({ index }): TextEdit[] =>
    isAddress.test(tokenAt(text, index)) ? [] : [{ start: index, end: index, replacement: ' ' }],
  );
}

/** What stands round a place without white space. */
function tokenAt(text: string, at: number): string {
  const start = /\S*$/u.exec(text.slice(Math.max(0, at - 100), at))?.[0] ?? '';
  return start + (/^\S*/u.exec(text.slice(at, at + 100))?.[0] ?? '');
}
