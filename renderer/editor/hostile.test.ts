/**
 * What a broken or hostile peer may send: it is refused by `checkUpdate`, or whatever it holds is shown, can be edited and
 * is read into a valid ArticleDocument. Nothing here may throw.
 *
 * HOSTILE_TRIALS sets how many trials each case makes.
 */
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { articleDocumentSchema } from '../../shared/article/document.ts';
import { findDoubledBlocks } from '../../shared/article/doubled-blocks.ts';
import { getBody } from '../../shared/article/flat-text.ts';
import { readArticle, readProvenance } from '../../shared/article/read.ts';
import { checkUpdate } from '../../shared/article/validate.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { clientId, type Deed, type Random, Replica, seededRandom } from './fuzz-replica.ts';

const TRIALS = Number(process.env.HOSTILE_TRIALS ?? 60);
const mix: Deed[] = [
  ...(['type', 'enter', 'join', 'delete', 'format', 'link', 'kind', 'move', 'paste', 'undo', 'redo'] as const),
  ...(['box', 'indent', 'gallery', 'drag', 'photo'] as const),
];

/** The editor, the flat text and the document agree, and the document is a valid one. */
function checkValid(replica: Replica): void {
  expect(replica.binding.findDifference()).toBeNull();
  articleDocumentSchema.parse(readArticle(replica.doc));
  readProvenance(replica.doc);
  findDoubledBlocks(replica.doc);
}

function write(replica: Replica, times: number): void {
  for (let i = 0; i < times; i += 1) {
    replica.act(mix);
    checkValid(replica);
  }
}

/** False if it was refused. */
function take(replica: Replica, update: Uint8Array): boolean {
  try {
    checkUpdate(update);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    expect(error.code).toBe('update-invalid');
    return false;
  }
  replica.take(update);
  return true;
}

const pick = <T>(random: Random, from: readonly T[]): T => from[Math.floor(random() * from.length)]!;

function oddValue(random: Random): unknown {
  const values = [
    () => 7,
    () => -1.5,
    () => null,
    () => true,
    () => '',
    () => 'x'.repeat(5000),
    () => 'javascript:alert(1)',
    () => '\u0000\uFFFD\u202E',
    () => ({ kind: 'heading2', __proto__: { id: 1 } }),
    () => [1, ['a']],
    () => new Uint8Array([1, 2, 3]),
    () => new Y.Map<unknown>([['kind', 'paragraph']]),
    () => new Y.Array<unknown>(),
    () => new Y.Text('chữ'),
    () => new Y.XmlElement('p'),
    () => new Y.Doc(),
  ];
  return pick(random, values)();
}

/** Yjs writes formats as JSON. */
function plain(value: unknown): unknown {
  return value instanceof Y.AbstractType || value instanceof Y.Doc ? { odd: true } : value;
}

/** One thing that no editor of ours does. */
function misbehave(doc: Y.Doc, random: Random): void {
  const body = getBody(doc);
  const at = (): number => Math.floor(random() * (body.length + 1));
  // Yjs embeds no null, and an embedded empty text would be an item of no length, which is refused.
  const insertValue = (value: unknown): void => body.insertEmbed(at(), (value || 'x') as object, {});
  const deeds: (() => void)[] = [
    () => insertValue(oddValue(random)),
    () =>
      insertValue(
        new Y.Map<unknown>([[pick(random, ['kind', 'id', 'type', 'photo', 'box', 'indent', 'x']), oddValue(random)]]),
      ),
    () =>
      insertValue(
        new Y.Map<unknown>([
          ['type', 'photo'],
          ['photo', oddValue(random)],
        ]),
      ),
    () => body.insert(0, 'trước dấu đầu '),
    () =>
      body.insert(
        at(),
        pick(random, ['\n', '\r\n', '\u2029', '\u0000', '\u0301', '\uFFFD', 'e\u0302\u0301', '\uFFFC']),
      ),
    () => body.delete(0, Math.min(body.length, 1)),
    () => body.delete(0, body.length),
    () => {
      const from = at();
      body.format(from, Math.min(5, body.length - from), {
        [pick(random, ['bold', 'italic', 'link', 'color', '__proto__', 'c:1'])]: plain(oddValue(random)),
      });
    },
    () => {
      for (const { insert } of body.toDelta() as { insert: unknown }[]) {
        if (insert instanceof Y.Map)
          insert.set(pick(random, ['kind', 'id', 'type', 'photo', 'box', 'indent']), oddValue(random));
      }
    },
    () => {
      const mark = (body.toDelta() as { insert: unknown }[]).find(({ insert }) => insert instanceof Y.Map);
      if (mark !== undefined) (mark.insert as Y.Map<unknown>).clear();
    },
    () => doc.getText('headline').insert(0, 'a\u0000\nb\u202E'),
    () => doc.getMap('photos').set(pick(random, ['p1', '', '\u0000']), oddValue(random)),
    () => {
      doc.getMap('photos').set('p1', new Y.Map([[pick(random, ['sha256', 'caption', 'addedAt']), oddValue(random)]]));
    },
    () =>
      doc.getMap('fields').set(pick(random, ['category', 'publishedOn', 'tags', 'language', 'x']), oddValue(random)),
    () => doc.getMap('provenance').set(pick(random, ['file', 'dropped']), oddValue(random)),
  ];
  pick(random, deeds)();
}

/** Our own names, taken for something else than they are. */
function foreignRoots(random: Random): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = clientId(random);
  const name = pick(random, ['body', 'headline', 'lead', 'photos', 'fields', 'provenance']);
  const deeds: (() => void)[] = [
    () => doc.getArray(name).insert(0, [1, 'hai', { ba: 4 }]),
    () => doc.getMap(name).set('kind', 'x'),
    () => doc.getXmlFragment(name).insert(0, [new Y.XmlElement('b'), new Y.XmlText('c')]),
    () => doc.getText(name).insert(0, 'chữ', { bold: true }),
  ];
  pick(random, deeds)();
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return update;
}

/** A document with a little of everything in it, as its whole state and as its single updates. */
function writtenUpdates(seed: number): Uint8Array[] {
  const replica = new Replica('w', seededRandom(1_000_000 + seed));
  const updates: Uint8Array[] = [];
  replica.doc.on('update', (update: Uint8Array) => updates.push(update));
  for (let i = 0; i < 12; i += 1) replica.act(mix);
  updates.push(Y.encodeStateAsUpdate(replica.doc));
  replica.destroy();
  return updates;
}

describe('what a broken or hostile peer sends', () => {
  it(`may be random bytes, seeds 1 to ${TRIALS}`, () => {
    const replica = new Replica('a', seededRandom(1));
    for (let seed = 1; seed <= TRIALS; seed += 1) {
      const random = seededRandom(seed);
      const bytes = Uint8Array.from({ length: Math.floor(random() * 60) }, () => Math.floor(random() * 256));
      take(replica, bytes);
      checkValid(replica);
    }
    write(replica, 10);
    replica.destroy();
  });

  it(`may be our own updates with bits turned over or the end cut off, seeds 1 to ${TRIALS}`, () => {
    for (let seed = 1; seed <= TRIALS; seed += 1) {
      const random = seededRandom(seed);
      const replica = new Replica('a', random);
      write(replica, 3);
      for (const update of writtenUpdates(seed)) {
        const broken = update.slice(0, random() < 0.3 ? Math.floor(random() * update.length) : update.length);
        for (let flips = Math.floor(random() * 3); flips > 0 && broken.length > 0; flips -= 1) {
          const at = Math.floor(random() * broken.length);
          broken[at] = broken[at]! ^ (1 << Math.floor(random() * 8));
        }
        take(replica, broken);
        checkValid(replica);
      }
      write(replica, 5);
      replica.destroy();
    }
  });

  it(`may hold anything at all, while we go on writing, seeds 1 to ${TRIALS}`, () => {
    for (let seed = 1; seed <= TRIALS; seed += 1) {
      const random = seededRandom(seed);
      const replica = new Replica('a', random);
      write(replica, 3);
      const peer = new Y.Doc();
      peer.clientID = clientId(random);
      Y.applyUpdate(peer, Y.encodeStateAsUpdate(replica.doc), 'peer');
      for (let i = 0; i < 15; i += 1) {
        const before = Y.encodeStateVector(replica.doc);
        peer.transact(() => misbehave(peer, random));
        expect(take(replica, Y.encodeStateAsUpdate(peer, before))).toBe(true);
        if (i % 3 === 0) expect(take(replica, foreignRoots(random))).toBe(true);
        checkValid(replica);
        if (i % 4 === 0) write(replica, 2);
        Y.applyUpdate(peer, Y.encodeStateAsUpdate(replica.doc), 'peer');
      }
      expect(readArticle(peer)).toEqual(readArticle(replica.doc));
      replica.destroy();
      peer.destroy();
    }
  });

  it('may claim lengths that are not there', () => {
    const replica = new Replica('a', seededRandom(1));
    write(replica, 3);
    const huge = [0xff, 0xff, 0xff, 0xff, 0x0f];
    const claims: number[][] = [
      [...huge, 0],
      [1, ...huge, 1, 0, 0],
      // One struct of client 1 from clock 0: garbage, a gap and a deletion of 4 thousand million places.
      [1, 1, 1, 0, 0, ...huge, 0],
      [1, 1, 1, 0, 10, ...huge, 0],
      [1, 1, 1, 0, 1, 1, 4, 98, 111, 100, 121, ...huge, 0],
      // A delete set of as much.
      [0, 1, 1, 1, 0, ...huge],
      [0, 1, 1, ...huge, 0, 1],
      // A text that says it is longer than the update.
      [1, 1, 1, 0, 4, 1, 4, 98, 111, 100, 121, ...huge, 97, 0],
    ];
    for (const claim of claims) {
      const start = performance.now();
      take(replica, Uint8Array.from(claim));
      checkValid(replica);
      expect(performance.now() - start).toBeLessThan(2_000);
    }
    write(replica, 10);
    replica.destroy();
  });
});
