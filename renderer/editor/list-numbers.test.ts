import { describe, expect, it } from 'vitest';
import { listNumbers } from './list-numbers.ts';

/** `1` and `-` for numbers and bullets, with a `>` for each level. */
function numbered(...items: string[]): (number | null)[] {
  return listNumbers(
    items.map((item) => ({ kind: item.endsWith('-') ? 'bullet' : 'number', indent: item.lastIndexOf('>') + 1 })),
  );
}

describe('the numbers of list items', () => {
  it('go on behind deeper items, whatever kind they have', () => {
    expect(numbered('1', '>-', '>-', '1', '>1', '>>-', '>1', '1')).toEqual([1, null, null, 2, 1, null, 2, 3]);
  });

  it('begin anew below each shallower item', () => {
    expect(numbered('1', '>1', '>1', '1', '>1', '>>1', '1', '>>1')).toEqual([1, 1, 2, 2, 1, 1, 3, 1]);
  });

  it('begin anew behind a bullet of the same depth', () => {
    expect(numbered('1', '>1', '>-', '>1', '1')).toEqual([1, 1, null, 1, 2]);
  });

  it('stand where a level was left out', () => {
    expect(numbered('>>1', '>1', '1', '>>1', '>1')).toEqual([1, 1, 1, 1, 1]);
  });
});
