/** The left pane: views of the library and its sections, each with how many articles it holds, and saved searches. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkstation } from '../app/desk-context.tsx';
import { currentLanguage } from '../app/words.ts';
import { useLibrary } from './library-context.tsx';
import { useOverview } from './overview.tsx';
import { SavedList } from './saved-list.tsx';
import { viewsFor } from './views-for.ts';
import './views-pane.css';

export function ViewsPane(): ReactNode {
  const { t } = useTranslation('library');
  const { filter, show, showSection, search, similarTo } = useLibrary();
  const { view, section = null } = filter;
  const overview = useOverview();
  const [{ person }] = useWorkstation();
  const isSearching = search !== '' || similarTo !== null;
  return (
    <div className="views-pane">
      <ul>
        {viewsFor(person?.role).map((id) => (
          <li key={id}>
            <PaneButton
              name={t(`view.${id}`)}
              count={overview?.views[id]}
              isCurrent={!isSearching && id === view}
              onPress={() => show(id)}
            />
          </li>
        ))}
      </ul>
      {overview === null || (overview.sections.length === 0 && section === null) ? null : (
        <>
          <h2 className="pane-heading">{t('sections')}</h2>
          <ul>
            <li>
              <PaneButton
                name={t('allSections')}
                isCurrent={!isSearching && section === null}
                isQuiet
                onPress={() => showSection(null)}
              />
            </li>
            {sectionsWith(overview.sections, section).map(({ name, count }) => (
              <li key={name}>
                <PaneButton
                  name={name}
                  count={count}
                  isCurrent={!isSearching && name === section}
                  onPress={() => showSection(name === section ? null : name)}
                />
              </li>
            ))}
          </ul>
        </>
      )}
      <SavedList />
    </div>
  );
}

/** The chosen section stays in sight when its last article has left it. */
function sectionsWith(
  sections: readonly { name: string; count: number }[],
  chosen: string | null,
): readonly { name: string; count: number }[] {
  if (chosen === null || sections.some(({ name }) => name === chosen)) return sections;
  return [...sections, { name: chosen, count: 0 }];
}

function PaneButton({
  name,
  count,
  isCurrent,
  isQuiet = false,
  onPress,
}: {
  name: string;
  count?: number;
  isCurrent: boolean;
  /** No choice is the usual thing: it is current without a colour. */
  isQuiet?: boolean;
  onPress: () => void;
}): ReactNode {
  return (
    <button
      type="button"
      className={`pane-button ${isCurrent ? 'is-current' : ''} ${isQuiet ? 'is-quiet' : ''}`}
      aria-current={isCurrent || undefined}
      onClick={onPress}
    >
      <span className="pane-name" title={name}>
        {name}
      </span>
      {count === undefined ? null : (
        <span className="pane-count tabular">{count.toLocaleString(currentLanguage())}</span>
      )}
    </button>
  );
}
