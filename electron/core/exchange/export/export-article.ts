/** One article in each format that people pass on. What is heavy is loaded when it is first asked for. */
import { type ArticleDocument, photosOf } from '../../../../shared/article/document.ts';
import { renderArticleMarkdown } from '../../../../shared/article/render-markdown.ts';
import { renderStandaloneHtml } from '../../../../shared/article/render-standalone-html.ts';
import { renderArticleText } from '../../../../shared/article/render-text.ts';
import type { ExportFormat } from '../../../../shared/contract/desk-exports.ts';
import { slugify } from '../../../../shared/text/slug.ts';
import type { ContactSheet } from './contact-sheet-source.ts';
import type { ExportedArticle, ExportedPhoto, ExportSource, PdfOptions } from './export-source.ts';

const mimes: Record<ExportFormat, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  html: 'text/html; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  json: 'application/json',
};

/** The name without an ending, from slug or headline, that every system takes: `hoi-nghi-truc-tuyen`, `bai`. */
export function exportStem(document: ArticleDocument): string {
  return slugify(document.fields.slug ?? '') || slugify(document.headline) || 'bai';
}

/** Whether a file of this format shows pictures. */
export function showsPhotos(format: ExportFormat): boolean {
  return format !== 'txt' && format !== 'json';
}

/** The SHA-256 of the photos that stand in the text, each once. */
export function placedPhotos({ blocks, photos }: ArticleDocument): string[] {
  const placed = new Set(blocks.flatMap(photosOf));
  const hashes = photos.flatMap(({ id, sha256 }) => (sha256 !== null && placed.has(id) ? [sha256] : []));
  return [...new Set(hashes)];
}

/** A photo whose file is elsewhere keeps its place and caption, like one that was never added. */
function withKnownPhotos({ document, photos }: ExportSource): ArticleDocument {
  const known = document.photos.map((photo) =>
    photo.sha256 === null || photos.has(photo.sha256) ? photo : { ...photo, sha256: null },
  );
  return { ...document, photos: known };
}

const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

function dataAddress({ mime, bytes }: ExportedPhoto): string {
  return `data:${mime};base64,${Buffer.from(bytes).toString('base64')}`;
}

function exportHtml(source: ExportSource): string {
  return renderStandaloneHtml(withKnownPhotos(source), {
    photoUrl: () => '',
    photoImage: (sha256) => {
      const photo = source.photos.get(sha256);
      return photo === undefined ? null : { src: dataAddress(photo), width: photo.width, height: photo.height };
    },
    articleUrl: (id) => source.articleUrls.get(id) ?? null,
  });
}

/** Pictures lie in a folder named after the article, so that several articles can lie together. */
function exportMarkdown(source: ExportSource): Pick<ExportedArticle, 'bytes' | 'beside'> {
  const names = new Map<string, string>();
  for (const sha256 of placedPhotos(source.document)) {
    const photo = source.photos.get(sha256);
    if (photo === undefined) continue;
    const ending = photo.mime === 'image/png' ? 'png' : photo.mime === 'image/webp' ? 'webp' : 'jpg';
    names.set(sha256, `${exportStem(source.document)}-anh/${names.size + 1}.${ending}`);
  }
  const text = renderArticleMarkdown(withKnownPhotos(source), {
    photoUrl: (sha256) => names.get(sha256) ?? null,
    articleUrl: (id) => source.articleUrls.get(id) ?? null,
  });
  const beside = [...names].map(([sha256, name]) => ({ name, bytes: source.photos.get(sha256)!.bytes }));
  return { bytes: utf8(text), beside };
}

async function render(
  source: ExportSource,
  format: Exclude<ExportFormat, 'md'>,
  options: PdfOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  switch (format) {
    case 'docx': {
      const { renderDocx } = await import('./docx/render-docx.ts');
      return renderDocx(source);
    }
    case 'pdf': {
      const { renderPdf } = await import('./pdf/render-pdf.ts');
      return await renderPdf(source, options);
    }
    case 'html':
      return utf8(exportHtml(source));
    case 'txt':
      return utf8(renderArticleText(source.document));
    case 'json':
      return utf8(`${JSON.stringify(source.document, null, 2)}\n`);
  }
}

/** A contact sheet as one PDF. */
export async function exportSheet(sheet: ContactSheet, options: PdfOptions = {}): Promise<ExportedArticle> {
  const { renderContactSheet } = await import('./pdf/render-contact-sheet.ts');
  const bytes = await renderContactSheet(sheet, options);
  return { name: `${slugify(sheet.title) || 'anh'}.pdf`, mime: mimes.pdf, bytes, beside: [] };
}

/** The article as one file. */
export async function exportArticle(
  source: ExportSource,
  format: ExportFormat,
  options: PdfOptions = {},
): Promise<ExportedArticle> {
  const file = { name: `${exportStem(source.document)}.${format}`, mime: mimes[format] };
  if (format === 'md') return { ...file, ...exportMarkdown(source) };
  return { ...file, bytes: await render(source, format, options), beside: [] };
}
