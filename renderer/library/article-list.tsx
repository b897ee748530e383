/** A list of articles; see use-row-cursor.ts for its keys. */
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { type CursorOptions, ROW_ATTRIBUTE, useRowCursor } from './use-row-cursor.ts';

export const HEADING_HEIGHT = 28;

export function ArticleList({
  label,
  domId,
  headingAt,
  children,
  ...options
}: Omit<CursorOptions, 'headHeight'> & {
  label: string;
  domId: string;
  /** Words above a row, where another kind of rows begins; `roomAbove` leaves the place for them. */
  headingAt?: (index: number) => string | null;
  children: (index: number) => ReactNode;
}): ReactNode {
  const cursor = useRowCursor(options);
  const { source, rowHeight, openId } = options;
  return (
    <div
      className={`article-list ${cursor.isChoosing ? 'is-choosing' : ''}`}
      ref={cursor.scroller}
      id={domId}
      role="listbox"
      aria-label={label}
      aria-multiselectable="true"
      aria-activedescendant={cursor.activeRowId}
      tabIndex={0}
      onKeyDown={cursor.onKeyDown}
      onScroll={cursor.onScroll}
      onFocus={cursor.onFocus}
      onContextMenu={cursor.onContextMenu}
    >
      <div className="article-list-rows" role="presentation" style={{ height: cursor.height }}>
        {cursor.rows.map(({ index, id, domId: rowDomId, top }) => {
          const isOpen = id !== undefined && id === openId;
          const isChosen = cursor.isChosen(id);
          const heading = headingAt?.(index) ?? null;
          const rowTop = top + (heading === null ? 0 : HEADING_HEIGHT);
          return [
            heading === null ? null : (
              <p
                key={`heading-${index}`}
                className="article-list-heading"
                role="presentation"
                style={{ height: HEADING_HEIGHT, transform: `translateY(${top}px)` }}
              >
                {heading}
              </p>
            ),
            // biome-ignore lint/a11y/useKeyWithClickEvents: the list holds the focus and answers the keys
            // biome-ignore lint/a11y/useFocusableInteractive: the list names its active row instead
            <div
              key={id ?? `row-${index}`}
              id={rowDomId}
              className={rowClass({ isOpen, isActive: index === cursor.activeIndex, isChosen })}
              role="option"
              // Until several are chosen, the open article is the one that is.
              aria-selected={cursor.isChoosing ? isChosen : isOpen}
              aria-current={isOpen || undefined}
              aria-setsize={source.total}
              aria-posinset={index + 1}
              style={{ height: rowHeight, transform: `translateY(${rowTop}px)` }}
              onClick={(event) => cursor.onPress(index, event)}
              {...{ [ROW_ATTRIBUTE]: index }}
            >
              <ChooseMark onToggle={() => cursor.toggle(index)} />
              {children(index)}
            </div>,
          ];
        })}
      </div>
    </div>
  );
}

export function rowClass({
  isOpen,
  isActive,
  isChosen,
}: {
  isOpen: boolean;
  isActive: boolean;
  isChosen: boolean;
}): string {
  return `article-row ${isOpen ? 'is-open' : ''} ${isActive ? 'is-active' : ''} ${isChosen ? 'is-chosen' : ''}`;
}

/** For the mouse alone: readers and keys have the row itself. */
export function ChooseMark({ onToggle }: { onToggle: () => void }): ReactNode {
  return (
    <span
      className="choose-mark"
      aria-hidden="true"
      onClick={(event) => {
        event.stopPropagation();
        onToggle();
      }}
    >
      <span className="choose-box">
        <Check />
      </span>
    </span>
  );
}
