import { legacyEncodingOfFont } from '../../text/legacy/encodings.ts';
import type { Attributes } from '../flat-text.ts';
import { safeLink } from '../safe-link.ts';
import { type Context, isTracked } from './context.ts';
import { elementFormats } from './elements.ts';
import type { HtmlTree } from './html-tree.ts';
import { type Style, UNSTYLED } from './read-style.ts';

/** In these `vertical-align` says where the text of a cell stands. */
const tableParts: ReadonlySet<string> = new Set(['table', 'tbody', 'thead', 'tr', 'td', 'th']);

/** What an element says of the text in it: formats, a link, an old font. The very context where it says nothing. */
export function inlineContext<Node>(
  tree: HtmlTree<Node>,
  node: Node,
  tag: string,
  style: Style,
  context: Context,
): Context {
  const isInsertion = tag === 'ins' && isTracked(tree, node);
  const format = elementFormats[tag];
  const face = tag === 'font' ? tree.attribute(node, 'face') : null;
  const href = tag === 'a' ? safeLink(tree.attribute(node, 'href') ?? '') : null;
  if (style === UNSTYLED && format === undefined && face === null && href === null && !isInsertion) return context;
  const attributes: Attributes = { ...context.attributes };
  if (format !== undefined) attributes[format] = true;
  applyStyle(attributes, style, tableParts.has(tag));
  if (href !== null) attributes.link = href;
  if (attributes.link !== undefined) delete attributes.underline;
  const encoding = face !== null ? legacyEncodingOfFont(face.split(',')[0] ?? '') : style.encoding;
  return {
    ...context,
    attributes,
    encoding: encoding === undefined ? context.encoding : encoding,
    keepsSpace: style.keepsSpace ?? context.keepsSpace,
    isTracked: context.isTracked || isInsertion,
  };
}

function applyStyle(attributes: Attributes, style: Style, isTablePart: boolean): void {
  if (style.bold === true) attributes.bold = true;
  // Google Docs wraps everything in <b style="font-weight: normal">.
  else if (style.bold === false) delete attributes.bold;
  if (style.italic === true) attributes.italic = true;
  else if (style.italic === false) delete attributes.italic;
  if (style.underline === true) attributes.underline = true;
  if (style.strike === true) attributes.strike = true;
  if (style.position === 'none') {
    delete attributes.superscript;
    delete attributes.subscript;
  } else if (style.position !== undefined && !isTablePart) attributes[style.position] = true;
  if (attributes.superscript === true) delete attributes.subscript;
}
