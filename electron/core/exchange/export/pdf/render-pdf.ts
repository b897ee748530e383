/**
 * An article on paper, as a newsroom passes it round: the office and the date above, what may be said of these words
 * (draft, approved, published) beside them and at the foot of every page, one column with room for a pen, and on request
 * how it was approved. The same source gives the same bytes; nothing is fetched.
 */
import type { Content, ContentText, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { bylineOf, notesOf, signatureOf } from '../../../../../shared/article/signature.ts';
import { formatDateWithWeekday, formatInstant } from '../../../../../shared/text/dates.ts';
import type { ExportMark, ExportSource, PdfOptions } from '../export-source.ts';
import { makePdf } from './make-pdf.ts';
import { PdfBody } from './pdf-body.ts';
import { pdfImages } from './pdf-photos.ts';
import { PdfText } from './pdf-text.ts';
import { pdfTrail } from './pdf-trail.ts';
import { type PrintFonts, printFonts } from './print-fonts.ts';
import { color, leading, MARGINS, SANS, SERIF, size, TEXT_WIDTH } from './print-style.ts';
import { printLanguage, printWords } from './print-words.ts';

const markColors: Record<ExportMark, string> = {
  draft: '#6b3f12',
  'in-review': '#7a5a00',
  approved: '#1d6136',
  live: color.accent,
};
/** What the types of the library leave out. */
type PrintableStream = { setOpenActionAsPrint(): void };

const SHORT_HASH = 12;
const RUNNING_LETTERS = 70;

export async function renderPdf(
  source: ExportSource,
  { resources, forPrint = false }: PdfOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const fonts = printFonts(resources);
  const made = await makePdf(definition(source, fonts), fonts);
  if (forPrint) (await (made.getStream() as Promise<unknown> as Promise<PrintableStream>)).setOpenActionAsPrint();
  return new Uint8Array(await made.getBuffer());
}

function definition(source: ExportSource, fonts: PrintFonts): TDocumentDefinitions {
  const { document, trail } = source;
  const text = new PdfText(fonts);
  const plain = (value: string): string =>
    text
      .plain(value)
      .map((piece) => piece.text)
      .join('');
  return {
    pageSize: 'A4',
    pageMargins: [MARGINS.left, MARGINS.top, MARGINS.right, MARGINS.bottom],
    version: '1.7',
    language: printLanguage(document.language) === 'en' ? 'en-GB' : 'vi-VN',
    displayTitle: true,
    info: {
      title: plain(document.headline),
      author: plain(bylineOf(document) || source.office),
      subject: plain(document.fields.category ?? ''),
      keywords: plain((document.fields.tags ?? []).join(', ')),
      creator: 'Tòa Soạn',
      producer: 'Tòa Soạn',
      creationDate: new Date(source.at),
    },
    images: pdfImages(source.photos),
    defaultStyle: { font: SERIF, fontSize: size.body, lineHeight: leading.body, color: color.ink },
    content: [
      masthead(source, text),
      ...opening(source, text),
      ...new PdfBody(source, text).content(),
      ...closing(source, text),
      ...(trail === null ? [] : [pdfTrail(trail, source, text)]),
    ],
    header: (page) => (page === 1 ? null : runningHead(source, text)),
    footer: (page, pages) => foot(source, page, pages),
    pageBreakBefore: (node, { getFollowingNodesOnPage }) =>
      node.headlineLevel === 1 && getFollowingNodesOnPage().length === 0,
  };
}

function markText({ document, mark, isMarkWaiting }: ExportSource): string {
  const words = printWords(document.language);
  return isMarkWaiting ? `${words.mark[mark]} · ${words.markWaiting}` : words.mark[mark];
}

function masthead(source: ExportSource, text: PdfText): Content {
  const { office, document, mark } = source;
  const { publishedOn } = document.fields;
  const date = publishedOn === undefined ? '' : formatDateWithWeekday(publishedOn, printLanguage(document.language));
  const stamp: Content = {
    table: { body: [[{ text: markText(source), bold: true, fontSize: size.small, characterSpacing: 0.6 }]] },
    layout: {
      hLineColor: () => markColors[mark],
      vLineColor: () => markColors[mark],
      hLineWidth: () => 0.9,
      vLineWidth: () => 0.9,
      paddingLeft: () => 7,
      paddingRight: () => 7,
      paddingTop: () => 3,
      paddingBottom: () => 2,
    },
    color: markColors[mark],
  };
  const line = { type: 'line' as const, x1: 0, y1: 0, x2: TEXT_WIDTH, y2: 0, lineWidth: 1.2, lineColor: color.ink };
  return {
    stack: [
      {
        columns: [
          {
            width: '*',
            stack: [
              {
                text: text.plain(office.toLocaleUpperCase('vi'), SANS),
                bold: true,
                fontSize: 11,
                characterSpacing: 0.4,
              },
              { text: capital(date), fontSize: size.small, color: color.soft, margin: [0, 2, 0, 0] },
            ],
          },
          { width: 'auto', ...stamp },
        ],
        margin: [0, -28, 0, 7],
      },
      { canvas: [line] },
    ],
    font: SANS,
    lineHeight: leading.sans,
    margin: [0, 0, 0, 20],
  };
}

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);

/** Section, headline, lead and byline. */
function opening({ document }: ExportSource, text: PdfText): Content[] {
  const { headline, lead, fields } = document;
  const by = signatureOf(document);
  const sans = { font: SANS, lineHeight: leading.sans };
  const parts: Content[] = [];
  if (fields.category) {
    const section = text.plain(fields.category.toLocaleUpperCase('vi'), SANS);
    parts.push({
      text: section,
      ...sans,
      bold: true,
      fontSize: size.small,
      characterSpacing: 0.5,
      color: color.accent,
    });
  }
  parts.push({
    text: text.plain(headline),
    bold: true,
    fontSize: size.headline,
    lineHeight: leading.headline,
    margin: [0, 4, 0, 10],
  });
  if (lead !== '')
    parts.push({
      text: text.plain(lead),
      bold: true,
      fontSize: size.lead,
      lineHeight: leading.lead,
      margin: [0, 0, 0, 10],
    });
  if (by !== '') parts.push({ text: text.plain(by, SANS), ...sans, fontSize: size.note, color: color.soft });
  return [{ stack: parts, margin: [0, 0, 0, 14] }];
}

/** What is said below it. */
function closing({ document }: ExportSource, text: PdfText): Content[] {
  return notesOf(document).map(({ label, value }) => ({
    text: [`${label}: `, ...text.plain(value, SANS)],
    font: SANS,
    fontSize: size.small,
    lineHeight: leading.sans,
    color: color.soft,
    margin: [0, 2, 0, 0],
  }));
}

function runningHead({ office, document }: ExportSource, text: PdfText): Content {
  const shown = shorten(document.headline);
  return {
    columns: [
      { width: '*', text: text.plain(shown, SANS) },
      { width: 'auto', text: text.plain(office, SANS), alignment: 'right' },
    ],
    columnGap: 16,
    font: SANS,
    fontSize: size.tiny,
    color: color.soft,
    margin: [MARGINS.left, 38, MARGINS.right, 0],
  };
}

/** Cut at a word. */
function shorten(text: string): string {
  if (text.length <= RUNNING_LETTERS) return text;
  return `${text.slice(0, RUNNING_LETTERS).replace(/\s+\S*$/u, '')}…`;
}

function foot(source: ExportSource, page: number, pages: number): Content {
  const { document, revision, at, mark } = source;
  const words = printWords(document.language);
  const stamp: ContentText = { text: markText(source), bold: true, color: markColors[mark] };
  const said = `  ·  ${words.revision} ${revision.slice(0, SHORT_HASH)}  ·  ${words.printed(formatInstant(at, printLanguage(document.language)))}`;
  return {
    columns: [
      { width: '*', text: [stamp, said] },
      { width: 'auto', text: words.page(page, pages), alignment: 'right' },
    ],
    columnGap: 16,
    font: SANS,
    fontSize: size.tiny,
    color: color.soft,
    margin: [MARGINS.left, 34, MARGINS.right, 0],
  };
}
