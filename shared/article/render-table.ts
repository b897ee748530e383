/**
 * A table as HTML: a head where its first row names the columns, widths in hundredths, cells that cover others. Widths are
 * attributes, which pages that allow no inline styles let through.
 */
import type { Cell, Run, TableBlock } from './document.ts';

function renderCell(cell: Cell, isHead: boolean, renderRuns: (runs: readonly Run[]) => string): string {
  const tag = isHead ? 'th' : 'td';
  const scope = isHead ? ' scope="col"' : '';
  const columns = cell.columns === undefined ? '' : ` colspan="${cell.columns}"`;
  const rows = cell.rows === undefined ? '' : ` rowspan="${cell.rows}"`;
  return `<${tag}${scope}${columns}${rows}>${renderRuns(cell.runs)}</${tag}>`;
}

/** A cell of the head that goes down takes the rows it covers along: HTML ends every cell with its part of the table. */
function headRows({ header, rows }: TableBlock): number {
  let count = header === true ? 1 : 0;
  for (let row = 0; row < count; row += 1) {
    for (const cell of rows[row] ?? []) count = Math.max(count, row + (cell.rows ?? 1));
  }
  return count;
}

export function renderTable(block: TableBlock, renderRuns: (runs: readonly Run[]) => string): string {
  const lines = block.rows.map((cells, index) => {
    const isHead = block.header === true && index === 0;
    return `<tr>${cells.map((cell) => renderCell(cell, isHead, renderRuns)).join('')}</tr>`;
  });
  const head = lines.splice(0, headRows(block));
  const widths = block.widths ?? [];
  const sum = widths.reduce((total, width) => total + width, 0);
  const columns = widths.map((width) => `<col width="${Math.round((width * 1000) / sum) / 10}%">`);
  return [
    '<table>',
    columns.length === 0 ? '' : `<colgroup>${columns.join('')}</colgroup>`,
    head.length === 0 ? '' : `<thead>${head.join('')}</thead>`,
    lines.length === 0 ? '' : `<tbody>\n${lines.join('\n')}\n</tbody>`,
    '</table>',
  ]
    .filter((line) => line !== '')
    .join('\n');
}
