import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { articleKinds, findKind } from '../../shared/kinds/article-kinds.ts';
import { currentLanguage } from '../app/words.ts';
import { Select } from '../ui/select.tsx';
import './kinds.css';

const NONE = 'none';

/** Which kind an article is, and what that kind is for. */
export function KindField({
  value,
  isDisabled,
  onChange,
}: {
  value: string | undefined;
  isDisabled: boolean;
  onChange: (kind: string | undefined) => void;
}): ReactNode {
  const { t } = useTranslation('kinds');
  const language = currentLanguage();
  const kind = findKind(value);
  // A kind that only a newer version knows stays what it is until somebody chooses another.
  const unknown = value !== undefined && kind === undefined ? [{ id: value, label: value }] : [];
  return (
    <div className="kind-field" data-field="kind">
      <span className="kind-label" aria-hidden="true">
        {t('label')}
      </span>
      {isDisabled ? (
        <p>{kind?.name[language] ?? value ?? t('none')}</p>
      ) : (
        <Select
          label={t('label')}
          value={value ?? NONE}
          choices={[
            { id: NONE, label: t('none') },
            ...unknown,
            ...articleKinds.map(({ id, name }) => ({ id, label: name[language] })),
          ]}
          onChange={(id) => onChange(id === NONE ? undefined : id)}
        />
      )}
      <p className="kind-about">{kind?.about[language] ?? t('noneAbout')}</p>
    </div>
  );
}
