/** Text as an ArticleDocument may hold it, made of whatever a Y.Text holds. */
import * as Y from 'yjs';
import { SOFT_BREAK, walkText } from './flat-text.ts';

/** NFC, well-formed, line breaks as U+2028, no other control than tab. */
export function cleanText(text: string): string {
  // The common case: nothing to clean. Everything up to U+02FF but controls is NFC as it stands.
  if (/^[\t\x20-\x7e]*$/u.test(text)) return text;
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?|[\n\v\f\u0085\u2029]/gu, SOFT_BREAK)
    .replace(/(?!\t)\p{Cc}/gu, '');
}

/** The same on one line. */
export function cleanLine(text: string): string {
  return cleanText(text).replaceAll(SOFT_BREAK, ' ');
}

/** The plain text that stands at this place, be it a Y.Text or a string; on one line. Empty for anything else. */
export function readPlainText(value: unknown): string {
  if (typeof value === 'string') return cleanLine(value);
  if (!(value instanceof Y.Text)) return '';
  let text = '';
  walkText(
    value,
    (run) => {
      text += run;
    },
    () => {},
  );
  return cleanLine(text);
}
