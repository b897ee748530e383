/**
 * What a person types as an FTS5 expression. Words are all wanted, in any order; "words in quotes" one after the
 * other; the last word may be the beginning of one while it is being typed. Accents and đ are optional, numbers like
 * 06-NQ/TU are found as they stand. Everything is quoted, so nothing a person types is an operator.
 */
import { foldText } from '../../../shared/text/fold.ts';

const MAX_TERMS = 24;
const MAX_CHARACTERS = 400;
const QUOTES = /["“”„«»]/u;
const letterOrDigit = /[\p{L}\p{N}]/u;
/** What the tokenizer of the index keeps as parts of words. */
const tokenCharacters = /[\p{L}\p{N}\p{Co}]+/gu;

/** `tokens`: folded words that stand one after the other. `isPrefix`: the last of them may go on. */
export type SearchTerm = { tokens: string[]; isPrefix: boolean };

export function parseQuery(query: string): SearchTerm[] {
  const folded = foldText([...query].slice(0, MAX_CHARACTERS).join('').toWellFormed());
  const terms: SearchTerm[] = [];
  for (const [index, part] of folded.split(QUOTES).entries()) {
    const isPhrase = index % 2 === 1;
    for (const words of isPhrase ? [part] : part.split(/\s+/u)) {
      const tokens = tokensOf(words);
      if (tokens.length > 0) terms.push({ tokens, isPrefix: false });
    }
  }
  const last = terms[Math.min(terms.length, MAX_TERMS) - 1];
  if (last !== undefined && terms.length <= MAX_TERMS && letterOrDigit.test(folded.at(-1) ?? '')) last.isPrefix = true;
  return terms.slice(0, MAX_TERMS);
}

export function tokensOf(folded: string): string[] {
  return (folded.match(tokenCharacters) ?? []).filter((token) => letterOrDigit.test(token));
}

/** An FTS5 expression; empty when nothing is asked. */
export function matchExpression(terms: readonly SearchTerm[]): string {
  return terms.map(({ tokens, isPrefix }) => `"${tokens.join(' ')}"${isPrefix ? '*' : ''}`).join(' AND ');
}
