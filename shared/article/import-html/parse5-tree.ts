/** What parse5 gives, as an HtmlTree. */
import { type DefaultTreeAdapterTypes, html } from 'parse5';
import type { HtmlTree } from './html-tree.ts';

type Node = DefaultTreeAdapterTypes.Node;

const NONE: readonly Node[] = [];

export const parse5Tree: HtmlTree<Node> = {
  textOf: (node) => ('value' in node ? node.value : null),
  tagOf: (node) => ('tagName' in node && node.namespaceURI === html.NS.HTML ? node.tagName : null),
  attribute: (node, name) => {
    if (!('attrs' in node)) return null;
    for (const attribute of node.attrs) if (attribute.name === name) return attribute.value;
    return null;
  },
  childrenOf: (node) => ('childNodes' in node ? node.childNodes : NONE),
};
