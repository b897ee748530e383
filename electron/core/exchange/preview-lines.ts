/** Lines of a document or a page as a preview. */

import { assembleGuesses } from '../../../shared/article/import/assemble.ts';
import { emptyPreview } from '../../../shared/article/import/empty-preview.ts';
import type { ImportPreview } from '../../../shared/contract/desk-imports.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import { guessLines, type SourceOptions } from './guess-lines.ts';
import { checkLength } from './import-limits.ts';
import type { SourceLine } from './source-line.ts';

type Described = Pick<ImportPreview, 'file' | 'format' | 'encoding'> & SourceOptions;

/** Throws AppError: file-empty, file-too-long. */
export function previewLines(
  lines: readonly SourceLine[],
  { file, format, encoding, ...options }: Described,
): ImportPreview {
  if (lines.length === 0) throw new AppError('file-empty', { file });
  checkLength(
    lines.reduce((sum, { text }) => sum + text.length, 0),
    lines.length,
    file,
  );
  const { guesses } = guessLines(lines, options);
  const { dropped: _, ...parts } = assembleGuesses(guesses);
  return { ...emptyPreview(file), format, encoding, ...parts, guesses };
}
