/** What a block says of the lines in it: their kind, the list or the box that they stand in. */
import { MAX_INDENT } from '../document.ts';
import type { LineKind } from '../flat-text.ts';
import type { Context } from './context.ts';
import { BOX_ATTRIBUTE, EXACT_INDENT_ATTRIBUTE, headingKinds } from './elements.ts';
import { noteNumber } from './footnotes.ts';
import { type HtmlTree, textBelow } from './html-tree.ts';
import { type Marker, readMarker } from './markers.ts';
import type { Style } from './read-style.ts';

export type BlockPort<Node> = { tree: HtmlTree<Node>; newId: () => string; styleOf: (node: Node) => Style };

/** Word's marker stands among the first things of a paragraph. */
const MAX_LOOKED_AT = 12;

const captionClass =
  /\b(?:mso)?caption\b|imagecaption|photo-?caption|[_-]caption|chu-?thich|desc[_-]?image|image[_-]?desc/u;
/** Word's and our own classes that say what a paragraph is. */
const kindClasses: readonly (readonly [RegExp, LineKind])[] = [
  [/\bmso(?:intense)?quote\b/u, 'quote'],
  [/\bmsotitle/u, 'heading2'],
  [/\bmsosubtitle/u, 'heading3'],
  [/^attribution$/u, 'attribution'],
];

export function blockContext<Node>(
  port: BlockPort<Node>,
  node: Node,
  tag: string,
  style: Style,
  outer: Context,
): Context {
  const { tree } = port;
  const context: Context = { ...outer };
  if (tag === 'ul' || tag === 'ol' || tag === 'menu' || tag === 'dir') {
    const level = outer.list === null ? 0 : outer.list.level + 1;
    const start = numberOf(tree, node, 'start') ?? 1;
    context.list = { isNumbered: tag === 'ol', level, start, next: start };
    return context;
  }
  if (tag === 'li') openItem(tree, node, context);
  else readElement(tag, context);
  const names = (tree.attribute(node, 'class') ?? '').toLowerCase();
  const isBox = tree.attribute(node, BOX_ATTRIBUTE) !== null || (tag === 'aside' && / box /u.test(` ${names} `));
  if (isBox) context.box = port.newId();
  if (names !== '') readClass(names, context);
  const level = style.outline ?? headingLevel(tree, node, names);
  const heading = headingKinds[tag] ?? (level === null ? undefined : level <= 2 ? 'heading2' : 'heading3');
  if (heading !== undefined) become(context, heading);
  if (style.listLevel !== undefined && tag !== 'li') {
    openWordItem(findMarker(port, node), style.listLevel, heading !== undefined, context);
  }
  return context;
}

function become(context: Context, kind: LineKind): void {
  context.kind = kind;
  context.indent = 0;
  context.item = null;
}

function readElement(tag: string, context: Context): void {
  const { figure } = context;
  switch (tag) {
    case 'blockquote':
      become(context, 'quote');
      if (figure !== null) figure.hasQuote = true;
      break;
    case 'figure':
      context.figure = { hasPicture: false, hasQuote: false };
      break;
    case 'figcaption':
    case 'caption':
      become(context, figure?.hasQuote === true && !figure.hasPicture ? 'attribution' : 'paragraph');
      context.isCaption = tag === 'figcaption' && context.kind === 'paragraph';
      break;
    case 'footer':
      if (context.kind === 'quote') become(context, 'attribution');
      break;
    case 'pre':
      context.keepsSpace = true;
      break;
  }
}

function readClass(names: string, context: Context): void {
  if (captionClass.test(names)) context.isCaption = true;
  else if (names === 'gallery') context.gallery = { line: null };
  else {
    const kind = kindClasses.find(([pattern]) => pattern.test(names))?.[1];
    if (kind !== undefined) become(context, kind);
  }
}

/** Of a paragraph that is a heading in all but its element. */
function headingLevel<Node>(tree: HtmlTree<Node>, node: Node, names: string): number | null {
  if (tree.attribute(node, 'role') === 'heading') return numberOf(tree, node, 'aria-level') ?? 2;
  const level = /\bheading_20_(\d)\b/u.exec(names)?.[1];
  return level === undefined ? null : Number(level);
}

function numberOf<Node>(tree: HtmlTree<Node>, node: Node, name: string): number | null {
  const value = tree.attribute(node, name);
  return value !== null && /^\s*\d{1,6}\s*$/u.test(value) ? Number(value) : null;
}

function openItem<Node>(tree: HtmlTree<Node>, node: Node, context: Context): void {
  const { list } = context;
  context.isCaption = false;
  const note = noteNumber(tree.attribute(node, 'id'));
  if (note !== null) {
    become(context, 'paragraph');
    context.item = { line: null, prefix: `[${note}] ` };
    return;
  }
  const exact = numberOf(tree, node, EXACT_INDENT_ATTRIBUTE);
  const told = numberOf(tree, node, 'aria-level') ?? numberOf(tree, node, 'data-aria-level');
  const indent = exact ?? (told === null ? (list?.level ?? 0) : told - 1);
  context.kind = list?.isNumbered === true ? 'number' : 'bullet';
  context.indent = Math.min(MAX_INDENT, Math.max(0, indent));
  context.item = { line: null, isExact: exact !== null };
  if (list?.isNumbered !== true) return;
  const stated = numberOf(tree, node, 'value');
  const ordinal = stated ?? list.next;
  list.next = ordinal + 1;
  // Items before it may be empty, and are left out.
  const begins = ordinal === 1 || (stated === null && list.start === 1);
  context.item.marker = { text: `${ordinal}.`, kind: 'number', isFirst: begins };
}

function openWordItem(marker: Marker | null, level: number, isHeading: boolean, context: Context): void {
  if (isHeading || marker?.kind === 'words') {
    // A heading has no number of its own.
    if (marker !== null && marker.kind !== 'bullet') context.item = { line: null, prefix: `${marker.text} ` };
    return;
  }
  context.kind = marker?.kind === 'number' ? 'number' : 'bullet';
  context.indent = Math.min(MAX_INDENT, level);
  context.item = { line: null, ...(marker === null ? {} : { marker }) };
  context.isCaption = false;
}

function findMarker<Node>({ tree, styleOf }: BlockPort<Node>, paragraph: Node): Marker | null {
  const open: Node[] = [paragraph];
  for (let looked = 0; looked < MAX_LOOKED_AT; looked += 1) {
    const node = open.pop();
    if (node === undefined) return null;
    if (node !== paragraph && tree.tagOf(node) !== null && styleOf(node).isMarker === true) {
      return readMarker(textBelow(tree, node, 200));
    }
    const children = tree.childrenOf(node);
    for (let at = Math.min(children.length, MAX_LOOKED_AT) - 1; at >= 0; at -= 1) open.push(children[at]!);
  }
  return null;
}
