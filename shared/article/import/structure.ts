/** Lists, subheadings and quotations among plain paragraphs. Only what clearly is one; the rest stays a paragraph. */
import { countSyllables } from '../../text/count.ts';
import type { Paragraph } from './split-paragraphs.ts';
import { isShort, MAX_RULED_LENGTH } from './words.ts';

const MAX_HEADING_SYLLABLES = 16;
const MIN_PROSE_SYLLABLES = 25;
const MIN_QUOTE_SYLLABLES = 6;

const bulletMarker = /^([-–—•*+▪●◦·✓])\s+(?=\S)/u;
const numberMarker = /^(\d{1,2})\s?[.)]\s+(?=\S)/u;

export const stripBullet = (text: string): string => text.replace(bulletMarker, '');
export const stripNumber = (text: string): string => text.replace(numberMarker, '');

const bulletOf = (paragraph: Paragraph | undefined): string | null =>
  paragraph === undefined || paragraph.text.endsWith('?') ? null : (bulletMarker.exec(paragraph.text)?.[1] ?? null);
const numberOf = (paragraph: Paragraph | undefined): number | null => {
  const match = paragraph === undefined ? null : numberMarker.exec(paragraph.text);
  return match === null ? null : Number(match[1]);
};

/**
 * Indexes of paragraphs that are list items. A bulleted list has at least two neighbours with the same marker (an
 * interview's dashes, some of them questions, make none); a numbered one counts up from 1, item by item.
 */
export function findListItems(paragraphs: readonly Paragraph[]): Map<number, 'bullet' | 'number'> {
  const items = new Map<number, 'bullet' | 'number'>();
  let at = 0;
  while (at < paragraphs.length) {
    let end = at;
    const marker = bulletOf(paragraphs[at]);
    if (marker !== null) while (bulletOf(paragraphs[end]) === marker) end += 1;
    else if (numberOf(paragraphs[at]) === 1) while (numberOf(paragraphs[end]) === end - at + 1) end += 1;
    if (end - at >= 2)
      for (let index = at; index < end; index += 1) items.set(index, marker === null ? 'number' : 'bullet');
    at = Math.max(end, at + 1);
  }
  return items;
}

/** True for prose: long enough to be what a heading heads. */
export function isProse(text: string): boolean {
  return text.length > MAX_RULED_LENGTH || countSyllables(text) >= MIN_PROSE_SYLLABLES;
}

/** A short line without a final mark, starting with a capital or a number, right above prose or a list. */
export function isHeading(text: string, next: Paragraph | undefined, nextIsListItem: boolean): boolean {
  if (next === undefined || !isShort(text, MAX_HEADING_SYLLABLES) || countSyllables(text) < 2) return false;
  if (/[.,;:!?…”"’)\]]$/u.test(text) || !/^(?:[IVX]{1,4}\s?[.)-]\s|\d{1,2}(?:\.\d{1,2})?[.)]?\s)?\p{Lu}/u.test(text))
    return false;
  return nextIsListItem || isProse(next.text);
}

/** A paragraph that is wholly between quotation marks, with nothing after them but a stop or who said it. */
export function isQuotation(text: string): boolean {
  return (
    countSyllables(text.slice(0, MAX_RULED_LENGTH)) >= MIN_QUOTE_SYLLABLES &&
    /^(?:“[^“”]+”|"[^"]+"|«[^«»]+»)\s*\.?(?:\s+[-–—]\s+[^.]{2,80}\.?)?$/u.test(text)
  );
}
