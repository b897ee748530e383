/** What the browser parses, as an HtmlTree. */
import type { HtmlTree } from '../../shared/article/import-html/html-tree.ts';

const HTML_NAMESPACE = 'http://www.w3.org/1999/xhtml';

/** Styles are under a name of their own: see `inertHtml`. */
export const STYLE_ATTRIBUTE = 'data-own-style';

export const domTree: HtmlTree<Node> = {
  textOf: (node) => (node.nodeType === Node.TEXT_NODE ? node.nodeValue : null),
  tagOf: (node) =>
    node.nodeType === Node.ELEMENT_NODE && (node as Element).namespaceURI === HTML_NAMESPACE
      ? (node as Element).localName
      : null,
  attribute: (node, name) =>
    node.nodeType === Node.ELEMENT_NODE
      ? (node as Element).getAttribute(name === 'style' ? STYLE_ATTRIBUTE : name)
      : null,
  childrenOf: (node) => node.childNodes,
};
