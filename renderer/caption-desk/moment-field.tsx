/** A day, or a day and a time, typed with the day first. What is none changes nothing and is said when the field is left. */
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextInput } from '../ui/text-input.tsx';

export function MomentField({
  field,
  value,
  read,
  write,
  onChange,
  hint,
}: {
  field: 'dateCreated' | 'expires';
  value: string | null;
  /** Null for what is none. */
  read: (text: string) => string | null;
  write: (value: string) => string;
  onChange: (value: string | null) => void;
  hint?: string;
}): ReactNode {
  const { t } = useTranslation<'captionDesk'>('captionDesk');
  const [typed, setTyped] = useState<string | null>(null);
  const [isUnknown, setUnknown] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another value, whichever it is
  useEffect(() => {
    setTyped(null);
    setUnknown(false);
  }, [value]);
  const leave = (): void => {
    if (typed === null) return;
    const next = typed.trim() === '' ? null : read(typed);
    const isRead = typed.trim() === '' || next !== null;
    setUnknown(!isRead);
    if (!isRead) return;
    setTyped(null);
    if (next !== value) onChange(next);
  };
  return (
    <div data-field={field}>
      <TextInput
        label={t(`field.${field}`)}
        placeholder={t(`placeholder.${field}`)}
        value={typed ?? (value === null ? '' : write(value))}
        error={isUnknown ? t('dateUnknown', { example: t(`example.${field}`) }) : null}
        {...(hint === undefined ? {} : { hint })}
        onChange={(text) => {
          setTyped(text);
          setUnknown(false);
        }}
        onEnter={leave}
        onLeave={leave}
      />
    </div>
  );
}
