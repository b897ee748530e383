import { describe, expect, it } from 'vitest';
import {
  activate,
  afterChange,
  chooseOnly,
  extendTo,
  nothingChosen,
  rangeTo,
  type Selection,
  toggle,
} from './selection.ts';

const sheet = ['a', 'b', 'c', 'd', 'e', 'f'];
const inSheet = (names: readonly string[]) => (index: number) => names[index];
const idAt = inSheet(sheet);
const extend = (before: Selection, index: number): Selection => {
  const { first, last } = rangeTo(before, index);
  return extendTo(before, index, idAt, sheet.slice(first, last + 1));
};
const chosen = (selection: Selection): string => [...selection.chosen].sort().join('');

describe('choosing pictures', () => {
  it('chooses what was pressed alone', () => {
    expect(chosen(chooseOnly(1, idAt))).toBe('b');
    expect(chosen(chooseOnly(4, idAt))).toBe('e');
  });

  it('extends from where Shift began, to either side', () => {
    const there = extend(chooseOnly(2, idAt), 4);
    expect(chosen(there)).toBe('cde');
    expect(chosen(extend(there, 1))).toBe('bc');
    expect(chosen(extend(nothingChosen, 1))).toBe('ab');
  });

  it('keeps with Shift what Ctrl chose before, and moves with Ctrl without choosing', () => {
    const two = toggle(chooseOnly(0, idAt), 3, idAt);
    expect(chosen(two)).toBe('ad');
    expect(chosen(extend(two, 5))).toBe('adef');
    expect(chosen(toggle(two, 0, idAt))).toBe('d');
    const moved = activate(two, 5, idAt);
    expect(chosen(moved)).toBe('ad');
    expect(moved.active).toEqual({ index: 5, sha256: 'f' });
    expect(chosen(toggle(moved, 5, idAt))).toBe('adf');
  });
});

describe('after the list has changed', () => {
  const listed = (before: Selection, names: readonly string[]): Selection =>
    afterChange(before, names.length, inSheet(names), (sha256) => {
      const at = names.indexOf(sha256);
      return at === -1 ? undefined : at;
    });

  it('the keys stay on their picture', () => {
    const moved = listed(chooseOnly(2, idAt), ['x', ...sheet]);
    expect(moved.active).toEqual({ index: 3, sha256: 'c' });
    expect(chosen(moved)).toBe('c');
  });

  it('the next picture takes the place of one that has left, and the last one that of the last', () => {
    const next = listed(chooseOnly(2, idAt), ['a', 'b', 'd', 'e', 'f']);
    expect([next.active.sha256, chosen(next)]).toEqual(['d', 'd']);
    expect(listed(chooseOnly(5, idAt), ['a', 'b']).active).toEqual({ index: 1, sha256: 'b' });
  });

  it('several that are chosen stay chosen', () => {
    const two = toggle(chooseOnly(1, idAt), 2, idAt);
    const left = listed(two, ['a', 'b', 'd', 'e', 'f']);
    expect([left.active.sha256, chosen(left)]).toEqual(['d', 'bc']);
    expect(listed(two, sheet)).toBe(two);
    expect(listed(two, [])).toBe(two);
  });
});
