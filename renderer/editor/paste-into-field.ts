/**
 * Pasting into a field of plain text. The browser does it, but for what its plain text would get wrong: letters of an old
 * font, and words that somebody has deleted and nobody has decided on.
 */
import { SOFT_BREAK } from '../../shared/article/clean-text.ts';
import { newBlockId } from '../../shared/article/flat-text.ts';
import { plainLines } from '../../shared/article/import-html/plain-lines.ts';
import { importClipboardHtml } from './html-lines.ts';

/** A headline or a caption is not longer; what is, is a document that was pasted by mistake. */
const MAX_HTML_LENGTH = 1_000_000;

export function pasteIntoField(field: HTMLTextAreaElement, event: ClipboardEvent, separator: ' ' | '\n'): void {
  const text = field.readOnly ? null : betterText(event.clipboardData, separator);
  if (text === null) return;
  event.preventDefault();
  field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste', data: text }));
}

/** Null where the plain text is right as it is. */
function betterText(data: DataTransfer | null, separator: string): string | null {
  const html = data?.getData('text/html') ?? '';
  const imported =
    html !== '' && html.length <= MAX_HTML_LENGTH
      ? importClipboardHtml(html)
      : plainLines(data?.getData('text/plain') ?? '', newBlockId);
  if (imported.legacy.length === 0 && imported.changes === 0) return null;
  return imported.lines
    .map(({ parts }) => parts.map((part) => ('text' in part ? part.text : '')).join(''))
    .filter((line) => line !== '')
    .join(separator)
    .replaceAll(SOFT_BREAK, separator);
}
