/**
 * What each paragraph of a page is. Where the markup leaves no doubt (a list, a caption, a subheading, a quotation) it
 * is believed; all other paragraphs go the same way as those of a text file, with the page's headline before them.
 *
 *   above the headline   section and date; else furniture of the page, kept beside the article
 *   headline             what og:title or the title names, else the first h1, else the first heading before any prose
 *   below it             markup, then the rules of text; paragraphs that are one link lead to other articles
 */
import { boilerplateReason } from '../../../../shared/article/import/boilerplate.ts';
import { classifyParagraphs } from '../../../../shared/article/import/classify.ts';
import { type GuessKind, guessesFor } from '../../../../shared/article/import/guesses.ts';
import { parseMetaLine } from '../../../../shared/article/import/meta-line.ts';
import { isSectionName } from '../../../../shared/article/import/section-names.ts';
import { isRelatedHeading } from '../../../../shared/article/import/sign-off.ts';
import { isProse } from '../../../../shared/article/import/structure.ts';
import { isShort, MAX_RULED_LENGTH } from '../../../../shared/article/import/words.ts';
import type { Guess } from '../../../../shared/contract/desk.ts';
import { foldText } from '../../../../shared/text/fold.ts';
import { pageHeadline } from './page-fields.ts';
import type { Page, PageParagraph } from './read-page.ts';

const MIN_ARTICLE_CHARACTERS = 300;
/** A name that is one link may be the author's; what is longer leads elsewhere. */
const MAX_NAME_SYLLABLES = 4;

const markedKinds: Partial<Record<PageParagraph['as'], GuessKind>> = {
  heading2: 'heading',
  heading3: 'heading',
  quote: 'quote',
  bullet: 'bullet',
  number: 'number',
  caption: 'caption',
};

/** The paragraphs that may be the article's: where one `article` element holds most of the text, what is not below it. */
function articleParagraphs(paragraphs: readonly PageParagraph[]): PageParagraph[] {
  const lengths = new Map<number, number>();
  for (const { article, text } of paragraphs) lengths.set(article, (lengths.get(article) ?? 0) + text.length);
  lengths.delete(0);
  const [longest] = [...lengths].sort(([, a], [, b]) => b - a);
  if (longest === undefined || longest[1] < MIN_ARTICLE_CHARACTERS) return [...paragraphs];
  const first = paragraphs.findIndex(({ article }) => article === longest[0]);
  return paragraphs.filter(({ article }, index) => article === longest[0] || (index < first && article === 0));
}

const plain = (text: string): string => foldText(text).replace(/\s+/gu, ' ').trim();

function findHeadline(paragraphs: readonly PageParagraph[], named: string): number {
  const name = plain(named);
  const isNamed = ({ text }: PageParagraph): boolean => text.length <= MAX_RULED_LENGTH && plain(text) === name;
  const byName = name === '' ? -1 : paragraphs.findIndex(isNamed);
  if (byName !== -1) return byName;
  const byMarkup = paragraphs.findIndex(({ as }) => as === 'title');
  if (byMarkup !== -1) return byMarkup;
  const heading = paragraphs.findIndex(({ as, text }) => as === 'heading2' || isProse(text));
  return paragraphs[heading]?.as === 'heading2' ? heading : -1;
}

function aboveHeadline({ text }: PageParagraph): { as: GuessKind; why: string } {
  const meta = parseMetaLine(text);
  if (meta !== null) return { as: 'meta', why: meta.fields.publishedOn === undefined ? 'section' : 'section-and-date' };
  if (isSectionName(text)) return { as: 'meta', why: 'section' };
  return { as: 'boilerplate', why: boilerplateReason(text) ?? 'page-furniture' };
}

/** What the markup alone says of a paragraph below the headline; null where the rules of text have to be asked. */
function byMarkup({ as, text, isLink }: PageParagraph): { as: GuessKind; why: string } | null {
  const marked = markedKinds[as];
  if (marked === undefined && !isLink) return null;
  const boilerplate = boilerplateReason(text);
  if (boilerplate !== null) return { as: 'boilerplate', why: boilerplate };
  if (isRelatedHeading(text)) return { as: 'related', why: 'related-heading' };
  const isItem = as === 'bullet' || as === 'number';
  const leadsAway = isLink && as !== 'title' && !isProse(text) && (isItem || !isShort(text, MAX_NAME_SYLLABLES));
  if (leadsAway) return { as: 'related', why: 'related-item' };
  // Papers mark their leads as headings, too.
  if (marked === undefined || (marked === 'heading' && isProse(text))) return null;
  return { as: marked, why: 'markup' };
}

export type GuessedPage = { guesses: Guess[]; paragraphs: PageParagraph[] };

/** `line` of a guess is the paragraph's place in `paragraphs`, counted from 1. */
export function guessPage(page: Page): GuessedPage {
  const named = pageHeadline(page);
  const found = articleParagraphs(page.paragraphs);
  const headlineAt = findHeadline(found, named);
  const isUnnamed = headlineAt === -1 && named !== '';
  const given: PageParagraph = { as: 'title', text: named, runs: [], isLink: false, article: 0 };
  const paragraphs = isUnnamed ? [given, ...found] : found;
  const headline = isUnnamed ? 0 : headlineAt;

  const byLine = new Map<number, Guess[]>();
  const asked: { line: number; text: string; joined: boolean }[] = [];
  for (const [index, paragraph] of paragraphs.entries()) {
    const line = index + 1;
    const isAbove = index < headline && !isProse(paragraph.text);
    const sure = index === headline ? null : isAbove ? aboveHeadline(paragraph) : byMarkup(paragraph);
    if (sure !== null) byLine.set(line, guessesFor(line, paragraph.text, sure.as, sure.why));
    else if (index === headline) asked.unshift({ line, text: paragraph.text, joined: false });
    else asked.push({ line, text: paragraph.text, joined: false });
  }
  for (const guess of classifyParagraphs(asked, false)) {
    byLine.set(guess.line, [...(byLine.get(guess.line) ?? []), guess]);
  }
  return { guesses: paragraphs.flatMap((_, index) => byLine.get(index + 1) ?? []), paragraphs };
}
