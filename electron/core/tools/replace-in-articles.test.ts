import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { getBody, readLines } from '../../../shared/article/flat-text.ts';
import type { ArticleReplacement, ToolArticle } from '../../../shared/contract/desk-tools.ts';
import { type FindQuery, findInTexts } from '../../../shared/find/find-hits.ts';
import { replaceHits } from '../../../shared/find/replacement.ts';
import { noMetadata } from '../../../shared/photos/embedded.ts';
import { photoRecordId } from '../../../shared/photos/record-id.ts';
import { newRecordUpdate } from '../../../shared/photos/write-record.ts';
import { editOf, typed } from '../../../tests/support/edit.ts';
import { tempFolder } from '../../../tests/support/temp-folder.ts';
import { Desk, type DeskNotice } from '../desk/desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.open({ folder: tempFolder(), name: 'Lan' });
});
afterEach(() => desk.close());

function create(headline: string, text: string): string {
  return desk.createArticle({
    document: {
      ...{ version: 1, language: 'vi', headline, lead: 'Sapo hội nghị.', photos: [], fields: {} },
      blocks: [{ kind: 'paragraph', runs: [{ text }, { text: ' hội', bold: true }, { text: ' nghị.' }] }],
    },
  });
}

/** Every hit of the words in an article, replaced: what a page sends. */
function replacing({ id, state, passages }: ToolArticle, words: string, by: string): ArticleReplacement {
  const query: FindQuery = { text: words, matchAccents: true, matchCase: false, wholeWord: false, isPattern: false };
  const changes = passages.flatMap(({ name, characters }) => {
    const edits = replaceHits(characters, findInTexts(query, [characters])[0] ?? [], query, {
      text: by,
      keepCase: false,
    });
    return edits.length === 0 ? [] : [{ passage: name, characters, edits }];
  });
  return { id, state, changes };
}

const textOf = (id: string): string[] => desk.passages([id]).articles[0]!.passages.map(({ characters }) => characters);

function linesOf(id: string): unknown {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, desk.articles.state(id));
  return readLines(getBody(doc)).map(({ parts }) => parts);
}

describe('replacing in many articles', () => {
  it('says what articles say, and which of them are closed', () => {
    const [open, closed] = [create('Một', 'Nội dung'), create('Hai', 'Nội dung')];
    desk.act({ id: closed, action: 'spike' });
    const { articles, failed } = desk.passages([open, closed, 'no-such-article', open]);
    expect(articles.map(({ headline, closed }) => [headline, closed?.code ?? null])).toEqual([
      ['Một', null],
      ['Hai', 'article-not-draft'],
    ]);
    expect(articles[0]!.passages.map(({ kind }) => kind)).toEqual(['headline', 'lead', 'body']);
    expect(failed).toEqual([expect.objectContaining({ id: 'no-such-article' })]);
  });

  it('writes one update for each article, tells the pages, and takes everything back, formats and all', async () => {
    const ids = [create('Hội nghị', 'Một'), create('Khác', 'Hai')];
    const before = ids.map(linesOf);
    const told: DeskNotice[] = [];
    desk.on((notice) => told.push(notice));
    const { articles } = desk.passages(ids);
    const { back, failed } = await desk.replaceInArticles(
      articles.map((own) => replacing(own, 'hội nghị', 'cuộc họp')),
    );
    expect(failed).toEqual([]);
    expect(ids.map(textOf)).toEqual([
      ['cuộc họp', 'Sapo cuộc họp.', 'Một cuộc họp.'],
      ['Khác', 'Sapo cuộc họp.', 'Hai cuộc họp.'],
    ]);
    expect(told.filter(({ type }) => type === 'update')).toHaveLength(2);
    expect(await desk.replaceInArticles(back)).toMatchObject({ failed: [] });
    expect(ids.map(linesOf)).toEqual(before);
    expect(textOf(ids[0]!)).toEqual(['Hội nghị', 'Sapo hội nghị.', 'Một hội nghị.']);
  });

  it('is taken back in an article of whose picture more is known', async () => {
    const sha256 = 'ab'.repeat(32);
    const seed = newRecordUpdate({ sha256, metadata: { ...noMetadata, creator: 'Thu Hà' }, batch: '' });
    await desk.articles.changeSide(photoRecordId(sha256), seed);
    const id = desk.createArticle({
      document: {
        ...{ version: 1, language: 'vi', headline: 'Hội nghị', lead: '', fields: {} },
        ...{ photos: [{ id: 'p', sha256, caption: '', credit: '', alt: '' }], blocks: [{ kind: 'photo', photo: 'p' }] },
      },
    });
    expect(desk.articles.document(id).photos[0]?.details).toEqual({ creator: 'Thu Hà' });
    const { back } = await desk.replaceInArticles([replacing(desk.passages([id]).articles[0]!, 'hội nghị', 'họp')]);
    expect(await desk.replaceInArticles(back)).toMatchObject({ failed: [] });
    expect(desk.articles.document(id).headline).toBe('Hội nghị');
  });

  it('leaves an article that says something else by now, or was sent meanwhile, and does the others', async () => {
    const [changed, sent, other] = [create('Một', 'a'), create('Hai', 'b'), create('Ba', 'c')];
    const { articles } = desk.passages([changed, sent, other]);
    await desk.articles.applyLocal(changed, editOf(desk.articles.state(changed), typed('lead', ' Thêm')));
    desk.act({ id: sent, action: 'spike' });
    const { back, failed } = await desk.replaceInArticles(articles.map((own) => replacing(own, 'hội nghị', 'họp')));
    expect(failed.map(({ headline, error }) => [headline, error.code])).toEqual([
      ['Một', 'article-changed-since'],
      ['Hai', 'article-not-draft'],
    ]);
    expect(back.map(({ id }) => id)).toEqual([other]);
    expect(textOf(changed)).toContain('Sapo hội nghị. Thêm');
    expect(textOf(other)).toContain('Sapo họp.');
  });

  it('takes nothing back where the article was changed since', async () => {
    const id = create('Một', 'a');
    const { back } = await desk.replaceInArticles([replacing(desk.passages([id]).articles[0]!, 'hội nghị', 'họp')]);
    await desk.articles.applyLocal(id, editOf(desk.articles.state(id), typed('headline', '!')));
    const { failed } = await desk.replaceInArticles(back);
    expect(failed.map(({ error }) => error.code)).toEqual(['article-changed-since']);
    expect(textOf(id)).toEqual(['Một!', 'Sapo họp.', 'a họp.']);
  });

  it('keeps a link that may not be carried out of what is put back', async () => {
    const id = create('Một', 'a');
    const { state, passages } = desk.passages([id]).articles[0]!;
    const body = passages.find(({ kind }) => kind === 'body')!;
    const pieces = [{ text: 'x', attributes: { bold: true as const, link: 'javascript:alert(1)' } }];
    const edits = [{ start: 0, end: 1, replacement: 'x', pieces }];
    await desk.replaceInArticles([
      { id, state, changes: [{ passage: body.name, characters: body.characters, edits }] },
    ]);
    expect(linesOf(id)).toEqual([
      [
        { text: 'x hội', attributes: { bold: true } },
        { text: ' nghị.', attributes: {} },
      ],
    ]);
  });
});
