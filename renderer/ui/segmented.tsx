import type { ReactNode } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import './segmented.css';

/** One of a few choices, all in sight. Arrow keys move and choose. */
export function Segmented<T extends string>({
  label,
  hideLabel = false,
  value,
  choices,
  onChange,
}: {
  label: string;
  hideLabel?: boolean;
  value: T;
  choices: readonly { id: T; label: string; language?: string }[];
  onChange: (value: T) => void;
}): ReactNode {
  return (
    <RadioGroup
      className="segmented"
      orientation="horizontal"
      value={value}
      onChange={(next) => onChange(next as T)}
      {...(hideLabel ? { 'aria-label': label } : {})}
    >
      {hideLabel ? null : <Label className="segmented-label">{label}</Label>}
      <div className="segmented-choices">
        {choices.map((choice) => (
          <Radio key={choice.id} value={choice.id} className="segmented-choice">
            <span lang={choice.language}>{choice.label}</span>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
