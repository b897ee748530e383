import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DictionaryTexts } from '../../shared/spelling/speller.ts';

const read = (name: string): string =>
  readFileSync(join(import.meta.dirname, '../../resources/dictionaries', `${name}.txt`), 'utf8');

export function dictionaryTexts(): DictionaryTexts {
  return {
    syllables: read('vi-syllables'),
    loanwords: read('vi-loanwords'),
    common: read('vi-common'),
    compounds: read('vi-compounds'),
    english: read('en-words'),
  };
}
