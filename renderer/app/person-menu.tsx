/** Who works here: another person of the sample office in one press, and how the desk looks to them. */
import { Bell, ChevronDown, CircleUser, Keyboard, Monitor, Moon, Rows2, Rows3, Settings, Sun } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Menu, type MenuEntry } from '../ui/menu.tsx';
import { densities, themes, useAppearance } from './appearance.tsx';
import { showKeys } from './commands.tsx';
import { useWorkstation } from './desk-context.tsx';
import { useDialogs } from './dialogs.tsx';
import { useSetLanguage, useSwitchPerson } from './person.ts';
import './title-bar.css';

const themeIcons = { system: <Monitor />, light: <Sun />, dark: <Moon /> };
const densityIcons = { 'two-lines': <Rows2 />, 'one-line': <Rows3 /> };

export function PersonMenu({ onSettings }: { onSettings: () => void }): ReactNode {
  const { t, i18n } = useTranslation();
  const [{ person, people }] = useWorkstation();
  const { theme, setTheme, density, setDensity } = useAppearance();
  const { show } = useDialogs();
  const setLanguage = useSetLanguage();
  const switchPerson = useSwitchPerson();
  if (person === null) return null;
  const entries: MenuEntry[] = [
    ...(people.length < 2
      ? []
      : [
          {
            id: 'people',
            heading: t('title.switchTo'),
            entries: people.map(({ id, name, role }) => ({
              id: `person-${id}`,
              label: t('title.person', { name, role: t(`role.${role}`) }),
              isChecked: id === person.id,
              icon: <CircleUser />,
              onAction: () => switchPerson(id),
            })),
          },
        ]),
    {
      id: 'theme',
      heading: t('theme.label'),
      entries: themes.map((id) => ({
        id: `theme-${id}`,
        label: t(`theme.${id}`),
        isChecked: id === theme,
        icon: themeIcons[id],
        onAction: () => setTheme(id),
      })),
    },
    {
      id: 'density',
      heading: t('density.label'),
      entries: densities.map((id) => ({
        id: `density-${id}`,
        label: t(`density.${id}`),
        isChecked: id === density,
        icon: densityIcons[id],
        onAction: () => setDensity(id),
      })),
    },
    {
      id: 'language',
      heading: t('language.label'),
      entries: (['vi', 'en'] as const).map((id) => ({
        id: `language-${id}`,
        label: t(`language.${id}`),
        isChecked: i18n.language === id,
        onAction: () => setLanguage(id),
      })),
    },
    'separator',
    {
      id: 'shortcuts',
      label: t('commands.shortcuts'),
      icon: <Keyboard />,
      hint: showKeys('mod+/'),
      onAction: () => show('shortcuts'),
    },
    { id: 'notices', label: t('commands.notices'), icon: <Bell />, onAction: () => show('notices') },
    { id: 'settings', label: t('title.settings'), icon: <Settings />, onAction: onSettings },
  ];
  return (
    <Menu
      label={person.name}
      entries={entries}
      trigger={
        <AriaButton className="title-button title-person">
          <span>{person.name}</span>
          <span className="title-role">{t(`role.${person.role}`)}</span>
          <ChevronDown aria-hidden="true" />
        </AriaButton>
      }
    />
  );
}
