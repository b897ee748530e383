import { type KeyboardEvent, type ReactNode, type Ref, useEffect, useImperativeHandle, useRef } from 'react';

/** Input methods write a word in several steps; what they are in the middle of is looked at by nobody. */
const IDLE_MS = 100;

/**
 * A field that tells what it says once typing pauses, never in the middle of a word that is being composed, and is never
 * written into while it has the focus.
 */
export function IdleInput({
  ref,
  label,
  value,
  onText,
  onEnter,
  isWrong = false,
  describedBy,
}: {
  ref?: Ref<HTMLInputElement | null>;
  label: string;
  /** What it says at first, and when it changes from outside. */
  value: string;
  onText: (text: string) => void;
  /** `isNew`: what it says had not been told yet. */
  onEnter?: (event: KeyboardEvent, text: string, isNew: boolean) => void;
  isWrong?: boolean;
  describedBy?: string;
}): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const told = useRef(value);
  useImperativeHandle<HTMLInputElement | null, HTMLInputElement | null>(ref, () => input.current);
  useEffect(() => {
    if (value === told.current || input.current === null) return;
    told.current = value;
    input.current.value = value;
  }, [value]);
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current);
    },
    [],
  );
  /** False if there is nothing new. */
  const tell = (): boolean => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
    const text = input.current?.value.normalize('NFC') ?? '';
    if (text === told.current) return false;
    told.current = text;
    onText(text);
    return true;
  };
  const soon = (): void => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = setTimeout(tell, IDLE_MS);
  };
  return (
    <input
      ref={input}
      className={`idle-input ${isWrong ? 'is-wrong' : ''}`}
      aria-label={label}
      aria-invalid={isWrong || undefined}
      aria-describedby={describedBy}
      placeholder={label}
      defaultValue={value}
      autoComplete="off"
      autoCorrect="off"
      autoCapitalize="off"
      spellCheck={false}
      onInput={(event) => {
        if (!(event.nativeEvent as InputEvent).isComposing) soon();
      }}
      onCompositionEnd={soon}
      onBlur={() => tell()}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.keyCode === 229) return;
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        event.preventDefault();
        const isNew = tell();
        onEnter?.(event, told.current, isNew);
      }}
    />
  );
}
