/**
 * A line of the body, whatever its kind; it stands below the root, in a list or in a box (line-groups.ts). One class for
 * all kinds, so that a change of kind never replaces a node: what others type in the line meanwhile, and the caret, stay
 * where they are.
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
import {
  equalStyles,
  isListKind,
  type LineKind,
  type LineStyle,
  lineKinds,
  lineStyle,
} from '../../shared/article/flat-text.ts';
import { blockTags } from '../../shared/article/render-html.ts';
import { $isEmbedNode } from './embed-node.ts';

const kindState = createState('kind', {
  parse: (value): LineKind => lineKinds.find((kind) => kind === value) ?? 'paragraph',
});
/** Not Lexical's own indent, which it shows by a padding. */
const indentState = createState('level', { parse: (value) => (typeof value === 'number' ? value : 0) });
const boxState = createState('box', { parse: (value) => (typeof value === 'string' ? value : null) });

/** The element of each kind of line. */
export const lineTags = { ...blockTags, gallery: 'div' } as const;

export function isHeadingKind(kind: LineKind): kind is 'heading2' | 'heading3' {
  return kind === 'heading2' || kind === 'heading3';
}

export class LineNode extends ElementNode {
  override $config() {
    return this.config('line', {
      extends: ElementNode,
      stateConfigs: [kindState, indentState, boxState].map((stateConfig) => ({ flat: true, stateConfig })),
    });
  }

  getKind(): LineKind {
    return $getState(this, kindState);
  }

  setKind(kind: LineKind): this {
    return this.setLineStyle({ ...this.getLineStyle(), kind });
  }

  getLineStyle(): LineStyle {
    return {
      kind: $getState(this, kindState),
      indent: $getState(this, indentState),
      box: $getState(this, boxState),
    };
  }

  setLineStyle(style: LineStyle): this {
    const { kind, indent, box } = lineStyle(style);
    if (equalStyles(this.getLineStyle(), { kind, indent, box })) return this;
    return $setState($setState($setState(this, kindState, kind), indentState, indent), boxState, box);
  }

  override createDOM(): HTMLElement {
    const dom = document.createElement(this.#tag());
    dom.className = 'line';
    const { kind, indent } = this.getLineStyle();
    dom.dataset.kind = kind;
    if (isListKind(kind)) {
      dom.dataset.indent = String(indent);
      if (indent > 0) dom.ariaLevel = String(indent + 1);
    }
    return dom;
  }

  override updateDOM(prevNode: this, dom: HTMLElement): boolean {
    if ($getStateChange(this, prevNode, kindState) !== null) return true;
    if ($getStateChange(this, prevNode, indentState) !== null) return true;
    return dom.tagName.toLowerCase() !== this.#tag();
  }

  override insertNewAfter(selection: RangeSelection, restoreSelection = true): LineNode {
    const style = this.getLineStyle();
    const endsKind = isHeadingKind(style.kind) || style.kind === 'attribution' || style.kind === 'gallery';
    const next = $createLineNode(endsKind && isAtEnd(this, selection) ? { ...style, kind: 'paragraph' } : style);
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
    const holdsPhrasing = kind === 'paragraph' || kind === 'attribution' || isHeadingKind(kind);
    return holdsPhrasing && this.getChildren().some($isEmbedNode) ? 'div' : lineTags[kind];
  }
}

function isAtEnd(line: LineNode, selection: RangeSelection): boolean {
  const last = line.getLastDescendant();
  if (last === null) return true;
  const point = selection.focus;
  if (point.key === last.getKey()) return !$isTextNode(last) || point.offset === last.getTextContentSize();
  return point.type === 'element' && point.key === line.getKey() && point.offset === line.getChildrenSize();
}

export function $createLineNode(style: LineKind | Partial<LineStyle> = 'paragraph'): LineNode {
  return $create(LineNode).setLineStyle(lineStyle(style));
}

export function $isLineNode(node: LexicalNode | null | undefined): node is LineNode {
  return node instanceof LineNode;
}
