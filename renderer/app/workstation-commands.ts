/** What can be done from anywhere on the desk, by keys and by name. */
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useLibrary } from '../library/library-context.tsx';
import { useOverview } from '../library/overview.tsx';
import { viewsFor } from '../library/views-for.ts';
import { densities, themes, useAppearance } from './appearance.tsx';
import { useArticleInView } from './article-in-view.tsx';
import { type Command, useCommands } from './commands.tsx';
import { useWorkstation } from './desk-context.tsx';
import { useDialogs } from './dialogs.tsx';
import { focusNextPane } from './focus-next-pane.ts';
import type { Panes } from './panes.ts';
import { useSetLanguage, useSwitchPerson } from './person.ts';

export function useWorkstationCommands({
  root,
  panes,
  newArticle,
  importFile,
  syncNow,
}: {
  root: RefObject<HTMLElement | null>;
  panes: Panes;
  newArticle: () => void;
  importFile: () => void;
  syncNow: () => void;
}): void {
  const { t } = useTranslation(['app', 'backups']);
  const [{ profile, siteUrl }] = useWorkstation();
  const { openFormer } = useArticleInView();
  const { searchField, list } = useLibrary();
  const { show } = useDialogs();
  const articles = t('groups.articles');
  const desk = t('groups.desk');
  const view = t('groups.view');
  const hasOffice = profile === 'office' || profile === 'sample';

  useCommands(
    [
      { id: 'article.new', title: t('commands.new'), group: articles, keys: 'mod+n', run: newArticle },
      // Some browsers keep Ctrl+N and Ctrl+Tab to themselves.
      {
        id: 'article.new.other',
        title: t('commands.new'),
        group: articles,
        keys: 'alt+n',
        run: newArticle,
        isHidden: true,
      },
      { id: 'article.import', title: t('commands.import'), group: articles, keys: 'mod+o', run: importFile },
      { id: 'article.former', title: t('commands.former'), group: articles, keys: 'mod+e', run: openFormer },
      {
        id: 'article.former.other',
        title: t('commands.former'),
        group: articles,
        keys: 'ctrl+tab',
        run: openFormer,
        isHidden: true,
      },
      {
        id: 'desk.search',
        title: t('commands.search'),
        group: desk,
        keys: 'mod+f',
        run: () => {
          searchField.current?.focus();
          searchField.current?.select();
        },
      },
      { id: 'desk.palette', title: t('commands.palette'), group: desk, keys: 'mod+k', run: () => show('palette') },
      {
        id: 'desk.shortcuts',
        title: t('commands.shortcuts'),
        group: desk,
        keys: 'mod+/',
        run: () => show('shortcuts'),
      },
      { id: 'desk.sync', title: t('commands.sync'), group: desk, run: syncNow, isEnabled: hasOffice },
      { id: 'desk.notices', title: t('commands.notices'), group: desk, run: () => show('notices') },
      { id: 'desk.backups', title: t('backups:command'), group: desk, run: () => show('backups') },
      { id: 'desk.settings', title: t('commands.settings'), group: desk, run: () => show('settings') },
      {
        id: 'desk.join',
        title: t('title.join'),
        group: desk,
        run: () => show('join'),
        isEnabled: profile !== 'office',
      },
      {
        id: 'desk.site',
        title: t('commands.site'),
        group: desk,
        run: () => window.open(siteUrl ?? undefined, '_blank', 'noreferrer'),
        isEnabled: siteUrl !== null,
      },
      { id: 'view.panes', title: t('commands.panes'), group: view, keys: 'mod+\\', run: panes.cycleLeft },
      {
        id: 'view.inspector',
        title: t('commands.inspector'),
        group: view,
        keys: 'mod+.',
        run: () => panes.setInspectorOpen(!panes.isInspectorOpen),
      },
      {
        id: 'view.list',
        title: t('commands.list'),
        group: view,
        run: () => {
          panes.showList();
          list.current?.focus();
        },
      },
      {
        id: 'view.nextPane',
        title: t('commands.nextPane'),
        group: view,
        keys: 'f6',
        run: () => focusNextPane(root.current),
      },
    ],
    { isEverywhere: true },
  );
  useCommands(useLibraryCommands());
  useCommands(useLookCommands(), { isEverywhere: true });
}

function useLibraryCommands(): Command[] {
  const { t } = useTranslation(['app', 'library']);
  const [{ person }] = useWorkstation();
  const { show, showSection } = useLibrary();
  const overview = useOverview();
  const group = t('groups.library');
  return [
    ...viewsFor(person?.role).map((view) => ({
      id: `library.view.${view}`,
      title: t('commands.view', { value: t(`library:view.${view}`) }),
      group,
      run: () => show(view),
    })),
    ...(overview?.sections ?? []).map(({ name }) => ({
      id: `library.section.${name}`,
      title: t('commands.section', { value: name }),
      group,
      run: () => showSection(name),
    })),
  ];
}

function useLookCommands(): Command[] {
  const { t, i18n } = useTranslation();
  const [{ person, people }] = useWorkstation();
  const { theme, setTheme, density, setDensity } = useAppearance();
  const setLanguage = useSetLanguage();
  const switchPerson = useSwitchPerson();
  const group = t('groups.view');
  return [
    ...themes
      .filter((id) => id !== theme)
      .map((id) => ({
        id: `look.theme.${id}`,
        title: t('commands.theme', { value: t(`theme.${id}`) }),
        group,
        run: () => setTheme(id),
      })),
    ...densities
      .filter((id) => id !== density)
      .map((id) => ({
        id: `look.density.${id}`,
        title: t('commands.density', { value: t(`density.${id}`) }),
        group,
        run: () => setDensity(id),
      })),
    ...(['vi', 'en'] as const)
      .filter((id) => id !== i18n.language)
      .map((id) => ({
        id: `look.language.${id}`,
        title: t('commands.language', { value: t(`language.${id}`) }),
        group,
        run: () => setLanguage(id),
      })),
    ...people
      .filter(({ id }) => id !== person?.id)
      .map(({ id, name }) => ({
        id: `person.${id}`,
        title: t('commands.person', { name }),
        group: t('groups.desk'),
        run: () => switchPerson(id),
      })),
  ];
}
