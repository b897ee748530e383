/** Import of an article that was saved as a web page: bytes to a preview, as `previewImport` does for text. */
import { NOTHING_FOUND } from '../../../shared/article/import/empty-preview.ts';
import type { ImportPreview } from '../../../shared/contract/desk-imports.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import { decodePage } from './html/decode-page.ts';
import { pageFields, pageHeadline, pageLead } from './html/page-fields.ts';
import { readPageLines } from './html/page-lines.ts';
import { readPage } from './html/page-tree.ts';
import { checkImportSize, checkLength } from './import-limits.ts';
import { previewLines } from './preview-lines.ts';
import type { SourcePicture } from './source-line.ts';

export type ReadPage = { preview: ImportPreview; pictures: SourcePicture[] };

/**
 * What a web page looks like as an article, every paragraph with a guess; `line` is the paragraph's number. What the
 * text does not give is taken from the page's meta tags. `name` is the file's name without its folder.
 * Throws AppError: file-empty, file-not-text, file-broken-encoding, file-too-large, file-too-long.
 */
export function readPageFile(bytes: Uint8Array, name: string): ReadPage {
  const file = name.toWellFormed().normalize('NFC');
  checkImportSize(bytes.length, file);
  if (bytes.length === 0) throw new AppError('file-empty', { file });
  const { text, encoding } = decodePage(bytes, file);
  const page = readPage(text, { check: (characters) => checkLength(characters, 0, file) });
  const { lines, pictures, changes, comments, legacy } = readPageLines(page);
  const headline = pageHeadline(page);
  const described = { file, format: 'html', encoding, headline, isPage: true, mayBeTorn: false } as const;
  const preview = previewLines(lines, described);
  return {
    preview: {
      ...preview,
      headline: preview.headline || headline,
      lead: preview.lead || pageLead(page),
      fields: { ...pageFields(page), ...preview.fields },
      // A page does not tell which of its changes were made how; all that were added are taken.
      found: { ...NOTHING_FOUND, insertions: changes, comments, legacy },
      pictures: pictures.map(({ sha256, alt }) => ({ sha256, name: '', alt, width: 0, height: 0, problem: null })),
    },
    pictures,
  };
}

export const previewPage = (bytes: Uint8Array, name: string): ImportPreview => readPageFile(bytes, name).preview;
