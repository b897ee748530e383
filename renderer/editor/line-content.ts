/**
 * A line's content between the two worlds: parts (text with formats, embeds) on the side of the flat text, children of
 * a LineNode (text, line breaks, links, embeds) on Lexical's. Both come in one canonical form, so that they can be
 * compared: neighbours with equal formats are one part, and a soft break is formatted as the text before it.
 */
import { $createLinkNode, $isLinkNode, type LinkNode } from '@lexical/link';
import {
  $createLineBreakNode,
  $createTextNode,
  $isElementNode,
  $isLineBreakNode,
  $isTextNode,
  type ElementNode,
  IS_BOLD,
  IS_ITALIC,
  IS_STRIKETHROUGH,
  IS_SUBSCRIPT,
  IS_SUPERSCRIPT,
  IS_UNDERLINE,
  type LexicalNode,
  type TextFormatType,
} from 'lexical';
import { SOFT_BREAK } from '../../shared/article/clean-text.ts';
import {
  type Attributes,
  breakAttributes,
  type Embed,
  equalAttributes,
  equalEmbeds,
  type FormatName,
  formatNames,
  type LinePart,
  type LineStyle,
  pushText,
} from '../../shared/article/flat-text.ts';
import { safeLink } from '../../shared/article/safe-link.ts';
import { $getAnchors, $setAnchors } from './anchors.ts';
import { $createEmbedNode, $isEmbedNode } from './embed-node.ts';
import type { LineNode } from './line-node.ts';

/** A line as it is copied, pasted or put in. */
export type TextLine = LineStyle & { parts: LinePart[] };

const formatBits: Record<FormatName, number> = {
  bold: IS_BOLD,
  italic: IS_ITALIC,
  underline: IS_UNDERLINE,
  strike: IS_STRIKETHROUGH,
  superscript: IS_SUPERSCRIPT,
  subscript: IS_SUBSCRIPT,
};
const KNOWN_FORMATS = Object.values(formatBits).reduce((all, bit) => all | bit, 0);

/** Of Lexical's formats those that an article has; never superscript and subscript at once, which Lexical may leave. */
export function knownFormat(format: number): number {
  const known = format & KNOWN_FORMATS;
  return (known & IS_SUPERSCRIPT) !== 0 ? known & ~IS_SUBSCRIPT : known;
}

/** Lexical's name of a format. */
export const lexicalFormats: Record<FormatName, TextFormatType> = {
  bold: 'bold',
  italic: 'italic',
  underline: 'underline',
  strike: 'strikethrough',
  superscript: 'superscript',
  subscript: 'subscript',
};

const PLAIN: Attributes = Object.freeze({});

/** One object for each set of formats in use, so that equal formats are mostly the same object. */
const interned = new Map<string, Attributes>();

function attributesOf(format: number, link: string | null, anchors: string): Attributes {
  const known = knownFormat(format);
  if (known === 0 && link === null && anchors === '') return PLAIN;
  const name = `${known} ${anchors} ${link ?? ''}`;
  const found = interned.get(name);
  if (found !== undefined) return found;
  if (interned.size > 1000) interned.clear();
  const attributes: Attributes = {};
  for (const format of formatNames) if (known & formatBits[format]) attributes[format] = true;
  if (link !== null) attributes.link = link;
  if (anchors !== '') attributes.anchors = anchors;
  interned.set(name, Object.freeze(attributes));
  return attributes;
}

function formatOf(attributes: Attributes): number {
  let format = 0;
  for (const name of formatNames) if (attributes[name] === true) format |= formatBits[name];
  return format;
}

export function partLength(part: LinePart): number {
  return 'text' in part ? part.text.length : 1;
}

export function contentLength(parts: readonly LinePart[]): number {
  let length = 0;
  for (const part of parts) length += partLength(part);
  return length;
}

export function equalParts(a: readonly LinePart[], b: readonly LinePart[]): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  return a.every((part, index) => {
    const other = b[index]!;
    if ('text' in part) {
      return 'text' in other && part.text === other.text && equalAttributes(part.attributes, other.attributes);
    }
    return 'embed' in other && equalEmbeds(part.embed, other.embed);
  });
}

/** The parts at the places [start, end). */
export function sliceParts(parts: readonly LinePart[], start: number, end = Number.POSITIVE_INFINITY): LinePart[] {
  const sliced: LinePart[] = [];
  let at = 0;
  for (const part of parts) {
    const from = at;
    at += partLength(part);
    if (at <= start || from >= end) continue;
    if ('embed' in part) sliced.push(part);
    else pushText(sliced, part.text.slice(Math.max(0, start - from), end - from), part.attributes);
  }
  return sliced;
}

export function joinParts(a: readonly LinePart[], b: readonly LinePart[]): LinePart[] {
  const joined = sliceParts(a, 0);
  for (const part of b) {
    if ('embed' in part) joined.push(part);
    else pushText(joined, part.text, part.attributes);
  }
  return joined;
}

/** The places [start, end) of the link round a place; none if there is no link. */
export function linkAround(parts: readonly LinePart[], place: number): [number, number] {
  let start = 0;
  let found: [number, number] | null = null;
  let link: string | undefined;
  for (const part of parts) {
    const end = start + partLength(part);
    const own = 'text' in part ? part.attributes.link : undefined;
    if (found !== null && own !== link) return found;
    if (found !== null) found[1] = end;
    else if (own !== undefined && start <= place && place <= end) {
      link = own;
      found = [start, end];
      // The parts before it with the same link are the same link.
      for (let index = parts.indexOf(part) - 1; index >= 0; index -= 1) {
        const before = parts[index]!;
        if (!('text' in before) || before.attributes.link !== own) break;
        found[0] -= before.text.length;
      }
    }
    start = end;
  }
  return found ?? [place, place];
}

/** The parts with a link on the places [start, end), or with none there. */
export function withLink(parts: readonly LinePart[], start: number, end: number, link: string | null): LinePart[] {
  const linked = sliceParts(parts, start, end).map((part): LinePart => {
    if ('embed' in part) return part;
    const { link: _, ...rest } = part.attributes;
    return { text: part.text, attributes: link === null ? rest : { ...rest, link } };
  });
  return joinParts(joinParts(sliceParts(parts, 0, start), linked), sliceParts(parts, end));
}

/** Reads a line's children; what a line cannot hold counts as its text. */
export function $readParts(line: ElementNode): LinePart[] {
  const parts: LinePart[] = [];
  const read = (node: LexicalNode, link: string | null): void => {
    if ($isTextNode(node))
      pushText(parts, node.getTextContent(), attributesOf(node.getFormat(), link, $getAnchors(node)));
    else if ($isLineBreakNode(node)) pushText(parts, SOFT_BREAK, breakAttributes(parts));
    else if ($isEmbedNode(node)) parts.push({ embed: node.getEmbed() });
    else if ($isElementNode(node)) {
      const inner = $isLinkNode(node) ? safeLink(node.getURL()) : link;
      for (const child of node.getChildren()) read(child, inner);
    }
  };
  for (const child of line.getChildren()) read(child, null);
  return parts;
}

type Leaf = { text: string; format: number; anchors: string } | { embed: Embed } | 'break';
type Unit = Leaf | { link: string; leaves: Leaf[] };

function unitsOf(parts: readonly LinePart[]): Unit[] {
  const units: Unit[] = [];
  const into = (link: string | undefined): Unit[] | Leaf[] => {
    if (link === undefined) return units;
    const last = units.at(-1);
    if (typeof last === 'object' && 'link' in last && last.link === link) return last.leaves;
    const leaves: Leaf[] = [];
    units.push({ link, leaves });
    return leaves;
  };
  for (const part of parts) {
    if ('embed' in part) {
      units.push(part);
      continue;
    }
    const format = formatOf(part.attributes);
    const { link, anchors = '' } = part.attributes;
    for (const piece of part.text.split(/(\u2028)/u)) {
      if (piece !== '') into(link).push(piece === SOFT_BREAK ? 'break' : { text: piece, format, anchors });
    }
  }
  return units;
}

function $isUnit(node: LexicalNode, unit: Unit): boolean {
  if (unit === 'break') return $isLineBreakNode(node);
  if ('embed' in unit) return $isEmbedNode(node) && equalEmbeds(node.getEmbed(), unit.embed);
  if ('text' in unit) {
    return (
      $isTextNode(node) &&
      node.getFormat() === unit.format &&
      node.getTextContent() === unit.text &&
      $getAnchors(node) === unit.anchors
    );
  }
  if (!$isLinkNode(node) || node.getURL() !== unit.link) return false;
  const children = node.getChildren();
  return (
    children.length === unit.leaves.length && children.every((child, index) => $isUnit(child, unit.leaves[index]!))
  );
}

function $makeUnit(unit: Unit, spare: LexicalNode[]): LexicalNode {
  if (unit === 'break') return $createLineBreakNode();
  if ('text' in unit) return $setAnchors($createTextNode(unit.text).setFormat(unit.format), unit.anchors);
  if ('embed' in unit) {
    // A photo keeps its node, and with it the field that somebody may be typing in.
    const index = spare.findIndex((node) => $isUnit(node, unit));
    return index === -1 ? $createEmbedNode(unit.embed) : spare.splice(index, 1)[0]!;
  }
  const link: LinkNode = $createLinkNode(unit.link);
  return link.append(...unit.leaves.map((leaf) => $makeUnit(leaf, spare)));
}

function $matchUnits(parent: ElementNode, units: readonly Unit[]): void {
  const children = parent.getChildren();
  const most = Math.min(children.length, units.length);
  let before = 0;
  while (before < most && $isUnit(children[before]!, units[before]!)) before += 1;
  let after = 0;
  while (after < most - before && $isUnit(children[children.length - 1 - after]!, units[units.length - 1 - after]!)) {
    after += 1;
  }
  const stale = children.slice(before, children.length - after);
  const wanted = units.slice(before, units.length - after);
  if (stale.length === 1 && wanted.length === 1) {
    const node = stale[0]!;
    const unit = wanted[0]!;
    if (unit !== 'break' && 'text' in unit && $isTextNode(node)) {
      if (node.getFormat() !== unit.format) node.setFormat(unit.format);
      if (node.getTextContent() !== unit.text) node.setTextContent(unit.text);
      $setAnchors(node, unit.anchors);
      return;
    }
    if (unit !== 'break' && 'link' in unit && $isLinkNode(node)) {
      if (node.getURL() !== unit.link) node.setURL(unit.link);
      $matchUnits(node, unit.leaves);
      return;
    }
  }
  if (stale.length === 0 && wanted.length === 0) return;
  const spare = stale.filter($isEmbedNode) as LexicalNode[];
  const nodes = wanted.map((unit) => $makeUnit(unit, spare));
  parent.splice(before, stale.length, nodes);
}

/** Gives a line this content, touching only the children that differ. */
export function $writeParts(line: LineNode, parts: readonly LinePart[]): void {
  $matchUnits(line, unitsOf(parts));
}
