/**
 * A field to type into and what was found below it. The focus stays in the field; arrows move through the rows and Enter
 * takes the one under them.
 */
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Dialog } from './dialog.tsx';
import { useTypedValue } from './typed-value.ts';
import './search-dialog.css';

export function SearchDialog<Row>({
  title,
  label = title,
  placeholder,
  listLabel,
  query,
  rows,
  rowClass,
  idOf,
  chosen,
  none,
  foot,
  children,
  onQuery,
  onTake,
  onEnter = (row) => row !== undefined && onTake(row),
  onClose,
}: {
  title: string;
  /** The field's. */
  label?: string;
  placeholder: string;
  listLabel: string;
  query: string;
  rows: readonly Row[];
  rowClass: string;
  idOf: (row: Row) => string;
  /** Ids, where several can be chosen before they are taken. */
  chosen?: readonly string[];
  /** Said when nothing was found, and null while that is not known. */
  none: string | null;
  /** `under`: the row under the arrow. */
  foot: (under: Row | undefined) => ReactNode;
  children: (row: Row) => ReactNode;
  onQuery: (text: string) => void;
  onTake: (row: Row) => void;
  onEnter?: (under: Row | undefined, event: KeyboardEvent) => void;
  onClose: () => void;
}): ReactNode {
  const [active, setActive] = useState(0);
  const listId = useId();
  const activeRow = useRef<HTMLDivElement>(null);
  const index = Math.min(active, rows.length - 1);
  const typed = useTypedValue<HTMLInputElement>(query, (text) => {
    onQuery(text);
    setActive(0);
  });
  useEffect(() => {
    if (index >= 0) activeRow.current?.scrollIntoView({ block: 'nearest' });
  }, [index]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move !== undefined && rows.length > 0) {
      event.preventDefault();
      setActive((index + move + rows.length) % rows.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      onEnter(rows[index], event);
    }
  };
  return (
    <Dialog title={title} size="palette" hideTitle onClose={onClose}>
      <div className="search-dialog">
        <input
          autoFocus
          className="search-dialog-field"
          role="combobox"
          aria-label={label}
          aria-expanded="true"
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={index < 0 ? undefined : `${listId}-${index}`}
          placeholder={placeholder}
          autoComplete="off"
          spellCheck={false}
          {...typed}
          onKeyDown={onKeyDown}
        />
        <div
          className="search-dialog-list"
          id={listId}
          role="listbox"
          aria-label={listLabel}
          aria-multiselectable={chosen === undefined ? undefined : true}
          tabIndex={-1}
        >
          {rows.map((row, at) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field above holds the focus and answers the keys
            <div
              key={idOf(row)}
              id={`${listId}-${at}`}
              ref={at === index ? activeRow : undefined}
              role="option"
              aria-selected={chosen === undefined ? at === index : chosen.includes(idOf(row))}
              tabIndex={-1}
              className={`search-dialog-row ${rowClass} ${at === index ? 'is-active' : ''}`}
              onPointerMove={() => setActive(at)}
              onClick={() => onTake(row)}
            >
              {children(row)}
            </div>
          ))}
        </div>
        {none !== null && rows.length === 0 ? <p className="search-dialog-none">{none}</p> : null}
        {foot(rows[index])}
      </div>
    </Dialog>
  );
}
