import type { ReactNode } from 'react';
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components';
import './menu.css';

export type MenuEntry =
  | {
      id: string;
      label: string;
      hint?: string;
      icon?: ReactNode;
      isChecked?: boolean;
      isDisabled?: boolean;
      onAction: () => void;
    }
  | 'separator';

/** A menu below its button. */
export function Menu({
  label,
  trigger,
  entries,
}: {
  label: string;
  trigger: ReactNode;
  entries: readonly MenuEntry[];
}): ReactNode {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className="popover" offset={4}>
        <AriaMenu className="menu" aria-label={label}>
          {entries.map((entry, index) =>
            entry === 'separator' ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: a separator is nothing but its place
              <Separator key={index} className="menu-separator" />
            ) : (
              <MenuItem
                key={entry.id}
                id={entry.id}
                className="menu-item"
                textValue={entry.label}
                isDisabled={entry.isDisabled}
                onAction={entry.onAction}
              >
                <span className="menu-check" aria-hidden="true">
                  {entry.isChecked === true ? '✓' : entry.icon}
                </span>
                <span>{entry.label}</span>
                {entry.isChecked === true ? <span className="for-readers">✓</span> : null}
                {entry.hint === undefined ? null : <kbd className="keys">{entry.hint}</kbd>}
              </MenuItem>
            ),
          )}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
