/**
 * Binds a small Lexical editor to the text of a table's cell, both ways, as BodyBinding does for the body: what either side
 * changed is compared with what both last agreed on. A cell is one line without a mark, so places in the line are places in
 * the text.
 */
import {
  $addUpdateTag,
  $getRoot,
  $getSelection,
  $isRangeSelection,
  $setSelection,
  COLLABORATION_TAG,
  HISTORIC_TAG,
  type LexicalEditor,
  type NodeKey,
  type RangeSelection,
  SKIP_DOM_SELECTION_TAG,
  SKIP_SCROLL_INTO_VIEW_TAG,
} from 'lexical';
import type * as Y from 'yjs';
import { deleteText } from '../../../shared/article/delete-text.ts';
import { deletePlaces, type LinePart } from '../../../shared/article/flat-text.ts';
import { cellParts } from '../../../shared/article/table-cells.ts';
import type { ArticleUndo } from '../article-undo.ts';
import type { BodyView } from '../body-binding.ts';
import { $formatAt } from '../cached-lines.ts';
import { type Delta, endOfChange, movePlace } from '../delta.ts';
import { addParts, diffStretch, emptyStretch, OpList } from '../flat-diff.ts';
import { Inbound } from '../inbound.ts';
import { $readParts, $writeParts, contentLength, equalParts } from '../line-content.ts';
import { $createLineNode, $isLineNode, type LineNode } from '../line-node.ts';
import { $placeOfPoint, $setPoint } from '../places.ts';
import { editOf, writeOps } from '../write-ops.ts';

const noView: BodyView = { hasFocus: () => false, focus: () => {} };

export class CellBinding {
  readonly #editor: LexicalEditor;
  readonly #text: Y.Text;
  readonly #undo: ArticleUndo;
  readonly #inbound: Inbound;
  readonly #view: BodyView;
  /** What editor and text last agreed on. */
  #agreed: LinePart[] = [];
  #isComposing = false;
  /** What happens in the editor is of the text's making. */
  #isWriting = false;
  /** What happens in the text is of the editor's making. */
  #isPushing = false;
  readonly #stop: (() => void)[] = [];

  /** Shows the text in the editor and keeps the two alike until `destroy`. */
  constructor(editor: LexicalEditor, text: Y.Text, undo: ArticleUndo, view: BodyView = noView) {
    this.#editor = editor;
    this.#text = text;
    this.#undo = undo;
    this.#view = view;
    this.#inbound = Inbound.of(text.doc!);
    this.#agreed = cellParts(text);
    this.#write(() => {
      $addUpdateTag(COLLABORATION_TAG);
      $addUpdateTag(SKIP_DOM_SELECTION_TAG);
      const line = $createLineNode();
      $getRoot().clear().append(line);
      $writeParts(line, this.#agreed);
    });
    const observer = (event: Y.YTextEvent, { origin }: Y.Transaction): void => {
      if (!this.#isPushing) this.#pull(event.delta as Delta, origin === undo.origin);
    };
    text.observe(observer);
    this.#stop.push(
      () => text.unobserve(observer),
      editor.registerUpdateListener(({ editorState, dirtyElements }) => {
        if (!this.#isWriting && dirtyElements.size > 0) editorState.read(() => this.#$push());
      }),
      this.#inbound.watch(this),
    );
  }

  destroy(): void {
    this.release();
    this.flush();
    for (const stop of this.#stop.splice(0)) stop();
  }

  /** Commits what Lexical has gathered and writes it into the document, but for a word that is being composed. */
  flush(): void {
    if (this.#isWriting) return;
    this.#editor.update(() => {}, { discrete: true });
    this.#mend();
  }

  /** An input method has begun to compose. */
  hold(_line: NodeKey): void {
    this.#isComposing = true;
    this.#inbound.hold(this);
  }

  /** The composition has ended, the focus has left, or it has taken too long. */
  release(): void {
    if (!this.#isComposing) return;
    this.flush();
    this.#isComposing = false;
    this.#editor.getEditorState().read(() => this.#$push());
    this.#inbound.release(this);
  }

  /** Where the two differ, for tests; null when they agree. */
  findDifference(): string | null {
    const parts = cellParts(this.#text);
    const shown = this.#editor.getEditorState().read(() => {
      const [line, ...others] = $getRoot().getChildren();
      return $isLineNode(line) && others.length === 0 ? $readParts(line) : null;
    });
    if (shown === null) return 'not one line';
    if (equalParts(shown, parts) && equalParts(this.#agreed, parts)) return null;
    return JSON.stringify([shown, this.#agreed, parts]);
  }

  // From Lexical to the text.

  #$push(): void {
    if (this.#isComposing) return;
    const line = $cellLine();
    if (line === null) return;
    const parts = $readParts(line);
    const former = this.#agreed;
    if (equalParts(parts, former)) return;
    const [old, next] = [emptyStretch(), emptyStretch()];
    addParts(old, former);
    addParts(next, parts);
    const list = new OpList();
    diffStretch(list, old, next, $caretIn(line), true);
    const { ops } = list;
    this.#agreed = parts;
    this.#isPushing = true;
    try {
      this.#undo.edit(editOf(this.#text, ops, 0, old.text), () => {
        const remove = hasForeign(former) ? deletePlaces : deleteText;
        writeOps(this.#text, ops, 0, { markOf: () => null, former, remove });
      });
    } finally {
      this.#isPushing = false;
    }
    if (hasForeign(former)) queueMicrotask(() => this.#mend());
  }

  /** Yjs does not take away all that is foreign, and may change formats round it: what it made of an edit is shown. */
  #mend(): void {
    if (hasForeign(this.#agreed) && !equalParts(this.#agreed, cellParts(this.#text))) this.#pull([], false);
  }

  // From the text to Lexical.

  #pull(delta: Delta, isOwnUndo: boolean): void {
    const parts = cellParts(this.#text);
    const shownAt = isOwnUndo ? (endOfChange(delta, 1) ?? contentLength(parts)) : null;
    const hasFocus = this.#view.hasFocus();
    this.#write(() => {
      if (shownAt === null) {
        $addUpdateTag(COLLABORATION_TAG);
        $addUpdateTag(SKIP_SCROLL_INTO_VIEW_TAG);
        if (!hasFocus) $addUpdateTag(SKIP_DOM_SELECTION_TAG);
      } else $addUpdateTag(HISTORIC_TAG);
      const line = $cellLine();
      if (line === null) return;
      const selection = $getSelection();
      const range = $isRangeSelection(selection) ? selection.clone() : null;
      const anchor = range === null ? null : ($placeOfPoint(range.anchor)?.offset ?? null);
      const focus = range === null ? null : ($placeOfPoint(range.focus)?.offset ?? null);
      const typesAsThere = range !== null && $formatAt(range) === range.format;
      // Lexical throws when it looks at a caret whose text has become shorter.
      if (range !== null) $setSelection(null);
      $writeParts(line, parts);
      const moved = (place: number): number => movePlace(place, delta, 1);
      if (shownAt !== null) $selectInCell(line, range, shownAt, shownAt);
      else if (anchor !== null && focus !== null) $selectInCell(line, range, moved(anchor), moved(focus));
      if (range !== null && typesAsThere) range.format = $formatAt(range);
    });
    this.#agreed = parts;
    if (shownAt !== null && !hasFocus) this.#view.focus();
  }

  #write(change: () => void): void {
    this.#isWriting = true;
    try {
      this.#editor.update(change, { discrete: true });
    } finally {
      this.#isWriting = false;
    }
  }
}

/** The line that a cell's editor shows. */
export function $cellLine(): LineNode | null {
  const line = $getRoot().getFirstChild();
  return $isLineNode(line) ? line : null;
}

/** Selects from one place of the cell's text to another, with the format of `range`. */
export function $selectInCell(line: LineNode, range: RangeSelection | null, anchor: number, focus: number): void {
  const selection = range ?? line.select();
  $setPoint(selection.anchor, line, anchor);
  $setPoint(selection.focus, line, focus);
  if (range === null) selection.setFormat($formatAt(selection));
  $setSelection(selection);
}

function $caretIn(line: LineNode): number | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
  const place = $placeOfPoint(selection.focus);
  return place?.line === line.getKey() ? place.offset : null;
}

function hasForeign(parts: readonly LinePart[]): boolean {
  return parts.some((part) => 'embed' in part);
}
