import { createHeadlessEditor } from '@lexical/headless';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { blockText } from '../../../shared/article/document.ts';
import { readArticle } from '../../../shared/article/read.ts';
import { cellText } from '../../../shared/article/table.ts';
import { newTable, removeLines } from '../../../shared/article/table-edits.ts';
import { $bodyLines } from '../body-lines.ts';
import { bodyNodes } from '../body-nodes.ts';
import { Replica, seededRandom } from '../fuzz-replica.ts';
import { $insertEmbed } from '../insert-deeds.ts';
import { $cellLine, CellBinding } from './cell-binding.ts';
import { registerCellRules } from './cell-editor.ts';

function inCell(): {
  replica: Replica;
  table: string;
  binding: CellBinding;
  type: (letters: string) => void;
  shown: () => string;
} {
  const replica = new Replica('a', seededRandom(1));
  let table = '';
  replica.editor.update(
    () => {
      $bodyLines()[0]!.selectStart();
      table = replica.binding.addTable(newTable(2, 2));
      $insertEmbed({ type: 'table', table });
    },
    { discrete: true },
  );
  const editor = createHeadlessEditor({
    namespace: 'cell',
    nodes: bodyNodes,
    onError: (error) => {
      throw error;
    },
  });
  registerCellRules(editor);
  const text = cellText(replica.doc, table, 'r1', 'c0');
  const binding = new CellBinding(editor, text, replica.undo);
  const type = (letters: string): void =>
    editor.update(
      () => {
        $cellLine()!.selectEnd().insertText(letters);
      },
      { discrete: true },
    );
  const shown = (): string => readArticle(replica.doc).blocks.map(blockText)[0] ?? '';
  return { replica, table, binding, type, shown };
}

describe('a word that is composed in a cell', () => {
  it('is whole when somebody else takes its row away meanwhile', () => {
    const { replica, table, binding, type, shown } = inCell();
    type('một ');
    const theirs = new Y.Doc();
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(replica.doc));
    binding.hold('');
    type('tiế');
    theirs.transact(() => removeLines(theirs, table, 'rows', 1));
    replica.take(Y.encodeStateAsUpdate(theirs));
    type('ng');
    expect(shown()).toBe('\t\nmột \t');
    binding.release();
    expect(shown()).toBe('\t\ntiếng\t');
    expect(binding.findDifference()).toBeNull();
  });

  it('is what an undo takes back, and a redo brings again', () => {
    const { replica, binding, type, shown } = inCell();
    type('một ');
    binding.hold('');
    type('tiếng');
    replica.undo.undo();
    expect(shown()).toBe('\t\nmột \t');
    replica.undo.redo();
    expect(shown()).toBe('\t\nmột tiếng\t');
    expect(binding.findDifference()).toBeNull();
  });
});
