/** How a tool does what it does. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type LegacyEncoding, legacyEncodings } from '../../shared/text/legacy/encodings.ts';
import { dateForms } from '../../shared/text-tools/date-form.ts';
import { punctuationParts, type ToolName, type ToolOptions } from '../../shared/text-tools/text-tools.ts';
import { toneStyles } from '../../shared/text-tools/tone-marks.ts';
import { Segmented } from '../ui/segmented.tsx';
import { Select } from '../ui/select.tsx';

export function ToolChoices({
  tool,
  options,
  guess,
  onOptions,
}: {
  tool: ToolName;
  options: ToolOptions;
  /** The encoding that the article looks to be in; null for none. */
  guess: LegacyEncoding | null;
  onOptions: (options: Partial<ToolOptions>) => void;
}): ReactNode {
  const { t } = useTranslation<'tools'>('tools');
  switch (tool) {
    case 'tone-marks':
      return (
        <Segmented
          label={t('choice.toneStyle')}
          value={options.toneStyle}
          choices={toneStyles.map((id) => ({ id, label: t(`toneStyle.${id}`) }))}
          onChange={(toneStyle) => onOptions({ toneStyle })}
        />
      );
    case 'dates':
      return (
        <Segmented
          label={t('choice.dateForm')}
          value={options.dateForm}
          choices={dateForms.map((id) => ({ id, label: t(`dateForm.${id}`) }))}
          onChange={(dateForm) => onOptions({ dateForm })}
        />
      );
    case 'legacy':
      return (
        <Select
          label={t('choice.encoding')}
          value={options.encoding ?? 'guess'}
          choices={[
            {
              id: 'guess' as const,
              label: guess === null ? t('encoding.guess') : t('encoding.guessed', { encoding: t(`encoding.${guess}`) }),
            },
            ...legacyEncodings.map((id) => ({ id, label: t(`encoding.${id}`) })),
          ]}
          onChange={(encoding) => onOptions({ encoding: encoding === 'guess' ? null : encoding })}
        />
      );
    case 'punctuation':
      return (
        <fieldset className="tool-parts">
          <legend className="for-readers">{t('choice.punctuation')}</legend>
          {punctuationParts.map((part) => (
            <label key={part}>
              <input
                type="checkbox"
                checked={options.punctuation.includes(part)}
                onChange={({ target }) =>
                  onOptions({
                    punctuation: punctuationParts.filter((own) =>
                      own === part ? target.checked : options.punctuation.includes(own),
                    ),
                  })
                }
              />
              {t(`punctuation.${part}`)}
            </label>
          ))}
        </fieldset>
      );
    default:
      return null;
  }
}
