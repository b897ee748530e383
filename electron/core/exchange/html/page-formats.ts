/** Brings the formats and links of a page's paragraphs into the blocks that were put together from its guesses. */
import type { Block, Run } from '../../../../shared/article/document.ts';
import type { Guess } from '../../../../shared/contract/desk.ts';
import type { PageParagraph } from './read-page.ts';

/** The part of the runs that says `text`; null where the importer changed more than what stands at its ends. */
function runsOf(runs: readonly Run[], text: string): Run[] | null {
  let start = runs
    .map((run) => run.text)
    .join('')
    .indexOf(text);
  if (start === -1) return null;
  let left = text.length;
  const part: Run[] = [];
  for (const run of runs) {
    const piece = run.text.slice(Math.max(start, 0), Math.max(start, 0) + left);
    if (start < run.text.length && piece !== '') part.push({ ...run, text: piece });
    if (start < run.text.length) left -= piece.length;
    start -= run.text.length;
    if (left === 0) break;
  }
  return part;
}

/** `blocks` as `assembleGuesses` made them of `guesses`: one text block for each guess of such a kind, in order. */
export function formatBlocks(
  blocks: readonly Block[],
  guesses: readonly Guess[],
  paragraphs: readonly PageParagraph[],
): Block[] {
  const sources = guesses.filter(({ as }) => ['body', 'heading', 'quote', 'bullet', 'number'].includes(as));
  let next = 0;
  return blocks.map((block): Block => {
    if (!('runs' in block)) return block;
    const guess = sources[next];
    next += 1;
    const paragraph = paragraphs[(guess?.line ?? 0) - 1];
    if (guess === undefined || paragraph === undefined) return block;
    if (block.kind === 'heading2') return paragraph.as === 'heading3' ? { kind: 'heading3', runs: block.runs } : block;
    return { kind: block.kind, runs: runsOf(paragraph.runs, guess.text) ?? block.runs };
  });
}
