/**
 * A text field whose letters are the person's own: what is typed is never written back into it. React's controlled fields
 * are set again after each input, and when many keys come at once (an input method's burst on a busy computer) they are
 * set to what they held a key ago. So the field keeps its text by itself; the value from outside is written into it only
 * when it is none of what was told from here.
 */
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

type Field = HTMLInputElement | HTMLTextAreaElement;

/** What was told longer ago than this many inputs does not come back as a value. */
const MOST_TOLD = 1_000;

export type TypedValue<F extends Field> = {
  ref: RefObject<F | null>;
  defaultValue: string;
  onInput: () => void;
  /** For the field's own `onBlur`, after the caller's: what stands there then is the value. */
  onBlur: () => void;
};

/** `own`: a ref that the caller has already. */
export function useTypedValue<F extends Field>(
  value: string,
  onChange: (text: string) => void,
  own?: RefObject<F | null>,
): TypedValue<F> {
  const made = useRef<F>(null);
  const ref = own ?? made;
  const [defaultValue] = useState(value);
  const told = useRef<string[]>([]);
  const latest = useRef({ value, onChange });
  useLayoutEffect(() => {
    latest.current = { value, onChange };
  });
  useLayoutEffect(() => {
    const field = ref.current;
    if (field === null) return;
    const at = told.current.indexOf(value);
    if (at !== -1) told.current.splice(0, at + 1);
    else {
      told.current = [];
      if (field.value !== value) field.value = value;
    }
  }, [ref, value]);
  const tell = (): void => {
    const text = ref.current?.value ?? '';
    told.current.push(text);
    if (told.current.length > MOST_TOLD) told.current.shift();
    try {
      latest.current.onChange(text);
    } catch {
      // React gives up on the fiftieth change that it could not finish in between; it takes the next one.
      setTimeout(() => latest.current.onChange(ref.current?.value ?? ''), 0);
    }
  };
  const leave = (): void => {
    setTimeout(() => {
      const field = ref.current;
      if (field === null || document.activeElement === field) return;
      told.current = [];
      if (field.value !== latest.current.value) field.value = latest.current.value;
    }, 0);
  };
  return { ref, defaultValue, onInput: tell, onBlur: leave };
}
