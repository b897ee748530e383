import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDateWithWeekday } from '../../shared/text/dates.ts';
import { currentLanguage } from '../app/words.ts';
import { readDate, writeDate } from '../article/read-date.ts';
import { TextInput } from '../ui/text-input.tsx';

const EXAMPLE_DATE = '26/04/2022';

/** The date on the article, day first as it is written here. What is no date leaves the former one. */
export function ImportDate({ value, onChange }: { value: string; onChange: (date: string) => void }): ReactNode {
  const { t } = useTranslation(['import', 'article']);
  /** What is being typed, as long as it is not the date that the article has. */
  const [typed, setTyped] = useState<string | null>(null);
  const write = (text: string): boolean => {
    const date = text.trim() === '' ? '' : readDate(text, new Date());
    if (date === null) return false;
    onChange(date);
    return true;
  };
  const isUnknown = typed !== null && typed.trim() !== '' && readDate(typed, new Date()) === null;
  return (
    <TextInput
      label={t('import:field.publishedOn')}
      placeholder={EXAMPLE_DATE}
      value={typed ?? writeDate(value)}
      onChange={(text) => {
        setTyped(text);
        // A date is whole with its year; what may still grow into another one is read when the field is left.
        if (/\d{4}$|^$/u.test(text.trim())) write(text);
      }}
      onLeave={() => {
        if (typed !== null && write(typed)) setTyped(null);
      }}
      error={isUnknown && /\d{4}$/u.test(typed) ? t('article:field.dateUnknown', { example: EXAMPLE_DATE }) : null}
      hint={
        value === ''
          ? t('article:field.dateHint', { example: EXAMPLE_DATE })
          : formatDateWithWeekday(value, currentLanguage())
      }
    />
  );
}
