/** A photo, a rule, a table or a reference in a line. Inline, so that text which a merge brings into its line can always be shown. */
import {
  $create,
  $getState,
  $setState,
  createState,
  DecoratorNode,
  type ElementNode,
  type LexicalNode,
  stopLexicalPropagation,
} from 'lexical';
import { asEmbed, type Embed, equalEmbeds } from '../../shared/article/flat-text.ts';

const UNKNOWN: Embed = Object.freeze({ type: 'unknown' });

const embedState = createState('embed', {
  parse: (value): Embed => {
    return typeof value === 'object' && value !== null ? asEmbed(value as Record<string, unknown>) : UNKNOWN;
  },
  isEqual: equalEmbeds,
});

/** What happens in a caption's own field is not the body's business. */
const ownEvents = [
  'keydown',
  'keyup',
  'beforeinput',
  'input',
  'paste',
  'copy',
  'cut',
  'compositionstart',
  'compositionend',
  'dragstart',
  'drop',
];

export class EmbedNode extends DecoratorNode<Embed> {
  override $config() {
    return this.config('embed', { extends: DecoratorNode, stateConfigs: [{ flat: true, stateConfig: embedState }] });
  }

  getEmbed(): Embed {
    return $getState(this, embedState);
  }

  override createDOM(): HTMLElement {
    const embed = this.getEmbed();
    const dom = document.createElement('div');
    dom.className = 'embed';
    dom.dataset.embed = embed.type;
    if (embed.type === 'rule') {
      dom.append(document.createElement('hr'));
    }
    for (const type of ownEvents) {
      dom.addEventListener(type, (event) => {
        if (event.target instanceof Element && isInEmbedControl(event.target)) stopLexicalPropagation(event);
      });
    }
    return dom;
  }

  override updateDOM(): boolean {
    return false;
  }

  override isInline(): true {
    return true;
  }

  override getTextContent(): string {
    return '';
  }

  override decorate(): Embed {
    return this.getEmbed();
  }
}

/** Whether an element is, or is in, something in an embed that takes keys and clicks itself. */
export function isInEmbedControl(element: Element): boolean {
  return element.closest('.embed :is(input, textarea, select, button, a, [role], [tabindex])') !== null;
}

/** Whether a line holds embeds and nothing else. */
export function $isEmbedLine(line: ElementNode): boolean {
  const children = line.getChildren();
  return children.length > 0 && children.every($isEmbedNode);
}

/** Whether a line holds photos and nothing else. */
export function $isPhotoLine(line: ElementNode): boolean {
  return $isEmbedLine(line) && line.getChildren<EmbedNode>().every((embed) => embed.getEmbed().type === 'photo');
}

export function $createEmbedNode(embed: Embed): EmbedNode {
  return $setState($create(EmbedNode), embedState, embed);
}

export function $isEmbedNode(node: LexicalNode | null | undefined): node is EmbedNode {
  return node instanceof EmbedNode;
}
