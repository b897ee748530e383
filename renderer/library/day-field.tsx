import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readDate, writeDate } from '../article/read-date.ts';
import { TextInput } from '../ui/text-input.tsx';

const EXAMPLE_DATE = '26/04/2022';

/** A day, typed with the day first. What is no date changes nothing and is said when the field is left. */
export function DayField({
  label,
  value,
  onChange,
}: {
  label: string;
  /** `YYYY-MM-DD` */
  value: string | undefined;
  onChange: (day: string | undefined) => void;
}): ReactNode {
  const { t } = useTranslation('library');
  const [typed, setTyped] = useState<string | null>(null);
  const [isUnknown, setUnknown] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another value, whichever it is
  useEffect(() => {
    // Chosen elsewhere meanwhile, as by the name of a span.
    setTyped(null);
    setUnknown(false);
  }, [value]);
  const write = (text: string): boolean => {
    const day = text.trim() === '' ? undefined : readDate(text, new Date());
    if (day === null) return false;
    if (day !== value) onChange(day);
    return true;
  };
  const leave = (): void => {
    if (typed === null) return;
    const isRead = write(typed);
    setUnknown(!isRead);
    if (isRead) setTyped(null);
  };
  return (
    <TextInput
      label={label}
      placeholder={EXAMPLE_DATE}
      value={typed ?? (value === undefined ? '' : writeDate(value))}
      error={isUnknown ? t('filter.dateUnknown', { example: EXAMPLE_DATE }) : null}
      onChange={(text) => {
        setTyped(text);
        setUnknown(false);
      }}
      onEnter={leave}
      onLeave={leave}
    />
  );
}
