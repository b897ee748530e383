/**
 * Runs of an article as inline Markdown (CommonMark, with the strikethrough of GitHub's). Emphasis is written with
 * asterisks where those are read as emphasis, which depends on the letters beside them (`**“a”**b` is not); elsewhere,
 * and for what Markdown has no sign for, it is HTML, which every reader of Markdown takes.
 */
import type { Run } from './document.ts';
import { safeLink } from './safe-link.ts';

/** What a line break inside a block becomes. */
export type LineBreak = '\\\n' | '<br>' | ' ';

function withoutControls(text: string): string {
  return text.toWellFormed().replace(/(?!\t)\p{Cc}|[\u2029\ufffe\uffff]/gu, '');
}

/** Signs that mean something anywhere in a line. */
export function escapeMarkdown(text: string): string {
  return withoutControls(text).replace(/[\\`*_[\]<&~|]/gu, '\\$&');
}

/** Signs that mean something where a line begins; what is there is Markdown already. */
export function escapeLineStart(line: string): string {
  return line.replace(/^[ \t]+/u, '').replace(/^(?:[#+\-=>]|\d{1,9}(?=[.)]))/u, (start) => {
    return /^\d/.test(start) ? `${start}\\` : `\\${start}`;
  });
}

const isSpace = (char: string): boolean => char === '' || /[\t\p{Zs}]/u.test(char);
const isSign = (char: string): boolean => /[\p{P}\p{S}]/u.test(char);
const first = (text: string): string => [...text.slice(0, 2)][0] ?? '';
const last = (text: string): string => [...text.slice(-2)].at(-1) ?? '';

/** Whether asterisks around `inner` are read as emphasis between these two characters. */
function takesAsterisks(before: string, inner: string, after: string): boolean {
  if (before === '*' || after === '*') return false;
  const opens = !isSign(first(inner)) || isSpace(before) || isSign(before);
  return opens && (!isSign(last(inner)) || isSpace(after) || isSign(after));
}

function wrap(run: Run, before: string, inner: string, after: string): string {
  let text = inner;
  if (run.superscript) text = `<sup>${text}</sup>`;
  if (run.subscript) text = `<sub>${text}</sub>`;
  if (run.underline) text = `<u>${text}</u>`;
  if (run.strike) text = takesAsterisks(before, text, after) && before !== '~' ? `~~${text}~~` : `<s>${text}</s>`;
  if (!run.bold && !run.italic) return text;
  if (!takesAsterisks(before, text, after)) {
    const italic = run.italic ? `<em>${text}</em>` : text;
    return run.bold ? `<strong>${italic}</strong>` : italic;
  }
  const signs = '*'.repeat((run.bold ? 2 : 0) + (run.italic ? 1 : 0));
  return `${signs}${text}${signs}`;
}

function isPlain(run: Run | undefined): boolean {
  return run === undefined || Object.keys(run).length === 1;
}

/** Formats of a run never reach over a line break or its outer spaces. */
function renderRun(run: Run, before: string, next: Run | undefined, lineBreak: LineBreak): string {
  const after = next === undefined ? '' : isPlain(next) ? first(withoutControls(next.text)) : '<';
  const pieces = withoutControls(run.text).split('\u2028');
  let out = '';
  for (const [index, piece] of pieces.entries()) {
    if (index > 0) out += lineBreak;
    const [, left = '', inner = '', right = ''] = /^([\t\p{Zs}]*)(.*?)([\t\p{Zs}]*)$/su.exec(piece) ?? [];
    const isLast = index === pieces.length - 1;
    const before_ = left === '' ? (out === '' ? before : last(out)) : ' ';
    const after_ = right === '' ? (isLast ? after : '') : ' ';
    out += left + (inner === '' ? '' : wrap(run, before_, escapeMarkdown(inner), after_)) + right;
  }
  return out;
}

function linkAddress(link: string): string {
  return /^[^()<>\\]*$/u.test(link) ? link : `<${link.replace(/[<>\\]/gu, '\\$&')}>`;
}

/** Neighbours with the same link share one. The lines of the answer still need `escapeLineStart`. */
export function renderMarkdownRuns(runs: readonly Run[], lineBreak: LineBreak): string {
  const addresses = runs.map(({ link }) => (link === undefined ? null : safeLink(link)));
  let out = '';
  let inner = '';
  for (const [index, { link: _, ...run }] of runs.entries()) {
    const address = addresses[index] ?? null;
    const before = address === null ? last(out) : inner === '' ? '[' : last(inner);
    const next = runs[index + 1];
    const text = renderRun(run, before, next, lineBreak);
    if (address === null) {
      out += text;
      continue;
    }
    inner += text;
    if (addresses[index + 1] === address) continue;
    out += `[${inner}](${linkAddress(address)})`;
    inner = '';
  }
  return out;
}
