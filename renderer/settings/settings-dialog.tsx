/** How the desk looks, in which language, and what this is. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { densities, themes, useAppearance } from '../app/appearance.tsx';
import { useWorkstation } from '../app/desk-context.tsx';
import { useSetLanguage } from '../app/person.ts';
import { BackupsSection } from '../backups/backups-section.tsx';
import { SpellingSection } from '../spelling/spelling-section.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Segmented } from '../ui/segmented.tsx';
import './settings-dialog.css';

export function SettingsDialog({ onClose }: { onClose: () => void }): ReactNode {
  const { t, i18n } = useTranslation();
  const [{ person, profile, host, version }] = useWorkstation();
  const { theme, setTheme, density, setDensity } = useAppearance();
  const setLanguage = useSetLanguage();
  return (
    <Dialog title={t('settings.title')} onClose={onClose} actions={<Button onPress={onClose}>{t('close')}</Button>}>
      <div className="settings">
        <Segmented
          label={t('language.label')}
          value={i18n.language === 'en' ? 'en' : 'vi'}
          choices={(['vi', 'en'] as const).map((id) => ({ id, label: t(`language.${id}`), language: id }))}
          onChange={setLanguage}
        />
        <Segmented
          label={t('theme.label')}
          value={theme}
          choices={themes.map((id) => ({ id, label: t(`theme.${id}`) }))}
          onChange={setTheme}
        />
        <Segmented
          label={t('density.label')}
          value={density}
          choices={densities.map((id) => ({ id, label: t(`density.${id}`) }))}
          onChange={setDensity}
        />
        <SpellingSection />
        <BackupsSection />
        <section className="settings-about">
          <h3>{t('settings.about')}</h3>
          <p className="tabular">{t('settings.version', { version })}</p>
          {person === null ? null : (
            <p>{t('settings.person', { name: person.name, role: t(`role.${person.role}`) })}</p>
          )}
          <p>
            {person === null || person.office === ''
              ? t('settings.noOffice')
              : t('settings.office', { name: person.office })}{' '}
            {profile === 'sample' ? t('settings.sample') : ''}
          </p>
          <p>{t(`settings.host.${host}`)}</p>
        </section>
      </div>
    </Dialog>
  );
}
