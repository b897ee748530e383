import { describe, expect, it } from 'vitest';
import type { ArticleReplacement, ToolArticle } from '../../shared/contract/desk-tools.ts';
import { type FindQuery, findInTexts } from '../../shared/find/find-hits.ts';
import type { Desk } from '../app/desk-link.ts';
import { countEdits, readMany, replaceMany } from './many-articles.ts';
import { chosenReplacements, hitsByArticle } from './many-hits.ts';

const query: FindQuery = { text: 'họp', matchAccents: true, matchCase: false, wholeWord: false, isPattern: false };
const error = { code: 'article-not-draft', message: '', details: {} };

function article(id: string, closed: ToolArticle['closed'], ...texts: string[]): ToolArticle {
  const passages = texts.map((characters, index) => ({
    ...{ name: `body:${index}`, kind: 'body' as const, number: index + 1, characters },
  }));
  return { id, headline: id, state: `state of ${id}`, closed, passages };
}

/** The two procedures of the core that are asked, and what they were asked. */
function deskOf(procedures: Partial<Desk['tools']>): Desk {
  return { tools: procedures } as unknown as Desk;
}

const idle = { isStopped: () => false, onProgress: () => {} };

describe('hits in many articles', () => {
  const articles = [article('a', null, 'họp', 'không'), article('b', error, 'họp'), article('c', null, 'Họp và họp')];
  const texts = articles.flatMap(({ passages }) => passages.map(({ characters }) => characters));
  const found = hitsByArticle(articles, findInTexts(query, texts), query, { text: 'gặp', keepCase: true });

  it('stand with their article, those that are closed among them', () => {
    expect(found.map(({ article: { id }, hits }) => [id, hits.map(({ edit }) => edit.replacement)])).toEqual([
      ['a', ['gặp']],
      ['b', ['gặp']],
      ['c', ['Gặp', 'gặp']],
    ]);
  });

  it('are sent but for those that were left out and those of closed articles', () => {
    const left = found[2]!.hits[0]!.key;
    const chosen = chosenReplacements(found, (key) => key === left);
    expect(chosen.map(({ id, state, changes }) => [id, state, changes.map(({ edits }) => edits)])).toEqual([
      ['a', 'state of a', [[{ start: 0, end: 3, replacement: 'gặp' }]]],
      ['c', 'state of c', [[{ start: 7, end: 10, replacement: 'gặp' }]]],
    ]);
    expect(countEdits(chosen)).toBe(2);
  });

  it('that would change nothing are not sent', () => {
    const same = hitsByArticle(articles, findInTexts(query, texts), query, { text: 'họp', keepCase: true });
    expect(chosenReplacements(same, () => false)).toEqual([]);
  });
});

describe('many articles', () => {
  const ids = Array.from({ length: 45 }, (_, index) => `${index}`);

  it('are read in slices, with progress', async () => {
    const asked: number[] = [];
    const desk = deskOf({
      passages: (async ({ ids: slice }: { ids: string[] }) => {
        asked.push(slice.length);
        return { articles: slice.map((id) => article(id, null)), failed: [] };
      }) as unknown as Desk['tools']['passages'],
    });
    const told: number[] = [];
    const { articles } = await readMany(desk, ids, {
      isStopped: () => false,
      onProgress: (behind) => told.push(behind),
    });
    expect([asked, told, articles.length]).toEqual([[20, 20, 5], [0, 20, 40, 45], 45]);
  });

  it('are changed in slices; what was done before a stop or a lost line can be taken back', async () => {
    const replacements = ids.map((id): ArticleReplacement => ({ id, state: '', changes: [] }));
    let slices = 0;
    const desk = deskOf({
      replace: (async ({ articles }: { articles: ArticleReplacement[] }) => {
        slices += 1;
        if (slices === 3) throw new Error('lost');
        return { back: articles, failed: [] };
      }) as unknown as Desk['tools']['replace'],
    });
    const lost = await replaceMany(desk, replacements, idle);
    expect([lost.back.length, lost.error]).toEqual([40, expect.any(Error)]);
    const stopped = await replaceMany(desk, replacements, { isStopped: () => slices >= 4, onProgress: () => {} });
    expect([stopped.back.length, stopped.error]).toEqual([20, null]);
  });
});
