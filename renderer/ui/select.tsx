import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import './select.css';

/** A choice of many, as the platform's own list: quick to type into, and at home on every system. */
export function Select<T extends string>({
  label,
  value,
  choices,
  onChange,
  className,
}: {
  label: string;
  value: T;
  choices: readonly { id: T; label: string }[];
  onChange: (value: T) => void;
  className?: string;
}): ReactNode {
  return (
    <span className={`select ${className ?? ''}`}>
      <select aria-label={label} value={value} onChange={(event) => onChange(event.target.value as T)}>
        {choices.map((choice) => (
          <option key={choice.id} value={choice.id}>
            {choice.label}
          </option>
        ))}
      </select>
      <ChevronDown aria-hidden="true" />
    </span>
  );
}
