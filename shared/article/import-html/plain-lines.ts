/** Plain text as lines of an article. */
import { decodeLegacy } from '../../text/legacy/decode-legacy.ts';
import { guessLegacy } from '../../text/legacy/guess-legacy.ts';
import type { TableBlock } from '../document.ts';
import type { ImportedHtml, ImportedLine } from './imported-html.ts';

/** A guess that is acted on without being asked has to be sure. */
const SURE_SCORE = 0.95;
const MAX_TABLE_ROWS = 500;
const MAX_TABLE_COLUMNS = 30;
const MAX_CELL_LENGTH = 300;

const lineEnd = /\r\n?|\n|\u2029|\u0085/u;

/**
 * A line each, without those that are empty; the kind is that of the line where it goes. `withTables`: rows of a
 * spreadsheet become a table.
 */
export function plainLines(text: string, newId: () => string, withTables = false): ImportedHtml {
  const guess = guessLegacy(text);
  const isSure = guess !== null && guess.score >= SURE_SCORE;
  const decoded = isSure ? decodeLegacy(text, guess.encoding) : text.normalize('NFC');
  const legacy = isSure ? [guess.encoding] : [];
  const table = withTables ? tableOfText(decoded, newId) : null;
  const lines =
    table !== null
      ? [table]
      : decoded
          .split(lineEnd)
          .filter((line) => line.trim() !== '')
          .map((line): ImportedLine => ({ kind: null, parts: [{ text: line, attributes: {} }] }));
  return { lines, changes: 0, comments: 0, legacy };
}

/** Two rows at least, all of as many cells, none of them long: what spreadsheets put on a clipboard. */
function tableOfText(text: string, newId: () => string): ImportedLine | null {
  const rows = text.replace(/(?:\r\n?|\n)$/u, '').split(/\r\n?|\n/u);
  if (rows.length < 2 || rows.length > MAX_TABLE_ROWS || !text.includes('\t')) return null;
  const cells = rows.map((row) => row.split('\t'));
  const columns = cells[0]!.length;
  const isEven = cells.every((row) => row.length === columns && row.every((cell) => cell.length <= MAX_CELL_LENGTH));
  // A line that begins with a tab is indented text.
  if (columns < 2 || columns > MAX_TABLE_COLUMNS || !isEven || cells.every(([first]) => first === '')) return null;
  const table: TableBlock = {
    kind: 'table',
    table: newId(),
    rows: cells.map((row) => row.map((cell) => ({ runs: cell.trim() === '' ? [] : [{ text: cell.trim() }] }))),
  };
  return { kind: 'paragraph', parts: [{ embed: { type: 'table', table: table.table } }], table };
}
