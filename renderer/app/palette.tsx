/**
 * Everything by name: every command of the rooms that are shown, and articles by their headlines. Folded, so tone marks
 * are optional: `duyet` finds `Duyệt`. Focus stays in the field; the arrow keys move through the results.
 */
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../ui/dialog.tsx';
import { useTypedValue } from '../ui/typed-value.ts';
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
  const [active, setActive] = useState(0);
  const typed = useTypedValue<HTMLInputElement>(query, (text) => {
    setQuery(text);
    setActive(0);
  });
  const commands = useAllCommands();
  const articles = useFoundArticles(query);
  const listId = useId();
  const activeRow = useRef<HTMLDivElement>(null);
  const entries = [...rankByWords(query, runnable(commands)), ...articles];
  const index = Math.min(active, entries.length - 1);

  useEffect(() => {
    if (index >= 0) activeRow.current?.scrollIntoView({ block: 'nearest' });
  }, [index]);

  const run = (entry: Entry | undefined): void => {
    if (entry === undefined) return;
    onClose();
    entry.run();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const moves: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    const move = moves[event.key];
    if (move !== undefined && entries.length > 0) {
      event.preventDefault();
      setActive((index + move + entries.length) % entries.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      run(entries[index]);
    }
  };
  return (
    <Dialog title={t('commands.palette')} size="palette" hideTitle onClose={onClose}>
      <div className="palette">
        <input
          autoFocus
          className="palette-input"
          role="combobox"
          aria-label={t('palette.label')}
          aria-expanded="true"
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={index < 0 ? undefined : `${listId}-${index}`}
          placeholder={t('palette.placeholder')}
          autoComplete="off"
          spellCheck={false}
          {...typed}
          onKeyDown={onKeyDown}
        />
        <div className="palette-list" id={listId} role="listbox" aria-label={t('palette.list')} tabIndex={-1}>
          {entries.map((entry, at) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field above holds the focus and answers the keys
            <div
              key={entry.id}
              id={`${listId}-${at}`}
              ref={at === index ? activeRow : undefined}
              role="option"
              aria-selected={at === index}
              tabIndex={-1}
              className={`palette-row ${at === index ? 'is-active' : ''}`}
              onPointerMove={() => setActive(at)}
              onClick={() => run(entry)}
            >
              <span className="palette-title">{entry.title}</span>
              <span className="palette-group">{entry.group}</span>
              <kbd className="keys">{entry.keys === undefined ? '' : showKeys(entry.keys)}</kbd>
            </div>
          ))}
        </div>
        {entries.length === 0 ? <p className="palette-none">{t('palette.none')}</p> : null}
        <p className="palette-hint">{t('palette.hint', { up: '↑', down: '↓', enter: showKeys('enter') })}</p>
      </div>
    </Dialog>
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
