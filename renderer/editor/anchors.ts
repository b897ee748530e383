/**
 * What is pinned to a text node (comments, suggestions), as a state of the node: Lexical carries it along where the node is
 * split or formatted, and joins no two nodes that differ in it.
 */
import { $getState, $setState, createState, type TextNode } from 'lexical';

const anchorsState = createState('anchors', { parse: (value) => (typeof value === 'string' ? value : '') });

/** Names with a space between them, sorted; empty for none. */
export function $getAnchors(node: TextNode): string {
  return $getState(node, anchorsState);
}

export function $setAnchors(node: TextNode, anchors: string): TextNode {
  return $getAnchors(node) === anchors ? node : $setState(node, anchorsState, anchors);
}
