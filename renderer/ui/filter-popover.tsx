/** The button above a list, with how many filters are on, and the fields that it opens. */
import { ListFilter } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { Popover } from './popover.tsx';
import './filter-popover.css';

export function FilterPopover({
  words,
  keys,
  count,
  isOpen,
  onOpen,
  onClear,
  actions,
  children,
}: {
  words: { title: string; button: string; clear: string };
  /** As they are shown to a person. */
  keys: string;
  count: number;
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
  onClear: () => void;
  actions?: ReactNode;
  children: ReactNode;
}): ReactNode {
  return (
    <Popover
      label={words.title}
      isOpen={isOpen}
      onOpen={onOpen}
      trigger={
        <Button look="quiet" className="tool-button" onPress={() => onOpen(!isOpen)}>
          <ListFilter />
          {words.button}
          {count === 0 ? null : <span className="tool-count tabular">{count}</span>}
          <span className="for-readers">{keys}</span>
        </Button>
      }
    >
      {children}
      <div className="filter-actions">
        <Button look="quiet" isDisabled={count === 0} onPress={onClear}>
          {words.clear}
        </Button>
        {actions}
      </div>
    </Popover>
  );
}
