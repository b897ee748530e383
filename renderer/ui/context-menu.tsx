import { type ReactNode, useRef } from 'react';
import { Popover } from 'react-aria-components';
import { useCommandBarrier } from '../app/commands.tsx';
import { MenuEntries, type MenuEntry } from './menu.tsx';

/**
 * A place of the window, in CSS pixels: where the mouse was pressed, or below a row for the keys. `height`: of what stands
 * above it and stays in sight where the menu has to open upwards.
 */
export type MenuPlace = { x: number; y: number; height?: number };

/** A menu at a place of the window. */
export function ContextMenu({
  label,
  at,
  entries,
  onClose,
}: {
  label: string;
  at: MenuPlace;
  entries: readonly MenuEntry[];
  onClose: () => void;
}): ReactNode {
  useCommandBarrier();
  const { height = 0 } = at;
  const anchor = useRef<HTMLSpanElement>(null);
  return (
    <>
      <span ref={anchor} className="context-menu-anchor" style={{ left: at.x, top: at.y - height, height }} />
      <Popover
        className="popover"
        aria-label={label}
        triggerRef={anchor}
        placement="bottom start"
        offset={0}
        isOpen
        onOpenChange={(isOpen) => {
          if (!isOpen) onClose();
        }}
      >
        <MenuEntries label={label} entries={entries} onClose={onClose} />
      </Popover>
    </>
  );
}
