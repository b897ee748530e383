import { type ReactNode, useRef } from 'react';
import { Dialog as AriaDialog, Popover as AriaPopover } from 'react-aria-components';
import { useCommandBarrier } from '../app/commands.tsx';
import './popover.css';

/**
 * A few fields or words below the button that opens them. The focus is held in it; Esc and a press outside close it, and
 * the focus returns where it was.
 */
export function Popover({
  label,
  trigger,
  isOpen,
  onOpen,
  children,
}: {
  label: string;
  trigger: ReactNode;
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
  children: ReactNode;
}): ReactNode {
  const anchor = useRef<HTMLSpanElement>(null);
  return (
    <>
      <span ref={anchor} className="popover-anchor">
        {trigger}
      </span>
      <AriaPopover
        className="popover popover-panel"
        triggerRef={anchor}
        placement="bottom start"
        offset={4}
        isOpen={isOpen}
        onOpenChange={onOpen}
      >
        <AriaDialog className="popover-inner" aria-label={label}>
          <Barrier />
          {children}
        </AriaDialog>
      </AriaPopover>
    </>
  );
}

/** The desk below does not answer to keys. */
function Barrier(): ReactNode {
  useCommandBarrier();
  return null;
}
