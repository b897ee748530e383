import { describe, expect, it } from 'vitest';
import type { LinePart } from '../../shared/article/flat-text.ts';
import { addMark, addParts, diffStretch, emptyStretch, keptKeys, type Op, OpList, type Stretch } from './flat-diff.ts';

/** `|` in the new text is the caret; `¶` is a mark, which equals no other; `*` is a rule. */
function stretchOf(text: string, marks: number, formats: Record<string, true> = {}): Stretch {
  const stretch = emptyStretch();
  let mark = marks;
  for (const piece of text.split(/([¶*])/u)) {
    if (piece === '¶') {
      addMark(stretch, mark);
      mark += Math.sign(marks);
    } else if (piece === '*') addParts(stretch, [{ embed: { type: 'rule' } }]);
    else if (piece !== '') addParts(stretch, [{ text: piece, attributes: formats } as LinePart]);
  }
  return stretch;
}

function opsOf(old: string, next: string, isOneLine = true): Op[] {
  const caret = next.indexOf('|');
  const ops = new OpList();
  diffStretch(ops, stretchOf(old, -1), stretchOf(next.replace('|', ''), 1), caret === -1 ? null : caret, isOneLine);
  return ops.ops;
}

/** What stays, `-`what goes`-` and `+`what comes`+`. */
function told(old: string, next: string, isOneLine = true): string {
  let at = 0;
  return opsOf(old, next, isOneLine)
    .map((op) => {
      if ('keep' in op || 'remove' in op) {
        const length = 'keep' in op ? op.keep : op.remove;
        const text = old.slice(at, at + length);
        at += length;
        return 'keep' in op ? text : `-${text}-`;
      }
      if ('insert' in op) return `+${op.insert}+`;
      return 'insertEmbed' in op ? '+*+' : '+¶+';
    })
    .join('');
}

describe('what changed between two states of the flat text', () => {
  it('is where the caret is, when letters repeat', () => {
    expect(told('aaa', 'a|aaa')).toBe('+a+aaa');
    expect(told('aaa', 'aaaa|')).toBe('aaa+a+');
    expect(told('aaa', 'a|a')).toBe('a-a-a');
  });

  it('begins at a word, when the caret does not say', () => {
    expect(told('một hai ba', 'một hai hai ba')).toMatch(/^một (?:\+hai \+hai|hai \+hai \+) ?ba$/u);
    expect(told('một hai hai ba', 'một hai ba')).toMatch(/^một (?:-hai -hai|hai -hai -) ?ba$/u);
  });

  it('is a part of a word within one line, as an input method leaves it', () => {
    expect(told('Tieng', 'Tiê|ng')).toBe('Ti-e-+ê+ng');
  });

  it('is whole words between lines, where equal letters are chance', () => {
    expect(told('a14z', 'b14z', false)).toBe('-a14z-+b14z+');
  });

  it('keeps the words that stayed when several came and went', () => {
    expect(told('một hai ba bốn', 'một 2 ba 4')).toBe('một -hai-+2+ ba -bốn-+4+');
  });

  it('is one mark for a line broken or joined', () => {
    expect(told('một hai', 'một ¶|hai', false)).toBe('một +¶+hai');
    expect(told('một ¶hai', 'một |hai', false)).toBe('một -¶-hai');
  });

  it('leaves embeds that stayed', () => {
    expect(told('một*hai', 'một*|x hai')).toBe('một*+x +hai');
    expect(told('một*hai', 'mộthai')).toBe('một-*-hai');
  });

  it('never tears a character of two units', () => {
    expect(told('a😀b', 'a😁b')).toBe('a-😀-+😁+b');
    expect(told('😀', '😀😁')).toBe('😀+😁+');
  });

  it('is a format alone where only the format changed', () => {
    const ops = new OpList();
    diffStretch(ops, stretchOf('chữ', -1), stretchOf('chữ', 1, { bold: true }), null, true);
    expect(ops.ops).toEqual([{ keep: 3, format: { bold: true } }]);
  });

  it('is found at once in a long text', () => {
    const long = Array.from({ length: 20_000 }, (_, index) => `chữ${index}`).join(' ');
    const start = performance.now();
    expect(told(`${long} đuôi`, `đầu ${long}`).length).toBeGreaterThan(long.length);
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});

describe('the lines that may keep their marks', () => {
  const one = (): number => 1;

  it('are all of them when none was moved', () => {
    expect([...keptKeys(['a', 'b', 'c'], ['a', 'x', 'c'], one)]).toEqual(['a', 'c']);
  });

  it('are all but the one that was moved', () => {
    expect(keptKeys(['a', 'b', 'c', 'd'], ['b', 'c', 'd', 'a'], one)).toEqual(new Set(['b', 'c', 'd']));
  });

  it('are those that weigh most', () => {
    expect(keptKeys(['a', 'b'], ['b', 'a'], (key) => (key === 'a' ? 9 : 1))).toEqual(new Set(['a']));
  });
});
