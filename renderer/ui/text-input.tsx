import { type ReactNode, useId } from 'react';
import './text-input.css';

/**
 * A labelled field for plain values. Uncontrolled while it has the focus, so that input methods are never disturbed;
 * `onChange` is told on every input. `hint` stands below; an `error` takes its place.
 */
export function TextInput({
  label,
  value,
  onChange,
  onEnter,
  onLeave,
  hint,
  error,
  lines = 'one',
  hideLabel = false,
  ...rest
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  onEnter?: () => void;
  onLeave?: () => void;
  hint?: ReactNode;
  error?: string | null;
  /** `as-needed` begins as one line and grows with its text. */
  lines?: 'one' | 'many' | 'as-needed';
  hideLabel?: boolean;
  type?: 'text' | 'date' | 'search' | 'url';
  placeholder?: string;
  autoFocus?: boolean;
  isDisabled?: boolean;
  list?: string;
}): ReactNode {
  const id = useId();
  const { isDisabled = false, type = 'text', ...attributes } = rest;
  const shared = {
    id,
    value,
    disabled: isDisabled,
    autoComplete: 'off',
    spellCheck: false,
    onBlur: onLeave,
    'aria-describedby': `${id}-hint`,
    'aria-invalid': error ? true : undefined,
    ...attributes,
  };
  return (
    <div className="text-input">
      <label htmlFor={id} className={hideLabel ? 'for-readers' : undefined}>
        {label}
      </label>
      {lines !== 'one' ? (
        <textarea
          {...shared}
          className={`lines-${lines}`}
          rows={lines === 'many' ? 3 : 1}
          onChange={(event) => onChange(event.target.value)}
        />
      ) : (
        <input
          {...shared}
          type={type}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing && event.keyCode !== 229) onEnter?.();
          }}
        />
      )}
      <p
        id={`${id}-hint`}
        className={error ? 'text-input-error' : 'text-input-hint'}
        role={error ? 'alert' : undefined}
      >
        {error || hint}
      </p>
    </div>
  );
}
