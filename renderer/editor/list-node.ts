/**
 * Neighbouring list items, as one real list: it is there for the page's elements alone (readers of the screen, numbers),
 * and the flat text knows nothing of it; line-groups.ts keeps it as the lines say. Items of every depth are neighbours
 * in it, each with its level: were they lists in lists, a change of depth would take a line out of the page and a caret
 * with it.
 */
import { $create, $getState, $setState, createState, ElementNode, type LexicalNode } from 'lexical';

export type ListKind = 'bullet' | 'number';

const kindState = createState('kind', { parse: (value): ListKind => (value === 'number' ? 'number' : 'bullet') });

export class ListNode extends ElementNode {
  override $config() {
    return this.config('lines', { extends: ElementNode, stateConfigs: [{ flat: true, stateConfig: kindState }] });
  }

  /** The kind of its first item, and of every outermost one. */
  getKind(): ListKind {
    return $getState(this, kindState);
  }

  setKind(kind: ListKind): this {
    return this.getKind() === kind ? this : $setState(this, kindState, kind);
  }

  override createDOM(): HTMLElement {
    const dom = document.createElement(this.#tag());
    dom.className = 'list';
    return dom;
  }

  override updateDOM(_: this, dom: HTMLElement): boolean {
    return dom.tagName.toLowerCase() !== this.#tag();
  }

  override canBeEmpty(): false {
    return false;
  }

  #tag(): 'ol' | 'ul' {
    return this.getKind() === 'number' ? 'ol' : 'ul';
  }
}

export function $createListNode(kind: ListKind): ListNode {
  return $create(ListNode).setKind(kind);
}

export function $isListNode(node: LexicalNode | null | undefined): node is ListNode {
  return node instanceof ListNode;
}
