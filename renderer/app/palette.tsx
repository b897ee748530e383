/**
 * Everything by name: every command of the rooms that are shown, and articles by their headlines. Folded, so tone marks
 * are optional: `duyet` finds `Duyệt`.
 */
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SearchDialog } from '../ui/search-dialog.tsx';
import { useArticleInView } from './article-in-view.tsx';
import { type Command, showKeys, useAllCommands } from './commands.tsx';
import { useDesk } from './desk-context.tsx';
import { rankByWords } from './rank-by-words.ts';
import './palette.css';

type Entry = { id: string; group: string; title: string; keys?: string; run: () => void };

const MOST_ARTICLES = 8;

export function Palette({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const [query, setQuery] = useState('');
  const commands = useAllCommands();
  const articles = useFoundArticles(query);
  const run = (entry: Entry): void => {
    onClose();
    entry.run();
  };
  return (
    <SearchDialog
      title={t('commands.palette')}
      label={t('palette.label')}
      placeholder={t('palette.placeholder')}
      listLabel={t('palette.list')}
      query={query}
      rows={[...rankByWords(query, runnable(commands)), ...articles]}
      rowClass="palette-row"
      idOf={({ id }) => id}
      none={t('palette.none')}
      foot={() => (
        <p className="search-dialog-hint">{t('palette.hint', { up: '↑', down: '↓', enter: showKeys('enter') })}</p>
      )}
      onQuery={setQuery}
      onTake={run}
      onClose={onClose}
    >
      {(entry) => (
        <>
          <span className="palette-title">{entry.title}</span>
          <span className="palette-group">{entry.group}</span>
          <kbd className="keys">{entry.keys === undefined ? '' : showKeys(entry.keys)}</kbd>
        </>
      )}
    </SearchDialog>
  );
}

function runnable(commands: readonly Command[]): Entry[] {
  return commands.filter(({ isEnabled = true, isHidden = false }) => isEnabled && !isHidden);
}

/** Articles that hold the words typed; the former ones stay until the next are here. */
function useFoundArticles(query: string): Entry[] {
  const { t } = useTranslation();
  const desk = useDesk();
  const { open } = useArticleInView();
  const [found, setFound] = useState<{ id: string; headline: string }[]>([]);
  useEffect(() => {
    let isLatest = true;
    if (query.trim() === '') {
      setFound([]);
      return;
    }
    desk.library.search({ query, limit: MOST_ARTICLES }).then(
      ({ hits }) => {
        if (isLatest) setFound(hits);
      },
      () => {},
    );
    return () => {
      isLatest = false;
    };
  }, [desk, query]);
  return found.map(({ id, headline }) => ({
    id: `article-${id}`,
    group: t('palette.articles'),
    title: headline || t('refusals.untitled'),
    run: () => open(id),
  }));
}
