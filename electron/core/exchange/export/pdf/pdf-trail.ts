/** At the foot of a printed article: every step that it has taken, by whom, and on which words. */
import type { Content, TableCell } from 'pdfmake/interfaces.js';
import { formatDate, localDateTime } from '../../../../../shared/text/dates.ts';
import type { ExportSource, Trail, TrailStep } from '../export-source.ts';
import type { PdfText } from './pdf-text.ts';
import { color, leading, SANS, size, TEXT_WIDTH } from './print-style.ts';
import { printLanguage, printWords } from './print-words.ts';

const SHORT_HASH = 12;
const WIDTHS = [78, 88, '*', 70];

export function pdfTrail(trail: Trail, source: ExportSource, text: PdfText): Content {
  const words = printWords(source.document.language);
  const head = words.columns.map((name): TableCell => ({ text: name, color: color.soft }));
  const body = [head, ...trail.steps.map((step) => stepRow(step, source, text))];
  const table: Content = {
    table: { headerRows: 1, dontBreakRows: true, widths: WIDTHS, body },
    layout: {
      hLineWidth: (row) => (row === 0 ? 0 : 0.4),
      vLineWidth: () => 0,
      hLineColor: () => color.hairline,
      paddingLeft: (column) => (column === 0 ? 0 : 6),
      paddingRight: (column) => (column === WIDTHS.length - 1 ? 0 : 6),
      paddingTop: () => 3.5,
      paddingBottom: () => 3.5,
    },
    margin: [0, 4, 0, 8],
  };
  const proof: Content = {
    stack: [
      ...(trail.hash === null ? [] : [{ text: [`${words.chained} `, { text: trail.hash, color: color.ink }] }]),
      { text: [`${words.textHash} `, { text: source.revision, color: color.ink }] },
    ],
    fontSize: size.tiny,
    color: color.soft,
  };
  const line = { type: 'line' as const, x1: 0, y1: 0, x2: TEXT_WIDTH, y2: 0, lineWidth: 1.2, lineColor: color.ink };
  return {
    stack: [
      { stack: [{ canvas: [line] }, { text: words.trail, bold: true, fontSize: size.body, margin: [0, 6, 0, 0] }] },
      trail.steps.length === 0 ? { text: words.noSteps, margin: [0, 4, 0, 8] } : table,
      proof,
    ],
    font: SANS,
    fontSize: size.small,
    lineHeight: leading.sans,
    margin: [0, 22, 0, 0],
  };
}

function stepRow(step: TrailStep, { document, revision }: ExportSource, text: PdfText): TableCell[] {
  const words = printWords(document.language);
  const language = printLanguage(document.language);
  const at = localDateTime(step.at);
  const who: Content[] = [
    ...text.plain(step.actor ?? words.endpoint, SANS).map((piece) => ({ ...piece, bold: true })),
    ...(step.role === null ? [] : [{ text: `, ${words.role[step.role].toLowerCase()}` }]),
  ];
  const deed: Content[] = [{ text: words.event[step.type] }];
  if (step.standing !== 'accepted') deed.push({ text: `\n${words.standing[step.standing]}`, color: color.soft });
  const reason: Content[] = step.reason === null ? [] : [{ text: text.plain(step.reason, SANS), italics: true }];
  const isThis = step.revision === revision;
  return [
    { text: at === null ? step.at : `${at.time}, ${formatDate(at.date, language)}` },
    { text: deed, ...(step.standing === 'refused' ? { decoration: 'lineThrough' as const } : {}) },
    { stack: [{ text: who }, ...reason] },
    {
      text:
        step.revision === null
          ? ''
          : [
              step.revision.slice(0, SHORT_HASH),
              ...(isThis ? [{ text: `\n${words.thisText}`, color: color.accent }] : []),
            ],
    },
  ];
}
