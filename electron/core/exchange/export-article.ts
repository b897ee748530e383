/** Files to pass on: one HTML file with its photos inside, the ArticleDocument as JSON, or plain text. */
import { type ArticleDocument, photosOf } from '../../../shared/article/document.ts';
import { renderStandaloneHtml } from '../../../shared/article/render-html.ts';
import { renderArticleText } from '../../../shared/article/render-text.ts';
import { slugify } from '../../../shared/text/slug.ts';

export const exportFormats = ['html', 'json', 'text'] as const;
export type ExportFormat = (typeof exportFormats)[number];
export type ExportedFile = { name: string; mime: string; text: string };

/** The bytes of a photo in a size for reading, or null when its file is not on this computer. */
export type ReadPhoto = (sha256: string) => Promise<{ bytes: Uint8Array; mime: string } | null>;

const endings: Record<ExportFormat, { ending: string; mime: string }> = {
  html: { ending: 'html', mime: 'text/html; charset=utf-8' },
  json: { ending: 'json', mime: 'application/json' },
  text: { ending: 'txt', mime: 'text/plain; charset=utf-8' },
};

/** A file name from slug or headline that every system takes: `hoi-nghi-truc-tuyen.html`, `bai.html`. */
export function exportName(document: ArticleDocument, format: ExportFormat): string {
  const name = slugify(document.fields.slug ?? '') || slugify(document.headline) || 'bai';
  return `${name}.${endings[format].ending}`;
}

async function exportHtml(document: ArticleDocument, readPhoto: ReadPhoto): Promise<string> {
  const addresses = new Map<string, string>();
  const placed = new Set(document.blocks.flatMap(photosOf));
  for (const { id, sha256 } of document.photos) {
    if (sha256 === null || addresses.has(sha256) || !placed.has(id)) continue;
    const photo = await readPhoto(sha256);
    if (photo === null) continue;
    addresses.set(sha256, `data:${photo.mime};base64,${Buffer.from(photo.bytes).toString('base64')}`);
  }
  // A photo whose file is elsewhere keeps its place and caption, like one that was never added.
  const photos = document.photos.map((photo) =>
    photo.sha256 === null || addresses.has(photo.sha256) ? photo : { ...photo, sha256: null },
  );
  return renderStandaloneHtml({ ...document, photos }, { photoUrl: (sha256) => addresses.get(sha256) ?? '' });
}

/** The article as one file. `readPhoto` is asked once for each photo that stands in the body, for HTML only. */
export async function exportArticle(
  document: ArticleDocument,
  format: ExportFormat,
  readPhoto: ReadPhoto,
): Promise<ExportedFile> {
  const { mime } = endings[format];
  const name = exportName(document, format);
  if (format === 'html') return { name, mime, text: await exportHtml(document, readPhoto) };
  if (format === 'json') return { name, mime, text: `${JSON.stringify(document, null, 2)}\n` };
  return { name, mime, text: renderArticleText(document) };
}
