/** The end of an import, for people and for programs. */
import { extname } from 'node:path';
import type { ImportPreview } from '../../../shared/contract/desk-imports.ts';
import type { Language } from '../../../shared/errors/codes.ts';
import type { ImportReport } from '../exchange/import-archive.ts';
import { importFacts } from './import-facts.ts';
import { words } from './words.ts';

const SHOWN_CHARACTERS = 70;
const OTHER = '…';

export type EndedImport = ImportReport & { unread: readonly string[]; isStopped: boolean };

export function importJson({ articles, skipped, failed, unread, left, isStopped }: EndedImport): object {
  return {
    articles: articles.map(({ id, file, read }) => ({ id, file, ...read })),
    skipped,
    failed: failed.map(({ file, error: { code, message } }) => ({ file, code, message })),
    unread,
    totals: {
      imported: articles.length,
      skipped: skipped.length,
      failed: failed.length,
      unread: unread.length,
      left,
    },
    stopped: isStopped,
  };
}

/** Files that were named are told line by line; an archive by its totals. Failures are told as errors, beside this. */
export function importText(report: EndedImport, named: ReadonlySet<string>, language: Language): string {
  const say = words[language];
  const { articles, skipped, failed, unread, left, isStopped } = report;
  const lines: string[] = [];
  for (const { id, file, read } of articles) {
    if (read === undefined) continue;
    lines.push(say.imported(file, id), ...guessLines(read.guesses, language), ...importFacts(read, language), '');
  }
  for (const { file, id } of skipped) if (named.has(file)) lines.push(say.importedBefore(file, id), '');
  const seen = articles.length + skipped.length + failed.length;
  if (seen > named.size || unread.length > 0 || named.size === 0) {
    const totals = { imported: articles.length, skipped: skipped.length, failed: failed.length };
    lines.push(say.importTotals(totals));
    if (unread.length > 0) lines.push(say.unread(unread.length, countExtensions(unread)));
  }
  if (isStopped || left > 0) lines.push(say.stopped(articles.length, left));
  return lines.join('\n').trimEnd();
}

function guessLines(guesses: ImportPreview['guesses'], language: Language): string[] {
  return guesses.map(({ line, as, text }) => {
    const onOneLine = text.replace(/[\n\u2028]/gu, ' / ');
    const short =
      onOneLine.length > SHOWN_CHARACTERS ? `${[...onOneLine].slice(0, SHOWN_CHARACTERS).join('')}…` : onOneLine;
    return `  ${words[language].line(line)}\t${words[language].guess[as]}\t${short}`;
  });
}

/** `12 .jpg, 3 .pdf`, the most frequent first. */
function countExtensions(files: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const file of files) {
    const extension = extname(file).toLowerCase() || OTHER;
    counts.set(extension, (counts.get(extension) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
    .map(([extension, count]) => `${count} ${extension}`)
    .join(', ');
}
