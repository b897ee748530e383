import { Pencil, Trash2 } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListKind } from '../../shared/spelling/list-text.ts';
import { IconButton } from '../ui/button.tsx';
import { EntryForm } from './entry-form.tsx';
import type { Entry } from './list-entry.ts';

/** More than anybody reads through; the search narrows them. */
const MOST_SHOWN = 500;

export const EntryRows = memo(function EntryRows({
  kind,
  entries,
  empty,
  edited,
  onEdit,
  onPut,
  onRemove,
}: {
  kind: ListKind;
  entries: readonly Entry[];
  /** What is said where there are none. */
  empty: string;
  /** The name of the entry that is being changed. */
  edited: string | null;
  onEdit: (name: string | null) => void;
  onPut: (entry: Entry, former: Entry) => Promise<boolean>;
  onRemove: (entry: Entry) => void;
}): ReactNode {
  const { t } = useTranslation<'spelling'>('spelling');
  if (entries.length === 0) return <p className="lists-none">{empty}</p>;
  return (
    <ul className="lists-rows">
      {entries.slice(0, MOST_SHOWN).map((entry) => (
        <li key={entry.name}>
          {edited === entry.name ? (
            <EntryForm kind={kind} former={entry} onPut={(next) => onPut(next, entry)} onCancel={() => onEdit(null)} />
          ) : (
            <div className="lists-row">
              <span className="lists-name">{entry.name}</span>
              {kind === 'words' ? null : <span className="lists-long">{entry.long}</span>}
              <span className="lists-deeds">
                <IconButton label={t('lists.edit', { entry: entry.name })} onPress={() => onEdit(entry.name)}>
                  <Pencil />
                </IconButton>
                <IconButton label={t('lists.remove', { entry: entry.name })} onPress={() => onRemove(entry)}>
                  <Trash2 />
                </IconButton>
              </span>
            </div>
          )}
        </li>
      ))}
    </ul>
  );
});
