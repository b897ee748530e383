/** A table with its changes in it: words in cells, rows and columns that came or went. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChangedTable as Changed, ChangedCell } from '../../shared/contract/desk-changes.ts';
import { ChangedRuns, WholeRuns } from './changed-runs.tsx';

/** `isWhole`: all of the table came or went, or nobody has read it before; its parts are no changes of their own. */
export function ChangedTable({
  table: { header, columns, rows },
  isWhole,
}: {
  table: Changed;
  isWhole: boolean;
}): ReactNode {
  const { t } = useTranslation('review');
  const head = header ? rows.findIndex(({ op }) => op !== 'delete') : -1;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of nothing that is filled in
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys
    <div className="changed-table" role="group" aria-label={t('kind.table')} tabIndex={0}>
      <table>
        <tbody>
          {rows.map(({ op, cells }, row) => (
            <tr
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a comparison have no other name and never move
              key={row}
              className={`row-${isWhole ? 'same' : op}`}
              {...(isWhole || op === 'same' ? {} : { 'data-change': '' })}
            >
              {cells.map((cell, index) => (
                <Cell
                  // biome-ignore lint/suspicious/noArrayIndexKey: nor have its cells
                  key={index}
                  cell={cell}
                  isHead={row === head}
                  // A column is one change, at its first cell.
                  isStep={
                    !isWhole && row === 0 && op === 'same' && columns[index] !== 'same' && cell.op === columns[index]
                  }
                  isWhole={isWhole}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({
  cell: { op, runs, columns, rows },
  isHead,
  isStep,
  isWhole,
}: {
  cell: ChangedCell;
  isHead: boolean;
  isStep: boolean;
  isWhole: boolean;
}): ReactNode {
  const Tag = isHead ? 'th' : 'td';
  const isGone = op === 'delete';
  return (
    <Tag
      className={`cell-${isWhole ? 'same' : op}`}
      colSpan={columns}
      rowSpan={rows}
      {...(isHead ? { scope: 'col' } : {})}
      {...(isStep ? { 'data-change': '' } : {})}
    >
      {isGone || (op === 'insert' && !isWhole) ? (
        <WholeRuns op={isGone ? 'delete' : 'insert'} runs={runs} />
      ) : (
        <ChangedRuns runs={isWhole ? runs.map((run) => ({ ...run, op: 'same' as const })) : runs} isFirst={isWhole} />
      )}
    </Tag>
  );
}
