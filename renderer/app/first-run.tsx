/** The first screen: a language, and one of three ways to begin. Each ends in an article one can type into. */
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorkstationState } from '../../shared/contract/desk.ts';
import { Button } from '../ui/button.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { useDesk, useWorkstation } from './desk-context.tsx';
import { FormError } from './form-error.tsx';
import { JoinOffice } from './join-office.tsx';
import { useSetLanguage } from './person.ts';
import { useAttempt } from './use-attempt.ts';
import './first-run.css';

export function FirstRun(): ReactNode {
  const { t, i18n } = useTranslation();
  const desk = useDesk();
  const [workstation, setWorkstation] = useWorkstation();
  const setLanguage = useSetLanguage();
  const [isBusy, setBusy] = useState(false);
  const sample = useAttempt(setBusy);

  /** A person who kept the language of their computer has chosen it too. */
  const begin = (state: WorkstationState): void => {
    setWorkstation({ ...state, language: state.language ?? workstation.systemLanguage });
    if (state.language === null) setLanguageQuietly();
  };
  const setLanguageQuietly = (): void => {
    desk.workstation.setLanguage({ language: workstation.systemLanguage }).then(setWorkstation, () => {});
  };

  return (
    <main className="first-run">
      <div className="first-run-page">
        <header className="first-run-head">
          <div>
            <h1>{t('name')}</h1>
            <p>{t('firstRun.greeting')}</p>
          </div>
          <Segmented
            label={t('language.label')}
            hideLabel
            value={i18n.language === 'en' ? 'en' : 'vi'}
            choices={[
              { id: 'vi', label: t('language.vi'), language: 'vi' },
              { id: 'en', label: t('language.en'), language: 'en' },
            ]}
            onChange={setLanguage}
          />
        </header>
        <section className="first-run-sample">
          <div>
            <h2>{t('firstRun.sample.title')}</h2>
            <p className="first-run-text">{t('firstRun.sample.text')}</p>
          </div>
          <Button
            look="main"
            isDisabled={isBusy}
            onPress={() => sample.attempt(() => desk.workstation.openSample(), begin)}
          >
            {t(sample.isBusy ? 'firstRun.sample.busy' : 'firstRun.sample.button')}
          </Button>
          <FormError error={sample.error} />
        </section>
        <div className="first-run-others">
          <section>
            <h2>{t('firstRun.join.title')}</h2>
            <p className="first-run-text">{t('firstRun.join.text')}</p>
            <JoinOffice isDisabled={isBusy} onBusy={setBusy} onJoined={begin} />
          </section>
          <section>
            <h2>{t('firstRun.local.title')}</h2>
            <p className="first-run-text">{t('firstRun.local.text')}</p>
            <WorkAlone isDisabled={isBusy} onBusy={setBusy} onBegun={begin} />
          </section>
        </div>
      </div>
    </main>
  );
}

function WorkAlone({
  isDisabled,
  onBusy,
  onBegun,
}: {
  isDisabled: boolean;
  onBusy: (isBusy: boolean) => void;
  onBegun: (state: WorkstationState) => void;
}): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const [name, setName] = useState('');
  const [isTried, setTried] = useState(false);
  const { isBusy, error, attempt } = useAttempt(onBusy);
  const start = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (name.trim() !== '') attempt(() => desk.workstation.startLocal({ name: name.trim() }), onBegun);
  };
  return (
    <form className="small-form" onSubmit={start} noValidate>
      <TextInput
        label={t('firstRun.local.name')}
        hint={t('firstRun.local.nameHint')}
        error={isTried && name.trim() === '' ? t('firstRun.local.nameMissing') : null}
        value={name}
        onChange={setName}
        isDisabled={isDisabled || isBusy}
      />
      <Button type="submit" isDisabled={isDisabled || isBusy}>
        {t(isBusy ? 'firstRun.local.busy' : 'firstRun.local.button')}
      </Button>
      <FormError error={error} />
    </form>
  );
}
