/** Formatted text as runs of a Word file. */
import { ExternalHyperlink, type IRunOptions, type ParagraphChild, Tab, TextRun } from 'docx';
import type { Run } from '../../../../../shared/article/document.ts';
import { safeLink } from '../../../../../shared/article/safe-link.ts';

const SOFT_BREAK = '\u2028';

/** Text as XML 1.0 may hold it. Tabs and soft breaks stay. */
export function xmlText(text: string): string {
  return text.toWellFormed().replace(/(?!\t)\p{Cc}|[\ufffe\uffff]/gu, '');
}

export function xmlLine(text: string): string {
  return xmlText(text).replace(/[\t\u2028]+/gu, ' ');
}

function formatsOf(run: Run, isLink: boolean): IRunOptions {
  return {
    ...(run.bold ? { bold: true } : {}),
    ...(run.italic ? { italics: true } : {}),
    ...(run.underline ? { underline: {} } : {}),
    ...(run.strike ? { strike: true } : {}),
    ...(run.superscript ? { superScript: true } : {}),
    ...(run.subscript ? { subScript: true } : {}),
    ...(isLink ? { style: 'Hyperlink' } : {}),
  };
}

function textRuns(run: Run, isLink: boolean): TextRun[] {
  const formats = formatsOf(run, isLink);
  return xmlText(run.text)
    .split(SOFT_BREAK)
    .map((line, index) => {
      const children = line.split('\t').flatMap((piece, at) => (at === 0 ? [piece] : [new Tab(), piece]));
      return new TextRun({ ...formats, children, ...(index > 0 ? { break: 1 } : {}) });
    });
}

/** Neighbours with the same link share one. */
export function docxRuns(runs: readonly Run[]): ParagraphChild[] {
  const children: ParagraphChild[] = [];
  let linked: TextRun[] = [];
  for (const [index, run] of runs.entries()) {
    const link = run.link === undefined ? null : safeLink(run.link);
    if (link === null) {
      children.push(...textRuns(run, false));
      continue;
    }
    linked.push(...textRuns(run, true));
    if (runs[index + 1]?.link === run.link) continue;
    children.push(new ExternalHyperlink({ link, children: linked }));
    linked = [];
  }
  return children;
}

/** Plain text as a run. */
export function plainRuns(text: string, formats: Omit<Run, 'text'> = {}): ParagraphChild[] {
  return text === '' ? [] : docxRuns([{ text, ...formats }]);
}
