import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps, Tooltip, TooltipTrigger } from 'react-aria-components';
import './button.css';

type Look = 'main' | 'plain' | 'quiet' | 'danger';

/** `main` is the one thing to do next; there is at most one of them in sight. */
export function Button({
  look = 'plain',
  className,
  ...props
}: Omit<ButtonProps, 'className'> & { look?: Look; className?: string }): ReactNode {
  return <AriaButton {...props} className={`button button-${look} ${className ?? ''}`} />;
}

/** A button that shows an icon (16 px, stroke 1.5) and says its name, with its keys, in a tooltip. */
export function IconButton({
  label,
  keys,
  isPressed,
  className,
  children,
  ...props
}: Omit<ButtonProps, 'className' | 'children'> & {
  label: string;
  keys?: string;
  /** For a button that is on or off. */
  isPressed?: boolean;
  className?: string;
  children: ReactNode;
}): ReactNode {
  return (
    <TooltipTrigger delay={500}>
      <AriaButton
        {...props}
        aria-label={label}
        {...(isPressed === undefined ? {} : { 'aria-pressed': isPressed })}
        className={`icon-button ${isPressed === true ? 'is-on' : ''} ${className ?? ''}`}
      >
        {children}
      </AriaButton>
      <Tooltip className="tooltip" offset={6}>
        {label}
        {keys === undefined ? null : <kbd className="keys">{keys}</kbd>}
      </Tooltip>
    </TooltipTrigger>
  );
}
