/** Text as an ArticleDocument may hold it, made of whatever a Y.Text holds. */
/** A line break inside a block. */
export const SOFT_BREAK = '\u2028';

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
