/** An article as a Word file that offices work on further: real styles, lists, tables, pictures with their words. */
import { AlignmentType, Document, Footer, HeadingLevel, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import { furnitureOf, kickerOf } from '../../../../../shared/article/render-html.ts';
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
    creator: xmlLine(fields.author ?? office),
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

/** Who it is by, where it is from, and what it is filed under. */
function signature({ document }: ExportSource): Paragraph[] {
  const { author, source, tags = [] } = document.fields;
  const words = furnitureOf(document);
  const line = (style: string, text: string): Paragraph[] =>
    text === '' ? [] : [new Paragraph({ style, children: plainRuns(text) })];
  return [
    ...line(styleIds.byline, author ?? ''),
    ...line(styleIds.note, source ? `${words.source}: ${source}` : ''),
    ...line(styleIds.note, tags.length === 0 ? '' : `${words.tags}: ${tags.join(', ')}`),
  ];
}

function pageFooter(): Footer {
  const number = new TextRun({ children: [PageNumber.CURRENT] });
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [number] })] });
}
