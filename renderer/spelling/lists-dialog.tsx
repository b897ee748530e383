/** Words and abbreviations of the person and of the office: looked through, added, changed, taken out, carried as text. */
import { type ReactNode, useDeferredValue, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ListName, listNames, MAX_LIST_CHANGE } from '../../shared/contract/desk-lists.ts';
import { type ListKind, listText, readListText } from '../../shared/spelling/list-text.ts';
import { foldText } from '../../shared/text/fold.ts';
import { useWorkstation } from '../app/desk-context.tsx';
import { download } from '../app/download.ts';
import { useRemembered } from '../app/remembered.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { EntryForm } from './entry-form.tsx';
import { EntryRows } from './entry-rows.tsx';
import { type Entry, entryOf } from './list-entry.ts';
import { useLists } from './lists.tsx';
import './lists-dialog.css';

/** What was done last, and how it is taken back. */
type Outcome = { words: string; undo?: () => void };

const kinds: readonly ListKind[] = ['words', 'abbreviations'];

export function ListsDialog({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useTranslation<'spelling'>('spelling');
  const close = useTranslation().t('close');
  const [{ profile }] = useWorkstation();
  const hasOffice = profile === 'office' || profile === 'sample';
  const { lists, change } = useLists();
  const [keptWhose, setWhose] = useRemembered<ListName>('lists.whose', 'own');
  const whose = hasOffice ? (listNames.find((name) => name === keptWhose) ?? 'own') : 'own';
  const [keptKind, setKind] = useRemembered<ListKind>('lists.kind', 'words');
  const kind = kinds.find((known) => known === keptKind) ?? 'words';
  const [search, setSearch] = useState('');
  const [edited, setEdited] = useState<string | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const looked = useDeferredValue(foldText(search).trim());
  const entries = useMemo(
    () => lists[whose][kind].map(entryOf).filter(({ folded }) => folded.includes(looked)),
    [lists, whose, kind, looked],
  );
  const total = lists[whose][kind].length;
  const turnTo = (turn: () => void): void => {
    turn();
    setEdited(null);
    setOutcome(null);
  };
  const put = async (entry: Entry, former: Entry | null): Promise<boolean> => {
    const isDone = await change({ list: whose, add: entry.added, remove: former?.removed });
    if (isDone) {
      setEdited(null);
      setOutcome(null);
    }
    return isDone;
  };
  const remove = (entry: Entry): void => {
    void change({ list: whose, remove: entry.removed }).then((isDone) => {
      if (!isDone) return;
      setOutcome({ words: t('lists.removed', { entry: entry.name }), undo: () => void put(entry, null) });
    });
  };
  const importText = async (file: File): Promise<void> => {
    const read = readListText(kind, await file.text());
    const add = {
      words: read.words.slice(0, MAX_LIST_CHANGE),
      abbreviations: read.abbreviations.slice(0, MAX_LIST_CHANGE),
    };
    const count = add[kind].length;
    if (count > 0 && !(await change({ list: whose, add }))) return;
    const skipped = read.skipped.length + read[kind].length - count;
    const line = read.skipped[0] ?? MAX_LIST_CHANGE + 1;
    if (count === 0) setOutcome({ words: t('lists.importedNone') });
    else if (skipped === 0) setOutcome({ words: t('lists.imported', { count }) });
    else setOutcome({ words: t('lists.importedSome', { count, skipped, line }) });
  };
  const exportText = (): void => {
    const text = listText(kind, lists[whose]);
    download(
      new Blob([text], { type: 'text/plain;charset=utf-8' }),
      t(kind === 'words' ? 'lists.fileWords' : 'lists.fileAbbreviations'),
    );
  };
  return (
    <Dialog
      title={t('lists.title')}
      size="wide"
      isHeld
      onClose={onClose}
      actions={
        <>
          <FileButton label={t('lists.import')} onFile={(file) => void importText(file)} />
          <Button className="lists-export" look="quiet" isDisabled={total === 0} onPress={exportText}>
            {t('lists.export')}
          </Button>
          <Button onPress={onClose}>{close}</Button>
        </>
      }
    >
      <div className="lists">
        <div className="lists-choice">
          {hasOffice ? (
            <Segmented
              label={t('lists.whose')}
              hideLabel
              value={whose}
              choices={listNames.map((id) => ({ id, label: t(`lists.${id}`) }))}
              onChange={(next) => turnTo(() => setWhose(next))}
            />
          ) : null}
          <Segmented
            label={t('lists.kind')}
            hideLabel
            value={kind}
            choices={kinds.map((id) => ({ id, label: t(`lists.${id}`) }))}
            onChange={(next) => turnTo(() => setKind(next))}
          />
          <span className="lists-count tabular">{t('lists.count', { count: total })}</span>
        </div>
        <EntryForm key={`${whose} ${kind}`} kind={kind} onPut={(entry) => put(entry, null)} />
        <TextInput
          label={t('lists.search')}
          hideLabel
          type="search"
          placeholder={t('lists.search')}
          value={search}
          onChange={setSearch}
        />
        <EntryRows
          kind={kind}
          entries={entries}
          empty={t(
            looked !== '' ? 'lists.noneFound' : kind === 'words' ? 'lists.noneWords' : 'lists.noneAbbreviations',
          )}
          edited={edited}
          onEdit={setEdited}
          onPut={put}
          onRemove={remove}
        />
        <div className="lists-note">
          <p role="status">
            {outcome !== null
              ? outcome.words
              : `${t(whose === 'own' ? 'lists.ownHint' : 'lists.officeHint')} ${t(kind === 'words' ? 'lists.importWords' : 'lists.importAbbreviations')}`}
          </p>
          {outcome?.undo === undefined ? null : (
            <Button look="quiet" onPress={outcome.undo}>
              {t('lists.undo')}
            </Button>
          )}
        </div>
      </div>
    </Dialog>
  );
}

function FileButton({ label, onFile }: { label: string; onFile: (file: File) => void }): ReactNode {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button className="lists-import" look="quiet" onPress={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        id={id}
        type="file"
        accept=".txt,text/plain"
        hidden
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          if (file !== undefined) onFile(file);
        }}
      />
    </>
  );
}
