import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { type Embed, getBody, readLines } from '../../shared/article/flat-text.ts';
import { Replica, seededRandom } from './fuzz-replica.ts';
import { $insertEmbed } from './insert-deeds.ts';
import { replaceEmbed } from './replace-embed.ts';

const file = (name: string): Embed => ({ type: 'file', sha256: 'a'.repeat(64), name, bytes: 3 });

function names(replica: Replica): string[] {
  expect(replica.binding.findDifference()).toBeNull();
  return readLines(getBody(replica.doc)).flatMap(({ parts }) =>
    parts.flatMap((part) => ('embed' in part && part.embed.type === 'file' ? [part.embed.name] : [])),
  );
}

function meet(...replicas: Replica[]): void {
  const states = replicas.map(({ doc }) => Y.encodeStateAsUpdate(doc));
  for (const replica of replicas) for (const state of states) replica.take(state);
}

function pair(): [Replica, Replica] {
  const [a, b] = [new Replica('a', seededRandom(1)), new Replica('b', seededRandom(2))];
  a.editor.update(() => $insertEmbed(file('cũ.pdf')), { discrete: true });
  meet(a, b);
  return [a, b];
}

describe('an attached document that is renamed', () => {
  it('is shown by its new name, and by the old one when that is taken back', () => {
    const [a] = pair();
    replaceEmbed(a.doc, a.undo, file('cũ.pdf'), file('mới.pdf'));
    expect(names(a)).toEqual(['mới.pdf']);
    a.undo.undo();
    expect(names(a)).toEqual(['cũ.pdf']);
    a.undo.undo();
    expect(names(a)).toEqual([]);
  });

  it('stands once when two people rename it at once', () => {
    const [a, b] = pair();
    replaceEmbed(a.doc, a.undo, file('cũ.pdf'), file('của a.pdf'));
    replaceEmbed(b.doc, b.undo, file('cũ.pdf'), file('của b.pdf'));
    meet(a, b);
    expect(names(a)).toHaveLength(1);
    expect(names(b)).toEqual(names(a));
  });

  it('stays away when somebody else took it away meanwhile', () => {
    const [a, b] = pair();
    replaceEmbed(a.doc, a.undo, file('cũ.pdf'), file('mới.pdf'));
    b.doc.transact(() => getBody(b.doc).delete(getBody(b.doc).length - 2, 1), 'b');
    meet(a, b);
    expect(names(a)).toEqual([]);
    expect(names(b)).toEqual([]);
  });
});
