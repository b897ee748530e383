/**
 * Two and three people write in tables apart, put in, take away and move rows and columns, put cells together, take tables
 * away and undo it all, and merge. Held for every trial: a word that somebody wrote and nobody who saw it deleted is shown
 * once, in the article or in a table that is offered; where cells were put together or a block was moved by several it may
 * stand several times. All sides are alike, and a fresh reading is like them.
 *
 * FUZZ_TRIALS sets how many trials each mix makes.
 */
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { readArticle } from '../../../shared/article/read.ts';
import { cellPlaces } from '../../../shared/article/table.ts';
import { asideTables } from '../../../shared/article/table-aside.ts';
import { checkUpdate } from '../../../shared/article/validate.ts';
import { seededRandom } from '../fuzz-replica.ts';
import { cellDeeds, lineDeeds, spanDeeds, type TableFuzzDeed, TableReplica, wholeDeeds } from './table-replica.ts';

const TRIALS = Number(process.env.FUZZ_TRIALS ?? 25);

const typing = ['cellType', 'cellType', 'cellType'] as const;
const mixes: Record<string, readonly TableFuzzDeed[]> = {
  'typing in cells': cellDeeds,
  'rows and columns': [...typing, ...lineDeeds],
  'rows and columns, undone': [...typing, ...lineDeeds, 'undo', 'undo', 'redo'],
  'cells put together': [...typing, ...cellDeeds, ...spanDeeds, 'insertLines', 'removeLines', 'moveLines'],
  'whole tables': [...typing, ...wholeDeeds, 'takeTable', 'undo', 'redo', 'type', 'enter'],
  everything: [
    ...typing,
    ...cellDeeds,
    ...lineDeeds,
    ...spanDeeds,
    ...wholeDeeds,
    'undo',
    'redo',
    'type',
    'enter',
    'join',
    'delete',
    'move',
    'style',
    'paste',
  ],
};

/** What moves text by taking it away and putting it in. */
const moving: ReadonlySet<TableFuzzDeed> = new Set(['move', 'merge', 'bringBack']);

function check(replica: TableReplica): void {
  expect(replica.findDifference()).toBeNull();
  for (const block of readArticle(replica.doc).blocks) {
    if (block.kind !== 'table') continue;
    const { places, columns } = cellPlaces(block.rows);
    const covered = places.reduce((sum, { cell }) => sum + (cell.rows ?? 1) * (cell.columns ?? 1), 0);
    expect(covered, JSON.stringify(block)).toBe(columns * block.rows.length);
  }
}

function trial(seed: number, people: number, rounds: number, deedsEach: number, mix: readonly TableFuzzDeed[]): void {
  const random = seededRandom(seed);
  const replicas = ['a', 'b', 'c'].slice(0, people).map((name) => new TableReplica(name, random));
  const written = new Set<string>();
  const deleted = new Set<string>();
  let hasMoved = false;
  replicas[0]!.act(['newTable']);
  merge(replicas, random);
  for (let round = 0; round < rounds; round += 1) {
    for (const replica of replicas) {
      for (let deed = 0; deed < deedsEach; deed += 1) {
        const before = new Set(replica.words());
        hasMoved = moving.has(replica.act(mix)) || hasMoved;
        const after = new Set(replica.words());
        for (const word of after) written.add(word);
        for (const word of before) if (!after.has(word)) deleted.add(word);
        check(replica);
      }
    }
    merge(replicas, random);
  }
  const [first] = replicas;
  const words = first!.words();
  const times = new Map<string, number>();
  for (const word of words) times.set(word, (times.get(word) ?? 0) + 1);
  for (const word of written) {
    if (deleted.has(word)) continue;
    const found = times.get(word) ?? 0;
    expect(hasMoved ? Math.min(found, 1) : found, `seed ${seed}: ${word} in ${words.join(' ')}`).toBe(1);
  }
  const fresh = new Y.Doc();
  Y.applyUpdate(fresh, Y.encodeStateAsUpdate(first!.doc), 'fresh');
  for (const replica of replicas) {
    check(replica);
    expect(readArticle(replica.doc)).toEqual(readArticle(fresh));
    expect(asideTables(replica.doc)).toEqual(asideTables(fresh));
    replica.destroy();
  }
}

/** Everybody gets what everybody else wrote, each in an order of their own, until nobody has anything new. */
function merge(replicas: readonly TableReplica[], random: () => number): void {
  for (;;) {
    const states = replicas.map(({ doc }) => Y.encodeStateAsUpdate(doc));
    const known = replicas.map(({ doc }) => Buffer.from(Y.encodeSnapshot(Y.snapshot(doc))).toString('base64'));
    if (new Set(known).size === 1) return;
    for (const [index, replica] of replicas.entries()) {
      const others = states.filter((_, other) => other !== index);
      if (random() < 0.5) others.reverse();
      for (const state of others) {
        checkUpdate(state);
        replica.body.take(state);
      }
    }
  }
}

describe('merging tables that were edited apart', () => {
  it('keeps the format of text behind a soft break that has another, seeds 141, 181 and 201', () => {
    for (const seed of [141, 181, 201]) trial(seed, 2, 3, 5, mixes['typing in cells']!);
  });
  it('shows no subscript that a merge left below a superscript, seed 219', () => {
    trial(219, 2, 3, 5, mixes['typing in cells']!);
  });
  for (const [name, mix] of Object.entries(mixes)) {
    it(`loses nothing: ${name}, two people, seeds 1 to ${TRIALS}`, () => {
      for (let seed = 1; seed <= TRIALS; seed += 1) trial(seed, 2, 3, 5, mix);
    });
    it(`loses nothing: ${name}, three people, seeds 1001 to ${1000 + TRIALS}`, () => {
      for (let seed = 1001; seed <= 1000 + TRIALS; seed += 1) trial(seed, 3, 2, 6, mix);
    });
  }
});
