/**
 * Lists as text, to be carried elsewhere: a word a line; an abbreviation as `short=long`. What is read may be written with a
 * Tab or a colon as well, as Word and UniKey's macro files have it; lines that begin with a semicolon are remarks.
 */
import { type Abbreviation, abbreviationSchema, MAX_LIST_WORD } from '../contract/desk-lists.ts';

export type ListKind = 'words' | 'abbreviations';
/** `skipped`: lines that say nothing that can be used, by their number from 1. */
export type ReadList = { words: string[]; abbreviations: Abbreviation[]; skipped: number[] };

export function listText(
  kind: ListKind,
  list: { words: readonly string[]; abbreviations: readonly Abbreviation[] },
): string {
  const lines = kind === 'words' ? list.words : list.abbreviations.map(({ short, long }) => `${short}=${long}`);
  return lines.map((line) => `${line}\n`).join('');
}

export function readListText(kind: ListKind, text: string): ReadList {
  const read: ReadList = { words: [], abbreviations: [], skipped: [] };
  for (const [index, raw] of text
    .replace(/^\uFEFF/u, '')
    .split(/\r\n?|\n/u)
    .entries()) {
    const line = raw.normalize('NFC').trim();
    if (line === '' || line.startsWith(';')) continue;
    if (kind === 'words') {
      const word = line.replace(/\s+/gu, ' ');
      if (word.length <= MAX_LIST_WORD && /\p{L}/u.test(word)) read.words.push(word);
      else read.skipped.push(index + 1);
      continue;
    }
    const [, short, long] = /^([^\t=:]+)[\t=:](.*)$/u.exec(line) ?? [];
    const abbreviation = abbreviationSchema.safeParse({ short, long });
    if (abbreviation.success) read.abbreviations.push(abbreviation.data);
    else read.skipped.push(index + 1);
  }
  return read;
}
