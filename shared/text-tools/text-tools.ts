/** The tools that change an article's text, by name: what each would change, passage by passage. Nothing is changed here. */
import type { LegacyEncoding } from '../text/legacy/encodings.ts';
import { composeEdits as composeLists } from './compose-edits.ts';
import { dashEdits, ellipsisEdits } from './dashes.ts';
import { type DateForm, dateEdits } from './date-form.ts';
import { learnNames } from './known-names.ts';
import { isInCapitals, lowerCaseEdits, sentenceCaseEdits, upperCaseEdits, type Within } from './letter-case.ts';
import { quoteEdits } from './quotes.ts';
import { doubleSpaceEdits, markSpaceEdits } from './spacing.ts';
import { applyTextEdits, type TextEdit } from './text-edit.ts';
import { type ToneStyle, toneMarkEdits } from './tone-marks.ts';
import { composeEdits, decodeEdits, guessEncoding } from './unicode.ts';

export const toolNames = [
  'tone-marks',
  'punctuation',
  'spaces',
  'dates',
  'sentence-case',
  'upper-case',
  'lower-case',
  'unicode',
  'legacy',
] as const;
export type ToolName = (typeof toolNames)[number];

/** Without a stretch that is chosen these would change whole articles, which nobody wants. */
export const needsSelection: ReadonlySet<ToolName> = new Set(['upper-case', 'lower-case']);

export const punctuationParts = ['quotes', 'dashes', 'dots', 'spaces'] as const;
export type PunctuationPart = (typeof punctuationParts)[number];

export type ToolOptions = {
  toneStyle: ToneStyle;
  punctuation: readonly PunctuationPart[];
  dateForm: DateForm;
  /** Null for the one that the text looks to be in. */
  encoding: LegacyEncoding | null;
  /** Names as they are written: of people, places, the office's own words. */
  names: readonly string[];
};

/** `within`: what is chosen of it; null where nothing is chosen in the whole article. An empty stretch is passed over. */
export type ToolText = { characters: string; within: Within | null };

/** The edits of each text, in order. */
export function toolEdits(tool: ToolName, texts: readonly ToolText[], options: ToolOptions): TextEdit[][] {
  const make = makerOf(tool, texts, options);
  return texts.map(({ characters, within }) => {
    const edits = make(characters, within);
    return within === null ? edits : edits.filter(({ start, end }) => start >= within.start && end <= within.end);
  });
}

type Maker = (text: string, within: Within | null) => TextEdit[];

function makerOf(tool: ToolName, texts: readonly ToolText[], options: ToolOptions): Maker {
  switch (tool) {
    case 'tone-marks':
      return (text) => toneMarkEdits(text, options.toneStyle);
    case 'punctuation':
      return (text) => punctuationEdits(text, options.punctuation);
    case 'spaces':
      return doubleSpaceEdits;
    case 'dates':
      return (text) => dateEdits(text, options.dateForm);
    case 'unicode':
      return composeEdits;
    case 'legacy': {
      const encoding = options.encoding ?? guessEncoding(texts.map(({ characters }) => characters));
      return (text) => (encoding === null ? [] : decodeEdits(text, encoding));
    }
    case 'upper-case':
      return (text, within) => (within === null ? [] : upperCaseEdits(text, within));
    case 'lower-case':
      return (text, within) => (within === null ? [] : lowerCaseEdits(text, within));
    case 'sentence-case': {
      // What is to be put right says nothing of how names are written.
      const others = texts.filter(({ within }) => within === null || within.end === within.start);
      const prose = others.map(({ characters }) => characters).filter((text) => !isInCapitals(text));
      const names = learnNames(prose, options.names);
      const isMeant: Maker = (text, within) =>
        within === null && !isInCapitals(text)
          ? []
          : sentenceCaseEdits(text, names, within ?? { start: 0, end: text.length });
      return isMeant;
    }
  }
}

/** Marks first, then the spaces round what they have become. */
function punctuationEdits(text: string, parts: readonly PunctuationPart[]): TextEdit[] {
  const marks = [
    ...(parts.includes('quotes') ? quoteEdits(text) : []),
    ...(parts.includes('dashes') ? dashEdits(text) : []),
    ...(parts.includes('dots') ? ellipsisEdits(text) : []),
  ].sort((a, b) => a.start - b.start);
  if (!parts.includes('spaces')) return marks;
  return composeLists(text, marks, markSpaceEdits(applyTextEdits(text, marks)));
}
