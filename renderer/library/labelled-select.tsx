import type { ReactNode } from 'react';
import { Select } from '../ui/select.tsx';

/** A choice of many below its name. */
export function LabelledSelect<T extends string>(props: {
  label: string;
  value: T;
  choices: readonly { id: T; label: string }[];
  onChange: (value: T) => void;
}): ReactNode {
  return (
    <div className="labelled-select">
      <span className="labelled-select-label" aria-hidden="true">
        {props.label}
      </span>
      <Select {...props} />
    </div>
  );
}
