import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Menu as AriaMenu,
  Header,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Separator,
} from 'react-aria-components';
import './menu.css';

export type MenuAction = {
  id: string;
  label: string;
  hint?: string;
  icon?: ReactNode;
  isChecked?: boolean;
  isDisabled?: boolean;
  /** Leaves the desk: opens in the person's browser. */
  href?: string;
  onAction?: () => void;
};
export type MenuEntry = MenuAction | { id: string; heading: string; entries: readonly MenuAction[] } | 'separator';

/** What a menu holds. */
export function MenuEntries({
  label,
  entries,
  onClose,
}: {
  label: string;
  entries: readonly MenuEntry[];
  /** For a menu that no trigger closes. */
  onClose?: () => void;
}): ReactNode {
  return (
    <AriaMenu className="menu" aria-label={label} {...(onClose === undefined ? {} : { autoFocus: 'first', onClose })}>
      {entries.map((entry, index) => {
        if (entry === 'separator') {
          // biome-ignore lint/suspicious/noArrayIndexKey: a separator is nothing but its place
          return <Separator key={index} className="menu-separator" />;
        }
        if (!('heading' in entry)) return menuItem(entry);
        return (
          <MenuSection key={entry.id} className="menu-section">
            <Header className="menu-heading">{entry.heading}</Header>
            {entry.entries.map(menuItem)}
          </MenuSection>
        );
      })}
    </AriaMenu>
  );
}

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
        <MenuEntries label={label} entries={entries} />
      </Popover>
    </MenuTrigger>
  );
}

/** Called as a function, so that the menu's collection sees the item itself. */
function menuItem(entry: MenuAction): ReactNode {
  return (
    <MenuItem
      key={entry.id}
      id={entry.id}
      className="menu-item"
      textValue={entry.label}
      isDisabled={entry.isDisabled}
      onAction={entry.onAction}
      {...(entry.href === undefined ? {} : { href: entry.href, target: '_blank', rel: 'noreferrer' })}
    >
      <span className="menu-check" aria-hidden="true">
        {entry.isChecked === true ? <Check /> : entry.icon}
      </span>
      <span>{entry.label}</span>
      {entry.isChecked === true ? <span className="for-readers">✓</span> : null}
      {entry.hint === undefined ? null : <kbd className="keys">{entry.hint}</kbd>}
    </MenuItem>
  );
}
