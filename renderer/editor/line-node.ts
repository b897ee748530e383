/**
 * A line of the body, whatever its kind; list items stand in lists (list-node.ts), the others below the root. One class for all kinds, so that a change of kind never
 * replaces a node: what others type in the line meanwhile, and the caret, stay where they are.
 */
import {
  $create,
  $getState,
  $getStateChange,
  $isElementNode,
  $isTextNode,
  $setState,
  createState,
  ElementNode,
  type LexicalNode,
  type LexicalUpdateJSON,
  type RangeSelection,
  type SerializedElementNode,
} from 'lexical';
import { type TextBlockKind, textBlockKinds } from '../../shared/article/document.ts';
import { blockTags } from '../../shared/article/render-html.ts';
import { $isEmbedNode } from './embed-node.ts';

const kindState = createState('kind', {
  parse: (value): TextBlockKind => textBlockKinds.find((kind) => kind === value) ?? 'paragraph',
});

export function isListKind(kind: TextBlockKind): kind is 'bullet' | 'number' {
  return kind === 'bullet' || kind === 'number';
}

export function isHeadingKind(kind: TextBlockKind): kind is 'heading2' | 'heading3' {
  return kind === 'heading2' || kind === 'heading3';
}

export class LineNode extends ElementNode {
  override $config() {
    return this.config('line', { extends: ElementNode, stateConfigs: [{ flat: true, stateConfig: kindState }] });
  }

  getKind(): TextBlockKind {
    return $getState(this, kindState);
  }

  setKind(kind: TextBlockKind): this {
    return $setState(this, kindState, kind);
  }

  override createDOM(): HTMLElement {
    const dom = document.createElement(this.#tag());
    dom.className = 'line';
    dom.dataset.kind = this.getKind();
    return dom;
  }

  override updateDOM(prevNode: this, dom: HTMLElement): boolean {
    if ($getStateChange(this, prevNode, kindState) !== null) return true;
    return dom.tagName.toLowerCase() !== this.#tag();
  }

  override insertNewAfter(selection: RangeSelection, restoreSelection = true): LineNode {
    const kind = this.getKind();
    const next = $createLineNode(isHeadingKind(kind) && isAtEnd(this, selection) ? 'paragraph' : kind);
    next.setTextFormat(selection.format);
    this.insertAfter(next, restoreSelection);
    return next;
  }

  /** Backspace in the first line: a kind becomes a paragraph; an empty paragraph goes if there is a line after it. */
  override collapseAtStart(): boolean {
    if (this.getKind() !== 'paragraph') {
      this.setKind('paragraph');
      return true;
    }
    const next = this.getNextSibling();
    if (!this.isEmpty() || !$isElementNode(next)) return false;
    next.selectStart();
    this.remove();
    return true;
  }

  override canMergeWhenEmpty(): boolean {
    return true;
  }

  override updateFromJSON(serializedNode: LexicalUpdateJSON<SerializedElementNode>): this {
    // Alignment, indent and direction are no part of an article.
    return super.updateFromJSON({ ...serializedNode, format: '', indent: 0, direction: null });
  }

  /** A paragraph or a heading holds phrasing only, and a photo with its caption is more than that. */
  #tag(): string {
    const kind = this.getKind();
    const holdsPhrasing = kind === 'paragraph' || isHeadingKind(kind);
    return holdsPhrasing && this.getChildren().some($isEmbedNode) ? 'div' : blockTags[kind];
  }
}

function isAtEnd(line: LineNode, selection: RangeSelection): boolean {
  const last = line.getLastDescendant();
  if (last === null) return true;
  const point = selection.focus;
  if (point.key === last.getKey()) return !$isTextNode(last) || point.offset === last.getTextContentSize();
  return point.type === 'element' && point.key === line.getKey() && point.offset === line.getChildrenSize();
}

export function $createLineNode(kind: TextBlockKind = 'paragraph'): LineNode {
  const line = $create(LineNode);
  return kind === 'paragraph' ? line : line.setKind(kind);
}

export function $isLineNode(node: LexicalNode | null | undefined): node is LineNode {
  return node instanceof LineNode;
}
