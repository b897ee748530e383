/** Import of an article that was saved as a web page: bytes to a preview, as `previewImport` does for text. */
import { assembleGuesses } from '../../../shared/article/import/assemble.ts';
import type { ImportPreview } from '../../../shared/contract/desk.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import { decodePage } from './html/decode-page.ts';
import { guessPage } from './html/guess-page.ts';
import { pageFields, pageHeadline, pageLead } from './html/page-fields.ts';
import { formatBlocks } from './html/page-formats.ts';
import { readPage } from './html/read-page.ts';
import { checkImportSize, MAX_IMPORT_CHARACTERS, MAX_IMPORT_LINES } from './import-file.ts';

/**
 * What a web page looks like as an article, every paragraph with a guess; `line` is the paragraph's number. What the
 * text does not give is taken from the page's meta tags. `name` is the file's name without its folder.
 * Throws AppError: file-empty, file-not-text, file-broken-encoding, file-too-large, file-too-long.
 */
export function previewPage(bytes: Uint8Array, name: string): ImportPreview {
  const file = name.toWellFormed().normalize('NFC');
  checkImportSize(bytes.length, file);
  if (bytes.length === 0) throw new AppError('file-empty', { file });
  const { text, encoding } = decodePage(bytes, file);
  const page = readPage(text, {
    check(characters, lines) {
      if (characters <= MAX_IMPORT_CHARACTERS && lines <= MAX_IMPORT_LINES) return;
      const limits = { limit: MAX_IMPORT_CHARACTERS, lineLimit: MAX_IMPORT_LINES };
      throw new AppError('file-too-long', { file, characters, lines, ...limits });
    },
  });
  if (page.paragraphs.length === 0) throw new AppError('file-empty', { file });
  const { guesses, paragraphs } = guessPage(page);
  const { dropped: _, ...parts } = assembleGuesses(guesses);
  return {
    file,
    encoding,
    ...parts,
    headline: parts.headline || pageHeadline(page),
    lead: parts.lead || pageLead(page),
    blocks: formatBlocks(parts.blocks, guesses, paragraphs),
    fields: { ...pageFields(page), ...parts.fields },
    guesses,
  };
}
