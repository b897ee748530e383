/** A table in the body: real rows and cells, each with a text to write in, and tools for the one that the caret is in. */
import {
  type CSSProperties,
  memo,
  type ReactNode,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { TableShape } from '../../../shared/article/table.ts';
import type { BodyTables } from './body-tables.ts';
import { ColumnEdge } from './column-edge.tsx';
import { widthsOf } from './table-deeds.ts';
import { TableEditing } from './table-editing.ts';
import { watchPointer } from './table-pointer.ts';
import { TableContextMenu, TableTools } from './table-tools.tsx';
import './tables.css';

export const TableView = memo(function TableView({
  tables,
  embedKey,
  table,
  isEditable,
}: {
  tables: BodyTables;
  embedKey: string;
  table: string;
  isEditable: boolean;
}): ReactNode {
  const { t } = useTranslation<'tables'>('tables');
  const [editing] = useState(() => new TableEditing(tables, embedKey, table));
  const shape = useSyncExternalStore(editing.store.on, editing.store.shape);
  const frame = useRef<HTMLDivElement>(null);
  const [menuAt, setMenuAt] = useState<{ x: number; y: number } | null>(null);
  useLayoutEffect(() => editing.setEditable(isEditable), [editing, isEditable]);
  useLayoutEffect(() => editing.start(), [editing]);
  useLayoutEffect(() => {
    if (frame.current === null || !isEditable) return;
    return watchPointer(editing, frame.current, setMenuAt);
  }, [editing, isEditable]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each change of the shape has been drawn
  useLayoutEffect(() => editing.cells.settle(), [editing, shape]);
  if (shape.rows.length === 0 || shape.columns.length === 0) return <p className="table-empty">{t('empty')}</p>;
  return (
    <div className="table-block">
      {isEditable ? <TableTools editing={editing} /> : null}
      <div className="table-frame" ref={frame}>
        <div className="table-sheet" style={{ '--columns': shape.columns.length } as CSSProperties}>
          <Sheet editing={editing} shape={shape} isEditable={isEditable} />
        </div>
      </div>
      {menuAt === null ? null : <TableContextMenu editing={editing} at={menuAt} onClose={() => setMenuAt(null)} />}
    </div>
  );
});

/** How many rows stand in the head: cells of the first that go down take the rows below along. */
function headRows({ rows, header, spans }: TableShape): number {
  if (!header) return 0;
  let count = 1;
  for (let row = 0; row < count; row += 1) {
    for (const [place, span] of spans) {
      if (place.startsWith(`${rows[row]}:`)) count = Math.max(count, row + span.rows);
    }
  }
  return count;
}

const Sheet = memo(function Sheet({
  editing,
  shape,
  isEditable,
}: {
  editing: TableEditing;
  shape: TableShape;
  isEditable: boolean;
}): ReactNode {
  const { t } = useTranslation<'tables'>('tables');
  const widths = widthsOf(shape);
  const inHead = headRows(shape);
  const row = (id: string, rowAt: number): ReactNode => (
    <tr key={id}>
      {shape.columns.map((column, columnAt) => {
        const place = `${id}:${column}`;
        if (shape.covered.has(place)) return null;
        const span = shape.spans.get(place);
        const isName = shape.header && rowAt === 0;
        const label = isName
          ? t('columnName', { column: columnAt + 1 })
          : t('cell', { row: rowAt + 1, column: columnAt + 1 });
        const size = { rowSpan: span?.rows, colSpan: span?.columns, 'data-cell': place };
        const text = { editing, place, label, isEditable };
        const last = columnAt + (span?.columns ?? 1) - 1;
        const hasEdge = isEditable && last < shape.columns.length - 1;
        return isName ? (
          <th key={column} scope="col" {...size}>
            <CellText {...text} />
            {hasEdge ? <ColumnEdge editing={editing} column={last} /> : null}
          </th>
        ) : (
          <td key={column} {...size}>
            <CellText {...text} />
            {hasEdge ? <ColumnEdge editing={editing} column={last} /> : null}
          </td>
        );
      })}
    </tr>
  );
  const rows = shape.rows.map(row);
  return (
    <table>
      <colgroup>
        {shape.columns.map((column, at) => (
          <col key={column} style={{ width: `${widths[at]}%` }} />
        ))}
      </colgroup>
      {inHead === 0 ? null : <thead>{rows.slice(0, inHead)}</thead>}
      {inHead >= rows.length ? null : <tbody>{rows.slice(inHead)}</tbody>}
    </table>
  );
});

/** React knows the element alone; what is in it is drawn by `TableEditing`, or by the cell's editor. */
const CellText = memo(function CellText({
  editing,
  place,
  label,
  isEditable,
}: {
  editing: TableEditing;
  place: string;
  label: string;
  isEditable: boolean;
}): ReactNode {
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = ref.current!;
    editing.cells.attach(place, element);
    return () => editing.cells.detach(place, element);
  }, [editing, place]);
  if (!isEditable) return <div ref={ref} className="cell-text" />;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rich text has no element of its own
    <div
      ref={ref}
      className="cell-text"
      role="textbox"
      aria-multiline="true"
      aria-label={label}
      // Tab goes through the cells by itself; from outside the arrows lead in.
      tabIndex={-1}
      contentEditable
      suppressContentEditableWarning
      spellCheck={false}
      autoCorrect="off"
      autoCapitalize="off"
    />
  );
});
