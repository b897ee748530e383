/** One person at an article with tables, for the fuzz: the body's own replica, and a cell's editor that is open. */
import { createHeadlessEditor } from '@lexical/headless';
import { $getSelection, $isRangeSelection, type LexicalEditor } from 'lexical';
import type * as Y from 'yjs';
import { blockText } from '../../../shared/article/document.ts';
import { formatNames } from '../../../shared/article/flat-text.ts';
import { readArticle } from '../../../shared/article/read.ts';
import { cellText, readTable, readTableShape, type TableShape } from '../../../shared/article/table.ts';
import { asideTables, bringBackTable, letTableGo, standingTables } from '../../../shared/article/table-aside.ts';
import {
  clearCells,
  fillCells,
  formatCells,
  insertLines,
  moveLines,
  newTable,
  removeLines,
  setHeader,
  setWidths,
} from '../../../shared/article/table-edits.ts';
import { type CellArea, mergeCells, splitCells } from '../../../shared/article/table-spans.ts';
import { BodyBinding } from '../body-binding.ts';
import { $bodyLines } from '../body-lines.ts';
import { bodyNodes } from '../body-nodes.ts';
import { $isEmbedNode } from '../embed-node.ts';
import { type Deed, type Random, Replica } from '../fuzz-replica.ts';
import { flushViews } from '../inbound.ts';
import { $insertEmbed } from '../insert-deeds.ts';
import { lexicalFormats } from '../line-content.ts';
import { LOCAL_ORIGIN } from '../local-origin.ts';
import { $removeSelected } from '../remove-selected.ts';
import { $cellLine, $selectInCell, CellBinding } from './cell-binding.ts';
import { registerCellRules } from './cell-editor.ts';
import { placesInOrder } from './cell-grid.ts';

export const cellDeeds = ['cellType', 'cellBreak', 'cellDelete', 'cellFormat'] as const;
export const lineDeeds = ['insertLines', 'removeLines', 'moveLines', 'clear', 'fill', 'formatCells', 'look'] as const;
export const spanDeeds = ['merge', 'split'] as const;
export const wholeDeeds = ['newTable', 'takeTable', 'bringBack', 'letGo'] as const;
export type TableFuzzDeed =
  | Deed
  | (typeof cellDeeds)[number]
  | (typeof lineDeeds)[number]
  | (typeof spanDeeds)[number]
  | (typeof wholeDeeds)[number];

const WORD = /[a-z]\d+z/gu;

type OpenCell = { name: string; editor: LexicalEditor; binding: CellBinding; stop: () => void };

export class TableReplica {
  readonly body: Replica;
  readonly #name: string;
  readonly #random: Random;
  #words = 0;
  #cell: OpenCell | null = null;

  constructor(name: string, random: Random) {
    this.#name = name;
    this.#random = random;
    this.body = new Replica(name, random);
  }

  get doc(): Y.Doc {
    return this.body.doc;
  }

  destroy(): void {
    this.#closeCell();
    this.body.destroy();
  }

  /** Every word that is shown or offered, in order. */
  words(): string[] {
    const blocks = [...readArticle(this.doc).blocks, ...asideTables(this.doc)];
    return blocks.map(blockText).join('\n').match(WORD) ?? [];
  }

  findDifference(): string | null {
    return this.body.binding.findDifference() ?? this.#cell?.binding.findDifference() ?? null;
  }

  /** Does something; answers what it was. */
  act(deeds: readonly TableFuzzDeed[]): TableFuzzDeed {
    const deed = deeds[this.#pick(deeds.length)]!;
    const tables = [...standingTables(this.doc)].filter((id) => readTable(this.doc, id) !== null);
    const table = tables[this.#pick(tables.length)];
    if (deed === 'newTable') this.#newTable();
    else if (deed === 'bringBack' || deed === 'letGo') this.#decide(deed);
    else if (isOf(cellDeeds, deed)) {
      if (table !== undefined) this.#inCell(table, deed);
    } else if (deed === 'takeTable') {
      if (table !== undefined) this.#takeAway(table);
    } else if (isOf(lineDeeds, deed) || isOf(spanDeeds, deed)) {
      if (table !== undefined) this.#edit(table, deed);
    } else this.body.act([deed as Deed]);
    flushViews(this.doc);
    return deed;
  }

  #pick(count: number): number {
    return Math.floor(this.#random() * count);
  }

  #word(): string {
    this.#words += 1;
    return `${String.fromCharCode(this.#name.charCodeAt(0) + 10)}${this.#words}z`;
  }

  #newTable(): void {
    this.body.undo.cut();
    this.body.editor.update(
      () => {
        const lines = $bodyLines();
        lines[this.#pick(lines.length)]!.selectEnd();
        const table = BodyBinding.of(this.body.editor).addTable(newTable(1 + this.#pick(3), 1 + this.#pick(3)));
        $insertEmbed({ type: 'table', table });
      },
      { discrete: true },
    );
  }

  #takeAway(table: string): void {
    this.body.editor.update(
      () => {
        for (const line of $bodyLines()) {
          for (const child of line.getChildren()) {
            if (!$isEmbedNode(child)) continue;
            const embed = child.getEmbed();
            if (embed.type === 'table' && embed.table === table) child.remove();
          }
        }
      },
      { discrete: true },
    );
  }

  #decide(deed: 'bringBack' | 'letGo'): void {
    const [aside] = asideTables(this.doc);
    if (aside === undefined) return;
    if (deed === 'bringBack') bringBackTable(this.doc, aside.table, LOCAL_ORIGIN);
    else letTableGo(this.doc, aside.table, LOCAL_ORIGIN);
  }

  #area(shape: TableShape): CellArea {
    const [row, column] = [this.#pick(shape.rows.length), this.#pick(shape.columns.length)];
    return {
      row,
      column,
      rows: 1 + this.#pick(Math.min(2, shape.rows.length - row)),
      columns: 1 + this.#pick(Math.min(2, shape.columns.length - column)),
    };
  }

  #edit(table: string, deed: (typeof lineDeeds)[number] | (typeof spanDeeds)[number]): void {
    const shape = readTableShape(this.doc, table);
    const axis = this.#random() < 0.5 ? 'rows' : 'columns';
    const at = this.#pick(shape[axis].length);
    const area = this.#area(shape);
    const run = { text: ` ${this.#word()} ` };
    flushViews(this.doc);
    this.body.undo.edit({ type: 'other' }, () => {
      switch (deed) {
        case 'insertLines':
          insertLines(this.doc, table, axis, at, 1 + this.#pick(2));
          return;
        case 'removeLines':
          if (shape[axis].length > 1) removeLines(this.doc, table, axis, at);
          return;
        case 'moveLines':
          moveLines(this.doc, table, axis, at, 1, this.#pick(shape[axis].length));
          return;
        case 'clear':
          clearCells(this.doc, table, area);
          return;
        case 'fill':
          fillCells(this.doc, table, area, [[[run], []], [[{ ...run, text: ` ${this.#word()} ` }]]]);
          return;
        case 'formatCells':
          formatCells(this.doc, table, area, formatNames[this.#pick(formatNames.length)]!, this.#random() < 0.7);
          return;
        case 'look':
          setHeader(this.doc, table, this.#random() < 0.5);
          setWidths(this.doc, table, this.#random() < 0.3 ? null : shape.columns.map(() => 1 + this.#pick(50)));
          return;
        case 'merge':
          mergeCells(this.doc, table, area);
          return;
        case 'split':
          splitCells(this.doc, table, area);
      }
    });
  }

  #openCell(table: string): OpenCell {
    const places = placesInOrder(readTableShape(this.doc, table));
    const [row = '', column = ''] = places[this.#pick(places.length)]!.split(':');
    const name = `${table}:${row}:${column}`;
    if (this.#cell?.name === name) return this.#cell;
    this.#closeCell();
    const editor = createHeadlessEditor({
      namespace: name,
      nodes: bodyNodes,
      onError: (error) => {
        throw error;
      },
    });
    const stop = registerCellRules(editor);
    const binding = new CellBinding(editor, cellText(this.doc, table, row, column), this.body.undo);
    this.#cell = { name, editor, binding, stop };
    return this.#cell;
  }

  #closeCell(): void {
    this.#cell?.binding.destroy();
    this.#cell?.stop();
    this.#cell = null;
  }

  #inCell(table: string, deed: (typeof cellDeeds)[number]): void {
    const { editor } = this.#openCell(table);
    editor.update(
      () => {
        const line = $cellLine()!;
        const from = this.#boundary(line.getTextContent());
        const to = deed === 'cellType' || deed === 'cellBreak' ? from : this.#boundary(line.getTextContent());
        $selectInCell(line, null, Math.min(from, to), Math.max(from, to));
        const selection = $getSelection();
        if (!$isRangeSelection(selection)) return;
        if (deed === 'cellType') for (const letter of ` ${this.#word()} `) selection.insertText(letter);
        else if (deed === 'cellBreak') selection.insertLineBreak();
        else if (deed === 'cellDelete') $removeSelected();
        else selection.formatText(lexicalFormats[formatNames[this.#pick(formatNames.length)]!]);
      },
      { discrete: true },
    );
  }

  /** A place where no word is torn. */
  #boundary(text: string): number {
    const places = [0, text.length];
    for (let at = 1; at < text.length; at += 1) {
      if (!/[a-z\d]/u.test(text[at - 1]!) || !/[a-z\d]/u.test(text[at]!)) places.push(at);
    }
    return places[this.#pick(places.length)]!;
  }
}

function isOf<Name extends string>(names: readonly Name[], name: string): name is Name {
  return (names as readonly string[]).includes(name);
}
