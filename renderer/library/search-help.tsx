/** What one can type into the search field; a press on an example puts it there. */
import { CircleQuestionMark } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../app/commands.tsx';
import { IconButton } from '../ui/button.tsx';
import { Popover } from '../ui/popover.tsx';
import { useLibrary } from './library-context.tsx';
import './search-help.css';

const examples = ['words', 'phrase', 'without', 'author', 'tag', 'section', 'state', 'from', 'to'] as const;

export function SearchHelp(): ReactNode {
  const { t } = useTranslation(['library', 'app']);
  const { setSearch, searchField } = useLibrary();
  const [isOpen, setOpen] = useState(false);
  useCommands([
    {
      id: 'library.search.help',
      title: t('library:searchHelp.title'),
      group: t('app:groups.library'),
      run: () => setOpen(true),
    },
  ]);
  const take = (example: string): void => {
    setOpen(false);
    setSearch(example);
    // The popover gives the focus back to its button first.
    requestAnimationFrame(() => searchField.current?.focus());
  };
  return (
    <Popover
      label={t('library:searchHelp.title')}
      isOpen={isOpen}
      onOpen={setOpen}
      trigger={
        <IconButton
          label={t('library:searchHelp.title')}
          className="search-help-button"
          onPress={() => setOpen(!isOpen)}
        >
          <CircleQuestionMark />
        </IconButton>
      }
    >
      <div className="search-help">
        <p className="search-help-intro">{t('library:searchHelp.intro')}</p>
        <ul>
          {examples.map((example) => (
            <li key={example}>
              <button type="button" onClick={() => take(t(`library:searchHelp.example.${example}`))}>
                <code>{t(`library:searchHelp.example.${example}`)}</code>
                <span>{t(`library:searchHelp.means.${example}`)}</span>
              </button>
            </li>
          ))}
        </ul>
        <p className="search-help-more">{t('library:searchHelp.other')}</p>
      </div>
    </Popover>
  );
}
