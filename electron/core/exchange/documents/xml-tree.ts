/**
 * An XML part as a tree. No DTD is taken, so that entities cannot be defined and nothing is fetched; depth and size are
 * bounded, since whoever walks the tree does so by recursion.
 */
import { SaxesParser } from 'saxes';
import { DamagedFile } from './reading-faults.ts';

const MAX_DEPTH = 400;
const MAX_NODES = 3_000_000;

/** Names are as they stand, with their prefix. */
export type XmlElement = { name: string; attributes: Record<string, string>; children: XmlNode[] };
export type XmlNode = XmlElement | string;

/** Throws DamagedFile. */
export function parseXml(text: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [] };
  const open: XmlElement[] = [root];
  let nodes = 0;
  const parser = new SaxesParser({ xmlns: false, position: false });
  const refuse = (why: string): never => {
    throw new DamagedFile(why);
  };
  const add = (node: XmlNode): void => {
    nodes += 1;
    if (nodes > MAX_NODES) refuse('too many elements');
    open.at(-1)?.children.push(node);
  };
  parser.on('error', (error) => refuse(error.message));
  parser.on('doctype', () => refuse('a DTD'));
  parser.on('opentag', ({ name, attributes }) => {
    const element: XmlElement = { name, attributes: attributes as Record<string, string>, children: [] };
    add(element);
    open.push(element);
    if (open.length > MAX_DEPTH) refuse('too deep');
  });
  parser.on('closetag', () => void open.pop());
  parser.on('text', add);
  parser.on('cdata', add);
  parser.write(text.replace(/^\ufeff/u, '')).close();
  return root;
}

export const isElement = (node: XmlNode): node is XmlElement => typeof node !== 'string';

/** The first element of this name below, however deep. */
export function findElement(within: XmlElement, name: string): XmlElement | undefined {
  for (const child of within.children) {
    if (!isElement(child)) continue;
    if (child.name === name) return child;
    const found = findElement(child, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** All elements of this name below, in the order of the document; not those within one another. */
export function findElements(within: XmlElement, name: string): XmlElement[] {
  return within.children.flatMap((child) => {
    if (!isElement(child)) return [];
    return child.name === name ? [child] : findElements(child, name);
  });
}

export function textOf(node: XmlNode): string {
  return isElement(node) ? node.children.map(textOf).join('') : node;
}
