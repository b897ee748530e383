/**
 * Binds a Lexical editor to the body's flat text, both ways, by way of a cache that says what both of them last agreed
 * on: one entry a line, with the key of its node and its mark.
 *
 *   Lexical commits --> lines that are dirty are read and compared with the cache --> ops --> one Y transaction
 *   Y changes       --> lines are read and compared with the cache --> nodes that differ are written, carets moved along
 *
 * Whichever side changed, the cache is what the other is compared with, so an echo finds nothing to do. A change of lines
 * (Enter, a join, a move) is compared between the lines that stayed; see flat-diff.ts. The mark at place 0 belongs to
 * whatever line is first and is never deleted.
 *
 * The selection is taken out of the editor before others' text is written under it and put back moved along: Lexical
 * throws when it looks at a caret whose text has become shorter (see remove-selected.ts).
 *
 * Somebody else's insertion exactly at the caret goes behind it: what this person types next joins what they typed.
 */
import {
  $addUpdateTag,
  $getNodeByKey,
  $getRoot,
  $getSelection,
  $isNodeSelection,
  $isRangeSelection,
  $setSelection,
  COLLABORATION_TAG,
  type EditorState,
  HISTORIC_TAG,
  type LexicalEditor,
  type NodeKey,
  SKIP_DOM_SELECTION_TAG,
  SKIP_SCROLL_INTO_VIEW_TAG,
} from 'lexical';
import type * as Y from 'yjs';
import { deleteText } from '../../shared/article/delete-text.ts';
import type { TableBlock } from '../../shared/article/document.ts';
import {
  deletePlaces,
  equalStyles,
  getBody,
  type Line,
  type LinePart,
  type LineStyle,
  makeMark,
  markId,
  newBlockId,
  readLines,
  setMarkStyle,
} from '../../shared/article/flat-text.ts';
import { tableIds, writeTable } from '../../shared/article/table.ts';
import { noteRemoved } from '../../shared/article/table-aside.ts';
import type { ArticleUndo } from './article-undo.ts';
import { $bodyLines, $lineKeys } from './body-lines.ts';
import { $formatAt, $placeOfNodes, $selectPlaces, type CachedLine, cachedLine, flatPlace } from './cached-lines.ts';
import { type Delta, endOfChange, movePlace } from './delta.ts';
import { addMark, addParts, diffStretch, emptyStretch, keptKeys, type Op, OpList } from './flat-diff.ts';
import { Inbound } from './inbound.ts';
import { $readParts, $writeParts, contentLength, equalParts } from './line-content.ts';
import { $createLineNode, $isLineNode, type LineNode } from './line-node.ts';
import { $placeOfPoint, type LinePlace } from './places.ts';
import type { Edit } from './undo-steps.ts';
import { editOf, type MarkOf, writeOps } from './write-ops.ts';

type SeenLine = LineStyle & { key: NodeKey; parts: LinePart[] };

/** What shows the editor to a person. */
export type BodyView = {
  /** The body itself, not a field in it. */
  hasFocus(): boolean;
  focus(): void;
};

const noView: BodyView = { hasFocus: () => false, focus: () => {} };

export class BodyBinding {
  static readonly #ofEditor = new WeakMap<LexicalEditor, BodyBinding>();
  readonly #editor: LexicalEditor;
  readonly #text: Y.Text;
  readonly #undo: ArticleUndo;
  readonly #inbound: Inbound;
  readonly #view: BodyView;
  #lines: CachedLine[] = [];
  #byKey = new Map<NodeKey, CachedLine>();
  /** There is something that no editor of ours writes. */
  #hasForeign = false;
  #hasTables = false;
  #newTables: TableBlock[] = [];
  /** The line in which an input method composes: it is written when the composition has ended. */
  #composing: NodeKey | null = null;
  /** What happens in the editor is of the flat text's making. */
  #isWriting = false;
  /** What happens in the flat text is of the editor's making. */
  #isPushing = false;
  readonly #stop: (() => void)[] = [];

  /** The binding of an editor that has one. */
  static of(editor: LexicalEditor): BodyBinding {
    const binding = BodyBinding.#ofEditor.get(editor);
    if (binding === undefined) throw new Error('this editor is bound to nothing');
    return binding;
  }

  /** Shows the flat text in the editor and keeps the two alike until `destroy`. */
  constructor(editor: LexicalEditor, doc: Y.Doc, undo: ArticleUndo, view: BodyView = noView) {
    this.#editor = editor;
    this.#view = view;
    this.#text = getBody(doc);
    this.#undo = undo;
    this.#inbound = Inbound.of(doc);
    BodyBinding.#ofEditor.set(editor, this);
    this.#show();
    const observer = (events: Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction): void =>
      this.#onText(events, transaction);
    this.#text.observeDeep(observer as Parameters<Y.Text['observeDeep']>[0]);
    this.#stop.push(
      () => this.#text.unobserveDeep(observer as Parameters<Y.Text['observeDeep']>[0]),
      editor.registerUpdateListener(({ editorState, dirtyElements }) => this.#onCommit(editorState, dirtyElements)),
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

  /**
   * A table that comes into the text with the next edit: what it holds is written in the same step. In an update that puts
   * its embed in. Answers the name that the embed must have, a new one if there is a table of that name already.
   */
  addTable(block: TableBlock): string {
    const known = new Set([...tableIds(this.#text.doc!), ...this.#newTables.map(({ table }) => table)]);
    const table = known.has(block.table) ? newBlockId() : block.table;
    this.#newTables.push({ ...block, table });
    return table;
  }

  /** An input method has begun to compose in this line. */
  hold(key: NodeKey): void {
    this.#composing = key;
    this.#inbound.hold(this);
  }

  /** The composition has ended, the focus has left, or it has taken too long. */
  release(): void {
    if (this.#composing === null) return;
    this.flush();
    this.#composing = null;
    this.#editor.getEditorState().read(() => this.#push(new Set($lineKeys())));
    this.#inbound.release(this);
  }

  /** Where the two differ, for tests; null when they agree. */
  findDifference(): string | null {
    const lines = readLines(this.#text);
    return this.#editor.getEditorState().read(() => {
      const nodes = $bodyLines();
      if (nodes.length !== lines.length || this.#lines.length !== lines.length) {
        return `${nodes.length} nodes, ${this.#lines.length} cached, ${lines.length} lines`;
      }
      for (const [index, line] of lines.entries()) {
        const node = nodes[index];
        const cached = this.#lines[index]!;
        if (node === undefined || cached.key !== node.getKey()) return `line ${index}: another node`;
        if (cached.mark !== line.mark || cached.length !== line.length) return `line ${index}: another mark or length`;
        if (!equalStyles(node.getLineStyle(), line) || !equalStyles(cached, line)) return `line ${index}: style`;
        const parts = $readParts(node);
        if (!equalParts(parts, line.parts) || !equalParts(cached.parts, line.parts)) {
          return `line ${index}: ${JSON.stringify([parts, cached.parts, line.parts])}`;
        }
      }
      return null;
    });
  }

  #show(): void {
    this.#isWriting = true;
    this.#editor.update(
      () => {
        $addUpdateTag(SKIP_SCROLL_INTO_VIEW_TAG);
        $addUpdateTag(SKIP_DOM_SELECTION_TAG);
        const root = $getRoot().clear();
        this.#lines = readLines(this.#text).map((line) => {
          const node = $createLineNode(line);
          root.append(node);
          $writeParts(node, line.parts);
          return cachedLine(node.getKey(), line);
        });
      },
      { discrete: true, tag: COLLABORATION_TAG },
    );
    this.#isWriting = false;
    this.#index();
  }

  #index(): void {
    this.#byKey = new Map(this.#lines.map((line) => [line.key, line]));
    this.#hasForeign = this.#lines.some(({ parts }) => parts.some(isForeign));
    this.#hasTables = tablesIn(this.#lines).size > 0;
  }

  // From Lexical to the flat text.

  #onCommit(state: EditorState, dirty: ReadonlyMap<NodeKey, boolean>): void {
    if (this.#isWriting) return;
    state.read(() => this.#push(dirty));
    this.#newTables = [];
  }

  #push(dirty: ReadonlyMap<NodeKey, boolean> | ReadonlySet<NodeKey>): void {
    const keys = $lineKeys();
    const isSameOrder =
      keys.length === this.#lines.length && keys.every((key, index) => key === this.#lines[index]!.key);
    if (isSameOrder) {
      const touched = [...dirty.keys()].flatMap((key) => {
        const line = this.#byKey.get(key);
        return line === undefined || key === this.#composing ? [] : [line];
      });
      // As it is with every key that is typed.
      if (touched.length === 1) this.#pushLine(touched[0]!);
      else this.#pushTogether(touched);
      return;
    }
    this.#pushLines(keys, dirty);
  }

  /** What one deed did to several lines is one step of undo. */
  #pushTogether(lines: readonly CachedLine[]): void {
    const changed = lines.filter((line) => {
      const seen = $see(line.key);
      return seen !== null && !(equalStyles(seen, line) && equalParts(seen.parts, line.parts));
    });
    const push = (): void => {
      for (const line of changed) this.#pushLine(line);
    };
    if (changed.length > 1) this.#undo.together(push);
    else push();
  }

  #pushLine(line: CachedLine): void {
    const seen = $see(line.key);
    if (seen === null) return;
    if (!equalStyles(seen, line)) {
      this.#giveFirstMark();
      this.#edit({ type: 'other' }, () => {
        this.#setStyle(line, seen);
      });
    }
    if (equalParts(seen.parts, line.parts)) return;
    this.#giveFirstMark();
    const start = this.#startOf(line) + 1;
    const [old, next] = [emptyStretch(), emptyStretch()];
    addParts(old, line.parts);
    addParts(next, seen.parts);
    const ops = new OpList();
    diffStretch(ops, old, next, $caretIn(line.key), true);
    line.length += contentLength(seen.parts) - contentLength(line.parts);
    const former = line.parts;
    line.parts = seen.parts;
    this.#edit(editOf(this.#text, ops.ops, start, old.text), () => {
      this.#write(ops.ops, start, () => null, former);
      this.#noteTables([{ parts: former }], [seen]);
    });
  }

  #edit(edit: Edit, change: () => void): void {
    this.#isPushing = true;
    try {
      this.#undo.edit(edit, change);
    } finally {
      this.#isPushing = false;
    }
    if (this.#hasForeign) queueMicrotask(() => this.#mend());
  }

  /** In an edit that makes lines of others: writes the tables that came, and says of those that went what they held. */
  #noteTables(before: readonly { parts: LinePart[] }[], seen: readonly { parts: LinePart[] }[]): void {
    const doc = this.#text.doc;
    if (doc === null || (!this.#hasTables && this.#newTables.length === 0)) return;
    const [were, are] = [tablesIn(before), tablesIn(seen)];
    for (const block of this.#newTables) if (are.has(block.table)) writeTable(doc, block);
    this.#newTables = this.#newTables.filter(({ table }) => !are.has(table));
    for (const table of were) if (!are.has(table)) noteRemoved(doc, table);
    this.#hasTables = true;
  }

  /** Yjs does not take away all that is foreign, and may change formats round it: what it made of an edit is shown. */
  #mend(): void {
    if (!this.#hasForeign) return;
    const lines = readLines(this.#text);
    const isSame = (line: Line, index: number): boolean => {
      const cached = this.#lines[index];
      return cached?.mark === line.mark && cached.length === line.length && equalParts(cached.parts, line.parts);
    };
    if (lines.length !== this.#lines.length || !lines.every(isSame)) this.#pull(lines, [], null);
  }

  /** Lines came, went or moved: everything between the first and the last that differs is compared. */
  #pushLines(keys: readonly NodeKey[], dirty: ReadonlyMap<NodeKey, boolean> | ReadonlySet<NodeKey>): void {
    this.#giveFirstMark();
    const before = this.#lines;
    const seen = keys.flatMap((key): SeenLine[] => {
      const known = this.#byKey.get(key);
      if (known !== undefined && (!dirty.has(key) || key === this.#composing)) return [known];
      const line = $see(key);
      return line === null ? [] : [line];
    });
    const kept = this.#keptLines(before, seen);
    const old = new Map(before.map((line, index) => [line.key, index]));
    const ops = new OpList();
    const caret = $caret();
    /** The first mark stays whoever is first, so its place is passed over before anything is compared. */
    const firstMark = before[0]?.mark ?? null;
    ops.keep(1);
    let oldAt = 0;
    let newAt = 0;
    while (newAt < seen.length || oldAt < before.length) {
      // A stretch runs from one fixed mark to the next; the first line's mark is fixed on both sides.
      let newEnd = newAt + 1;
      while (newEnd < seen.length && !kept.has(seen[newEnd]!.key)) newEnd += 1;
      const oldEnd = newEnd < seen.length ? old.get(seen[newEnd]!.key)! : before.length;
      this.#diffLines(ops, before.slice(oldAt, oldEnd), seen.slice(newAt, newEnd), newAt, caret);
      if (newEnd < seen.length) ops.keep(1);
      [oldAt, newAt] = [oldEnd, newEnd];
    }
    this.#edit({ type: 'other' }, () => {
      this.#noteTables(before, seen);
      const marks = new Map<number, Y.Map<unknown>>();
      this.#write(ops.ops, 0, (index) => {
        const line = seen[index]!;
        const mark = makeMark(line, this.#byKey.get(line.key)?.id ?? newBlockId());
        marks.set(index, mark);
        return mark;
      });
      this.#lines = seen.map((line, index): CachedLine => {
        const known = this.#byKey.get(line.key);
        const mark = index === 0 ? firstMark : (marks.get(index) ?? known?.mark ?? null);
        if (index === 0 && mark !== null && before[0]?.key !== line.key) {
          mark.set('id', known?.id ?? newBlockId());
        }
        if (mark !== null) setMarkStyle(mark, line);
        const length = contentLength(line.parts) + (mark === null ? 0 : 1);
        const { key, kind, indent, box, parts } = line;
        return { key, mark, id: markId(mark), kind, indent, box, parts, length };
      });
    });
    this.#index();
  }

  /** The lines whose marks stay; of the first lines only one that is first before and after. */
  #keptLines(before: readonly CachedLine[], seen: readonly SeenLine[]): Set<NodeKey> {
    const isSameFirst = before[0]?.key === seen[0]?.key;
    const from = isSameFirst ? 0 : 1;
    return keptKeys(
      before.slice(from).map(({ key }) => key),
      seen.slice(from).map(({ key }) => key),
      (key) => (this.#byKey.get(key)?.length ?? 0) + 1,
    );
  }

  #diffLines(
    ops: OpList,
    before: readonly CachedLine[],
    seen: readonly SeenLine[],
    firstIndex: number,
    caret: LinePlace | null,
  ): void {
    if (before.length === 1 && seen.length === 1 && equalParts(before[0]!.parts, seen[0]!.parts)) {
      ops.keep(contentLength(before[0]!.parts));
      return;
    }
    const [old, next] = [emptyStretch(), emptyStretch()];
    for (const [index, line] of before.entries()) {
      if (index > 0 && line.mark !== null) addMark(old, -1 - index);
      addParts(old, line.parts);
    }
    let caretPlace: number | null = null;
    for (const [index, line] of seen.entries()) {
      if (index > 0) addMark(next, firstIndex + index);
      if (caret?.line === line.key) caretPlace = next.text.length + caret.offset;
      addParts(next, line.parts);
    }
    diffStretch(
      ops,
      old,
      next,
      caretPlace,
      before.length === 1 && seen.length === 1 && before[0]!.key === seen[0]!.key,
    );
  }

  #setStyle(line: CachedLine, { kind, indent, box }: LineStyle): void {
    Object.assign(line, { kind, indent, box });
    if (line.mark !== null) setMarkStyle(line.mark, line);
  }

  /** Text before the first mark gets one when somebody writes in it; without text it would be no line. */
  #giveFirstMark(): void {
    const [line] = this.#lines;
    if (line === undefined || line.mark !== null) return;
    const mark = makeMark(line);
    this.#isPushing = true;
    this.#text.doc?.transact(() => this.#text.insertEmbed(0, mark, {}), 'first mark');
    this.#isPushing = false;
    line.mark = mark;
    line.id = markId(mark);
    line.length += 1;
  }

  #write(ops: readonly Op[], start: number, markOf: MarkOf, former: readonly LinePart[] = []): void {
    const remove = this.#hasForeign ? deletePlaces : deleteText;
    writeOps(this.#text, ops, start, { markOf, former, remove });
  }

  #startOf(line: CachedLine): number {
    let start = 0;
    for (const other of this.#lines) {
      if (other === line) break;
      start += other.length;
    }
    return start;
  }

  // From the flat text to Lexical.

  #onText(events: readonly Y.YEvent<Y.AbstractType<unknown>>[], { origin }: Y.Transaction): void {
    if (this.#isPushing) return;
    const change = events.find((event) => event.target === this.#text);
    const delta = (change?.delta ?? []) as Delta;
    const lines = readLines(this.#text);
    if (origin !== this.#undo.origin) this.#pull(lines, delta, null);
    else {
      const marks = new Set<unknown>(events.map(({ target }) => target));
      const line = lines.findLast(({ mark }) => marks.has(mark));
      this.#pull(lines, delta, endOfChange(delta, 1) ?? (line === undefined ? null : line.start + line.length));
      if (!this.#view.hasFocus()) this.#view.focus();
    }
  }

  /** `shownAt`: the place of a change of one's own that the caret has to go to. */
  #pull(lines: readonly Line[], delta: Delta, shownAt: number | null): void {
    const hasFocus = this.#view.hasFocus();
    this.#isWriting = true;
    try {
      this.#editor.update(
        () => {
          if (shownAt === null) {
            $addUpdateTag(COLLABORATION_TAG);
            $addUpdateTag(SKIP_SCROLL_INTO_VIEW_TAG);
            if (!hasFocus) $addUpdateTag(SKIP_DOM_SELECTION_TAG);
          } else $addUpdateTag(HISTORIC_TAG);
          const selection = $getSelection();
          const range = $isRangeSelection(selection) ? selection.clone() : null;
          const anchor = range === null ? null : flatPlace(this.#lines, $placeOfPoint(range.anchor));
          const focus = range === null ? null : flatPlace(this.#lines, $placeOfPoint(range.focus));
          const typesAsThere = range !== null && $formatAt(range) === range.format;
          const whole = $isNodeSelection(selection) ? flatPlace(this.#lines, $placeOfNodes(selection)) : null;
          if (range !== null) $setSelection(null);
          this.#$writeLines(lines);
          const moved = (place: number): number => movePlace(place, delta, 1);
          if (shownAt !== null) $selectPlaces(this.#lines, range, shownAt, shownAt);
          else if (anchor !== null && focus !== null) $selectPlaces(this.#lines, range, moved(anchor), moved(focus));
          else if (
            whole !== null &&
            $isNodeSelection(selection) &&
            !selection.getNodes().some((node) => node.isAttached())
          ) {
            $selectPlaces(this.#lines, null, moved(whole), moved(whole));
          }
          // What is typed next looks like what is round the caret, unless this person has just said otherwise.
          if (range !== null && typesAsThere) range.format = $formatAt(range);
        },
        { discrete: true },
      );
    } finally {
      this.#isWriting = false;
    }
  }

  #$writeLines(lines: readonly Line[]): void {
    const root = $getRoot();
    const known = new Map(this.#lines.map((line) => [line.mark, line]));
    const used = new Set<NodeKey>();
    let previous: LineNode | null = null;
    const next: CachedLine[] = [];
    for (const line of lines) {
      const cached = known.get(line.mark);
      const found = cached === undefined || used.has(cached.key) ? null : $getNodeByKey(cached.key);
      let node: LineNode;
      if ($isLineNode(found) && cached !== undefined) {
        node = found;
        node.setLineStyle(line);
        if (!equalParts(cached.parts, line.parts)) $writeParts(node, line.parts);
      } else {
        node = $createLineNode(line);
        if (previous !== null) previous.insertAfter(node, false);
        else if (root.getFirstChild() === null) root.append(node);
        else root.getFirstChild()!.insertBefore(node, false);
        $writeParts(node, line.parts);
      }
      used.add(node.getKey());
      next.push(cachedLine(node.getKey(), line));
      previous = node;
    }
    for (const node of $bodyLines()) if (!used.has(node.getKey())) node.remove();
    this.#lines = next;
    this.#index();
  }
}

function $see(key: NodeKey): SeenLine | null {
  const node = $getNodeByKey(key);
  return $isLineNode(node) ? { key, ...node.getLineStyle(), parts: $readParts(node) } : null;
}

function $caret(): LinePlace | null {
  const selection = $getSelection();
  return $isRangeSelection(selection) && selection.isCollapsed() ? $placeOfPoint(selection.focus) : null;
}

function $caretIn(key: NodeKey): number | null {
  const caret = $caret();
  return caret?.line === key ? caret.offset : null;
}

function tablesIn(lines: readonly { parts: LinePart[] }[]): Set<string> {
  const tables = new Set<string>();
  for (const { parts } of lines) {
    for (const part of parts) if ('embed' in part && part.embed.type === 'table') tables.add(part.embed.table);
  }
  return tables;
}

function isForeign(part: LinePart): boolean {
  return 'embed' in part && part.embed.type === 'unknown';
}
