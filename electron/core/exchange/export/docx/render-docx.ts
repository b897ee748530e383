/** An article as a Word file that offices work on further: real styles, lists, tables, pictures with their words. */
import { AlignmentType, Document, Footer, HeadingLevel, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import { kickerOf } from '../../../../../shared/article/render-html.ts';
import { bylineOf, notesOf, signatureOf } from '../../../../../shared/article/signature.ts';
import type { ExportSource } from '../export-source.ts';
import { DocxBody } from './docx-body.ts';
import { plainRuns, xmlLine } from './docx-runs.ts';
import { docxNumbering, docxStyles, page, styleIds } from './docx-styles.ts';

export async function renderDocx(source: ExportSource): Promise<Uint8Array<ArrayBuffer>> {
  const { document, office } = source;
  const { headline, lead, fields, language } = document;
  const kicker = kickerOf(document);
  const above = kicker === '' ? [] : [new Paragraph({ style: styleIds.kicker, children: plainRuns(kicker) })];
  const children = [
    ...above,
    new Paragraph({ heading: HeadingLevel.TITLE, children: plainRuns(headline) }),
    ...(lead === '' ? [] : [new Paragraph({ style: styleIds.lead, children: plainRuns(lead) })]),
    ...new DocxBody(source).content(),
    ...signature(source),
  ];
  const file = new Document({
    title: xmlLine(headline),
    creator: xmlLine(bylineOf(document) || office),
    lastModifiedBy: xmlLine(office),
    keywords: xmlLine((fields.tags ?? []).join(', ')),
    subject: xmlLine(fields.category ?? ''),
    description: xmlLine(lead),
    styles: docxStyles(language.startsWith('en') ? 'en-GB' : 'vi-VN'),
    numbering: docxNumbering(),
    sections: [{ properties: { page }, footers: { default: pageFooter() }, children }],
  });
  return new Uint8Array(await Packer.toBuffer(file));
}

/** Who it is by, and what is said below it. */
function signature({ document }: ExportSource): Paragraph[] {
  const by = signatureOf(document);
  const line = (style: string, text: string): Paragraph => new Paragraph({ style, children: plainRuns(text) });
  return [
    ...(by === '' ? [] : [line(styleIds.byline, by)]),
    ...notesOf(document).map(({ label, value }) => line(styleIds.note, `${label}: ${value}`)),
  ];
}

function pageFooter(): Footer {
  const number = new TextRun({ children: [PageNumber.CURRENT] });
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [number] })] });
}
