/** The page from its first paint: words in the right language, then the first run or the workstation. */
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorkstationState } from '../../shared/contract/desk.ts';
import { MendingScreen } from '../backups/mending-screen.tsx';
import { NoticeProvider } from '../ui/notices.tsx';
import { CommandProvider } from './commands.tsx';
import { DeskProvider } from './desk-context.tsx';
import type { DeskLink } from './desk-link.ts';
import { FirstRun } from './first-run.tsx';
import { setWords, startWords } from './words.ts';
import { Workstation } from './workstation.tsx';

export function App({ link }: { link: DeskLink }): ReactNode {
  const [workstation, setWorkstation] = useState<WorkstationState | null>(null);
  useEffect(() => {
    let isGone = false;
    link.early.state.then(
      async (state) => {
        await startWords(state.language ?? state.systemLanguage);
        if (!isGone) setWorkstation(state);
      },
      (error) => console.error(error),
    );
    return () => {
      isGone = true;
    };
  }, [link]);
  useEffect(() => link.onOtherDesk(() => window.location.reload()), [link]);
  if (workstation === null) return null;
  return <Loaded link={link} workstation={workstation} setWorkstation={setWorkstation} />;
}

function Loaded({
  link,
  workstation,
  setWorkstation,
}: {
  link: DeskLink;
  workstation: WorkstationState;
  setWorkstation: (state: WorkstationState) => void;
}): ReactNode {
  const { t } = useTranslation();
  const language = workstation.language ?? workstation.systemLanguage;
  useEffect(() => {
    void setWords(language);
  }, [language]);
  return (
    <DeskProvider link={link} workstation={workstation} setWorkstation={setWorkstation}>
      <NoticeProvider language={language} closeLabel={t('close')} regionLabel={t('notices')}>
        <CommandProvider>{screenOf(workstation)}</CommandProvider>
      </NoticeProvider>
    </DeskProvider>
  );
}

function screenOf({ damaged, profile }: WorkstationState): ReactNode {
  if (damaged !== null) return <MendingScreen damaged={damaged} />;
  return profile === 'none' ? <FirstRun /> : <Workstation />;
}
