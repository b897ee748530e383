/** At the foot of the list while articles are chosen: how many, what can be done with them, and how far it is. */
import { Ellipsis, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLasting } from '../app/use-lasting.ts';
import { useExportMany } from '../exports/export-many.tsx';
import { useReplaceInMany } from '../tools/replace-many.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import { Menu } from '../ui/menu.tsx';
import { asideDeeds } from './aside-deeds.ts';
import { useBulk } from './bulk.tsx';
import { useChosen } from './chosen-articles.tsx';
import { useLibrary } from './library-context.tsx';
import './bulk-bar.css';

/** What is over sooner needs no bar. */
const SHOW_PROGRESS_MS = 300;

export function BulkBar(): ReactNode {
  const { t } = useTranslation<['library', 'exports', 'tools']>(['library', 'exports', 'tools']);
  const { ids, clear } = useChosen();
  const { filter, search, similarTo, list } = useLibrary();
  const { running, run, stop, ask } = useBulk();
  const exportMany = useExportMany();
  const replaceInMany = useReplaceInMany();
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
  const aside = asideDeeds(filter, search !== '' || similarTo !== null);
  // What is aside cannot be submitted.
  const first = aside.includes('spike') ? 'submit' : 'restore';
  const others = aside.filter((deed) => deed !== first);
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
          { id: 'replace', label: t('tools:command.replaceMany'), onAction: () => replaceInMany.ask(chosen) },
          { id: 'export', label: t('exports:many.entry'), onAction: () => exportMany.ask(chosen) },
          ...(others.length === 0 ? [] : ['separator' as const]),
          ...others.map((deed) => ({
            id: deed,
            label: t(`bulk.deed.${deed}`),
            onAction: () => run({ do: deed }, chosen),
          })),
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
        <Button look="quiet" className="bulk-button" onPress={() => run({ do: first }, chosen)}>
          {t(`bulk.deed.${first}`)}
        </Button>
      </div>
    </section>
  );
}
