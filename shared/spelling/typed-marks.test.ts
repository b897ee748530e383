import { expect, it } from 'vitest';
import { typedSyllable } from './typed-marks.ts';

it.each([
  ['tieengs', 'tiếng'],
  ['tiengse', 'tiếng'],
  ['vieejt', 'việt'],
  ['dduwowngf', 'đường'],
  ['duongwfd', 'đường'],
  ['nguwowif', 'người'],
  ['hoaf', 'hòa'],
  ['thuyr', 'thủy'],
  ['quoocs', 'quốc'],
  ['nuwowcs', 'nước'],
  ['thuâjt', 'thuật'],
  ['tie61ng', 'tiếng'],
  ['d9u7o7ng2', 'đường'],
  ['vie65t', 'việt'],
  ['nguye64n', 'nguyễn'],
])('%s was meant to be %s', (keys, syllable) => {
  expect(typedSyllable(keys)).toBe(syllable);
});

it.each(['the', 'km2', 'covid', 'news', 'khong', 'x'])('%s is no syllable that was typed', (keys) => {
  expect(typedSyllable(keys)).toBeNull();
});
