/** At the foot of the list while articles are chosen: how many, what can be done with them, and how far it is. */
import { Ellipsis, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLasting } from '../app/use-lasting.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Menu } from '../ui/menu.tsx';
import { useBulk } from './bulk.tsx';
import { useChosen } from './chosen-articles.tsx';
import { useLibrary } from './library-context.tsx';
import './bulk-bar.css';

/** What is over sooner needs no bar. */
const SHOW_PROGRESS_MS = 300;

export function BulkBar(): ReactNode {
  const { t } = useTranslation('library');
  const { ids, clear } = useChosen();
  const { filter, list } = useLibrary();
  const { running, run, stop, ask } = useBulk();
  const isLong = useLasting(running !== null, SHOW_PROGRESS_MS);
  if (running !== null && isLong) {
    return (
      <section className="bulk-bar" aria-label={t('bulk.label')}>
        <p className="bulk-count tabular">
          {t(running.isStopping ? 'bulk.stopping' : 'bulk.progress', { behind: running.behind, total: running.total })}
        </p>
        <progress value={running.behind} max={running.total} aria-label={t('bulk.label')} />
        <Button look="quiet" className="bulk-button" isDisabled={running.isStopping} onPress={stop}>
          {t('bulk.stop')}
        </Button>
      </section>
    );
  }
  if (ids.size === 0) return null;
  const chosen = [...ids];
  const isAside = filter.view === 'spiked' || filter.standing === 'spiked';
  const aside = (deed: 'spike' | 'restore') => ({
    id: deed,
    label: t(`bulk.deed.${deed}`),
    onAction: () => run({ do: deed }, chosen),
  });
  return (
    <section className="bulk-bar" aria-label={t('bulk.label')}>
      <p className="bulk-count tabular" role="status">
        {t('choose.count', { count: ids.size })}
      </p>
      <Menu
        label={t('bulk.more')}
        trigger={
          <Button look="quiet" className="bulk-button" aria-label={t('bulk.more')}>
            <Ellipsis />
          </Button>
        }
        entries={[
          { id: 'untag', label: t('bulk.deed.untag'), onAction: () => ask('untag', chosen) },
          ...(isAside
            ? [{ id: 'submit', label: t('bulk.deed.submit'), onAction: () => run({ do: 'submit' }, chosen) }]
            : []),
          'separator',
          aside('spike'),
          aside('restore'),
        ]}
      />
      <IconButton
        label={t('choose.clear')}
        keys="Esc"
        className="bulk-clear"
        onPress={() => {
          clear();
          list.current?.focus();
        }}
      >
        <X />
      </IconButton>
      <div className="bulk-deeds">
        <Button look="quiet" className="bulk-button" onPress={() => ask('section', chosen)}>
          {t('bulk.deed.section')}
        </Button>
        <Button look="quiet" className="bulk-button" onPress={() => ask('tag', chosen)}>
          {t('bulk.deed.tag')}
        </Button>
        {isAside ? (
          <Button look="quiet" className="bulk-button" onPress={() => run({ do: 'restore' }, chosen)}>
            {t('bulk.deed.restore')}
          </Button>
        ) : (
          <Button look="quiet" className="bulk-button" onPress={() => run({ do: 'submit' }, chosen)}>
            {t('bulk.deed.submit')}
          </Button>
        )}
      </div>
    </section>
  );
}
