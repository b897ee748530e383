/**
 * What a person types as FTS5 expressions. Words are all wanted, in any order; "words in quotes" one after the other;
 * `-word` is not wanted; the last word may be the beginning of one while it is being typed; `author:`, `từ:` and their like
 * narrow (query-fields.ts). Accents and đ are optional, numbers like 06-NQ/TU are found as they stand. Everything that
 * goes into an expression is quoted, so nothing a person types is an operator; a field with a value that is none
 * (`từ: Hà Nội`) is words like all others.
 */
import { foldText } from '../../../shared/text/fold.ts';
import { toOldToneStyle } from '../../../shared/text/tone-style.ts';
import { authorFacets, EVERY_ARTICLE, sectionFacet, standingFacet, tagFacet } from './facets.ts';
import { findField, findState, type QueryField, readSpan, stateAtStart } from './query-fields.ts';

const MAX_TERMS = 24;
const MAX_CHARACTERS = 400;
const letterOrDigit = /[\p{L}\p{N}]/u;
/** What the tokenizer of the index keeps as parts of words. */
const tokenCharacters = /[\p{L}\p{N}\p{Co}]+/gu;
const piece =
  /\s*(-(?=[^\s-]))?(?:(\p{L}+(?:[ _-]\p{L}+)?):(?!\/\/)\s*)?(?:["“”„«»]([^"“”„«»]*)(?:["“”„«»]|$)|([^\s"“”„«»]+))?/uy;

/** `tokens`: folded words that stand one after the other; `exact`: as typed. `isPrefix`: the last of them may go on. */
export type SearchTerm = { tokens: string[]; exact: string[]; isPrefix: boolean };

export type SearchQuery = {
  terms: SearchTerm[];
  excluded: SearchTerm[];
  /** Each a made-up word, or several that stand one after the other. */
  facets: string[];
  excludedFacets: string[];
  /** Days, YYYY-MM-DD, both included. */
  from: string | null;
  to: string | null;
};

export function parseQuery(text: string): SearchQuery {
  const query: SearchQuery = {
    ...{ terms: [], excluded: [], facets: [], excludedFacets: [] },
    ...{ from: null, to: null },
  };
  const typed = [...text].slice(0, MAX_CHARACTERS).join('').toWellFormed().normalize('NFC');
  let last: SearchTerm | null = null;
  let at = 0;
  while (at < typed.length) {
    piece.lastIndex = at;
    const match = piece.exec(typed);
    if (match === null || match[0] === '') break;
    const [, minus, name = '', phrase, word] = match;
    const isExcluded = minus !== undefined;
    at = piece.lastIndex;
    last = null;
    const { field, before } = splitName(name);
    const words = [...before];
    if (field !== undefined) {
      const rest = typed.slice(at - (word ?? '').length);
      const value = phrase ?? (field === 'standing' ? stateAtStart(rest) : undefined) ?? word ?? '';
      if (phrase === undefined) at += value.length - (word ?? '').length;
      if (value.trim() !== '' && !narrow(query, field, value, isExcluded)) words.push(name, value);
    } else if (phrase === undefined && name !== '' && !/\s/u.test(match[0].trim())) words.push(`${name}:${word ?? ''}`);
    else words.push(name, phrase ?? word ?? '');
    for (const part of words) {
      const term = termOf(part);
      if (term === null) continue;
      (isExcluded ? query.excluded : query.terms).push(term);
      last = phrase === undefined && !isExcluded ? term : null;
    }
  }
  query.terms.splice(MAX_TERMS);
  query.excluded.splice(MAX_TERMS);
  if (last !== null && query.terms.includes(last) && letterOrDigit.test(typed.at(-1) ?? '')) last.isPrefix = true;
  return query;
}

/** `số từ` before a colon: the field `từ` behind a word. */
function splitName(name: string): { field: QueryField | undefined; before: string[] } {
  const field = name === '' ? undefined : findField(name);
  if (field !== undefined || !name.includes(' ')) return { field, before: [] };
  const [first = '', second = ''] = name.split(' ');
  return { field: findField(second), before: findField(second) === undefined ? [] : [first] };
}

/** True for a query that asks for anything. */
export function asksAnything({ terms, excluded, facets, excludedFacets, from, to }: SearchQuery): boolean {
  return [terms, excluded, facets, excludedFacets].some((part) => part.length > 0) || from !== null || to !== null;
}

/** False where the value is none for the field. */
function narrow(query: SearchQuery, field: QueryField, value: string, isExcluded: boolean): boolean {
  if (field === 'from' || field === 'to') {
    const span = readSpan(value);
    if (span === null || isExcluded) return false;
    query[field] = span[field];
    return true;
  }
  const facet = facetOf(field, value);
  if (facet === undefined) return false;
  (isExcluded ? query.excludedFacets : query.facets).push(facet);
  return true;
}

function facetOf(field: 'author' | 'tag' | 'section' | 'standing', value: string): string | undefined {
  if (field === 'author') return authorFacets(value).join(' ') || undefined;
  if (field === 'tag') return tagFacet(value);
  if (field === 'section') return sectionFacet(value);
  const state = findState(value);
  return state === undefined ? undefined : standingFacet(state);
}

function termOf(words: string): SearchTerm | null {
  const exact = exactTokens(words);
  if (exact.length === 0) return null;
  return { tokens: exact.map(foldText), exact, isPrefix: false };
}

/** The words of a text (NFC) in small letters with their accents, hoà written as hòa. */
export function exactTokens(text: string): string[] {
  const words = text.toLowerCase().match(tokenCharacters) ?? [];
  return words.filter((word) => letterOrDigit.test(word)).map(toOldToneStyle);
}

/** True where accents were typed, so that what has the very same ones comes first. */
export function hasAccents({ terms }: SearchQuery): boolean {
  return terms.some(({ tokens, exact }) => tokens.some((token, index) => token !== exact[index]));
}

/** True for a text that has every word just as it was typed. */
export function saysExactly(query: SearchQuery, text: string): boolean {
  const said = ` ${exactTokens(text.normalize('NFC')).join(' ')} `;
  return saying(query).every(({ exact }) => said.includes(` ${exact.join(' ')} `));
}

const quoted = (tokens: readonly string[], isPrefix: boolean): string => `"${tokens.join(' ')}"${isPrefix ? '*' : ''}`;

/** A lone letter that is being typed behind other words says nothing yet; by itself it is a word. */
function saying({ terms, facets }: SearchQuery): SearchTerm[] {
  const last = terms.at(-1);
  const isLetter = last?.isPrefix === true && last.tokens.length === 1 && /^\p{L}$/u.test(last.tokens[0] ?? '');
  return isLetter && (terms.length > 1 || facets.length > 0) ? terms.slice(0, -1) : terms;
}

/** In the index of headlines; what must not be said is not looked for there. */
export function headlineExpression(query: SearchQuery): string {
  const words = saying(query).map(
    ({ tokens, isPrefix }) => `headline : ${quoted(tokens, isPrefix && canGoOn(tokens))}`,
  );
  return expressionOf(query, words, []);
}

/** In the index of folded words. */
export function foldedExpression(query: SearchQuery): string {
  return expressionOf(
    query,
    saying(query).map(({ tokens, isPrefix }) => quoted(tokens, isPrefix && canGoOn(tokens))),
    query.excluded.map(({ tokens }) => quoted(tokens, false)),
  );
}

/** Whatever must not be said, in the index of folded words. */
export function excludedExpression({ excluded }: SearchQuery): string {
  return excluded.map(({ tokens }) => quoted(tokens, false)).join(' OR ');
}

/** In the index of words with their accents, where a word that is still being typed is taken as it stands. */
export function exactExpression(query: SearchQuery): string {
  return expressionOf(
    query,
    saying(query).map(({ exact }) => quoted(exact, false)),
    // Leaving a word out is meant without its accents, which this index does not know: the caller sees to that.
    [],
  );
}

function expressionOf({ facets, excludedFacets }: SearchQuery, words: string[], without: string[]): string {
  const wanted = [...words, ...facets.map((facet) => `"${facet}"`)];
  const all = wanted.length > 0 ? wanted.join(' AND ') : `"${EVERY_ARTICLE}"`;
  const unwanted = [...without, ...excludedFacets.map((facet) => `"${facet}"`)];
  return unwanted.length === 0 ? all : `(${all}) NOT (${unwanted.join(' OR ')})`;
}

/** One letter begins too many words to be of use, and to be fast. */
function canGoOn(tokens: readonly string[]): boolean {
  return (tokens.at(-1)?.length ?? 0) > 1;
}
