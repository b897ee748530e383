import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { appendEmbed } from './append-embed.ts';
import { readArticle } from './read.ts';
import { newArticleUpdate } from './write.ts';

it('puts something behind the last line, whatever formats the text ends in', () => {
  const doc = new Y.Doc();
  const document = { version: 1, language: 'vi', headline: '', lead: '', photos: [], fields: {} } as const;
  const blocks = [{ kind: 'bullet', runs: [{ text: 'đậm', bold: true }] }] as const;
  const update = newArticleUpdate({
    document: { ...document, photos: [], blocks: blocks.map((block) => ({ ...block, runs: [...block.runs] })) },
  });
  Y.applyUpdate(doc, update);
  appendEmbed(doc, { type: 'rule' }, 'here');
  expect(readArticle(doc).blocks).toEqual([...blocks, { kind: 'rule' }]);
});
