import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PhotoTextName } from '../../shared/photos/photo-details.ts';
import { Select } from '../ui/select.tsx';
import { TextInput } from '../ui/text-input.tsx';
import type { How } from './batch-deeds.ts';

const hows = ['keep', 'set', 'fill', 'append'] as const;

/** One text for many pictures: what they have in common, what takes its place, and how. Untouched it stays as it is. */
export function SharedText({
  name,
  common,
  change,
  onChange,
}: {
  name: PhotoTextName;
  /** Null where they differ. */
  common: string | null;
  change: { how: How; text: string } | null;
  onChange: (change: { how: How; text: string } | null) => void;
}): ReactNode {
  const { t } = useTranslation<'captionDesk'>('captionDesk');
  const label = t(`field.${name}`);
  const text = change?.text ?? '';
  return (
    <div className={`shared-text ${change === null ? '' : 'is-on'}`}>
      <TextInput
        label={label}
        lines={name === 'description' ? 'many' : 'as-needed'}
        value={text}
        placeholder={common ?? t('batch.differ')}
        onChange={(typed) =>
          onChange(typed === '' && change?.how !== 'set' ? null : { how: change?.how ?? 'set', text: typed })
        }
      />
      <Select
        label={t('batch.how', { field: label })}
        value={change?.how ?? 'keep'}
        choices={hows.map((id) => ({ id, label: t(`batch.${id}`) }))}
        onChange={(how) => onChange(how === 'keep' ? null : { how, text: text === '' ? (common ?? '') : text })}
      />
    </div>
  );
}
