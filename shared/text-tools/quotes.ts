/**
 * Straight quotation marks as “ ” and ‘ ’. A mark opens behind white space or an opening bracket and closes elsewhere;
 * within “ ” the marks ‘ ’ are used, and an apostrophe (H’Mông) is ’. What may be inches or minutes stays: a mark behind a
 * digit that nothing opened.
 */
import type { TextEdit } from './text-edit.ts';

const opensBehind = /[\s([{–—/\uFFFC-]/u;
const letter = /[\p{L}\p{M}]/u;
const digit = /\p{Nd}/u;

type Open = 'double' | 'single' | 'nested';

export function quoteEdits(text: string): TextEdit[] {
  const edits: TextEdit[] = [];
  const open: Open[] = [];
  let openedAt = -1;
  for (let at = 0; at < text.length; at += 1) {
    const mark = text[at]!;
    if (mark === '“' || mark === '‘') {
      open.push(mark === '“' ? 'double' : 'single');
      openedAt = at;
    } else if (mark === '”') closeUpTo(open, 'double');
    else if (mark === '’' && !isApostrophe(text, at) && open.at(-1) !== 'double') open.pop();
    if (mark !== '"' && mark !== "'") continue;
    const opens =
      isOpening(text, at, openedAt === at - 1, open.length > 0) ||
      // Behind a comma without its space, where nothing is there to be closed.
      (mark === '"' && open.length === 0 && /[,;:]/u.test(text[at - 1] ?? '') && letter.test(text[at + 1] ?? ''));
    const replacement = mark === '"' ? double(text, at, opens, open) : single(text, at, opens, open);
    if (opens && replacement !== null) openedAt = at;
    if (replacement !== null) edits.push({ start: at, end: at + 1, replacement });
  }
  return edits;
}

function isOpening(text: string, at: number, isBehindOpened: boolean, isWithin: boolean): boolean {
  const [before, after] = [text[at - 1], text[at + 1]];
  const mayOpen = before === undefined || opensBehind.test(before) || isBehindOpened || '“‘'.includes(before);
  const mayNot = after === undefined || /\s/u.test(after);
  return mayOpen && !(mayNot && isWithin) && after !== undefined;
}

function double(text: string, at: number, opens: boolean, open: Open[]): string | null {
  if (opens) {
    const isNested = open.includes('double') && open.at(-1) === 'double';
    open.push(isNested ? 'nested' : 'double');
    return isNested ? '‘' : '“';
  }
  if (open.at(-1) === 'nested') {
    open.pop();
    return '’';
  }
  if (open.includes('double')) {
    closeUpTo(open, 'double');
    return '”';
  }
  return digit.test(text[at - 1] ?? '') ? null : '”';
}

function single(text: string, at: number, opens: boolean, open: Open[]): string | null {
  if (isApostrophe(text, at)) return '’';
  if (opens) {
    // An apostrophe that begins a word is closed by nothing.
    if (!text.includes("'", at + 1)) return null;
    open.push('single');
    return '‘';
  }
  if (open.at(-1) === 'single' || open.at(-1) === 'nested') {
    open.pop();
    return '’';
  }
  return letter.test(text[at - 1] ?? '') ? '’' : null;
}

function isApostrophe(text: string, at: number): boolean {
  return letter.test(text[at - 1] ?? '') && letter.test(text[at + 1] ?? '');
}

function closeUpTo(open: Open[], kind: Open): void {
  const at = open.lastIndexOf(kind);
  if (at >= 0) open.length = at;
}
