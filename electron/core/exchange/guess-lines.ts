/**
 * What each line of a document or a page is. Where the file itself leaves no doubt (a list, a caption, a subheading, a
 * quotation, a table) it is believed; all other lines go the same way as those of a text file, with the headline first.
 *
 *   above the headline   section and date; else furniture of the page, kept beside the article
 *   headline             what the page names, else what is styled as a title, else the first heading before any prose
 *   below it             styles and markup, then the rules of text; a short line below a picture says what it shows
 */

import type { Run } from '../../../shared/article/document.ts';
import { boilerplateReason } from '../../../shared/article/import/boilerplate.ts';
import { creditOfLine } from '../../../shared/article/import/caption.ts';
import { classifyParagraphs } from '../../../shared/article/import/classify.ts';
import { type GuessKind, guessesFor, type ParagraphParts } from '../../../shared/article/import/guesses.ts';
import { parseMetaLine } from '../../../shared/article/import/meta-line.ts';
import { areFormatted } from '../../../shared/article/import/runs-of-text.ts';
import { isSectionName } from '../../../shared/article/import/section-names.ts';
import { isEndMark, isRelatedHeading, parseSignOff } from '../../../shared/article/import/sign-off.ts';
import type { Paragraph } from '../../../shared/article/import/split-paragraphs.ts';
import { isProse } from '../../../shared/article/import/structure.ts';
import { countSentences, isShort, MAX_RULED_LENGTH } from '../../../shared/article/import/words.ts';
import type { Guess } from '../../../shared/contract/desk-imports.ts';
import { foldText } from '../../../shared/text/fold.ts';
import type { SourceLine } from './source-line.ts';

/** A name that is one link may be the author's; what is longer leads elsewhere. */
const MAX_NAME_SYLLABLES = 4;
const MAX_ATTRIBUTION_SYLLABLES = 20;

export type SourceOptions = {
  /** As the page names its article; empty where nothing does. */
  headline: string;
  /** A page has furniture around its article, and links that lead away from it. */
  isPage: boolean;
  /** Lines may have been torn within a sentence. */
  mayBeTorn: boolean;
};

const markedKinds: Partial<Record<SourceLine['as'], GuessKind>> = {
  heading2: 'heading',
  heading3: 'subheading',
  quote: 'quote',
  attribution: 'attribution',
  bullet: 'bullet',
  number: 'number',
  caption: 'caption',
};
const wordless: Partial<Record<SourceLine['as'], GuessKind>> = { pictures: 'photo', table: 'table', rule: 'rule' };

const plain = (text: string): string => foldText(text).replace(/\s+/gu, ' ').trim();
const isText = ({ as }: SourceLine): boolean => wordless[as] === undefined;

function findHeadline(lines: readonly SourceLine[], named: string): number {
  const name = plain(named);
  const isNamed = (line: SourceLine): boolean =>
    isText(line) && line.text.length <= MAX_RULED_LENGTH && plain(line.text) === name;
  const byName = name === '' ? -1 : lines.findIndex(isNamed);
  if (byName !== -1) return byName;
  const byStyle = lines.findIndex(({ as }) => as === 'title');
  if (byStyle !== -1) return byStyle;
  const heading = lines.findIndex((line) => line.as === 'heading2' || (isText(line) && isProse(line.text)));
  return lines[heading]?.as === 'heading2' ? heading : -1;
}

type Verdict = { as: GuessKind; why: string | null };
const ATTRIBUTION: Verdict = { as: 'attribution', why: 'below-quote' };
const BELOW_PICTURE: Verdict = { as: 'caption', why: 'below-picture' };

function aboveHeadline({ text }: SourceLine, isPage: boolean): Verdict {
  const meta = parseMetaLine(text);
  if (meta !== null) return { as: 'meta', why: meta.fields.publishedOn === undefined ? 'section' : 'section-and-date' };
  if (isSectionName(text)) return { as: 'meta', why: 'section' };
  const boilerplate = boilerplateReason(text);
  // In capitals above the title of a document: the letterhead. What else stands there is of the article.
  const isFurniture = boilerplate !== null || isPage || text === text.toUpperCase();
  return isFurniture ? { as: 'boilerplate', why: boilerplate ?? 'page-furniture' } : { as: 'body', why: null };
}

/** What the markup alone says of a line below the headline; null where the rules of text have to be asked. */
function byMarkup({ as, text, isLink, box }: SourceLine, isPage: boolean): Verdict | null {
  if (as === 'note-heading') return { as: 'heading', why: 'note' };
  if (as === 'note') return { as: 'number', why: 'note' };
  const marked = markedKinds[as];
  if (marked === undefined && !(isPage && isLink)) return null;
  // Telephones and addresses are what info boxes are for.
  if (isPage && box === undefined) {
    const boilerplate = boilerplateReason(text);
    if (boilerplate !== null) return { as: 'boilerplate', why: boilerplate };
  }
  if (isRelatedHeading(text)) return { as: 'related', why: 'related-heading' };
  const isItem = as === 'bullet' || as === 'number';
  const leadsAway = isPage && isLink && as !== 'title' && !isProse(text);
  if (leadsAway && (isItem || !isShort(text, MAX_NAME_SYLLABLES))) return { as: 'related', why: 'related-item' };
  // Papers mark their leads as headings, too.
  if (marked === undefined || ((marked === 'heading' || marked === 'subheading') && isProse(text))) return null;
  return { as: marked, why: isPage ? 'markup' : 'style' };
}

/** A short sentence right below a picture, where the article has begun: above it may be a banner and its headline. */
function isBelowPicture(lines: readonly SourceLine[], index: number): boolean {
  const { as, text } = lines[index]!;
  if (lines[index - 1]?.as !== 'pictures' || as !== 'text' || /[:;?,]$/u.test(text)) return false;
  if (isProse(text) || countSentences(text) > 1 || creditOfLine(text) !== null) return false;
  if (parseSignOff(text, true) !== null || isRelatedHeading(text) || isEndMark(text)) return false;
  return lines.slice(0, index).some((line) => isText(line) && saysSomething(line.text));
}

/** `— Ông Nguyễn Văn Ẩn, ngư dân` below what is styled as a quotation. */
function isAttribution(lines: readonly SourceLine[], index: number): boolean {
  const { as, text } = lines[index]!;
  if (lines[index - 1]?.as !== 'quote' || (as !== 'text' && as !== 'quote')) return false;
  return /^[—–-]\s+\p{Lu}/u.test(text) && isShort(text, MAX_ATTRIBUTION_SYLLABLES);
}

function saysSomething(text: string): boolean {
  return !isShort(text, MAX_NAME_SYLLABLES) && boilerplateReason(text) === null && parseMetaLine(text) === null;
}

/** `line` of a guess is the line's place in `lines`, counted from 1. */
export type GuessedLines = { guesses: Guess[]; lines: SourceLine[] };

export function guessLines(found: readonly SourceLine[], { headline, isPage, mayBeTorn }: SourceOptions): GuessedLines {
  const foundAt = findHeadline(found, headline);
  const isUnnamed = foundAt === -1 && headline !== '';
  const given: SourceLine = { as: 'title', text: headline, runs: [] };
  const lines = isUnnamed ? [given, ...found] : [...found];
  const headlineAt = isUnnamed ? 0 : foundAt;

  const byLine = new Map<number, Guess[]>();
  const asked: Paragraph[] = [];
  let isApart = false;
  for (const [index, source] of lines.entries()) {
    const line = index + 1;
    const asIs = wordless[source.as];
    const isAbove = index < headlineAt && !isProse(source.text);
    const isCaption = index > headlineAt && isBelowPicture(lines, index);
    const marked = isAbove
      ? aboveHeadline(source, isPage)
      : isAttribution(lines, index)
        ? ATTRIBUTION
        : byMarkup(source, isPage);
    const sure = index === headlineAt ? null : isCaption ? BELOW_PICTURE : marked;
    if (asIs !== undefined) byLine.set(line, guessesFor(line, source.text, asIs, null, partsOf(source)));
    else if (sure !== null) byLine.set(line, guessesFor(line, source.text, sure.as, sure.why, partsOf(source)));
    else if (index === headlineAt) asked.unshift({ line, text: source.text, joined: false });
    else {
      const isOwnBox = lines[index - 1]?.box !== source.box;
      asked.push({ line, text: source.text, joined: false, isApart: isApart || isOwnBox });
      isApart = false;
      continue;
    }
    isApart = true;
  }
  for (const guess of classifyParagraphs(asked, mayBeTorn)) {
    byLine.set(guess.line, [...(byLine.get(guess.line) ?? []), withFormats(guess, lines)]);
  }
  return { guesses: lines.flatMap((_, index) => byLine.get(index + 1) ?? []), lines };
}

/** The guess with the formats of its lines. */
function withFormats(guess: Guess, lines: readonly SourceLine[]): Guess {
  const source = lines[guess.line - 1];
  if (guess.raw === undefined || source === undefined) return guess;
  return { ...guess, ...partsOf(source), ...formatsOf(guess, lines) };
}

function partsOf({ runs, indent, box, table, pictures }: SourceLine): ParagraphParts {
  return {
    ...(areFormatted(runs) && { runs }),
    ...(indent !== undefined && { indent }),
    ...(box !== undefined && { box }),
    ...(table !== undefined && { table }),
    ...(pictures !== undefined && { pictures }),
  };
}

/** The runs of a paragraph that was put together from several lines. */
function formatsOf({ line, raw = '' }: Guess, lines: readonly SourceLine[]): ParagraphParts {
  const runs: Run[] = [];
  let length = 0;
  for (let at = line - 1; at < lines.length && length < raw.length; at += 1) {
    const source = lines[at]!;
    if (!isText(source)) continue;
    if (at > line - 1) runs.push({ text: ' ' });
    runs.push(...source.runs);
    length += source.text.length + (at > line - 1 ? 1 : 0);
  }
  return length === raw.length && areFormatted(runs) ? { runs } : {};
}
