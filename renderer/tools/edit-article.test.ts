import { beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { readArticle } from '../../shared/article/read.ts';
import { newArticleUpdate } from '../../shared/article/write.ts';
import type { ArticleEdits } from '../../shared/find/article-edits.ts';
import { readPassages } from '../../shared/find/passages.ts';
import { ArticleUndo } from '../editor/article-undo.ts';
import { Inbound } from '../editor/inbound.ts';
import { LOCAL_ORIGIN } from '../editor/local-origin.ts';
import { editArticle } from './edit-article.ts';

let doc: Y.Doc;
let undo: ArticleUndo;

beforeEach(() => {
  doc = new Y.Doc();
  const blocks = [{ kind: 'paragraph' as const, runs: [{ text: 'Một hai.' }] }];
  const document = {
    version: 1 as const,
    language: 'vi',
    headline: 'Tít',
    lead: 'Sapo',
    blocks,
    photos: [],
    fields: {},
  };
  Y.applyUpdate(doc, newArticleUpdate({ document }));
  undo = new ArticleUndo(doc);
});

/** The first letter of every passage in capitals three times. */
function changes(): ArticleEdits[] {
  return readPassages(doc).map(({ name, characters }) => ({
    passage: name,
    characters,
    edits: [{ start: 0, end: 1, replacement: characters[0]!.repeat(3) }],
  }));
}

const words = (): string[] => readPassages(doc).map(({ characters }) => characters);

describe('a tool in the open article', () => {
  it('makes one step of undo of all its edits, over headline, lead and body', () => {
    undo.edit({ type: 'insert', text: doc.getText('lead'), at: 4, inserted: '!' }, () =>
      doc.getText('lead').insert(4, '!'),
    );
    expect(editArticle({ doc, undo }, changes())).not.toBeNull();
    expect(words()).toEqual(['TTTít', 'SSSapo!', 'MMMột hai.']);
    undo.undo();
    expect(words()).toEqual(['Tít', 'Sapo!', 'Một hai.']);
    undo.undo();
    expect(words()).toEqual(['Tít', 'Sapo', 'Một hai.']);
  });

  it('takes back what it did as long as nothing else was done since', () => {
    const first = editArticle({ doc, undo }, changes());
    expect(first?.undo()).toBe(true);
    expect(readArticle(doc).headline).toBe('Tít');
    const second = editArticle({ doc, undo }, changes());
    undo.edit({ type: 'other' }, () => doc.getText('headline').insert(0, 'x'));
    expect(second?.undo()).toBe(false);
    expect(readArticle(doc).headline).toBe('xTTTít');
  });

  it('takes back its own words alone where others have written since', () => {
    const done = editArticle({ doc, undo }, changes());
    doc.transact(() => doc.getText('headline').insert(5, ' của người khác'), 'remote');
    expect(done?.undo()).toBe(true);
    expect(readArticle(doc).headline).toBe('Tít của người khác');
  });

  it('leaves the text alone while an input method is in the middle of a word', () => {
    const watcher = { flush: () => {}, release: () => {} };
    Inbound.of(doc).hold(watcher);
    expect(editArticle({ doc, undo }, changes())).toBeNull();
    expect(words()).toEqual(['Tít', 'Sapo', 'Một hai.']);
    Inbound.of(doc).release(watcher);
    expect(editArticle({ doc, undo }, changes())).not.toBeNull();
  });

  it('changes nothing and makes no step where the text says something else by now', () => {
    const before = changes();
    doc.transact(() => doc.getText('headline').insert(0, 'x'), LOCAL_ORIGIN);
    const { step } = undo;
    expect(editArticle({ doc, undo }, before)).toBeNull();
    expect(undo.step).toBe(step);
    expect(words()).toEqual(['xTít', 'Sapo', 'Một hai.']);
  });
});
