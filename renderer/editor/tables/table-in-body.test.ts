import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { readArticle } from '../../../shared/article/read.ts';
import { cellText, readTableShape } from '../../../shared/article/table.ts';
import { asideTables, standingTables } from '../../../shared/article/table-aside.ts';
import { newTable } from '../../../shared/article/table-edits.ts';
import { $bodyLines } from '../body-lines.ts';
import { $createEmbedNode } from '../embed-node.ts';
import { Replica, seededRandom } from '../fuzz-replica.ts';
import { applyRemoteUpdate } from '../inbound.ts';
import { $insertEmbed } from '../insert-deeds.ts';
import { $moveLines } from '../line-deeds.ts';

function withTable(): { replica: Replica; table: string } {
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
  return { replica, table };
}

const take = (replica: Replica): void =>
  replica.editor.update(() => $bodyLines()[0]!.getFirstChild()!.remove(), { discrete: true });
const cell = (doc: Y.Doc, table: string): Y.Text => {
  const { rows, columns } = readTableShape(doc, table);
  return cellText(doc, table, rows[0]!, columns[0]!);
};

describe('a table in the text', () => {
  it('comes in one step with what it holds, and goes in one', () => {
    const { replica, table } = withTable();
    expect(readArticle(replica.doc).blocks[0]).toMatchObject({ kind: 'table', table, header: true });
    replica.undo.undo();
    expect(readArticle(replica.doc).blocks).toEqual([]);
    expect(asideTables(replica.doc)).toEqual([]);
    replica.undo.redo();
    expect(readArticle(replica.doc).blocks[0]).toMatchObject({ kind: 'table', table });
    replica.destroy();
  });

  it('is written also when another line changes in the same commit', () => {
    const replica = new Replica('a', seededRandom(1));
    replica.editor.update(
      () => {
        $bodyLines()[0]!.selectEnd().insertParagraph();
      },
      { discrete: true },
    );
    let table = '';
    // Letters that Lexical has not committed yet go into the document together with what comes behind them.
    replica.editor.update(() => {
      $bodyLines()[0]!.selectEnd().insertText('chữ');
    });
    replica.editor.update(
      () => {
        table = replica.binding.addTable(newTable(1, 2));
        $bodyLines()[1]!.append($createEmbedNode({ type: 'table', table }));
      },
      { discrete: true },
    );
    expect(readArticle(replica.doc).blocks).toMatchObject([{ kind: 'paragraph' }, { kind: 'table', table }]);
    expect(replica.binding.findDifference()).toBeNull();
    replica.destroy();
  });

  it('gets another name where there is a table of that name', () => {
    const { replica, table } = withTable();
    expect(replica.binding.addTable({ ...newTable(1, 1), table })).not.toBe(table);
    replica.destroy();
  });

  it('is taken away by whoever sees it, and offered to nobody', () => {
    const { replica, table } = withTable();
    cell(replica.doc, table).insert(0, 'chữ');
    take(replica);
    expect(standingTables(replica.doc).size).toBe(0);
    expect(asideTables(replica.doc)).toEqual([]);
    replica.undo.undo();
    expect([...standingTables(replica.doc)]).toEqual([table]);
    replica.destroy();
  });

  it('is offered when somebody else wrote in it meanwhile', () => {
    const { replica, table } = withTable();
    const theirs = new Y.Doc();
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(replica.doc), 'theirs');
    take(replica);
    cell(theirs, table).insert(0, 'chữ');
    applyRemoteUpdate(replica.doc, Y.encodeStateAsUpdate(theirs));
    expect(asideTables(replica.doc)).toMatchObject([{ table }]);
    replica.destroy();
  });

  it('is not taken away when its line moves', () => {
    const { replica, table } = withTable();
    replica.editor.update(
      () => {
        $bodyLines()[0]!.select(0, 0);
        $moveLines(1);
      },
      { discrete: true },
    );
    expect(readArticle(replica.doc).blocks.at(-1)).toMatchObject({ table });
    expect(replica.doc.getMap(`table:${table}`).has('removed')).toBe(false);
    replica.destroy();
  });
});
