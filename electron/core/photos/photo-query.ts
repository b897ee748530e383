/** What a person looks for among photos, as FTS5 expressions over folded words. */

import { foldText } from '../../../shared/text/fold.ts';
import { exactTokens, excludedExpression, foldedExpression, parseQuery } from '../search/parse-query.ts';

export type PhotoQuery = { query?: string; person?: string; place?: string };

/** `without`: what must not be said, where nothing else is looked for. Empty for a question that asks for nothing. */
export function photoExpressions({ query = '', person = '', place = '' }: PhotoQuery): {
  match?: string;
  without?: string;
} {
  // `tác giả:` and the like are fields of articles; here they are words.
  const { terms, excluded } = parseQuery(query.replaceAll(':', ' '));
  const words = { terms, excluded, facets: [], excludedFacets: [], from: null, to: null };
  const narrowed = [phrase('people', person), phrase('places', place)].filter((part) => part !== '');
  const said = terms.length > 0 ? `(${foldedExpression(words)})` : '';
  const match = [said, ...narrowed].filter((part) => part !== '').join(' AND ');
  const without = terms.length === 0 && excluded.length > 0 ? excludedExpression(words) : '';
  return { ...(match === '' ? {} : { match }), ...(without === '' ? {} : { without }) };
}

/** A name as it is typed: its last word may go on. */
function phrase(column: 'people' | 'places', name: string): string {
  const tokens = exactTokens(name.normalize('NFC')).map(foldText);
  return tokens.length === 0 ? '' : `${column} : "${tokens.join(' ')}"*`;
}
