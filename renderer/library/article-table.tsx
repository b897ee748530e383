// biome-ignore-all lint/a11y/useSemanticElements: rows of a real table cannot be placed one by one, as a long list has to
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active row; heads have buttons
/** The library as a table: the rows and keys of the list, in columns that sort by a press on their heads. */
import { ArrowDown, ArrowUp } from 'lucide-react';
import { type CSSProperties, type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArticleRow, LibrarySort } from '../../shared/contract/desk.ts';
import type { Density } from '../app/appearance.tsx';
import { agoWords } from '../app/time-words.ts';
import { currentLanguage } from '../app/words.ts';
import { writeDate } from '../article/read-date.ts';
import { PhotoThumb } from '../photos/photo-thumb.tsx';
import { useInnerWidth } from '../ui/use-inner-width.ts';
import { ChooseMark, rowClass } from './article-list.tsx';
import { ArticleStateMark } from './article-state.tsx';
import { turnSort } from './library-place.ts';
import { type Column, columnsFor, isNumeric, sortOf } from './table-columns.ts';
import { type CursorOptions, ROW_ATTRIBUTE, useRowCursor } from './use-row-cursor.ts';
import './article-table.css';

const HEAD_HEIGHT = 32;
const USUAL_WIDTH_PX = 1_180;

export function ArticleTable({
  label,
  domId,
  rowAt,
  density,
  now,
  sort,
  onSort,
  ...options
}: Omit<CursorOptions, 'headHeight' | 'roomAbove'> & {
  label: string;
  domId: string;
  rowAt: (index: number) => ArticleRow | undefined;
  density: Density;
  now: number;
  sort: LibrarySort;
  onSort: (sort: LibrarySort) => void;
}): ReactNode {
  const cursor = useRowCursor({ ...options, headHeight: HEAD_HEIGHT });
  const width = useInnerWidth(cursor.scroller, USUAL_WIDTH_PX);
  const { shown, tracks } = useMemo(() => columnsFor(width), [width]);
  const { source, rowHeight, openId } = options;
  return (
    <div
      className={`article-table article-list is-${density} ${cursor.isChoosing ? 'is-choosing' : ''}`}
      ref={cursor.scroller}
      id={domId}
      role="grid"
      aria-label={label}
      aria-multiselectable="true"
      aria-readonly="true"
      aria-rowcount={source.total + 1}
      aria-colcount={shown.length}
      aria-activedescendant={cursor.activeRowId}
      tabIndex={0}
      style={{ '--tracks': tracks } as CSSProperties}
      onKeyDown={cursor.onKeyDown}
      onScroll={cursor.onScroll}
      onFocus={cursor.onFocus}
      onContextMenu={cursor.onContextMenu}
    >
      <div className="table-head" role="row" aria-rowindex={1} style={{ height: HEAD_HEIGHT }}>
        {shown.map((column) => (
          <ColumnHead key={column} column={column} sort={sort} onSort={onSort} />
        ))}
      </div>
      <div className="article-list-rows" role="rowgroup" style={{ height: cursor.height }}>
        {cursor.rows.map(({ index, id, domId: rowDomId, top }) => {
          const isOpen = id !== undefined && id === openId;
          const isChosen = cursor.isChosen(id);
          const row = rowAt(index);
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the table holds the focus and answers the keys
            <div
              key={id ?? `row-${index}`}
              id={rowDomId}
              className={`table-row ${rowClass({ isOpen, isActive: index === cursor.activeIndex, isChosen })}`}
              role="row"
              aria-rowindex={index + 2}
              aria-selected={cursor.isChoosing ? isChosen : isOpen}
              aria-current={isOpen || undefined}
              style={{ height: rowHeight, transform: `translateY(${top}px)` }}
              onClick={(event) => cursor.onPress(index, event)}
              {...{ [ROW_ATTRIBUTE]: index }}
            >
              {shown.map((column) => (
                <div
                  key={column}
                  role="gridcell"
                  className={`table-cell cell-${column} ${isNumeric(column) ? 'tabular' : ''}`}
                >
                  {column === 'headline' ? <ChooseMark onToggle={() => cursor.toggle(index)} /> : null}
                  {row === undefined ? null : <Cell column={column} row={row} density={density} now={now} />}
                </div>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function ColumnHead({
  column,
  sort,
  onSort,
}: {
  column: Column;
  sort: LibrarySort;
  onSort: (sort: LibrarySort) => void;
}): ReactNode {
  const { t } = useTranslation('library');
  const by = sortOf(column);
  const name = t(`table.column.${column}`);
  const isSorted = by !== null && by === sort.by;
  const sorted = isSorted ? (sort.descending ? 'descending' : 'ascending') : 'none';
  return (
    <div
      role="columnheader"
      className={`table-cell cell-${column} ${isSorted ? 'is-sorted' : ''}`}
      aria-sort={by === null ? undefined : sorted}
    >
      {by === null ? (
        <span className="table-head-name">{name}</span>
      ) : (
        <button type="button" className="table-head-name" onClick={() => onSort(turnSort(sort, by))}>
          <span>{name}</span>
          {isSorted ? sort.descending ? <ArrowDown aria-hidden="true" /> : <ArrowUp aria-hidden="true" /> : null}
        </button>
      )}
    </div>
  );
}

function Cell({
  column,
  row,
  density,
  now,
}: {
  column: Column;
  row: ArticleRow;
  density: Density;
  now: number;
}): ReactNode {
  const { t } = useTranslation('library');
  switch (column) {
    case 'headline':
      return (
        <>
          <span className={`table-headline ${row.headline === '' ? 'is-untitled' : ''}`}>
            {row.headline || t('untitled')}
          </span>
          {row.thumbnail === null || density === 'one-line' ? null : (
            <PhotoThumb className="row-photo" sha256={row.thumbnail} width={40} height={40} />
          )}
        </>
      );
    case 'standing':
      return <ArticleStateMark row={row} />;
    case 'tags':
      return <span className="table-words">{row.tags.join(', ')}</span>;
    case 'day':
      return writeDate(row.day);
    case 'syllables':
      return t('table.length', { count: row.syllables });
    case 'updated':
      return agoWords(row.updatedAt, now, currentLanguage());
    case 'section':
    case 'author':
      return <span className="table-words">{row[column]}</span>;
  }
}
