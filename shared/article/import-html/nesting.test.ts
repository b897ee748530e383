import { describe, expect, it } from 'vitest';
import { Nesting } from './nesting.ts';

describe('the depth of elements', () => {
  it('is kept within what a parser can bear, and what is closed again opens as before', () => {
    const nesting = new Nesting();
    const open = (): boolean => nesting.allows('b', false);
    const close = (): boolean => nesting.allows('b', true);
    const opened = Array.from({ length: 1_000 }, open).filter((isOpen) => isOpen).length;
    expect(opened).toBeLessThan(1_000);
    expect(Array.from({ length: 1_000 }, close).filter((isClosed) => isClosed)).toHaveLength(opened);
    expect(open()).toBe(true);
  });

  it('is not counted for paragraphs and items, which nobody has to close', () => {
    const nesting = new Nesting();
    for (let at = 0; at < 10_000; at += 1) expect(nesting.allows(at % 2 === 0 ? 'p' : 'li', false)).toBe(true);
  });
});
