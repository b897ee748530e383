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

export function renderTable(block: TableBlock, renderRuns: (runs: readonly Run[]) => string): string {
  const lines = block.rows.map((cells, index) => {
    const isHead = block.header === true && index === 0;
    return `<tr>${cells.map((cell) => renderCell(cell, isHead, renderRuns)).join('')}</tr>`;
  });
  const head = block.header === true ? lines.splice(0, 1) : [];
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
