import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { Block, Run } from '../article/document.ts';
import { getBody, makeEmbed, readLines } from '../article/flat-text.ts';
import { readArticle } from '../article/read.ts';
import { newArticleUpdate } from '../article/write.ts';
import { type ArticleEdits, writeArticleEdits } from './article-edits.ts';
import { readPassages } from './passages.ts';

const photo = (id: string) => ({ id, sha256: null, caption: `Chú thích ${id}`, credit: 'Ảnh: PV', alt: '' });

function articleOf(blocks: Block[], headline = 'Tít', lead = ''): Y.Doc {
  const doc = new Y.Doc();
  const photos = blocks.flatMap((block) => (block.kind === 'photo' ? [photo(block.photo)] : []));
  const document = { version: 1 as const, language: 'vi', headline, lead, blocks, photos, fields: {} };
  Y.applyUpdate(doc, newArticleUpdate({ document }));
  return doc;
}

const paragraph = (...runs: Run[]): Block => ({ kind: 'paragraph', runs });

function change(doc: Y.Doc, name: string, ...edits: [start: number, end: number, replacement: string][]): ArticleEdits {
  const passage = readPassages(doc).find((known) => known.name === name)!;
  return {
    passage: passage.name,
    characters: passage.characters,
    edits: edits.map(([start, end, replacement]) => ({ start, end, replacement })),
  };
}

function write(doc: Y.Doc, changes: ArticleEdits[]): ArticleEdits[] | null {
  return doc.transact(() => writeArticleEdits(doc, changes));
}

describe('the passages of an article', () => {
  it('are read as people read it: captions at their photo, cells at their table', () => {
    const doc = articleOf(
      [
        paragraph({ text: 'Một.' }),
        { kind: 'photo', photo: 'p1' },
        {
          kind: 'table',
          table: 't',
          rows: [[{ runs: [{ text: 'A' }], columns: 2 }], [{ runs: [{ text: 'B' }] }, { runs: [] }]],
        },
        paragraph(),
        paragraph({ text: 'Hai.' }),
      ],
      'Tít',
      'Sapo',
    );
    const shown = readPassages(doc).map(({ kind, number, row, column, characters }) =>
      [kind, number, row, column, characters].filter((value) => value !== undefined).join(' '),
    );
    expect(shown).toEqual([
      ...['headline 1 Tít', 'lead 1 Sapo', 'body 1 Một.', 'caption 1 Chú thích p1', 'credit 1 Ảnh: PV'],
      ...['cell 1 1 1 A', 'cell 1 2 1 B', 'body 2 Hai.'],
    ]);
  });

  it('count what is no character as one, wherever it stands', () => {
    const doc = articleOf([paragraph({ text: 'trước sau' })]);
    getBody(doc).insertEmbed(7, makeEmbed({ type: 'photo', photo: 'p9' }), {});
    const passage = readPassages(doc).find(({ kind }) => kind === 'body');
    expect(passage).toMatchObject({ at: 1, characters: 'trước \uFFFCsau' });
  });
});

describe('edits of an article', () => {
  it('leave the formats, links and anchors round them as they are', () => {
    const doc = articleOf([
      paragraph(
        { text: 'Hội ' },
        { text: 'nghị', bold: true },
        { text: ' và ' },
        { text: 'trang', link: 'https://a.vn/' },
        { text: ' này' },
      ),
    ]);
    getBody(doc).format(1, 3, { 'c:1': true });
    const { name } = readPassages(doc).find(({ kind }) => kind === 'body')!;
    write(doc, [change(doc, name, [0, 8, 'HỘI NGHỊ'], [12, 17, 'cổng tin'], [17, 17, ','])]);
    const [block] = readArticle(doc).blocks;
    expect(block).toEqual(
      paragraph(
        { text: 'HỘI ' },
        { text: 'NGHỊ', bold: true },
        { text: ' và ' },
        { text: 'cổng tin', link: 'https://a.vn/' },
        { text: ', này' },
      ),
    );
    const [line] = readLines(getBody(doc));
    expect(line?.parts[0]).toEqual({ text: 'HỘI', attributes: { anchors: 'c:1' } });
  });

  it('are made all or none: a passage that says something else stays, and so do the others', () => {
    const doc = articleOf([paragraph({ text: 'Một hai' })]);
    const { name } = readPassages(doc).find(({ kind }) => kind === 'body')!;
    const changes = [change(doc, 'headline', [0, 3, 'Tựa']), change(doc, name, [0, 3, 'Ba'])];
    getBody(doc).insert(1, 'x');
    expect(write(doc, changes)).toBeNull();
    expect(readArticle(doc).headline).toBe('Tít');
    expect(write(doc, [{ ...changes[0]!, passage: 'lead' }])).toBeNull();
    expect(write(doc, [change(doc, 'headline', [2, 3, 'x'], [0, 1, 'y'])])).toBeNull();
    getBody(doc).insertEmbed(3, makeEmbed({ type: 'photo', photo: 'p' }), {});
    expect(write(doc, [change(doc, name, [1, 4, 'x'])])).toBeNull();
    const flag = articleOf([], 'a😀b');
    expect(write(flag, [change(flag, 'headline', [2, 4, 'x'])])).toBeNull();
  });

  it('merge with what others write in the same words meanwhile', () => {
    const mine = articleOf([paragraph({ text: 'khóa họp' })]);
    const theirs = new Y.Doc();
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine));
    const { name } = readPassages(mine).find(({ kind }) => kind === 'body')!;
    write(mine, [change(mine, name, [0, 4, 'khoá'])]);
    getBody(theirs).insert(1, 'kỳ ');
    getBody(theirs).insert(12, ' đầu');
    Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs));
    expect(readArticle(mine).blocks).toEqual([paragraph({ text: 'kỳ khoá họp đầu' })]);
  });

  it('are taken back with every format, from any article and by any edits', () => {
    const run = fc.record({
      text: fc.constantFrom('hòa', ' ', 'Ủy ban', 'ệ\u0301', '😀', 'x'),
      bold: fc.option(fc.constant(true as const), { nil: undefined }),
      link: fc.option(fc.constantFrom('https://a.vn/', 'https://b.vn/'), { nil: undefined }),
    });
    const runs = fc
      .array(run, { minLength: 1, maxLength: 6 })
      .map((list) => list.map((one) => JSON.parse(JSON.stringify(one)) as Run));
    const cuts = fc.array(fc.tuple(fc.nat(30), fc.nat(30), fc.constantFrom('', 'mới', 'HÒA', 'a', '😁')), {
      maxLength: 5,
    });
    fc.assert(
      fc.property(fc.array(runs, { minLength: 1, maxLength: 3 }), cuts, (paragraphs, wanted) => {
        const doc = articleOf(paragraphs.map((own) => paragraph(...own)));
        const before = readLines(getBody(doc)).map(({ parts }) => parts);
        const changes = readPassages(doc).map((passage) => {
          let last = 0;
          const edits = wanted
            .map(([start, length, replacement]) => ({ start, end: start + length, replacement }))
            .sort((a, b) => a.start - b.start)
            .filter(({ start, end }) => {
              const isCut = [start, end].some((at) => /^[\udc00-\udfff]/.test(passage.characters.slice(at)));
              const isIn = start >= last && end <= passage.characters.length && !isCut;
              if (isIn) last = end;
              return isIn;
            });
          return { passage: passage.name, characters: passage.characters, edits };
        });
        const back = write(doc, changes);
        expect(back).not.toBeNull();
        expect(readPassages(doc).map(({ characters }) => characters)).toEqual(
          back!.map(({ characters }) => characters).filter((characters) => characters !== ''),
        );
        fc.pre(back!.every(({ characters }) => characters !== ''));
        expect(write(doc, back!)).not.toBeNull();
        expect(readLines(getBody(doc)).map(({ parts }) => parts)).toEqual(before);
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});
