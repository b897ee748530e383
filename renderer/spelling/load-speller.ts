/** The dictionaries, fetched and made ready when they are first needed: the first article that is checked. */

import englishUrl from '../../resources/dictionaries/en-words.txt?url';
import commonUrl from '../../resources/dictionaries/vi-common.txt?url';
import compoundsUrl from '../../resources/dictionaries/vi-compounds.txt?url';
import loanwordsUrl from '../../resources/dictionaries/vi-loanwords.txt?url';
import syllablesUrl from '../../resources/dictionaries/vi-syllables.txt?url';
import { Speller } from '../../shared/spelling/speller.ts';

let loading: Promise<Speller> | null = null;

/** Rejects where the page's own files cannot be had; the next call tries again. */
export function loadSpeller(): Promise<Speller> {
  loading ??= load().catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

async function load(): Promise<Speller> {
  const [syllables, loanwords, common, compounds, english] = await Promise.all(
    [syllablesUrl, loanwordsUrl, commonUrl, compoundsUrl, englishUrl].map(fetchText),
  );
  return new Speller({
    syllables: syllables!,
    loanwords: loanwords!,
    common: common!,
    compounds: compounds!,
    english: english!,
  });
}

async function fetchText(url: string): Promise<string> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return answer.text();
}
