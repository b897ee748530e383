/**
 * A text file's lines as paragraphs. Two shapes occur: each line is a paragraph (copied from a web page), or lines are
 * wrapped at a width and a blank line parts the paragraphs (mail, old editors). A stretch of lines was wrapped when
 * every line but its last is so long that the next line's first word would not have fitted.
 */

/**
 * `line` counts from 1. `text` is NFC, without white space at its ends; inside nothing is changed. `isApart`: something
 * else than text stands above it, so that it goes on with nothing.
 */
export type Paragraph = { line: number; text: string; joined: boolean; isApart?: boolean };

const MAX_WRAP_WIDTH = 120;
const MIN_WRAP_WIDTH = 50;
const lineBreak = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/u;
const visible = /[^\s\u00ad\u200b-\u200f\u2060\ufeff]/u;

/** True when a person sees something in this text. */
export function isVisible(text: string): boolean {
  return visible.test(text);
}

function wasWrapped(run: readonly Paragraph[], width: number): boolean {
  return run.every((paragraph, index) => {
    const next = run[index + 1];
    if (next === undefined) return true;
    const firstWord = /^\S+/u.exec(next.text)?.[0] ?? '';
    return paragraph.text.length + 1 + firstWord.length > width;
  });
}

function joinRun(run: readonly Paragraph[]): Paragraph[] {
  const first = run[0];
  if (first === undefined || run.length < 2) return [...run];
  return [{ line: first.line, text: run.map(({ text }) => text).join(' '), joined: true }];
}

/** The paragraphs of a decoded text, top to bottom. Lines in which nothing can be seen are left out. */
export function splitParagraphs(text: string): Paragraph[] {
  const runs: Paragraph[][] = [[]];
  let width = 0;
  for (const [index, raw] of text.split(lineBreak).entries()) {
    const line = raw.normalize('NFC').trim();
    if (!isVisible(line)) {
      if (runs[runs.length - 1]?.length !== 0) runs.push([]);
      continue;
    }
    width = Math.max(width, line.length);
    runs[runs.length - 1]?.push({ line: index + 1, text: line, joined: false });
  }
  const mayBeWrapped =
    width >= MIN_WRAP_WIDTH && width <= MAX_WRAP_WIDTH && runs.some((run) => run.length > 2 && wasWrapped(run, width));
  return runs.flatMap((run) => (mayBeWrapped && wasWrapped(run, width) ? joinRun(run) : run));
}
