/** The cell that the caret is in: its editor, bound to its text, and where in it the caret stands. */
import { $getSelection, $isRangeSelection, type LexicalEditor } from 'lexical';
import type * as Y from 'yjs';
import { $lineAtEnd, $lineAtStart } from '../line-rules.ts';
import { $placeOfPoint } from '../places.ts';
import { watchComposition } from '../watch-composition.ts';
import { $cellLine, $selectInCell, CellBinding } from './cell-binding.ts';
import { type CellPorts, makeCellEditor, registerCellCommands, registerCellRules } from './cell-editor.ts';

/** Where a caret goes: a place of the text, or as near as can be to a point of the screen. */
export type CaretGoal = 'start' | 'end' | 'all' | number | { anchor: number; focus: number } | { x: number; y: number };

export type Edges = { start: boolean; end: boolean; top: boolean; bottom: boolean };

export class CellInUse {
  readonly place: string;
  readonly element: HTMLElement;
  readonly editor: LexicalEditor;
  readonly binding: CellBinding;
  readonly #stop: (() => void)[];

  constructor(place: string, element: HTMLElement, text: Y.Text, ports: CellPorts) {
    this.place = place;
    this.element = element;
    this.editor = makeCellEditor();
    this.editor.setRootElement(element);
    this.#stop = [registerCellRules(this.editor), registerCellCommands(this.editor, ports)];
    this.binding = new CellBinding(this.editor, text, ports.undo, {
      hasFocus: () => this.hasFocus(),
      focus: () => this.focus(),
    });
    this.#stop.push(watchComposition(this.editor, this.binding));
  }

  hasFocus(): boolean {
    return document.activeElement === this.element;
  }

  focus(): void {
    this.element.focus({ preventScroll: true });
    this.element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    this.editor.focus();
  }

  /** Takes the focus and puts the caret there. */
  select(goal: CaretGoal): void {
    this.element.focus({ preventScroll: true });
    const [anchor, focus] = this.#places(goal);
    this.editor.update(
      () => {
        const line = $cellLine();
        if (line !== null) $selectInCell(line, null, anchor, focus);
      },
      { discrete: true },
    );
    this.element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  #places(goal: CaretGoal): [anchor: number, focus: number] {
    const end = this.#size();
    if (goal === 'start') return [0, 0];
    if (goal === 'end') return [end, end];
    if (goal === 'all') return [0, end];
    if (typeof goal === 'number') return [goal, goal];
    if ('anchor' in goal) return [goal.anchor, goal.focus];
    const range = document.caretRangeFromPoint?.(goal.x, goal.y);
    if (range === null || range === undefined || !this.element.contains(range.startContainer)) return [end, end];
    const before = document.createRange();
    before.selectNodeContents(this.element);
    before.setEnd(range.startContainer, range.startOffset);
    const at = placesIn(before.cloneContents());
    return [at, at];
  }

  /** Places of the text where the selection begins and ends; null without one. */
  selected(): { anchor: number; focus: number } | null {
    return this.editor.getEditorState().read(() => {
      const selection = $getSelection();
      if (!$isRangeSelection(selection)) return null;
      const [anchor, focus] = [$placeOfPoint(selection.anchor), $placeOfPoint(selection.focus)];
      return anchor === null || focus === null ? null : { anchor: anchor.offset, focus: focus.offset };
    });
  }

  /** Also where there is nothing. */
  isAllSelected(): boolean {
    const selected = this.selected();
    return selected !== null && Math.abs(selected.anchor - selected.focus) >= this.#size();
  }

  #size(): number {
    return this.editor.getEditorState().read(() => $cellLine()?.getTextContentSize() ?? 0);
  }

  /** At which edges of the cell the moving end of the selection stands; in an update. */
  $edges(): Edges {
    const selection = $getSelection();
    const range = $isRangeSelection(selection) ? selection : null;
    const focus = range === null ? null : $placeOfPoint(range.focus);
    const size = $cellLine()?.getTextContentSize() ?? 0;
    const [start, end] = range?.isCollapsed()
      ? [$lineAtStart() !== null, $lineAtEnd() !== null]
      : [focus?.offset === 0, focus?.offset === size];
    return { start, end, ...this.#rows() };
  }

  /** Whether the moving end stands in the first or the last row that is seen. */
  #rows(): { top: boolean; bottom: boolean } {
    const caret = caretBox();
    const line = this.element.firstElementChild;
    if (caret === null || line === null) return { top: true, bottom: true };
    const box = line.getBoundingClientRect();
    const most = Number.parseFloat(getComputedStyle(line).lineHeight) * 0.75;
    return { top: caret.top - box.top < most, bottom: box.bottom - caret.bottom < most };
  }

  destroy(): void {
    this.binding.destroy();
    for (const stop of this.#stop.splice(0)) stop();
    this.editor.setRootElement(null);
  }
}

/** The box of the selection's moving end on the screen. */
export function caretBox(): DOMRect | null {
  const selection = getSelection();
  const node = selection?.focusNode ?? null;
  if (selection === null || node === null) return null;
  const range = document.createRange();
  range.setStart(node, selection.focusOffset);
  const box = range.getClientRects()[0];
  if (box !== undefined) return box;
  const child = node.childNodes[selection.focusOffset] ?? node;
  return child instanceof Element ? child.getBoundingClientRect() : null;
}

/** Letters, and breaks that are not Lexical's own. */
function placesIn(fragment: DocumentFragment): number {
  const breaks = fragment.querySelectorAll('br:not([data-lexical-managed-linebreak])');
  return (fragment.textContent ?? '').length + breaks.length;
}
