/** What can be done in the library, by name and by keys. */
import { useTranslation } from 'react-i18next';
import { librarySorts } from '../../shared/contract/desk.ts';
import { useArticleInView } from '../app/article-in-view.tsx';
import { type Command, useCommands } from '../app/commands.tsx';
import { useExportMany } from '../exports/export-many.tsx';
import { useReplaceInMany } from '../tools/replace-many.tsx';
import { namedDeeds, plainDeeds, useBulk } from './bulk.tsx';
import { useChosen } from './chosen-articles.tsx';
import { useLibrary } from './library-context.tsx';
import { firstDirection, partsOf } from './library-place.ts';
import { useSavedSearches } from './saved-searches.tsx';

export const TABLE_KEYS = 'mod+shift+l';
export const SAVE_KEYS = 'mod+shift+s';

/** A component of its own, so that choosing rows draws nothing else anew. */
export function ListCommands(): null {
  useCommands(useListCommands());
  return null;
}

function useListCommands(): Command[] {
  const { t } = useTranslation<['library', 'app', 'exports', 'tools']>(['library', 'app', 'exports', 'tools']);
  const { id: openId } = useArticleInView();
  const { filter, setFilter, sort, setSort, isTable, setTable, search, similarTo, showSimilar, list } = useLibrary();
  const { ids, clear } = useChosen();
  const { run, ask, canUndo, undoLast } = useBulk();
  const exportMany = useExportMany();
  const replaceInMany = useReplaceInMany();
  const { saved, nameNew, open } = useSavedSearches();
  const group = t('app:groups.library');
  const articles = t('app:groups.articles');
  const hasChosen = ids.size > 0;
  const many = t('library:choose.group');
  return [
    {
      id: 'library.table',
      title: t(isTable ? 'library:table.leave' : 'library:table.show'),
      group,
      keys: TABLE_KEYS,
      run: () => setTable(!isTable),
    },
    {
      id: 'library.filter.clear',
      title: t('library:filter.clear'),
      group,
      run: () => setFilter({ view: filter.view }),
      isEnabled: partsOf(filter).length > 0,
    },
    ...librarySorts
      .filter((by) => by !== sort.by)
      .map((by) => ({
        id: `library.sort.${by}`,
        title: t('library:sort.command', { by: t(`library:sort.${by}`) }),
        group,
        run: () => setSort(firstDirection(by)),
      })),
    {
      id: 'library.sort.turn',
      title: t('library:sort.turn'),
      group,
      run: () => setSort({ by: sort.by, descending: !sort.descending }),
    },
    {
      id: 'library.save',
      title: t('library:saved.save'),
      group,
      keys: SAVE_KEYS,
      run: nameNew,
      isEnabled: search !== '' || similarTo === null,
    },
    ...saved.map((kept) => ({
      id: `library.saved.${kept.id}`,
      title: t('library:saved.command', { name: kept.name }),
      group,
      run: () => open(kept),
    })),
    {
      id: 'article.similar',
      title: t('library:similar.command'),
      group: articles,
      run: () => showSimilar(openId),
      isEnabled: openId !== null,
    },
    { id: 'library.chooseAll', title: t('library:choose.all'), group: many, run: () => list.current?.chooseAll() },
    { id: 'library.chooseNone', title: t('library:choose.clear'), group: many, run: clear, isEnabled: hasChosen },
    ...namedDeeds.map((what) => ({
      id: `library.bulk.${what}`,
      title: t(`library:bulk.command.${what}`),
      group: many,
      run: () => ask(what, [...ids]),
      isEnabled: hasChosen,
    })),
    ...plainDeeds.map((deed) => ({
      id: `library.bulk.${deed}`,
      title: t(`library:bulk.command.${deed}`),
      group: many,
      run: () => run({ do: deed }, [...ids]),
      isEnabled: hasChosen,
    })),
    {
      id: 'library.bulk.replace',
      title: t('tools:command.library'),
      group: many,
      run: () => replaceInMany.ask([...ids]),
      isEnabled: hasChosen,
    },
    {
      id: 'library.bulk.export',
      title: t('exports:many.command'),
      group: many,
      run: () => exportMany.ask([...ids]),
      isEnabled: hasChosen,
    },
    { id: 'library.bulk.undo', title: t('library:bulk.undoLast'), group: many, run: undoLast, isEnabled: canUndo },
  ];
}
