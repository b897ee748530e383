/**
 * Two and three people edit one article without a network and merge. Held for every trial: what somebody wrote and nobody
 * who saw it deleted is there exactly once (a block or a photo that several moved may stand several times); editor, flat
 * text and ArticleDocument say the same on every side; all sides are alike, and a fresh reading is like them.
 *
 * FUZZ_TRIALS sets how many trials each mix makes.
 */
import { $getRoot, type ElementNode, type LexicalNode } from 'lexical';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { blockText } from '../../shared/article/document.ts';
import { getBody } from '../../shared/article/flat-text.ts';
import { readArticle, readBody } from '../../shared/article/read.ts';
import { checkUpdate } from '../../shared/article/validate.ts';
import { $bodyLines } from './body-lines.ts';
import { $isBoxNode } from './box-node.ts';
import { type Deed, deeds, photosIn, Replica, seededRandom, wordsOf } from './fuzz-replica.ts';
import type { LineNode } from './line-node.ts';
import { $isListNode } from './list-node.ts';

const TRIALS = Number(process.env.FUZZ_TRIALS ?? 40);

const mixes: Record<string, readonly Deed[]> = {
  typing: ['type', 'inline'],
  lines: ['type', 'enter', 'join', 'break', 'kind', 'style'],
  formats: ['type', 'format', 'link', 'enter'],
  deleting: ['type', 'type', 'enter', 'join', 'delete'],
  pasting: ['type', 'paste', 'photo', 'rule', 'enter', 'join'],
  undoing: ['type', 'enter', 'format', 'delete', 'paste', 'undo', 'redo'],
  boxes: ['type', 'enter', 'join', 'box', 'indent', 'style', 'move'],
  galleries: ['type', 'photo', 'photo', 'gallery', 'drag', 'enter', 'join', 'box'],
  moving: ['type', 'enter', 'move', 'paste'],
  everything: deeds,
};

/**
 * Lists and boxes are as the lines say: every list item is in a list and nothing else is; an outermost item is of its
 * list's kind, and so is the first; neighbouring lists are parted by an outermost item of the other kind alone; every line
 * is in the box that it names, and neighbouring boxes have different names.
 */
function checkGroups(parent: ElementNode, box: string | null): void {
  let former: LexicalNode | null = null;
  expect(parent.getChildrenSize()).toBeGreaterThan(0);
  for (const child of parent.getChildren()) {
    if ($isBoxNode(child)) {
      expect(box).toBeNull();
      if ($isBoxNode(former)) expect(child.getBox()).not.toBe(former.getBox());
      checkGroups(child, child.getBox());
    } else if ($isListNode(child)) {
      expect(child.getChildrenSize()).toBeGreaterThan(0);
      for (const [index, line] of child.getChildren<LineNode>().entries()) {
        const style = line.getLineStyle();
        expect(style.box).toBe(box);
        if (index === 0 || style.indent === 0) expect(style.kind).toBe(child.getKind());
        else expect(['bullet', 'number']).toContain(style.kind);
        if (index > 0 || !$isListNode(former)) continue;
        expect(style.indent).toBe(0);
        expect(style.kind).not.toBe(former.getKind());
      }
    } else {
      const style = (child as LineNode).getLineStyle();
      expect(style.box).toBe(box);
      expect(['bullet', 'number']).not.toContain(style.kind);
    }
    former = child;
  }
}

function check(replica: Replica): void {
  expect(replica.binding.findDifference()).toBeNull();
  replica.editor.getEditorState().read(() => checkGroups($getRoot(), null));
  const blocks = readBody(getBody(replica.doc));
  const shown = replica.editor
    .getEditorState()
    .read(() =>
      $bodyLines()
        .map((line) => line.getTextContent())
        .join(''),
    )
    .replace(/\s/gu, '');
  expect(blocks.map(blockText).join('').replace(/\s/gu, '')).toBe(shown);
}

function trial(seed: number, people: number, rounds: number, deedsEach: number, mix: readonly Deed[]): void {
  const random = seededRandom(seed);
  const replicas = ['a', 'b', 'c'].slice(0, people).map((name) => new Replica(name, random));
  const written = new Set<string>();
  const deleted = new Set<string>();
  const deletedPhotos = new Set<string>();
  const photos = new Set<string>();
  let moved = false;
  for (let round = 0; round < rounds; round += 1) {
    for (const replica of replicas) {
      for (let deed = 0; deed < deedsEach; deed += 1) {
        const before = new Set(replica.words());
        const photosBefore = photosIn(getBody(replica.doc));
        const done = replica.act(mix);
        moved ||= done === 'move';
        const after = new Set(replica.words());
        for (const word of after) written.add(word);
        for (const word of before) if (!after.has(word)) deleted.add(word);
        const photosAfter = new Set(photosIn(getBody(replica.doc)));
        for (const photo of photosAfter) photos.add(photo);
        for (const photo of photosBefore) {
          if (photosAfter.has(photo)) continue;
          expect(['delete', 'undo', 'redo'], `seed ${seed}: ${photo}`).toContain(done);
          deletedPhotos.add(photo);
        }
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
    expect(moved ? Math.min(found, 1) : found, `seed ${seed}: ${word} in ${first!.text()}`).toBe(1);
  }
  // A photo that several moved may stand several times, but it is there.
  const placed = photosIn(getBody(first!.doc));
  for (const photo of photos) if (!deletedPhotos.has(photo)) expect(placed, `seed ${seed}`).toContain(photo);
  const fresh = new Y.Doc();
  Y.applyUpdate(fresh, Y.encodeStateAsUpdate(first!.doc), 'fresh');
  for (const replica of replicas) {
    check(replica);
    expect(wordsOf(getBody(replica.doc))).toEqual(words);
    expect(readArticle(replica.doc)).toEqual(readArticle(fresh));
    replica.destroy();
  }
}

/**
 * Everybody gets what everybody else wrote, each in an order of their own, until nobody has anything new: Yjs itself takes
 * away formats that a merge made idle, and that is an edit too.
 */
function merge(replicas: readonly Replica[], random: () => number): void {
  for (;;) {
    const states = replicas.map(({ doc }) => Y.encodeStateAsUpdate(doc));
    if (new Set(states.map((state) => Buffer.from(sortedState(state)).toString('base64'))).size === 1) return;
    for (const [index, replica] of replicas.entries()) {
      const others = states.filter((_, other) => other !== index);
      if (random() < 0.5) others.reverse();
      for (const state of others) {
        checkUpdate(state);
        replica.take(state);
      }
    }
  }
}

/** The same bytes for the same state, whatever order it came in. */
function sortedState(state: Uint8Array): Uint8Array {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state, 'sorted');
  const vector = Y.encodeStateVector(doc);
  const snapshot = Y.encodeSnapshot(Y.snapshot(doc));
  doc.destroy();
  return Buffer.concat([vector, snapshot]);
}

describe('merging what was edited apart', () => {
  for (const [name, mix] of Object.entries(mixes)) {
    it(`loses and doubles nothing: ${name}, two people, seeds 1 to ${TRIALS}`, () => {
      for (let seed = 1; seed <= TRIALS; seed += 1) trial(seed, 2, 3, 4, mix);
    });
    it(`loses and doubles nothing: ${name}, three people, seeds 1001 to ${1000 + TRIALS}`, () => {
      for (let seed = 1001; seed <= 1000 + TRIALS; seed += 1) trial(seed, 3, 2, 6, mix);
    });
  }
});
