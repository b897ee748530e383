/** The questions and reports of the library: a name for a saved search, a word for many articles, what could not be done. */
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedSearch } from '../../shared/contract/desk.ts';
import { errorText } from '../../shared/errors/app-error.ts';
import { isErrorCode } from '../../shared/errors/codes.ts';
import { foldText } from '../../shared/text/fold.ts';
import { useDesk } from '../app/desk-context.tsx';
import { currentLanguage } from '../app/words.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { NameField, type NameInUse } from '../ui/name-field.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { type NamedDeed, useBulk } from './bulk.tsx';
import { useOverview } from './overview.tsx';
import { useSavedSearches } from './saved-searches.tsx';
import './library-dialogs.css';

const MOST_NAMES = 30;

export function LibraryDialogs(): ReactNode {
  const { naming } = useSavedSearches();
  const { asking, failed } = useBulk();
  if (naming !== null) return <NameSearch search={naming} />;
  if (asking !== null) return <AskForWord what={asking.what} ids={asking.ids} />;
  return failed.length === 0 ? null : <Failures />;
}

function NameSearch({ search }: { search: SavedSearch }): ReactNode {
  const { t } = useTranslation(['library', 'app']);
  const { saved, keep, stopNaming } = useSavedSearches();
  const [name, setName] = useState(search.name);
  const isNew = saved.every(({ id }) => id !== search.id);
  const save = (): void => {
    const trimmed = name.trim().normalize('NFC');
    if (trimmed === '') return;
    keep({ ...search, name: trimmed });
    stopNaming();
  };
  return (
    <Dialog
      title={t(isNew ? 'library:saved.nameTitle' : 'library:saved.renameTitle')}
      onClose={stopNaming}
      actions={
        <>
          <Button onPress={stopNaming}>{t('app:cancel')}</Button>
          <Button look="main" isDisabled={name.trim() === ''} onPress={save}>
            {t('library:saved.keep')}
          </Button>
        </>
      }
    >
      <TextInput
        label={t('library:saved.name')}
        value={name}
        onChange={setName}
        onEnter={save}
        hint={t('library:saved.nameHint')}
        autoFocus
      />
    </Dialog>
  );
}

function AskForWord({ what, ids }: { what: NamedDeed; ids: readonly string[] }): ReactNode {
  const { t } = useTranslation(['library', 'app']);
  const { run, close } = useBulk();
  const suggest = useSuggestions(what);
  const [word, setWord] = useState('');
  const trimmed = word.trim().normalize('NFC');
  // An article may be in no section; a tag must be one.
  const isWord = what === 'section' || trimmed !== '';
  const doIt = (): void => {
    if (!isWord) return;
    close();
    run(what === 'section' ? { do: 'section', section: trimmed } : { do: what, tag: trimmed }, ids);
  };
  return (
    <Dialog
      title={t(`library:bulk.ask.${what}`, { count: ids.length })}
      onClose={close}
      actions={
        <>
          <Button onPress={close}>{t('app:cancel')}</Button>
          <Button look="main" isDisabled={!isWord} onPress={doIt}>
            {t(`library:bulk.button.${what}`)}
          </Button>
        </>
      }
    >
      <NameField
        label={t(what === 'section' ? 'library:filter.part.section' : 'library:filter.part.tag')}
        value={word}
        onTake={setWord}
        onType={setWord}
        onEnter={doIt}
        suggest={suggest}
        listLabel={t('library:filter.names')}
        hint={what === 'section' ? t('library:bulk.noSection') : undefined}
        autoFocus
      />
    </Dialog>
  );
}

function useSuggestions(what: NamedDeed): (starts: string) => Promise<readonly NameInUse[]> {
  const desk = useDesk();
  const overview = useOverview();
  return async (starts) => {
    if (what !== 'section') return (await desk.library.names({ of: 'tag', starts, limit: MOST_NAMES })).names;
    const folded = foldText(starts.trim());
    return (overview?.sections ?? []).filter(({ name }) => foldText(name).includes(folded));
  };
}

function Failures(): ReactNode {
  const { t } = useTranslation(['library', 'app']);
  const { failed, close } = useBulk();
  return (
    <Dialog
      title={t('library:bulk.failed', { count: failed.length })}
      isText
      onClose={close}
      actions={<Button onPress={close}>{t('app:close')}</Button>}
    >
      <p className="bulk-failed-intro">{t('library:bulk.failedIntro')}</p>
      <ul className="bulk-failed">
        {failed.map(({ id, headline, error }) => (
          <li key={id}>
            <p className="bulk-failed-headline">{headline || t('library:untitled')}</p>
            <p>{isErrorCode(error.code) ? errorText(error.code, currentLanguage(), error.details) : error.message}</p>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
