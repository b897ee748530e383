import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useCommandBarrier } from '../app/commands.tsx';
import { useFocusBack } from './use-focus-back.ts';
import './dialog.css';

/** A dialog over the page; Esc and a press outside close it unless `mustAnswer`. Focus returns where it came from. */
export function Dialog({
  title,
  size = 'small',
  hideTitle = false,
  mustAnswer = false,
  isHeld = false,
  isText = false,
  onClose,
  children,
  actions,
}: {
  title: string;
  size?: 'small' | 'wide' | 'full' | 'palette';
  /** The title is for screen readers only; the dialog's body then fills it to its edges. */
  hideTitle?: boolean;
  mustAnswer?: boolean;
  /** A press outside does not close it, since it holds work; Esc does. */
  isHeld?: boolean;
  /** Nothing in it takes the focus: it is scrolled by keys itself. */
  isText?: boolean;
  onClose: () => void;
  children: ReactNode;
  /** Buttons, the main one last. */
  actions?: ReactNode;
}): ReactNode {
  useCommandBarrier();
  useFocusBack();
  return (
    <ModalOverlay
      className={`dialog-overlay ${size === 'palette' ? 'is-high' : ''}`}
      isOpen
      isDismissable={!mustAnswer && !isHeld}
      isKeyboardDismissDisabled={mustAnswer}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Modal className={`dialog dialog-${size}`}>
        <AriaDialog className="dialog-inner">
          <Heading slot="title" className={hideTitle ? 'for-readers' : 'dialog-title'}>
            {title}
          </Heading>
          <div
            className={hideTitle ? 'dialog-whole' : 'dialog-body'}
            {...(isText ? { tabIndex: 0, role: 'group', 'aria-label': title } : {})}
          >
            {children}
          </div>
          {actions === undefined ? null : <div className="dialog-actions">{actions}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
