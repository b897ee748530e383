import { $createRangeSelection, $setSelection } from 'lexical';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { findDoubledBlocks, keepBothOfDoubled, keepOneOfDoubled } from '../../shared/article/doubled-blocks.ts';
import { getBody } from '../../shared/article/flat-text.ts';
import { $bodyLines } from './body-lines.ts';
import { Replica, seededRandom } from './fuzz-replica.ts';
import { $moveLines } from './line-deeds.ts';
import { LOCAL_ORIGIN } from './local-origin.ts';
import { $setPoint } from './places.ts';

function lines(replica: Replica): string[] {
  expect(replica.binding.findDifference()).toBeNull();
  return replica.text().split('¶').slice(1);
}

function edit(replica: Replica, line: number, deed: 'up' | 'down' | string): void {
  replica.editor.update(
    () => {
      const selection = $createRangeSelection();
      const node = $bodyLines()[line]!;
      const offset = node.getTextContentSize();
      $setPoint(selection.anchor, node, offset);
      $setPoint(selection.focus, node, offset);
      $setSelection(selection);
      if (deed === 'up') $moveLines(-1);
      else if (deed === 'down') $moveLines(1);
      else selection.insertText(deed);
    },
    { discrete: true },
  );
}

function meet(...replicas: Replica[]): void {
  const states = replicas.map(({ doc }) => Y.encodeStateAsUpdate(doc));
  for (const replica of replicas) for (const state of states) replica.take(state);
}

function pair(...text: string[]): [Replica, Replica] {
  const [a, b] = [new Replica('a', seededRandom(1)), new Replica('b', seededRandom(2))];
  a.editor.update(
    () => {
      const selection = $bodyLines()[0]!.select();
      text.forEach((line, index) => {
        if (index > 0) selection.insertParagraph();
        selection.insertText(line);
      });
    },
    { discrete: true },
  );
  meet(a, b);
  return [a, b];
}

describe('a block that is moved', () => {
  it('keeps its name, and stands once when one person moved it', () => {
    const [a, b] = pair('một', 'hai', 'ba');
    edit(a, 2, 'up');
    edit(b, 1, ' thêm');
    meet(a, b);
    expect(lines(a)).toEqual(['một', 'ba', 'hai thêm']);
    expect(lines(b)).toEqual(lines(a));
    expect(findDoubledBlocks(a.doc)).toEqual([]);
  });

  it('stands twice when two people moved it at once, which is noticed and mended by either of them', () => {
    const [a, b] = pair('một', 'hai', 'ba dài hơn', 'bốn dài hơn');
    edit(a, 1, 'down');
    edit(b, 1, 'down');
    edit(b, 2, 'down');
    meet(a, b);
    expect(lines(a)).toEqual(lines(b));
    expect(lines(a).filter((line) => line === 'hai')).toHaveLength(2);
    const [doubled] = findDoubledBlocks(a.doc);
    expect(doubled!.copies.map(({ text }) => text)).toEqual(['hai', 'hai']);
    // Both decide at once: one copy stays all the same.
    keepOneOfDoubled(a.doc, doubled!.id, LOCAL_ORIGIN);
    keepOneOfDoubled(b.doc, doubled!.id, LOCAL_ORIGIN);
    meet(a, b);
    expect(lines(a)).toEqual(lines(b));
    expect(lines(a).filter((line) => line === 'hai')).toHaveLength(1);
    a.undo.undo();
    expect(lines(a).filter((line) => line === 'hai')).toHaveLength(2);
  });

  it('may be kept twice', () => {
    const [a, b] = pair('một', 'hai', 'ba');
    edit(a, 0, 'down');
    edit(b, 0, 'down');
    edit(b, 1, 'down');
    meet(a, b);
    const [doubled] = findDoubledBlocks(a.doc);
    keepBothOfDoubled(a.doc, doubled!.id, LOCAL_ORIGIN);
    meet(a, b);
    expect(findDoubledBlocks(b.doc)).toEqual([]);
    expect(lines(b).filter((line) => line === 'một')).toHaveLength(2);
  });

  it('leaves behind, and never loses, what somebody else wrote in it meanwhile', () => {
    const [a, b] = pair('một', 'hai', 'ba');
    edit(a, 2, 'up');
    edit(b, 2, ' mới');
    meet(a, b);
    expect(lines(a)).toEqual(lines(b));
    expect(lines(a).join('|')).toContain('mới');
    expect(lines(a).join('|').split('ba')).toHaveLength(2);
  });

  it('is one step to take back', () => {
    const [a] = pair('một', 'hai', 'ba');
    a.undo.cut();
    edit(a, 0, 'down');
    expect(lines(a)).toEqual(['hai', 'một', 'ba']);
    a.undo.undo();
    expect(lines(a)).toEqual(['một', 'hai', 'ba']);
    expect(getBody(a.doc).length).toBe(3 + 'mộthaiba'.length);
  });
});
