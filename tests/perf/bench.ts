/**
 * npm run bench [-- start typing paste store search library photos]: the named benchmarks, or all. Each figure is one JSON line on stdout:
 * {bench, metric, value, unit, baseline, ratio}; the machine and the versions go to stderr.
 */
import { cpus, totalmem } from 'node:os';
import { benchLibrary } from './library.ts';
import { benchPaste } from './paste.ts';
import { benchPhotos } from './photos.ts';
import { benchSearch } from './search.ts';
import { benchStart } from './start.ts';
import { benchStore } from './store.ts';
import { benchTyping } from './typing.ts';

const benches: Record<string, () => Promise<void>> = {
  start: benchStart,
  typing: benchTyping,
  paste: benchPaste,
  store: benchStore,
  search: benchSearch,
  library: benchLibrary,
  photos: benchPhotos,
};

const named = process.argv.slice(2);
const unknown = named.filter((name) => !Object.hasOwn(benches, name));
if (unknown.length > 0) {
  console.error(`unknown benchmark: ${unknown.join(', ')}; there are: ${Object.keys(benches).join(', ')}`);
  process.exit(2);
}
console.error(
  `${cpus().length} × ${cpus()[0]?.model ?? 'CPU'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`,
);
for (const name of named.length > 0 ? named : Object.keys(benches)) await benches[name]?.();
