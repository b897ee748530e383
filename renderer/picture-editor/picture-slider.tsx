import { type ReactNode, useId, useRef, useState } from 'react';

/** A value on a line with its number beside it. `onChange` once, when the hand or the key is let go of; `onDraft` meanwhile. */
export function PictureSlider({
  label,
  value,
  least,
  most,
  step,
  words,
  onDraft,
  onChange,
}: {
  label: string;
  value: number;
  least: number;
  most: number;
  step: number;
  words: (value: number) => string;
  onDraft: (value: number | null) => void;
  onChange: (value: number) => void;
}): ReactNode {
  const id = useId();
  const [draft, setDraft] = useState<number | null>(null);
  const latest = useRef<number | null>(null);
  const hold = (next: number | null): void => {
    latest.current = next;
    setDraft(next);
    onDraft(next);
  };
  const end = (): void => {
    const next = latest.current;
    if (next === null) return;
    hold(null);
    if (next !== value) onChange(next);
  };
  const shown = draft ?? value;
  return (
    <div className="picture-slider">
      <label htmlFor={id}>{label}</label>
      <output htmlFor={id} className="tabular">
        {words(shown)}
      </output>
      <input
        id={id}
        type="range"
        min={least}
        max={most}
        step={step}
        value={shown}
        aria-valuetext={words(shown)}
        onChange={({ target }) => hold(Number(target.value))}
        onPointerUp={end}
        onKeyUp={end}
        onBlur={end}
      />
    </div>
  );
}
