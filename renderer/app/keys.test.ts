import { describe, expect, it } from 'vitest';
import { type KeyPress, matchesKeys } from './keys.ts';

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});

describe('keys as commands name them', () => {
  it('takes mod for Ctrl, and for Cmd on a Mac', () => {
    expect(matchesKeys(press('k', { ctrlKey: true }), 'mod+k', false)).toBe(true);
    expect(matchesKeys(press('k', { metaKey: true }), 'mod+k', true)).toBe(true);
    expect(matchesKeys(press('k', { ctrlKey: true }), 'mod+k', true)).toBe(false);
  });

  it('does not take a key with more held than it names', () => {
    expect(matchesKeys(press('Enter', { ctrlKey: true, shiftKey: true }), 'mod+enter', false)).toBe(false);
    expect(matchesKeys(press('k', { ctrlKey: true, altKey: true }), 'mod+k', false)).toBe(false);
    expect(matchesKeys(press('k'), 'mod+k', false)).toBe(false);
  });

  it('takes the key that was pressed with Alt on a Mac, whatever letter it writes', () => {
    const cedilla = press('ç', { altKey: true, code: 'KeyC' });
    expect(matchesKeys(cedilla, 'alt+c', true)).toBe(true);
    expect(matchesKeys(cedilla, 'alt+x', true)).toBe(false);
    expect(matchesKeys(cedilla, 'alt+c', false)).toBe(false);
    expect(matchesKeys(press('¡', { altKey: true, code: 'Digit1' }), 'alt+1', true)).toBe(true);
  });

  it('takes digits and = by what is printed on the key, and minds the Shift that they name', () => {
    const star = press('*', { ctrlKey: true, shiftKey: true, code: 'Digit8' });
    expect(matchesKeys(star, 'mod+shift+8', false)).toBe(true);
    expect(matchesKeys(star, 'mod+8', false)).toBe(false);
    const plus = press('+', { ctrlKey: true, shiftKey: true, code: 'Equal' });
    expect(matchesKeys(plus, 'mod+shift+=', false)).toBe(true);
    expect(matchesKeys(plus, 'mod+=', false)).toBe(false);
    expect(matchesKeys(press('=', { ctrlKey: true, code: 'Equal' }), 'mod+=', false)).toBe(true);
    expect(matchesKeys(press('=', { ctrlKey: true, code: 'Equal' }), 'mod+shift+=', false)).toBe(false);
  });

  it('names the space bar', () => {
    expect(matchesKeys(press(' ', { ctrlKey: true }), 'ctrl+space', false)).toBe(true);
    expect(matchesKeys(press(' ', { ctrlKey: true, shiftKey: true }), 'ctrl+space', false)).toBe(false);
    expect(matchesKeys(press(' '), 'ctrl+space', false)).toBe(false);
  });

  it('takes a sign with or without the Shift that a keyboard needs for it', () => {
    expect(matchesKeys(press('/', { ctrlKey: true, shiftKey: true }), 'mod+/', false)).toBe(true);
    expect(matchesKeys(press('\\', { ctrlKey: true }), 'mod+\\', false)).toBe(true);
  });
});
