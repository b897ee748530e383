import { type ReactNode, type RefObject, useEffect, useId } from 'react';
import { useTypedValue } from './typed-value.ts';
import './text-input.css';

/**
 * A labelled field for plain values. What is typed is never written back into it, so that input methods are never
 * disturbed; `onChange` is told on every input. `hint` stands below; an `error` takes its place.
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
  const typed = useTypedValue<HTMLInputElement | HTMLTextAreaElement>(value, onChange);
  const isFirst = rest.autoFocus === true;
  // What is typed at once takes the place of what stands there, as in every dialog of the platform.
  useEffect(() => {
    if (isFirst) typed.ref.current?.select();
  }, [isFirst, typed.ref]);
  const shared = {
    id,
    defaultValue: typed.defaultValue,
    onInput: typed.onInput,
    disabled: isDisabled,
    autoComplete: 'off',
    spellCheck: false,
    onBlur: () => {
      onLeave?.();
      typed.onBlur();
    },
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
          ref={typed.ref as RefObject<HTMLTextAreaElement | null>}
          className={`lines-${lines}`}
          rows={lines === 'many' ? 3 : 1}
        />
      ) : (
        <input
          {...shared}
          ref={typed.ref as RefObject<HTMLInputElement | null>}
          type={type}
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
