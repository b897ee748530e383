import type { SourceLine } from '../source-line.ts';

/** A line with the level of its heading as the file counts it, from 1. */
export type HeadedLine = SourceLine & { level?: number };

/**
 * The two levels that an article has: the highest that the file uses, and all below it. A first heading above all others
 * is the article's title.
 */
export function foldHeadings(lines: readonly HeadedLine[]): SourceLine[] {
  const levels = lines.flatMap(({ level }) => level ?? []);
  const highest = Math.min(...levels);
  const first = lines.findIndex(({ as }) => as !== 'pictures');
  const isTitle = levels.filter((level) => level === highest).length === 1 && lines[first]?.level === highest;
  const top = isTitle ? Math.min(...levels.filter((level) => level !== highest)) : highest;
  return lines.map(({ level, ...line }, at) => {
    if (level === undefined) return line;
    if (isTitle && at === first) return { ...line, as: 'title' };
    return { ...line, as: level <= top ? 'heading2' : 'heading3' };
  });
}
