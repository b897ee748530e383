/** The tables of one body: which of them the caret is in, the way from the text into a cell and out again. */
import { mergeRegister } from '@lexical/utils';
import {
  $getNodeByKey,
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_CRITICAL,
  KEY_DOWN_COMMAND,
  KEY_TAB_COMMAND,
  type LexicalEditor,
  type NodeKey,
  SELECTION_CHANGE_COMMAND,
  SKIP_DOM_SELECTION_TAG,
} from 'lexical';
import { newTable } from '../../../shared/article/table-edits.ts';
import { BodyBinding } from '../body-binding.ts';
import { $nextLine, $previousLine } from '../body-lines.ts';
import { $isEmbedNode } from '../embed-node.ts';
import { $loneEmbed, $selectEmbed, $selectedEmbeds } from '../embed-selection.ts';
import { $insertEmbed } from '../insert-deeds.ts';
import { $createLineNode } from '../line-node.ts';
import { $lineOf } from '../line-rules.ts';
import type { Direction } from './cell-grid.ts';
import type { TableHand, TablePorts } from './table-hand.ts';

const arrows: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

export class BodyTables {
  readonly ports: TablePorts;
  readonly #known = new Map<NodeKey, TableHand>();
  readonly #listeners = new Set<() => void>();
  #active: TableHand | null = null;
  /** A table that was just put in: the caret goes into it when it is shown. */
  #wanted: string | null = null;
  #isKeepingPlace = false;

  constructor(ports: TablePorts) {
    this.ports = ports;
  }

  /** The table that the caret is in, or was in when the focus went to a button or a menu. */
  get active(): TableHand | null {
    return this.#active;
  }

  /** The editor of the cell that the caret is in. */
  get cellEditor(): LexicalEditor | null {
    return this.#active?.cell?.editor ?? null;
  }

  /** Told when there is another table or cell in use, or it looks otherwise. Answers a function that stops listening. */
  on(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  readonly tell = (): void => {
    for (const listener of this.#listeners) listener();
  };

  /** Answers a function that stops. */
  start(): () => void {
    const { body } = this.ports;
    /** Where an arrow has just sent the caret. */
    let direction: Direction | null = null;
    const onFocus = (): void => {
      direction = null;
      this.setActive(null);
    };
    const onPress = (): void => {
      direction = null;
    };
    return mergeRegister(
      body.registerRootListener((root, former) => {
        former?.removeEventListener('focus', onFocus);
        former?.removeEventListener('pointerdown', onPress, true);
        root?.addEventListener('focus', onFocus);
        root?.addEventListener('pointerdown', onPress, true);
      }),
      body.registerCommand(
        KEY_DOWN_COMMAND,
        (event) => {
          direction = event.ctrlKey || event.metaKey || event.shiftKey ? null : (arrows[event.key] ?? null);
          return false;
        },
        COMMAND_PRIORITY_CRITICAL,
      ),
      // The browser has put the caret beside a table, or into its line: the way leads on into a cell.
      body.registerCommand(
        SELECTION_CHANGE_COMMAND,
        () => {
          // Its own caret is only kept for what is put in; the table is not selected for it.
          if (this.#isKeepingPlace) return true;
          const selection = $getSelection();
          if (direction === null || !$isRangeSelection(selection) || !selection.isCollapsed()) return false;
          const embed = $loneEmbed($lineOf(selection.anchor.getNode()));
          if (embed?.getEmbed().type !== 'table') return false;
          const [key, towards] = [embed.getKey(), direction];
          direction = null;
          queueMicrotask(() => this.enter(key, towards));
          return true;
        },
        COMMAND_PRIORITY_CRITICAL,
      ),
      body.registerCommand(
        KEY_TAB_COMMAND,
        (event) => {
          const [embed] = $selectedEmbeds();
          if (event.shiftKey || embed?.getEmbed().type !== 'table') return false;
          event.preventDefault();
          queueMicrotask(() => this.enter(embed.getKey(), 'down'));
          return true;
        },
        COMMAND_PRIORITY_CRITICAL,
      ),
    );
  }

  /** Answers a function that takes the table away. */
  register(editing: TableHand): () => void {
    this.#known.set(editing.key, editing);
    if (this.#wanted === editing.table) {
      this.#wanted = null;
      editing.enter('down');
    }
    return () => {
      this.#known.delete(editing.key);
      if (this.#active === editing) this.setActive(null);
    };
  }

  setActive(editing: TableHand | null): void {
    const former = this.#active;
    if (former === editing) return;
    this.#active = editing;
    former?.endUse();
    if (editing !== null) this.#putBodyCaretAt(editing.key);
    this.tell();
  }

  /** What is put into the body while the caret is in a cell goes behind the table. */
  #putBodyCaretAt(key: NodeKey): void {
    this.#isKeepingPlace = true;
    this.ports.body.update(
      () => {
        const embed = $getNodeByKey(key);
        const line = embed === null ? null : $lineOf(embed);
        line?.select(0, 0);
      },
      { discrete: true, tag: SKIP_DOM_SELECTION_TAG },
    );
    this.#isKeepingPlace = false;
  }

  /** From the text into a table; `direction` is where the caret was going. False if it is not shown. */
  enter(key: NodeKey, direction: Direction): boolean {
    return this.#known.get(key)?.enter(direction) ?? false;
  }

  /** From a table into the text beside it, or into the table that stands there. */
  leave(key: NodeKey, direction: Direction): void {
    const { body } = this.ports;
    const isBackward = direction === 'up' || direction === 'left';
    let next: NodeKey | null = null;
    let isFirst = false;
    body.update(
      () => {
        const embed = $getNodeByKey(key);
        const line = embed === null ? null : $lineOf(embed);
        if (line === null) return;
        const beside = isBackward ? $previousLine(line) : $nextLine(line);
        const lone = $loneEmbed(beside);
        if (lone?.getEmbed().type === 'table') next = lone.getKey();
        else if (lone !== null) $selectEmbed(lone);
        else if (beside !== null && isBackward) beside.selectEnd();
        else if (beside !== null) beside.selectStart();
        else if (isBackward) isFirst = true;
        else {
          const added = $createLineNode();
          line.insertAfter(added, false);
          added.select();
        }
      },
      { discrete: true, tag: SKIP_DOM_SELECTION_TAG },
    );
    if (next !== null && this.enter(next, direction)) return;
    if (isFirst) {
      if (direction === 'up') this.ports.onLeaveUp();
      return;
    }
    this.focusBody();
  }

  /** The caret goes on where it is in the text. */
  focusBody(): void {
    this.ports.body.getRootElement()?.focus({ preventScroll: true });
    this.ports.body.focus();
  }

  /** Selects a table as a whole. */
  selectWhole(key: NodeKey): void {
    this.ports.body.getRootElement()?.focus({ preventScroll: true });
    this.ports.body.update(
      () => {
        const embed = $getNodeByKey(key);
        if ($isEmbedNode(embed)) $selectEmbed(embed);
      },
      { discrete: true },
    );
  }

  /** Takes a table away; the caret stays where it was. */
  remove(key: NodeKey): void {
    this.ports.undo.cut();
    this.ports.body.getRootElement()?.focus({ preventScroll: true });
    this.ports.body.update(
      () => {
        const embed = $getNodeByKey(key);
        const line = embed === null ? null : $lineOf(embed);
        embed?.remove();
        line?.selectStart();
      },
      { discrete: true },
    );
  }

  /** Puts an empty table behind the caret's line and the caret into its first cell. */
  insert(rows: number, columns: number): void {
    const { body, undo } = this.ports;
    if (!body.isEditable()) return;
    undo.cut();
    body.getRootElement()?.focus({ preventScroll: true });
    const block = newTable(rows, columns);
    body.update(
      () => {
        const table = BodyBinding.of(body).addTable(block);
        this.#wanted = table;
        $insertEmbed({ type: 'table', table });
      },
      { discrete: true },
    );
  }
}
