/**
 * Neighbouring lines with the same `box`, as one info box. Like a list it is there for the page's elements alone: the flat
 * text knows of the lines' boxes, and line-groups.ts keeps these as the lines say.
 */
import { $create, $getState, $setState, createState, type EditorConfig, ElementNode, type LexicalNode } from 'lexical';

const boxState = createState('box', { parse: (value) => (typeof value === 'string' ? value : '') });

export class BoxNode extends ElementNode {
  override $config() {
    return this.config('box', { extends: ElementNode, stateConfigs: [{ flat: true, stateConfig: boxState }] });
  }

  /** The name that its lines have in common. */
  getBox(): string {
    return $getState(this, boxState);
  }

  override createDOM({ theme }: EditorConfig): HTMLElement {
    const dom = document.createElement('div');
    dom.className = 'info-box';
    dom.role = 'group';
    dom.ariaLabel = String(theme.boxLabel ?? '');
    return dom;
  }

  override updateDOM(): boolean {
    return false;
  }

  override canBeEmpty(): false {
    return false;
  }
}

export function $createBoxNode(box: string): BoxNode {
  return $setState($create(BoxNode), boxState, box);
}

export function $isBoxNode(node: LexicalNode | null | undefined): node is BoxNode {
  return node instanceof BoxNode;
}
