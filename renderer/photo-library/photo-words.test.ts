import { expect, it } from 'vitest';
import { takenWords } from './photo-words.ts';

it.each([
  ['2026-11-25', '25/11/2026'],
  ['2026-11-25T08:30', '25/11/2026 08:30'],
  ['2026-11-25T08:30:05.12+07:00', '25/11/2026 08:30:05'],
])('tells frames of one minute apart: %s', (taken, words) => {
  expect(takenWords(taken)).toBe(words);
});
