import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { readArticle } from '../../shared/article/read.ts';
import { newArticleUpdate } from '../../shared/article/write.ts';
import { writeArticleEdits } from '../../shared/find/article-edits.ts';
import { readPassages } from '../../shared/find/passages.ts';
import type { ToolOptions } from '../../shared/text-tools/text-tools.ts';
import { chosenEdits, toolChanges } from './tool-changes.ts';

const options: ToolOptions = {
  toneStyle: 'new',
  punctuation: ['quotes', 'spaces'],
  dateForm: 'numbers',
  encoding: null,
  names: [],
};

function article(headline: string, ...texts: string[]): Y.Doc {
  const doc = new Y.Doc();
  const blocks = texts.map((text) => ({ kind: 'paragraph' as const, runs: [{ text }] }));
  const document = { version: 1 as const, language: 'vi', headline, lead: '', blocks, photos: [], fields: {} };
  Y.applyUpdate(doc, newArticleUpdate({ document }));
  return doc;
}

describe('the changes of a tool', () => {
  it('are named so that a choice stays when others write before them', () => {
    const doc = article('Tít', 'hòa và hòa');
    const before = toolChanges(readPassages(doc), 'tone-marks', options, null)[0]!;
    doc.getText('body').insert(1, 'Nay ');
    const after = toolChanges(readPassages(doc), 'tone-marks', options, null)[0]!;
    expect(after.changes.map(({ key }) => key)).toEqual(before.changes.map(({ key }) => key));
    expect(new Set(after.changes.map(({ key }) => key)).size).toBe(2);
    expect(after.changes[1]!.edit.start).toBe(before.changes[1]!.edit.start + 4);
  });

  it('are written but for those that were left out', () => {
    const doc = article('Hòa Bình', 'thủy và hóa');
    const changes = toolChanges(readPassages(doc), 'tone-marks', options, null);
    const left = changes[1]!.changes[0]!.key;
    expect(
      doc.transact(() =>
        writeArticleEdits(
          doc,
          chosenEdits(changes, (key) => key === left),
        ),
      ),
    ).not.toBeNull();
    const { headline, blocks } = readArticle(doc);
    expect([headline, blocks]).toEqual(['Hoà Bình', [{ kind: 'paragraph', runs: [{ text: 'thủy và hoá' }] }]]);
  });

  it('are those of what is selected, where something is', () => {
    const doc = article('Hòa', 'thủy và hóa', 'khỏe');
    const passages = readPassages(doc);
    const selected = new Map([[passages[1]!.name, { start: 5, end: 11 }]]);
    const found = toolChanges(passages, 'tone-marks', options, selected);
    expect(found.map(({ changes }) => changes.map(({ edit }) => edit.replacement))).toEqual([['hoá']]);
    expect(toolChanges(passages, 'upper-case', options, null)).toEqual([]);
    const upper = toolChanges(passages, 'upper-case', options, selected)[0]!;
    expect(upper.changes.map(({ edit }) => edit.replacement)).toEqual(['VÀ', 'HÓA']);
  });
});
