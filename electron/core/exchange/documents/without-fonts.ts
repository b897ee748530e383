/**
 * Text of old fonts that has lost them: a document that went through another program, whose letters are still those of
 * TCVN3 or VNI. Told by how Vietnamese it becomes, as for files that know no fonts.
 */
import type { Run } from '../../../../shared/article/document.ts';
import { decodeLegacy } from '../../../../shared/text/legacy/decode-legacy.ts';
import type { LegacyEncoding } from '../../../../shared/text/legacy/encodings.ts';
import { guessLegacy } from '../../../../shared/text/legacy/guess-legacy.ts';
import { type ReadDocument, type SourceLine, textOfRuns } from '../source-line.ts';
import { LegacyText } from './legacy-text.ts';
import { textOfTable } from './table-lines.ts';

export function withoutFonts(read: ReadDocument): ReadDocument {
  if (read.found.legacy > 0) return read;
  const whole = read.lines.map(({ text }) => text).join('\n');
  if (guessLegacy(whole) === null) return read;
  const texts = new LegacyText(whole);
  let legacy = 0;
  const runsOf = (runs: readonly Run[]): Run[] => {
    const encoding = texts.encodingOf(textOfRuns(runs));
    if (encoding === null) return [...runs];
    legacy += 1;
    return decodeRuns(runs, encoding);
  };
  const lines = read.lines.map((line): SourceLine => {
    if (line.table === undefined) {
      const runs = runsOf(line.runs);
      return line.runs.length === 0 ? line : { ...line, runs, text: textOfRuns(runs) };
    }
    const rows = line.table.rows.map((row) => row.map((cell) => ({ ...cell, runs: runsOf(cell.runs) })));
    const table = { ...line.table, rows };
    return { ...line, table, text: textOfTable(table) };
  });
  return { ...read, lines, found: { ...read.found, legacy } };
}

function decodeRuns(runs: readonly Run[], encoding: LegacyEncoding): Run[] {
  return runs.map((run) => ({ ...run, text: decodeLegacy(run.text, encoding) }));
}
