import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChangedTable } from '../contract/desk-changes.ts';
import { diffTable, tableTraits } from './diff-table.ts';
import type { Cell, TableBlock } from './document.ts';

const cell = (text: string, more: Partial<Cell> = {}): Cell => ({ runs: text === '' ? [] : [{ text }], ...more });
const table = (rows: (string | Cell)[][], more: Partial<TableBlock> = {}): TableBlock => ({
  kind: 'table',
  table: 't',
  rows: rows.map((cells) => cells.map((one) => (typeof one === 'string' ? cell(one) : one))),
  ...more,
});

/** `~` a changed cell, `+` and `-` a cell, row or column that came or went; words inside as in diff.test.ts. */
const drawn = ({ rows }: ChangedTable): string[] =>
  rows.map(({ op, cells }) => {
    const texts = cells.map((one) => {
      const sign = op !== 'same' || one.op === 'same' ? '' : { insert: '+', delete: '-', change: '~' }[one.op];
      const words = one.runs.map(({ op: how, text }) =>
        one.op !== 'change' || how === 'same' ? text : `{${how === 'insert' ? '+' : '-'}${text}}`,
      );
      return sign + words.join('');
    });
    return `${{ same: '', insert: '+ ', delete: '- ' }[op]}${texts.join(' | ')}`;
  });

const before = table([
  ['Phường', 'Số tàu', 'Sản lượng'],
  ['Quảng Tiến', '412', '8.150'],
  ['Trung Sơn', '96', '1.204'],
]);

describe('a table that changed', () => {
  it('shows the words that changed in a cell, and the cells beside it as they are', () => {
    const after = table([
      ['Phường', 'Số tàu', 'Sản lượng'],
      ['Quảng Tiến', '420', '8.150'],
      ['Trung Sơn, Bắc Sơn', '96', '1.204'],
    ]);
    expect(drawn(diffTable(before, after))).toEqual([
      'Phường | Số tàu | Sản lượng',
      'Quảng Tiến | ~{-412}{+420} | 8.150',
      '~Trung Sơn{+, Bắc Sơn} | 96 | 1.204',
    ]);
  });

  it('shows a row that came and one that went', () => {
    const after = table([
      ['Phường', 'Số tàu', 'Sản lượng'],
      ['Bắc Sơn', '30', '400'],
      ['Quảng Tiến', '412', '8.150'],
    ]);
    expect(drawn(diffTable(before, after))).toEqual([
      'Phường | Số tàu | Sản lượng',
      '+ Bắc Sơn | 30 | 400',
      'Quảng Tiến | 412 | 8.150',
      '- Trung Sơn | 96 | 1.204',
    ]);
  });

  it('shows a column that came, and one that went, beside a changed cell', () => {
    const more = table([
      ['Phường', 'Năm', 'Số tàu', 'Sản lượng'],
      ['Quảng Tiến', '2026', '420', '8.150'],
      ['Trung Sơn', '2026', '96', '1.204'],
    ]);
    const changed = diffTable(before, more);
    expect(changed.columns).toEqual(['same', 'insert', 'same', 'same']);
    expect(drawn(changed)[1]).toBe('Quảng Tiến | +2026 | ~{-412}{+420} | 8.150');
    const fewer = table(before.rows.map(([one, , three]) => [one!, three!]));
    expect(diffTable(before, fewer).columns).toEqual(['same', 'delete', 'same']);
  });

  it('keeps merged cells merged as long as nothing came or went', () => {
    const merged = (text: string): TableBlock =>
      table([
        [cell('Chung', { columns: 2 }), 'c'],
        ['a', text, 'c'],
      ]);
    const changed = diffTable(merged('b'), merged('x'));
    expect(changed.rows[0]!.cells).toMatchObject([{ columns: 2 }, {}]);
    expect(drawn(changed)).toEqual(['Chung | c', 'a | ~{-b}{+x} | c']);
    const apart = table([
      ['Chung', '', 'c'],
      ['a', 'b', 'c'],
    ]);
    expect(diffTable(merged('b'), apart).rows.map(({ cells }) => cells.length)).toEqual([3, 3]);
    expect(tableTraits(merged('b'), apart)).toEqual([{ trait: 'merged' }]);
  });

  it('says that it has a head now, and other widths', () => {
    const after: TableBlock = { ...before, header: true, widths: [50, 25, 25] };
    expect(tableTraits(before, after)).toEqual([{ trait: 'header', before: false, after: true }, { trait: 'widths' }]);
    expect(diffTable(before, after).header).toBe(true);
  });

  it('is all new, or all gone, where it stood alone', () => {
    expect(diffTable(null, before).rows.map(({ op }) => op)).toEqual(['insert', 'insert', 'insert']);
    expect(drawn(diffTable(before, null))[1]).toBe('- Quảng Tiến | 412 | 8.150');
  });

  it('gives the texts of both tables back, row by row (seed 33)', () => {
    const word = fc.constantFrom('', 'tàu', 'cá', '412', 'bến Lạch', 'tàu cá');
    const rows = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(fc.array(word, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
      );
    const side = (changed: ChangedTable, gone: 'insert' | 'delete'): string[][] =>
      changed.rows
        .filter(({ op }) => op !== gone)
        .map(({ cells }) =>
          cells
            .filter((_, index) => changed.columns[index] !== gone)
            .map(({ runs }) => runs.flatMap(({ op, text }) => (op === gone ? [] : [text])).join('')),
        );
    fc.assert(
      fc.property(rows, rows, (old, fresh) => {
        const changed = diffTable(table(old), table(fresh));
        expect(side(changed, 'insert')).toEqual(old);
        expect(side(changed, 'delete')).toEqual(fresh);
      }),
      { seed: 33, numRuns: 1000 },
    );
  });
});
