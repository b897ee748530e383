/// <reference path="./word-extractor.d.ts" />
/**
 * Reads the text of a .doc (Word 97 to 2003). Its formats are not read, so old fonts are told by how Vietnamese a
 * paragraph becomes; tables are told by the marks behind their cells.
 */

import WordExtractor from 'word-extractor';
import { NOTHING_FOUND } from '../../../../shared/article/import/empty-preview.ts';
import type { LegacyEncoding } from '../../../../shared/text/legacy/encodings.ts';
import { type ReadDocument, type SourceLine, textLine } from '../source-line.ts';
import { LegacyText } from './legacy-text.ts';
import { noteLines } from './note-lines.ts';
import { DamagedFile, LockedFile } from './reading-faults.ts';
import { tableId, tableLines } from './table-lines.ts';

const FIB_FLAGS = 10;
const ENCRYPTED = 0x0100;
const WORD_97 = 0xa5ec;
const SECTOR_BYTES = 512;
const SOFT_HYPHEN = '\u00ad';

/** Throws DamagedFile, LockedFile. */
export async function readDoc(bytes: Uint8Array): Promise<ReadDocument> {
  refuseLocked(bytes);
  const document = await extract(bytes);
  const asIs = { filterUnicode: false };
  const body = document.getBody(asIs);
  const reader = new DocReader(body);
  const lines = reader.lines(body);
  const notes = [document.getFootnotes(asIs), document.getEndnotes(asIs)].flatMap((all) => reader.lines(all));
  const comments = document
    .getAnnotations(asIs)
    .split('\n')
    .filter((line) => line.trim() !== '').length;
  return {
    lines: [...lines, ...noteLines(notes.map((note) => [note]))],
    pictures: [],
    found: { ...NOTHING_FOUND, notes: notes.length, comments, legacy: reader.legacy.converted },
  };
}

async function extract(bytes: Uint8Array) {
  try {
    return await new WordExtractor().extract(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch (error) {
    throw new DamagedFile('no document', { cause: error });
  }
}

/** The head of the stream WordDocument stands at the start of a sector (MS-DOC 2.5.1). */
function refuseLocked(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = SECTOR_BYTES; at + SECTOR_BYTES <= bytes.length; at += SECTOR_BYTES) {
    if (view.getUint16(at, true) !== WORD_97) continue;
    if ((view.getUint16(at + FIB_FLAGS, true) & ENCRYPTED) !== 0) throw new LockedFile();
    return;
  }
}

class DocReader {
  readonly legacy: LegacyText;
  #tables = 0;

  constructor(body: string) {
    this.legacy = new LegacyText(withHyphens(body, 'tcvn3'));
  }

  lines(text: string): SourceLine[] {
    const lines: SourceLine[] = [];
    let rows: string[][] = [];
    const endTable = (): void => {
      if (rows.length > 0) lines.push(...this.#table(rows));
      rows = [];
    };
    for (const paragraph of text.split(/\r\n?|\n/u)) {
      const cells = paragraph.split('\t');
      // Each cell has its mark behind it, the last one as well.
      if (cells.length > 2 && cells.at(-1) === '') rows.push(cells.slice(0, -1));
      else {
        endTable();
        lines.push(...this.#line(paragraph));
      }
    }
    endTable();
    return lines;
  }

  #table(rows: readonly (readonly string[])[]): SourceLine[] {
    this.#tables += 1;
    const width = Math.max(...rows.map((cells) => cells.length));
    return tableLines(
      rows.map((cells) => ({
        isHeader: false,
        cells: cells.map((cell, at) => ({
          lines: this.#line(cell),
          columns: at === cells.length - 1 ? width - at : 1,
          rows: 1,
        })),
      })),
      tableId(this.#tables),
    );
  }

  #line(text: string): SourceLine[] {
    const encoding = this.legacy.encodingOf(withHyphens(text, 'tcvn3'));
    const runs = this.legacy.runsOf(withHyphens(text, encoding), encoding);
    return runs.length === 0 ? [] : [textLine('text', runs)];
  }
}

/** word-extractor writes `undefined` where Word has an optional hyphen, which is a letter (ư) in TCVN3. */
function withHyphens(text: string, encoding: LegacyEncoding | null): string {
  if (encoding === 'tcvn3' || encoding === 'tcvn3-caps') return text.replaceAll('undefined', SOFT_HYPHEN);
  return text.replace(/(?<=\p{L})undefined(?=\p{L})/gu, '');
}
