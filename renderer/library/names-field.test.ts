import { expect, it } from 'vitest';
import { namesField } from './names-field.ts';

it('sees a name with a colon', () => {
  expect(namesField('lũ lụt từ: 31/2/2022')).toBe(true);
  expect(namesField('author:lan')).toBe(true);
  expect(namesField('lúc 10:30')).toBe(false);
});
