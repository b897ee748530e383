import { describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import type { ArticleDocument, Block } from './document.ts';
import { getBody, makeEmbed } from './flat-text.ts';
import { orderKeyBetween, orderKeys } from './order-key.ts';
import { readArticle } from './read.ts';
import { renderArticleHtml } from './render-html.ts';
import { cellPlaces, cellText, readTableOrder, tableMap, writeTable } from './table.ts';
import { insertLines, newTable } from './table-edits.ts';
import { newArticleUpdate } from './write.ts';

const photo = (id: string) => ({ id, sha256: null, caption: '', credit: '', alt: '' });
const documentOf = (blocks: Block[]): ArticleDocument => ({
  version: 1,
  language: 'vi',
  headline: '',
  lead: '',
  blocks,
  photos: [photo('a'), photo('b')],
  fields: {},
});

const everyBlock: Block[] = [
  { kind: 'paragraph', runs: [{ text: 'H' }, { text: '2', subscript: true }, { text: 'O', strike: true }] },
  { kind: 'bullet', runs: [{ text: 'một' }] },
  { kind: 'number', indent: 1, runs: [{ text: 'hai' }] },
  { kind: 'quote', runs: [{ text: 'Trích' }] },
  { kind: 'attribution', runs: [{ text: 'Ông A' }] },
  { kind: 'heading3', box: 'hop', runs: [{ text: 'Hộp' }] },
  { kind: 'rule', box: 'hop' },
  { kind: 'gallery', photos: ['a', 'b'] },
  { kind: 'related', article: 'x1', headline: 'Bài khác' },
  { kind: 'file', sha256: 'a'.repeat(64), name: 'Nghị quyết.pdf', bytes: 1200 },
  {
    kind: 'table',
    table: 't1',
    header: true,
    widths: [30, 70],
    rows: [
      [{ runs: [{ text: 'Xã' }] }, { runs: [{ text: 'Số', bold: true }] }],
      [{ runs: [{ text: 'gộp' }], columns: 2 }],
      [{ runs: [], rows: 2 }, { runs: [{ text: '1' }] }],
      [{ runs: [{ text: '2' }] }],
    ],
  },
];

describe('a document with every kind of block', () => {
  it('comes back as it was written', () => {
    const doc = new Y.Doc();
    const document = documentOf(everyBlock);
    Y.applyUpdate(doc, newArticleUpdate({ document }), 'seed');
    expect(readArticle(doc)).toEqual(document);
  });

  it('is real lists, quotes, boxes and tables as HTML', () => {
    const html = renderArticleHtml(documentOf(everyBlock), {
      photoUrl: () => '',
      articleUrl: (id) => `/bai/${id}`,
      fileUrl: (sha256, name) => `/tep/${sha256.slice(0, 4)}/${name}`,
    });
    expect(html).toContain('<p>H<sub>2</sub><s>O</s></p>');
    expect(html).toContain('<ul>\n<li>một\n<ol>\n<li>hai</li>\n</ol>\n</li>\n</ul>');
    expect(html).toContain('<figure class="quote"><blockquote><p>Trích</p></blockquote><figcaption>Ông A');
    expect(html).toContain('<aside class="box">\n<h3>Hộp</h3>\n<hr>\n</aside>');
    expect(html).toContain('<a href="/bai/x1">Bài khác</a>');
    expect(html).toContain('download="Nghị quyết.pdf">Nghị quyết.pdf</a> <span>(1,2 KB)');
    expect(html).toContain('<thead><tr><th scope="col">Xã</th><th scope="col"><strong>Số</strong></th></tr></thead>');
    expect(html).toContain('<td colspan="2">gộp</td>');
    expect(html).toContain('<col width="30%"><col width="70%">');
  });
});

describe('a table as HTML', () => {
  it('has the rows in its head that a name of columns covers', () => {
    const rows = [
      [{ runs: [{ text: 'Xã' }], rows: 2 }, { runs: [{ text: 'Số' }] }],
      [{ runs: [{ text: 'ha' }] }],
      [{ runs: [] }, { runs: [] }],
    ];
    const html = renderArticleHtml(documentOf([{ kind: 'table', table: 't', header: true, rows }]), {
      photoUrl: () => '',
    });
    expect(html).toContain('<td>ha</td></tr></thead>');
  });
});

describe('a table', () => {
  const table: Block = { kind: 'table', table: 't', rows: [[{ runs: [] }], [{ runs: [{ text: 'cũ' }] }]] };
  const pair = (): [Y.Doc, Y.Doc] => {
    const update = newArticleUpdate({ document: documentOf([table]) });
    return [new Y.Doc(), new Y.Doc()].map((doc) => {
      Y.applyUpdate(doc, update, 'seed');
      return doc;
    }) as [Y.Doc, Y.Doc];
  };

  it('shows what was written into a row that somebody else took away meanwhile', () => {
    const [mine, theirs] = pair();
    mine.transact(() => {
      tableMap(mine, 't').set('gone:r1', true);
      cellText(mine, 't', 'r1', 'c0').delete(0, 2);
    }, 'mine');
    expect(readArticle(mine).blocks).toEqual([{ kind: 'table', table: 't', rows: [[{ runs: [] }]] }]);
    cellText(theirs, 't', 'r1', 'c0').insert(2, ' mới');
    Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs), 'theirs');
    expect(readArticle(mine).blocks).toEqual([
      { kind: 'table', table: 't', rows: [[{ runs: [] }], [{ runs: [{ text: ' mới' }] }]] },
    ]);
  });

  it('parts cells that were put together over text', () => {
    const [mine, theirs] = pair();
    tableMap(mine, 't').set('span:r0:c0', [2, 1]);
    cellText(mine, 't', 'r1', 'c0').delete(0, 2);
    expect(readArticle(mine).blocks).toMatchObject([{ rows: [[{ rows: 2 }], []] }]);
    cellText(theirs, 't', 'r1', 'c0').insert(0, 'x');
    Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs), 'theirs');
    expect(readArticle(mine).blocks).toMatchObject([{ rows: [[{ runs: [] }], [{ runs: [{ text: 'x' }] }]] }]);
  });
});

describe('what a stranger says of a table', () => {
  it('covers no more than a page can show', () => {
    const { places, columns } = cellPlaces([[{ runs: [], columns: 1e9, rows: 1e9 }], [{ runs: [{ text: 'hai' }] }]]);
    expect(places.map(({ row, column }) => [row, column])).toEqual([
      [0, 0],
      [1, 1000],
    ]);
    expect(columns).toBe(1001);
    const wide = Array.from({ length: 2000 }, () => [{ runs: [], columns: 1e9, rows: 1e9 }]);
    expect(cellPlaces(wide).places).toHaveLength(2000);
  });

  it('is read once, however often its place stands in the text', () => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, newArticleUpdate({ document: documentOf(everyBlock.filter(({ kind }) => kind === 'table')) }));
    const embeds = Array.from({ length: 100 }, () => ({ insert: makeEmbed({ type: 'table', table: 't1' }) }));
    getBody(doc).applyDelta([{ retain: getBody(doc).length }, ...embeds]);
    const asked = vi.spyOn(doc, 'getMap');
    expect(readArticle(doc).blocks).toHaveLength(1);
    expect(asked.mock.calls.filter(([name]) => name === 'table:t1').length).toBeLessThan(10);
  });
});

describe('keys that sort', () => {
  it('always have room between them', () => {
    const keys = orderKeys(200);
    for (let round = 0; round < 200; round += 1) {
      const at = (round * 7) % (keys.length - 1);
      keys.splice(at + 1, 0, orderKeyBetween(keys[at]!, keys[at + 1]!));
    }
    keys.unshift(orderKeyBetween(null, keys[0]!));
    keys.push(orderKeyBetween(keys.at(-1)!, null));
    expect([...keys].sort()).toEqual(keys);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('stay short where a thousand rows come at once', () => {
    const doc = new Y.Doc();
    doc.transact(() => {
      writeTable(doc, { ...newTable(2, 2), table: 't' });
      insertLines(doc, 't', 'rows', 2, 1000);
      insertLines(doc, 't', 'rows', 1, 500);
    });
    const { rows } = readTableOrder(doc, 't');
    const keys = rows.map((row) => String(tableMap(doc, 't').get(`row:${row}`)));
    expect(rows).toHaveLength(1502);
    expect([rows[0], rows[501]]).toEqual(['r0', 'r1']);
    expect(new Set(keys).size).toBe(keys.length);
    expect(Math.max(...keys.map((key) => key.length))).toBeLessThan(8);
  });
});
