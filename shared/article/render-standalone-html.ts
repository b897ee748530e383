/** An article as one HTML file to pass on: it needs nothing beside it, reads well on a phone, and prints well. */
import { escapeHtml } from '../text/escape-html.ts';
import type { ArticleDocument } from './document.ts';
import { kickerOf, type RenderHtmlOptions, renderArticleHtml } from './render-html.ts';
import { bylineOf, notesOf, signatureOf } from './signature.ts';

const style = `
:root { color-scheme: light dark; --soft: color-mix(in srgb, currentColor 68%, transparent); --line: color-mix(in srgb, currentColor 24%, transparent); --wash: color-mix(in srgb, currentColor 5%, transparent); --sans: "Be Vietnam Pro", system-ui, "Segoe UI", Roboto, sans-serif; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 44rem; padding: 2.5rem 1.25rem 4rem; font: 1.125rem/1.667 Literata, "Noto Serif", "Times New Roman", serif; overflow-wrap: break-word; }
h1 { margin: .5rem 0 1rem; font-size: clamp(1.625rem, 5vw, 2.125rem); line-height: 1.28; text-wrap: balance; }
h2, h3 { margin: 2rem 0 .5rem; line-height: 1.35; }
h2 { font-size: 1.375rem; }
h3 { font-size: 1.125rem; }
p { margin: 0 0 1rem; }
.kicker, .byline, figcaption, .related, .file, table { font-family: var(--sans); font-size: .875rem; line-height: 1.55; }
.kicker { margin: 0; color: var(--soft); }
.lead { margin-bottom: 1.5rem; font-size: 1.25rem; font-weight: 600; line-height: 1.55; }
.byline { margin-top: 2.5rem; padding-top: .75rem; border-top: 1px solid var(--line); color: var(--soft); }
.byline p { margin: 0 0 .25rem; }
.byline .author { color: CanvasText; font-weight: 600; }
figure { margin: 2rem 0; }
img { display: block; max-width: 100%; height: auto; }
figcaption { margin-top: .5rem; }
.credit, .related span, .file span { color: var(--soft); }
blockquote { margin: 1.5rem 0; padding-left: 1.25rem; border-left: 3px solid var(--line); font-style: italic; }
blockquote p:last-child { margin-bottom: 0; }
.quote { margin: 1.5rem 0; }
.quote blockquote { margin: 0; }
.quote figcaption { padding-left: calc(1.25rem + 3px); color: var(--soft); }
.attribution::before, .quote figcaption::before { content: "— "; }
ul, ol { margin: 0 0 1rem; padding-left: 1.5rem; }
li > ul, li > ol { margin: .25rem 0; }
hr { width: 4rem; margin: 2rem auto; border: 0; border-top: 1px solid; }
.box { margin: 2rem 0; padding: 1.25rem 1.25rem .25rem; border-top: 3px solid; background: var(--wash); }
.box > :first-child { margin-top: 0; }
.gallery { display: grid; grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr)); gap: 1rem; margin: 2rem 0; }
.gallery figure { margin: 0; }
table { width: 100%; margin: 1.5rem 0; border-collapse: collapse; border-block: 1px solid var(--soft); }
th, td { padding: .375rem .625rem; border: 1px solid var(--line); text-align: left; vertical-align: top; }
th { background: var(--wash); }
.photo-missing { display: grid; place-items: center; aspect-ratio: 3 / 2; border: 1px dashed var(--line); color: var(--soft); font: .875rem var(--sans); }
.photo-missing::after { content: attr(aria-label); }
@media print {
  @page { size: A4; margin: 20mm 22mm 22mm; }
  :root { color-scheme: light; }
  body { max-width: none; padding: 0; font-size: 11pt; line-height: 1.55; }
  h1 { font-size: 21pt; }
  h2 { font-size: 14pt; }
  h3 { font-size: 11.5pt; }
  .lead { font-size: 12.5pt; }
  .kicker, .byline, figcaption, .related, .file, table { font-size: 9pt; }
  h1, h2, h3, .kicker { break-after: avoid; }
  figure, tr, .quote, .related, .file { break-inside: avoid; }
  thead { display: table-header-group; }
  img { max-height: 120mm; width: auto; }
  .box, th { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  p, li { orphans: 2; widows: 2; }
  a { color: inherit; text-decoration-thickness: .5pt; }
}
`;

const meta = (name: string, content: string | undefined): string =>
  content === undefined || content === '' ? '' : `<meta name="${name}" content="${escapeHtml(content)}">`;

/** `photoUrl` names data addresses, for a file that is passed on. */
export function renderStandaloneHtml(document: ArticleDocument, options: RenderHtmlOptions): string {
  const { tags = [] } = document.fields;
  const signature = signatureOf(document);
  const byline = [
    signature === '' ? '' : `<p class="author">${escapeHtml(signature)}</p>`,
    ...notesOf(document).map(({ label, value }) => `<p>${label}: ${escapeHtml(value)}</p>`),
  ].join('');
  const kicker = kickerOf(document);
  const lines = [
    '<!doctype html>',
    `<html lang="${escapeHtml(document.language)}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data: http: https:; style-src 'unsafe-inline'">`,
    meta('author', bylineOf(document)),
    meta('description', document.lead),
    meta('keywords', tags.join(', ')),
    `<title>${escapeHtml(document.headline)}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    '<article>',
    '<header>',
    kicker === '' ? '' : `<p class="kicker">${escapeHtml(kicker)}</p>`,
    `<h1>${escapeHtml(document.headline)}</h1>`,
    document.lead === '' ? '' : `<p class="lead">${escapeHtml(document.lead)}</p>`,
    '</header>',
    renderArticleHtml(document, options),
    byline === '' ? '' : `<footer class="byline">${byline}</footer>`,
    '</article>',
    '</body>',
    '</html>',
  ];
  return `${lines.filter((line) => line !== '').join('\n')}\n`;
}
