import { beforeEach, expect, it } from 'vitest';
import { expandFrom, findExpansion } from './abbreviations.ts';

beforeEach(() =>
  expandFrom(
    new Map([
      ['ubnd', 'Ủy ban nhân dân'],
      ['tp', 'thành phố'],
      ['tp.hcm', 'Thành phố Hồ Chí Minh'],
    ]),
  ),
);

it.each([
  ['Chủ tịch ubnd ', ' ', 9, 'Ủy ban nhân dân'],
  ['ubnd ', ' ', 0, 'Ủy ban nhân dân'],
  ['theo (ubnd,', ',', 6, 'Ủy ban nhân dân'],
  ['tại tp ', ' ', 4, 'thành phố'],
  ['tại tp,', ',', 4, 'thành phố'],
  ['tại tp.hcm.', '.', 4, 'Thành phố Hồ Chí Minh'],
])('“%s” expands', (before, ending, start, long) => {
  expect(findExpansion(before, ending)).toMatchObject({ start, long });
});

it.each([
  ['UBND ', ' '],
  ['xubnd ', ' '],
  ['ubndx ', ' '],
  ['ubnd  ', ' '],
  ['ubnd', ' '],
  [' ', ' '],
  // More of it may come.
  ['tại tp.', '.'],
])('“%s” does not', (before, ending) => {
  expect(findExpansion(before, ending)).toBeNull();
});
