import { describe, expect, it } from 'vitest';
import { toOldToneStyle } from './tone-style.ts';

describe('the old tone style', () => {
  it.each([
    ['hoà', 'hòa'],
    ['khoẻ', 'khỏe'],
    ['thuỷ', 'thủy'],
    ['uỷ', 'ủy'],
    ['hòa', 'hòa'],
    // Closed syllables and qu- are written one way only.
    ['hoàn', 'hoàn'],
    ['quý', 'quý'],
    ['quỹ', 'quỹ'],
    ['hoa', 'hoa'],
  ])('of %s is %s', (given, wanted) => expect(toOldToneStyle(given)).toBe(wanted));
});
