import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { ArticleDocument, TableBlock } from './document.ts';
import { getBody } from './flat-text.ts';
import { readArticle } from './read.ts';
import { cellText, MAX_TABLE_ROWS, readTable, readTableShape, tableMap } from './table.ts';
import { asideTables, bringBackTable, letTableGo, noteRemoved } from './table-aside.ts';
import {
  clearCells,
  fillCells,
  formatCells,
  insertLines,
  moveLines,
  newTable,
  removeLines,
  setHeader,
  setWidths,
} from './table-edits.ts';
import { mergeCells, splitCells, wholeArea } from './table-spans.ts';
import { newArticleUpdate } from './write.ts';

const T = 't';

/** A document with one table; each text is a cell's. */
function docOf(rows: string[][], others: Partial<TableBlock> = {}): Y.Doc {
  const table: TableBlock = {
    kind: 'table',
    table: T,
    rows: rows.map((cells) => cells.map((text) => ({ runs: text === '' ? [] : [{ text }] }))),
    ...others,
  };
  const doc = new Y.Doc();
  const document: ArticleDocument = {
    version: 1,
    language: 'vi',
    headline: '',
    lead: '',
    blocks: [table],
    photos: [],
    fields: {},
  };
  Y.applyUpdate(doc, newArticleUpdate({ document }), 'seed');
  return doc;
}

function twin(doc: Y.Doc): Y.Doc {
  const other = new Y.Doc();
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc), 'twin');
  return other;
}

function merge(a: Y.Doc, b: Y.Doc): void {
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b), 'merge');
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a), 'merge');
  expect(readArticle(a)).toEqual(readArticle(b));
}

/** Texts of the cells; `2x1:` before one that covers two columns. */
function shown(doc: Y.Doc, table = T): string[][] {
  return (readTable(doc, table)?.rows ?? []).map((cells) =>
    cells.map(({ runs, columns, rows }) => {
      const size = columns === undefined && rows === undefined ? '' : `${columns ?? 1}x${rows ?? 1}:`;
      return size + runs.map(({ text }) => text.replaceAll('\u2028', '|')).join('');
    }),
  );
}

const edit = (doc: Y.Doc, change: () => void): void => doc.transact(change, 'edit');

describe('rows and columns', () => {
  it('are put in, taken away and moved', () => {
    const doc = docOf([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    edit(doc, () => void insertLines(doc, T, 'rows', 1));
    edit(doc, () => void insertLines(doc, T, 'columns', 2, 2));
    expect(shown(doc)).toEqual([
      ['a', 'b', '', ''],
      ['', '', '', ''],
      ['c', 'd', '', ''],
    ]);
    edit(doc, () => moveLines(doc, T, 'rows', 2, 1, 0));
    edit(doc, () => moveLines(doc, T, 'columns', 0, 1, 3));
    expect(shown(doc)[0]).toEqual(['d', '', '', 'c']);
    edit(doc, () => removeLines(doc, T, 'columns', 1, 2));
    edit(doc, () => removeLines(doc, T, 'rows', 2));
    expect(shown(doc)).toEqual([
      ['d', 'c'],
      ['b', 'a'],
    ]);
  });

  it('that two people put in at one place are both there, and there is room between them', () => {
    const mine = docOf([['a'], ['b']]);
    const theirs = twin(mine);
    edit(mine, () => void insertLines(mine, T, 'rows', 1));
    edit(theirs, () => void insertLines(theirs, T, 'rows', 1));
    merge(mine, theirs);
    expect(shown(mine)).toHaveLength(4);
    let id = '';
    edit(mine, () => {
      id = insertLines(mine, T, 'rows', 2)[0]!;
    });
    expect(readTableShape(mine, T).rows[2]).toBe(id);
  });

  it('that were taken away come back with what somebody wrote in them meanwhile, and no other row does', () => {
    const mine = docOf([['a'], ['b'], ['c'], ['d']]);
    const theirs = twin(mine);
    edit(mine, () => removeLines(mine, T, 'rows', 1, 2));
    cellText(theirs, T, 'r1', 'c0').insert(1, 'x');
    merge(mine, theirs);
    expect(shown(mine)).toEqual([['a'], ['x'], ['d']]);
  });

  it('whose making was undone while somebody else wrote in them are shown at the end', () => {
    const mine = docOf([['a'], ['b']]);
    const undo = new Y.UndoManager(mine, { trackedOrigins: new Set(['edit']) });
    edit(mine, () => void insertLines(mine, T, 'rows', 1));
    const theirs = twin(mine);
    cellText(theirs, T, readTableShape(theirs, T).rows[1]!, 'c0').insert(0, 'x');
    undo.undo();
    expect(shown(mine)).toEqual([['a'], ['b']]);
    merge(mine, theirs);
    expect(shown(mine)).toEqual([['a'], ['b'], ['x']]);
    edit(mine, () => void insertLines(mine, T, 'rows', 3));
    expect(shown(mine)).toEqual([['a'], ['b'], ['x'], ['']]);
  });

  it('are undone in one step each', () => {
    const doc = docOf([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    const undo = new Y.UndoManager(doc, { trackedOrigins: new Set(['edit']), captureTimeout: 0 });
    const before = readArticle(doc);
    edit(doc, () => removeLines(doc, T, 'rows', 0));
    edit(doc, () => moveLines(doc, T, 'columns', 0, 1, 1));
    edit(doc, () => mergeCells(doc, T, { row: 0, column: 0, rows: 1, columns: 2 }));
    edit(doc, () => setHeader(doc, T, true));
    edit(doc, () => setWidths(doc, T, [30, 70]));
    const after = readArticle(doc);
    for (let step = 0; step < 5; step += 1) undo.undo();
    expect(readArticle(doc)).toEqual(before);
    for (let step = 0; step < 5; step += 1) undo.redo();
    expect(readArticle(doc)).toEqual(after);
  });
});

describe('cells put together', () => {
  const square = (): Y.Doc =>
    docOf([
      ['a', 'b', 'c'],
      ['d', 'e', 'f'],
      ['g', '', 'i'],
    ]);

  it('hold all their texts, line by line, and are parted again', () => {
    const doc = square();
    edit(doc, () => mergeCells(doc, T, { row: 0, column: 0, rows: 2, columns: 2 }));
    expect(shown(doc)).toEqual([['2x2:a|b|d|e', 'c'], ['f'], ['g', '', 'i']]);
    edit(doc, () => mergeCells(doc, T, { row: 1, column: 1, rows: 1, columns: 2 }));
    expect(shown(doc)).toEqual([['3x2:a|b|d|e|c|f'], [], ['g', '', 'i']]);
    edit(doc, () => splitCells(doc, T, { row: 0, column: 0, rows: 1, columns: 1 }));
    expect(shown(doc)).toEqual([
      ['a|b|d|e|c|f', '', ''],
      ['', '', ''],
      ['g', '', 'i'],
    ]);
  });

  it('stay together while rows and columns come and go in them', () => {
    const doc = square();
    edit(doc, () => mergeCells(doc, T, { row: 0, column: 0, rows: 2, columns: 2 }));
    edit(doc, () => void insertLines(doc, T, 'rows', 1));
    edit(doc, () => void insertLines(doc, T, 'columns', 2));
    expect(shown(doc)).toEqual([
      ['2x3:a|b|d|e', '', 'c'],
      ['', ''],
      ['', 'f'],
      ['g', '', '', 'i'],
    ]);
    edit(doc, () => removeLines(doc, T, 'rows', 0));
    expect(shown(doc)).toEqual([
      ['2x2:a|b|d|e', '', ''],
      ['', 'f'],
      ['g', '', '', 'i'],
    ]);
    edit(doc, () => removeLines(doc, T, 'columns', 1));
    expect(shown(doc)[0]).toEqual(['1x2:a|b|d|e', '', '']);
    edit(doc, () => moveLines(doc, T, 'rows', 0, 1, 2));
    expect(shown(doc)).toEqual([
      ['', '', 'f'],
      ['g', '', 'i'],
      ['a|b|d|e', '', ''],
    ]);
  });

  it('are whole in every area that touches them', () => {
    const doc = square();
    edit(doc, () => mergeCells(doc, T, { row: 0, column: 1, rows: 2, columns: 2 }));
    expect(wholeArea(readTableShape(doc, T), { row: 1, column: 0, rows: 2, columns: 2 })).toEqual({
      row: 0,
      column: 0,
      rows: 3,
      columns: 3,
    });
  });
});

describe('texts of cells', () => {
  it('are put in from a place on, with rows and columns as needed', () => {
    const doc = docOf([['a', 'b']]);
    edit(
      doc,
      () => void fillCells(doc, T, { row: 0, column: 1 }, [[[{ text: 'x' }], [{ text: 'y', bold: true }]], [[]]]),
    );
    expect(shown(doc)).toEqual([
      ['a', 'x', 'y'],
      ['', '', ''],
    ]);
    expect(readTable(doc, T)?.rows[0]?.[2]?.runs).toEqual([{ text: 'y', bold: true }]);
  });

  it('are formatted and taken away together', () => {
    const doc = docOf([['a', 'b', 'c']]);
    edit(doc, () => formatCells(doc, T, { row: 0, column: 0, rows: 1, columns: 2 }, 'superscript', true));
    edit(doc, () => formatCells(doc, T, { row: 0, column: 0, rows: 1, columns: 1 }, 'subscript', true));
    expect(readTable(doc, T)?.rows[0]?.map(({ runs }) => runs[0])).toEqual([
      { text: 'a', subscript: true },
      { text: 'b', superscript: true },
      { text: 'c' },
    ]);
    edit(doc, () => clearCells(doc, T, { row: 0, column: 1, rows: 1, columns: 2 }));
    expect(shown(doc)).toEqual([['a', '', '']]);
  });
});

describe('a table that was taken away', () => {
  const takeAway = (doc: Y.Doc): void =>
    edit(doc, () => {
      getBody(doc).delete(0, getBody(doc).length);
      noteRemoved(doc, T);
    });

  it('is offered only if somebody wrote in it meanwhile, and comes back or goes', () => {
    const mine = docOf([['a', 'b']]);
    const theirs = twin(mine);
    takeAway(mine);
    expect(asideTables(mine)).toEqual([]);
    cellText(theirs, T, 'r0', 'c0').insert(1, 'x');
    merge(mine, theirs);
    expect(asideTables(mine)).toHaveLength(1);
    expect(asideTables(mine)).toEqual(asideTables(theirs));
    letTableGo(mine, T, 'edit');
    expect(asideTables(mine)).toEqual([]);
    expect(bringBackTable(mine, T, 'edit')).toBe(true);
    expect(bringBackTable(mine, T, 'edit')).toBe(false);
    expect(readArticle(mine).blocks.at(-1)).toMatchObject({ rows: [[{ runs: [{ text: 'ax' }] }, {}]] });
    expect(asideTables(mine)).toEqual([]);
  });

  it('is offered too where its making was undone', () => {
    const mine = docOf([['a']]);
    const theirs = twin(mine);
    edit(mine, () => {
      getBody(mine).delete(0, getBody(mine).length);
      for (const key of [...tableMap(mine, T).keys()]) tableMap(mine, T).delete(key);
      cellText(mine, T, 'r0', 'c0').delete(0, 1);
    });
    expect(asideTables(mine)).toEqual([]);
    cellText(theirs, T, 'r0', 'c0').insert(1, 'x');
    merge(mine, theirs);
    expect(asideTables(mine)).toMatchObject([{ rows: [[{ runs: [{ text: 'x' }] }]] }]);
  });
});

describe('what no editor of ours writes', () => {
  it('is read without harm, and quickly', () => {
    const doc = docOf([['a']]);
    edit(doc, () => {
      const map = tableMap(doc, T);
      for (let row = 0; row < 10_000; row += 1) {
        map.set(`row:x${row}`, `${row}`);
        map.set(`span:x${row}:c0`, [9_000, 9_000]);
      }
      map.set('row:đ', 'a');
      map.set('row:', 'a');
      map.set('col:z', 7);
      map.set('width:c0', Number.NaN);
      map.set('span:r0:c0', ['x', { y: 1 }]);
      map.set('header', 'yes');
      map.set('removed', 3);
      cellText(doc, T, 'r0', 'c0').insertEmbed(0, new Y.Map([['type', 'table']]));
      cellText(doc, T, 'r0', 'c0').insertEmbed(0, new Y.Map([['kind', 'heading2']]));
      cellText(doc, T, 'x9', 'c0').insert(0, 'giữ');
    });
    const table = readTable(doc, T)!;
    expect(table.rows.length).toBeLessThanOrEqual(MAX_TABLE_ROWS + 2);
    edit(doc, () => {
      for (let column = 0; column < 5_000; column += 1) tableMap(doc, T).set(`col:y${column}`, `${column}`);
    });
    const { rows, columns } = readTableShape(doc, T);
    expect(rows.length * columns.length).toBeLessThan(21_000);
    expect(JSON.stringify(table).includes('giữ')).toBe(true);
    expect(() => edit(doc, () => removeLines(doc, T, 'rows', 0, 3))).not.toThrow();
    expect(() => edit(doc, () => moveLines(doc, T, 'rows', 1, 1, 5))).not.toThrow();
    expect(() => edit(doc, () => void insertLines(doc, T, 'rows', 2))).not.toThrow();
    expect(() => edit(doc, () => mergeCells(doc, T, { row: 0, column: 0, rows: 900, columns: 9 }))).not.toThrow();
  });
});

describe('a new table', () => {
  it('has its cells empty and its first row for the names of the columns', () => {
    expect(newTable(2, 3)).toMatchObject({
      header: true,
      rows: [
        [{}, {}, {}],
        [{}, {}, {}],
      ],
    });
  });
});
