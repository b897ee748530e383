import { describe, expect, it } from 'vitest';
import { plainLines } from './plain-lines.ts';

const newId = (): string => 't1';
const texts = (text: string, withTables = false): string[] =>
  plainLines(text, newId, withTables).lines.map(({ parts, table }) =>
    table !== undefined ? 'table' : parts.map((part) => ('text' in part ? part.text : '')).join(''),
  );

describe('plain text as lines', () => {
  it('is a line each, of no kind of its own, with its tabs', () => {
    expect(texts('a\r\n\r\n b\tc \u2029d\n')).toEqual(['a', ' b\tc ', 'd']);
    expect(plainLines('a', newId).lines).toEqual([{ kind: null, parts: [{ text: 'a', attributes: {} }] }]);
    expect(plainLines(' \n', newId).lines).toEqual([]);
  });

  it('is composed', () => {
    expect(texts('Vie\u0323\u0302t')).toEqual(['Việt']);
  });

  it('is a table only where it clearly is one, and only where one is wanted', () => {
    expect(texts('a\tb\r\nc\td\r\n', true)).toEqual(['table']);
    expect(texts('a\tb\nc\td')).toEqual(['a\tb', 'c\td']);
    expect(texts('a\tb', true)).toEqual(['a\tb']);
    expect(texts('a\tb\nc', true)).toEqual(['a\tb', 'c']);
    expect(texts('\ta\n\tb', true)).toEqual(['\ta', '\tb']);
    expect(texts(`a\t${'dài '.repeat(100)}\nb\tc`, true)).toHaveLength(2);
  });

  it('is decoded where it surely is in an old encoding', () => {
    const old = plainLines('Céng hoµ x· héi chñ nghÜa ViÖt Nam', newId);
    expect(old.legacy).toEqual(['tcvn3']);
    expect(old.lines[0]!.parts).toEqual([{ text: 'Cộng hoà xã hội chủ nghĩa Việt Nam', attributes: {} }]);
    expect(plainLines('À l’été, les élèves étaient déjà là', newId).legacy).toEqual([]);
  });
});
