export type LetterCase = 'small' | 'first' | 'all' | 'mixed';

/** One capital alone is a first one: `Ủ`. */
export function caseOf(word: string): LetterCase {
  if (word === word.toLowerCase()) return 'small';
  const [first = '', ...rest] = word;
  const behind = rest.join('');
  if (first !== first.toLowerCase() && behind === behind.toLowerCase()) return 'first';
  return word === word.toUpperCase() ? 'all' : 'mixed';
}

/** A word in small letters written as another was. */
export function inCaseOf(word: string, model: string): string {
  const [first = '', ...rest] = word;
  switch (caseOf(model)) {
    case 'small':
      return word;
    case 'all':
      return word.toUpperCase();
    case 'first':
      return first.toUpperCase() + rest.join('');
    case 'mixed':
      return model[0] === model[0]?.toLowerCase() ? word : first.toUpperCase() + rest.join('');
  }
}
