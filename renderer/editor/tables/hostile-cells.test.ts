/** What a broken or hostile peer may put into a table that somebody writes in: nothing may throw, nothing may be lost. */
import { createHeadlessEditor } from '@lexical/headless';
import { $getSelection, $isRangeSelection } from 'lexical';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { articleDocumentSchema } from '../../../shared/article/document.ts';
import { readArticle } from '../../../shared/article/read.ts';
import { cellText, readTableShape, tableMap } from '../../../shared/article/table.ts';
import { newTable } from '../../../shared/article/table-edits.ts';
import { $bodyLines } from '../body-lines.ts';
import { bodyNodes } from '../body-nodes.ts';
import { clientId, type Random, Replica, seededRandom } from '../fuzz-replica.ts';
import { $insertEmbed } from '../insert-deeds.ts';
import { $removeSelected } from '../remove-selected.ts';
import { $cellLine, $selectInCell, CellBinding } from './cell-binding.ts';
import { registerCellRules } from './cell-editor.ts';
import { areaBetween, placesInOrder } from './cell-grid.ts';
import { doInTable, possibleDeeds, tableDeeds } from './table-deeds.ts';
import { TableStore } from './table-store.ts';

const TRIALS = Number(process.env.HOSTILE_TRIALS ?? 60);
const pick = <T>(random: Random, from: readonly T[]): T => from[Math.floor(random() * from.length)]!;

function oddValue(random: Random): unknown {
  return pick<() => unknown>(random, [
    () => 7,
    () => -1.5,
    () => null,
    () => true,
    () => '',
    () => 'V',
    () => 'x'.repeat(5000),
    () => [2, 2],
    () => [1e9, 1e9],
    () => [Number.NaN, {}],
    () => new Y.Map<unknown>([['kind', 'heading2']]),
    () =>
      new Y.Map<unknown>([
        ['type', 'table'],
        ['table', 't'],
      ]),
    () => new Y.Text('chữ'),
    () => new Y.Array<unknown>(),
  ])();
}

const names = ['row:', 'col:', 'gone:', 'width:', 'span:', 'header', 'removed', 'row:__proto__', 'row:~', 'col:\u0000'];

function misbehave(doc: Y.Doc, table: string, random: Random): void {
  const map = tableMap(doc, table);
  const ids = ['r0', 'r1', 'c0', 'c1', 'r0:c0', 'r1:c1', 'x', ''];
  const cell = cellText(doc, table, pick(random, ['r0', 'r1', 'x1']), pick(random, ['c0', 'c1', 'y1']));
  const at = (): number => Math.floor(random() * (cell.length + 1));
  pick<() => void>(random, [
    () => map.set(pick(random, names) + pick(random, ids), oddValue(random)),
    () => map.set(pick(random, names) + pick(random, ids), oddValue(random)),
    () => map.delete(pick(random, [...map.keys(), 'x'])),
    () => cell.insertEmbed(at(), (oddValue(random) || 'x') as object, {}),
    () => cell.insert(at(), pick(random, ['\n', '\u2029', '\u0000', 'e\u0302\u0301', ' từ ', '\u2028'])),
    () => {
      const from = at();
      cell.format(from, Math.min(5, cell.length - from), { [pick(random, ['bold', 'link', 'color', 'c:1'])]: true });
    },
    () => cell.delete(0, Math.min(cell.length, 2)),
  ])();
}

function foreignCell(table: string, random: Random): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = clientId(random);
  const name = pick(random, [`cell:${table}:r0:c0`, `cell:${table}:r1:c1`, `table:${table}`, `cell:${table}:q:q`]);
  pick<() => void>(random, [
    () => doc.getArray(name).insert(0, [1, 'hai', { ba: 4 }]),
    () => doc.getMap(name).set('kind', 'x'),
    () => doc.getXmlFragment(name).insert(0, [new Y.XmlElement('b'), new Y.XmlText('c')]),
    () => doc.getText(name).insert(0, 'chữ', { bold: true }),
  ])();
  return Y.encodeStateAsUpdate(doc);
}

describe('a table that a hostile peer writes in', () => {
  it(`is shown, written in and read, seeds 1 to ${TRIALS}`, () => {
    for (let seed = 1; seed <= TRIALS; seed += 1) {
      const random = seededRandom(seed);
      const replica = new Replica('a', random);
      let table = '';
      replica.editor.update(
        () => {
          $bodyLines()[0]!.selectStart();
          table = replica.binding.addTable(newTable(2, 2));
          $insertEmbed({ type: 'table', table });
        },
        { discrete: true },
      );
      const { doc, undo } = replica;
      const editor = createHeadlessEditor({
        namespace: 'cell',
        nodes: bodyNodes,
        onError: (error) => {
          throw error;
        },
      });
      const stop = registerCellRules(editor);
      const text = cellText(doc, table, 'r0', 'c0');
      const binding = new CellBinding(editor, text, undo);
      const store = new TableStore(doc, table);
      store.on(() => {});
      store.onCells((changes) => {
        for (const change of changes) change.end();
      });
      const peer = new Y.Doc();
      peer.clientID = clientId(random);
      Y.applyUpdate(peer, Y.encodeStateAsUpdate(doc), 'peer');
      for (let i = 0; i < 12; i += 1) {
        const before = Y.encodeStateVector(doc);
        peer.transact(() => misbehave(peer, table, random));
        replica.take(Y.encodeStateAsUpdate(peer, before));
        if (i % 3 === 0) replica.take(foreignCell(table, random));
        editor.update(
          () => {
            const line = $cellLine()!;
            const size = line.getTextContentSize();
            const [from, to] = [random(), random()].map((part) => Math.floor(part * (size + 1))).sort((a, b) => a - b);
            $selectInCell(line, null, from!, to!);
            const selection = $getSelection();
            if (!$isRangeSelection(selection)) return;
            const deed = random();
            if (deed < 0.5) selection.insertText(' từ ');
            else if (deed < 0.7) $removeSelected();
            else if (deed < 0.85) selection.formatText('bold');
            else selection.insertLineBreak();
          },
          { discrete: true },
        );
        if (random() < 0.2) undo.undo();
        const shape = store.shape();
        expect(shape).toEqual(readTableShape(doc, table));
        const places = placesInOrder(shape);
        if (places.length > 0) {
          const area = areaBetween(shape, pick(random, places), pick(random, places))!;
          const deed = pick(random, tableDeeds);
          if (random() < 0.4 && possibleDeeds(shape, area).has(deed)) {
            undo.edit({ type: 'other' }, () => doInTable(doc, table, shape, area, deed));
          }
        }
        binding.flush();
        expect(binding.findDifference(), `seed ${seed}, ${i}`).toBeNull();
        expect(replica.binding.findDifference()).toBeNull();
        articleDocumentSchema.parse(readArticle(doc));
        Y.applyUpdate(peer, Y.encodeStateAsUpdate(doc), 'peer');
      }
      expect(readArticle(peer)).toEqual(readArticle(doc));
      binding.destroy();
      stop();
      replica.destroy();
      peer.destroy();
    }
  });
});
