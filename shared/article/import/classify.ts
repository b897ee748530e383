/**
 * What each paragraph of an imported text is. One pass from the top, in three stretches:
 *
 *   head   until headline and lead are found: section and date, kicker, byline, captions above the lead
 *   body   prose, captions, lists, subheadings, quotations; a related block opens and closes inside it
 *   tail   after the last prose: author, source, end mark, related articles
 *
 * Boilerplate of the page may stand anywhere. A paragraph that no rule claims is body: nothing is lost.
 */
import type { Guess } from '../../contract/desk-imports.ts';
import { boilerplateReason, isLetterhead } from './boilerplate.ts';
import { captionReason, continuesCaption, continuesPhotoSeries, creditOfLine, opensPhotoSeries } from './caption.ts';
import { type GuessKind, guessesFor } from './guesses.ts';
import { parseMetaLine } from './meta-line.ts';
import { isSectionName } from './section-names.ts';
import { isEndMark, isRelatedHeading, parseSignOff } from './sign-off.ts';
import type { Paragraph } from './split-paragraphs.ts';
import { findListItems, isHeading, isProse, isQuotation } from './structure.ts';
import { endsSentence, isBareName, isShort, startsLowerCase } from './words.ts';

const MAX_HEADLINE_SYLLABLES = 45;
const MIN_LEAD_SYLLABLES = 12;
const MAX_RELATED_SYLLABLES = 40;

type Verdict = { as: GuessKind; why: string | null };

/** Puts together what a line break tore: a caption in two lines, a sentence that goes on in lower case. */
function joinBroken(paragraphs: readonly Paragraph[]): Paragraph[] {
  const joined: Paragraph[] = [];
  for (const paragraph of paragraphs) {
    const before = joined[joined.length - 1];
    if (before !== undefined && paragraph.isApart !== true && goesOn(before.text, paragraph.text)) {
      joined[joined.length - 1] = { line: before.line, text: `${before.text} ${paragraph.text}`, joined: true };
    } else {
      joined.push(paragraph);
    }
  }
  return joined;
}

function goesOn(text: string, next: string): boolean {
  if (continuesCaption(text, next)) return true;
  return /[\p{L}\p{N},]$/u.test(text) && /^\p{Ll}+ \p{L}/u.test(next) && boilerplateReason(next) === null;
}

function lastProse(paragraphs: readonly Paragraph[]): number {
  return paragraphs.findLastIndex(
    ({ text }) => isProse(text) || (endsSentence(text) && !isShort(text, MIN_LEAD_SYLLABLES - 1)),
  );
}

class Reader {
  private readonly paragraphs: readonly Paragraph[];
  private readonly lists: Map<number, 'bullet' | 'number'>;
  private readonly tailFrom: number;
  private hasHeadline = false;
  private hasLead = false;
  private inRelated = false;
  /** The first line of the photo series that is open. */
  private series: string | null = null;

  constructor(paragraphs: readonly Paragraph[]) {
    this.paragraphs = paragraphs;
    this.lists = findListItems(paragraphs);
    this.tailFrom = lastProse(paragraphs) + 1;
  }

  verdict(index: number): Verdict {
    const text = this.text(index);
    const boilerplate = boilerplateReason(text);
    // `Nguồn: baoanlac.vn` holds an address and yet says something about the article.
    const stated = boilerplate === null ? null : parseSignOff(text, false);
    if (stated?.as === 'source') return { as: 'source', why: stated.why };
    if (boilerplate !== null) return { as: 'boilerplate', why: boilerplate };
    if (this.inRelated) {
      const signOff = parseSignOff(text, false);
      if (signOff !== null) return { as: signOff.as, why: signOff.why };
      if (isShort(text, MAX_RELATED_SYLLABLES)) return { as: 'related', why: 'related-item' };
      this.inRelated = false;
    }
    return this.hasHeadline && this.hasLead ? this.inBody(index, text) : this.inHead(index, text);
  }

  private text(index: number): string {
    return this.paragraphs[index]?.text ?? '';
  }

  private neighbours(index: number): string[] {
    return [this.text(index - 1), this.text(index + 1)];
  }

  private inHead(index: number, text: string): Verdict {
    const meta = parseMetaLine(text);
    if (meta !== null)
      return { as: 'meta', why: meta.fields.publishedOn === undefined ? 'section' : 'section-and-date' };
    const signOff = parseSignOff(text, false);
    if (signOff !== null) return { as: signOff.as, why: signOff.why };
    if (!this.hasHeadline) {
      if (isLetterhead(text, this.text(index + 1))) return { as: 'boilerplate', why: 'page-furniture' };
      if (isSectionName(text) && index + 1 < this.paragraphs.length) return { as: 'meta', why: 'section' };
      this.hasHeadline = true;
      if (isShort(text, MAX_HEADLINE_SYLLABLES)) return { as: 'headline', why: 'first-line' };
    }
    if (isEndMark(text)) return { as: 'end-mark', why: 'end-mark' };
    const opensLead = /^\(\p{Lu}[^()]{1,60}\)\s*[-–—]\s/u.test(text);
    if (!opensLead && !isProse(text)) {
      const caption = this.captionOrCredit(index, text);
      if (caption !== null) return caption;
      if (isBareName(text)) return { as: 'author', why: 'author-name' };
      if (!endsSentence(text) && isShort(text, MIN_LEAD_SYLLABLES - 1)) return { as: 'heading', why: 'short-line' };
    }
    this.hasLead = true;
    return { as: 'lead', why: opensLead ? 'lead-opener' : 'first-paragraph' };
  }

  private captionOrCredit(index: number, text: string): Verdict | null {
    if (creditOfLine(text) !== null) return { as: 'credit', why: 'credit-line' };
    const series = this.inSeries(index, text);
    const caption = captionReason(text, this.neighbours(index)) ?? series;
    if (caption === null) return null;
    return { as: 'caption', why: this.paragraphs[index]?.joined === true ? 'caption-joined' : caption };
  }

  private inSeries(index: number, text: string): 'caption-series' | null {
    if (opensPhotoSeries(this.text(index - 1))) this.series = text;
    if (this.series !== null && continuesPhotoSeries(text, this.series)) return 'caption-series';
    this.series = null;
    return null;
  }

  private inBody(index: number, text: string): Verdict {
    const atEnd = index >= this.tailFrom;
    if (isRelatedHeading(text)) {
      this.inRelated = true;
      return { as: 'related', why: 'related-heading' };
    }
    if (isEndMark(text)) return { as: 'end-mark', why: 'end-mark' };
    const list = this.lists.get(index);
    if (list !== undefined) return { as: list, why: list === 'bullet' ? 'list-marker' : 'list-number' };
    const credit = creditOfLine(text);
    if (credit !== null) return { as: 'credit', why: 'credit-line' };
    const signOff = parseSignOff(text, atEnd);
    if (signOff !== null) return { as: signOff.as, why: signOff.why };
    const meta = this.labelledMeta(text, atEnd);
    if (meta !== null) return meta;
    if (opensPhotoSeries(text)) return { as: 'body', why: null };
    const caption = this.captionOrCredit(index, text);
    if (caption !== null) return caption;
    if (isQuotation(text)) return { as: 'quote', why: 'quotation-marks' };
    if (isHeading(text, this.paragraphs[index + 1], this.lists.has(index + 1)))
      return { as: 'heading', why: 'short-line' };
    return { as: 'body', why: this.paragraphs[index]?.joined === true ? 'joined' : null };
  }

  /** Below the lead only labelled lines, or a date at the very end, are about the article rather than of it. */
  private labelledMeta(text: string, atEnd: boolean): Verdict | null {
    const labelled = /^(?:ngày đăng|đăng (?:ngày|lúc)|cập nhật|chuyên mục|từ khóa|từ khoá|tags?|thẻ)\s*[:\s]/iu.test(
      text,
    );
    if (!labelled && !(atEnd && isShort(text, 8))) return null;
    return parseMetaLine(text) === null ? null : { as: 'meta', why: 'section-and-date' };
  }
}

function joinHeadline(paragraphs: readonly Paragraph[]): readonly Paragraph[] {
  // A headline torn in two: its second half starts in lower case although the first ends in no mark; joinBroken has
  // done it. What is left is the half after a comma that starts with a capital, such as a name.
  const at = paragraphs.findIndex(({ text }) => boilerplateReason(text) === null && parseMetaLine(text) === null);
  const [first, second] = [paragraphs[at], paragraphs[at + 1]];
  if (first === undefined || second === undefined || !first.text.endsWith(',')) return paragraphs;
  if (!isShort(first.text, 25) || !isShort(second.text, 20) || startsLowerCase(second.text)) return paragraphs;
  const joined = { line: first.line, text: `${first.text} ${second.text}`, joined: true };
  return [...paragraphs.slice(0, at), joined, ...paragraphs.slice(at + 2)];
}

/**
 * One or more guesses for every paragraph, in the order of the file. `mayBeTorn` is false where the source itself says
 * where its paragraphs end.
 */
export function classifyParagraphs(source: readonly Paragraph[], mayBeTorn = true): Guess[] {
  const paragraphs = mayBeTorn ? joinHeadline(joinBroken(source)) : source;
  const reader = new Reader(paragraphs);
  return paragraphs.flatMap(({ line, text }, index) => {
    const { as, why } = reader.verdict(index);
    return guessesFor(line, text, as, why);
  });
}
