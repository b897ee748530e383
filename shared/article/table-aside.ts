/**
 * Tables that stand nowhere in the text. Whoever takes a table's embed away leaves a digest of what it held then (`removed`);
 * a table that holds something else is one that somebody wrote in meanwhile, and a person decides what becomes of it.
 */
import type * as Y from 'yjs';
import { appendEmbed } from './append-embed.ts';
import type { TableBlock } from './document.ts';
import { getBody, readEmbedded, walkText } from './flat-text.ts';
import { cellText, filledCells, readTable, tableIds, tableMap } from './table.ts';

/** The tables whose place is in the body. */
export function standingTables(doc: Y.Doc): Set<string> {
  const standing = new Set<string>();
  walkText(
    getBody(doc),
    () => {},
    (value) => {
      const read = readEmbedded(value);
      if ('embed' in read && read.embed.type === 'table') standing.add(read.embed.table);
    },
  );
  return standing;
}

/** Says what all cells hold: 53 bits (cyrb53), which nobody meets by chance. */
function digestOf(doc: Y.Doc, table: string): string {
  let [one, two] = [0xdeadbeef, 0x41c6ce57];
  const take = (text: string): void => {
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      one = Math.imul(one ^ code, 2654435761);
      two = Math.imul(two ^ code, 1597334677);
    }
  };
  const names = filledCells(doc, table).map((cell) => cell.join(':'));
  for (const name of names.sort()) {
    const [row = '', column = ''] = name.split(':');
    take(`\n${name}\t`);
    walkText(cellText(doc, table, row, column), take, () => take('\n'));
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(two ^ (two >>> 13), 3266489909);
  two = Math.imul(two ^ (two >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  return (4294967296 * (2097151 & two) + (one >>> 0)).toString(36);
}

/** Says that somebody who saw all of it took the table away. In the transaction that takes its embed away. */
export function noteRemoved(doc: Y.Doc, table: string): void {
  tableMap(doc, table).set('removed', digestOf(doc, table));
}

/** Tables that stand nowhere though somebody wrote in them who did not know, in the order of their ids. */
export function asideTables(doc: Y.Doc): TableBlock[] {
  const ids = tableIds(doc);
  if (ids.length === 0) return [];
  const standing = standingTables(doc);
  return ids.sort().flatMap((table) => {
    if (standing.has(table) || filledCells(doc, table).length === 0) return [];
    if (tableMap(doc, table).get('removed') === digestOf(doc, table)) return [];
    return readTable(doc, table) ?? [];
  });
}

/** Puts such a table behind the last line. False if it stands in the text by now. */
export function bringBackTable(doc: Y.Doc, table: string, origin: unknown): boolean {
  if (standingTables(doc).has(table)) return false;
  doc.transact(() => {
    appendEmbed(doc, { type: 'table', table }, origin);
    tableMap(doc, table).delete('removed');
  }, origin);
  return true;
}

/** Leaves it away for good, as it is now. */
export function letTableGo(doc: Y.Doc, table: string, origin: unknown): void {
  doc.transact(() => noteRemoved(doc, table), origin);
}
