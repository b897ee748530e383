/** Import of an article that was saved as a web page: bytes to a preview, as `previewImport` does for text. */
import type { ImportPreview } from '../../../shared/contract/desk-imports.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import { articleParagraphs } from './html/article-paragraphs.ts';
import { decodePage } from './html/decode-page.ts';
import { pageFields, pageHeadline, pageLead } from './html/page-fields.ts';
import { readPage } from './html/read-page.ts';
import { checkImportSize, checkLength } from './import-limits.ts';
import { previewLines } from './preview-lines.ts';

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
  const page = readPage(text, { check: (characters, lines) => checkLength(characters, lines, file) });
  const headline = pageHeadline(page);
  const described = { file, format: 'html', encoding, headline, isPage: true, mayBeTorn: false } as const;
  const preview = previewLines(articleParagraphs(page.paragraphs), described);
  return {
    ...preview,
    headline: preview.headline || headline,
    lead: preview.lead || pageLead(page),
    fields: { ...pageFields(page), ...preview.fields },
  };
}
