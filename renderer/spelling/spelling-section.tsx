import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDialogs } from '../app/dialogs.tsx';
import { Button } from '../ui/button.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { useIsSpelling } from './use-is-spelling.ts';
import './spelling.css';

/** Spelling as far as the settings speak of it. */
export function SpellingSection(): ReactNode {
  const { t } = useTranslation<'spelling'>('spelling');
  const { show } = useDialogs();
  const [isOn, setOn] = useIsSpelling();
  return (
    <div className="spelling-section">
      <Segmented
        label={t('settings.label')}
        value={isOn ? 'on' : 'off'}
        choices={(['on', 'off'] as const).map((id) => ({ id, label: t(`settings.${id}`) }))}
        onChange={(next) => setOn(next === 'on')}
      />
      <Button onPress={() => show('lists')}>{t('command.lists')}</Button>
    </div>
  );
}
