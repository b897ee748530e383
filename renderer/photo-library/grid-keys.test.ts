import { describe, expect, it } from 'vitest';
import type { KeyPress } from '../app/keys.ts';
import { gridDeed, stepFrom } from './grid-keys.ts';

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});
const deed = (key: string, held?: Partial<KeyPress>) => gridDeed(press(key, held), false);

describe('the keys of the contact sheet', () => {
  it('rate, label and put aside', () => {
    expect(deed('0')).toEqual({ do: 'rate', rating: 0 });
    expect(deed('5')).toEqual({ do: 'rate', rating: 5 });
    expect(deed('6')).toEqual({ do: 'label', label: 'red' });
    expect(deed('9')).toEqual({ do: 'label', label: 'blue' });
    expect(deed('X')).toEqual({ do: 'aside' });
    expect(deed('é', { code: 'Digit2' })).toEqual({ do: 'rate', rating: 2 });
    expect(deed('3', { code: 'Digit3', shiftKey: true })).toEqual({ do: 'rate', rating: 3 });
  });

  it('move alone, extend with Shift, and leave what is chosen with Ctrl', () => {
    expect(deed('ArrowRight')).toEqual({ do: 'move', step: 'right', extends: false, keeps: false });
    expect(deed('End', { shiftKey: true })).toEqual({ do: 'move', step: 'last', extends: true, keeps: false });
    expect(deed('ArrowUp', { ctrlKey: true })).toEqual({ do: 'move', step: 'up', extends: false, keeps: true });
  });

  it('leave the keys of others alone', () => {
    for (const key of ['a', 'z', 'Tab', 'F6']) expect(deed(key)).toBeNull();
    expect(deed('x', { ctrlKey: true })).toBeNull();
    expect(deed('5', { ctrlKey: true })).toBeNull();
    expect(deed('z', { altKey: true })).toBeNull();
    expect(deed('a', { ctrlKey: true, shiftKey: true })).toBeNull();
  });

  it('are those of a Mac on a Mac', () => {
    expect(gridDeed(press('a', { metaKey: true }), true)).toEqual({ do: 'all' });
    expect(gridDeed(press('a', { ctrlKey: true }), true)).toBeNull();
  });
});

describe('a step in a sheet of 3 columns', () => {
  // 0 1 2
  // 3 4 5
  // 6 7
  const from = (at: number, step: Parameters<typeof stepFrom>[1]) =>
    stepFrom(at, step, { total: 8, columns: 3, rowsInSight: 2 });

  it('goes on into the next row, and stops at the ends', () => {
    expect(from(2, 'right')).toBe(3);
    expect(from(3, 'left')).toBe(2);
    expect(from(7, 'right')).toBe(7);
    expect(from(0, 'left')).toBe(0);
  });

  it('stays in its column, and ends in the last cell where the last row is shorter', () => {
    expect(from(1, 'down')).toBe(4);
    expect(from(5, 'down')).toBe(7);
    expect(from(7, 'down')).toBe(7);
    expect(from(1, 'up')).toBe(1);
    expect(from(7, 'page-up')).toBe(1);
    expect(from(4, 'page-up')).toBe(1);
    expect(from(1, 'page-down')).toBe(7);
  });

  it('begins with the first cell, and there is none where nothing is', () => {
    expect(from(-1, 'down')).toBe(0);
    expect(from(-1, 'last')).toBe(7);
    expect(stepFrom(-1, 'down', { total: 0, columns: 3, rowsInSight: 2 })).toBe(-1);
  });
});
