import { describe, expect, it } from 'vitest';
import type { KeyPress } from '../app/keys.ts';
import { listDeed } from './list-keys.ts';

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});
const deedOf = (key: string, held: Partial<KeyPress> = {}, mac = false) => listDeed(press(key, held), 12, mac);

describe('the keys of a list', () => {
  it.each([
    ['ArrowDown', 1],
    ['k', -1],
    ['PageDown', 12],
    ['PageUp', -12],
    ['Home', 'first'],
    ['End', 'last'],
  ])('%s moves, and with Shift chooses on its way', (key, by) => {
    expect(deedOf(key)).toEqual({ do: 'move', by, extends: false });
    expect(deedOf(key, { shiftKey: true })).toEqual({ do: 'move', by, extends: true });
  });

  it('open, choose, choose all, undo and let go', () => {
    expect(deedOf('Enter')).toEqual({ do: 'open' });
    expect(deedOf(' ')).toEqual({ do: 'toggle' });
    expect(deedOf('Escape')).toEqual({ do: 'escape' });
    expect(deedOf('a', { ctrlKey: true })).toEqual({ do: 'all' });
    expect(deedOf('z', { metaKey: true }, true)).toEqual({ do: 'undo' });
  });

  it('leave the keys of others alone', () => {
    expect(deedOf('a')).toBeNull();
    expect(deedOf('j', { altKey: true })).toBeNull();
    expect(deedOf('k', { ctrlKey: true })).toBeNull();
    expect(deedOf('z', { ctrlKey: true, shiftKey: true })).toBeNull();
    expect(deedOf('a', { metaKey: true })).toBeNull();
    expect(deedOf('Enter', { shiftKey: true })).toBeNull();
  });
});
