/** HTML and text of a clipboard as lines of the body. */
import { newBlockId } from '../../shared/article/flat-text.ts';
import { copiedHtml } from '../../shared/article/import-html/clipboard-html.ts';
import { importHtml } from '../../shared/article/import-html/import-html.ts';
import type { ImportedHtml, ImportedLine } from '../../shared/article/import-html/imported-html.ts';
import { Nesting } from '../../shared/article/import-html/nesting.ts';
import { plainLines } from '../../shared/article/import-html/plain-lines.ts';
import { styleSheetsOf } from '../../shared/article/import-html/style-sheet.ts';
import { domTree, STYLE_ATTRIBUTE } from './dom-tree.ts';

/** A kind of null is that of the line where it is pasted. */
export type PastedLine = ImportedLine;

/**
 * HTML without what the page's policy would block, and report, even in a document that nobody sees: styles are read as
 * plain attributes, style and script elements become templates. Only within tags; `<` in text is written otherwise.
 */
function inertHtml(html: string): string {
  const nesting = new Nesting();
  return html.replace(/<(\/?)([a-z][^\s/<>]*)[^<>]*>/giu, (tag, slash: string, written: string) => {
    const name = written.toLowerCase();
    if (!nesting.allows(name, slash !== '')) return '';
    const renamed = name === 'style' || name === 'script' ? tag.replace(written, 'template') : tag;
    return renamed
      .replace(/(\s)style(\s*=)/giu, `$1${STYLE_ATTRIBUTE}$2`)
      .replace(/(\s)(on[a-z]+\s*=)/giu, '$1data-$2');
  });
}

/** `newId` names what comes with a name of its own: photos, tables, boxes. */
export function importClipboardHtml(html: string, newId: () => string = newBlockId, maxLines?: number): ImportedHtml {
  const { body } = new DOMParser().parseFromString(inertHtml(copiedHtml(html)), 'text/html');
  return importHtml(domTree, body, { newId, css: styleSheetsOf(html), maxLines });
}

export function linesOfHtml(html: string): PastedLine[] {
  return importClipboardHtml(html).lines;
}

/** Plain text: a line each, without those that are empty. */
export function linesOfText(text: string): PastedLine[] {
  return plainLines(text, newBlockId).lines;
}
