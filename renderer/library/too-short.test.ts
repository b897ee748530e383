import { expect, it } from 'vitest';
import { isTooShort } from './too-short.ts';

it('asks for two letters or digits', () => {
  expect(isTooShort(' h')).toBe(true);
  expect(isTooShort('…')).toBe(true);
  expect(isTooShort('hạ')).toBe(false);
  expect(isTooShort('06')).toBe(false);
});
