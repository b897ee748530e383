/** One change in its context, before and after, with white space that can be seen where that is what changes. */
import type { ReactNode } from 'react';
import type { TextEdit } from '../../shared/text-tools/text-edit.ts';

/** Characters on each side: what a line of a dialog has room for. */
const CONTEXT = { usual: 38, wide: 64 };

export function ChangeLine({
  characters,
  edit,
  isOnlyShown = false,
  width = 'usual',
}: {
  characters: string;
  edit: TextEdit;
  /** What was found is marked, and nothing said of what becomes of it. */
  isOnlyShown?: boolean;
  width?: keyof typeof CONTEXT;
}): ReactNode {
  const around = CONTEXT[width];
  const was = characters.slice(edit.start, edit.end);
  const before = characters.slice(Math.max(0, edit.start - around), edit.start);
  const behind = characters.slice(edit.end, edit.end + around);
  const [from, to] = [edit.start > around, edit.end + around < characters.length];
  return (
    <span className="change-line">
      {from ? '…' : ''}
      {readable(from ? before.replace(/^\S*\s/u, '') : before)}
      {isOnlyShown ? (
        <mark>{visible(was)}</mark>
      ) : was === '' ? null : (
        <del className={spaces(was)}>{visible(was)}</del>
      )}
      {isOnlyShown || edit.replacement === '' ? null : (
        <ins className={spaces(edit.replacement)}>{visible(edit.replacement)}</ins>
      )}
      {readable(to ? behind.replace(/\s\S*$/u, '') : behind)}
      {to ? '…' : ''}
    </span>
  );
}

/** Without what is no character. */
function readable(text: string): string {
  return text.replaceAll('\uFFFC', '▭').replaceAll('\u2028', ' ↵ ');
}

/** Where nothing but spaces changes, spaces are shown: · an ordinary one, ° one that does not break. */
function visible(text: string): string {
  if (!isSpace(text)) return readable(text);
  return text
    .replaceAll(/[\u00a0\u202f]/gu, '°')
    .replaceAll('\u2028', '↵')
    .replaceAll(/[\u200b\ufeff]/gu, '∅')
    .replaceAll(/\s/gu, '·');
}

function isSpace(text: string): boolean {
  return !/[^\s\u200b\ufeff]/u.test(text);
}

const spaces = (text: string): string | undefined => (isSpace(text) ? 'is-space' : undefined);
