/**
 * HTML as a tree, whoever parsed it: the browser (renderer/editor/dom-tree.ts) or parse5 (parse5-tree.ts). `Node` is the
 * parser's own, so that nothing is copied.
 */
export type HtmlTree<Node> = {
  /** The characters of a text; null for anything else. */
  textOf(node: Node): string | null;
  /** An HTML element's name in small letters; null for text, comments, and elements of SVG and MathML. */
  tagOf(node: Node): string | null;
  attribute(node: Node, name: string): string | null;
  childrenOf(node: Node): ArrayLike<Node>;
};

/** The text below a node, up to a length. */
export function textBelow<Node>(tree: HtmlTree<Node>, node: Node, most = 10_000): string {
  let text = '';
  const open: Node[] = [node];
  for (let next = open.pop(); next !== undefined && text.length < most; next = open.pop()) {
    text += tree.textOf(next) ?? '';
    const children = tree.childrenOf(next);
    for (let at = children.length - 1; at >= 0; at -= 1) open.push(children[at]!);
  }
  return text;
}
