/** Several articles as files: asks for their kind, packs them into one archive, and tells how far it is. */
import { createContext, type ReactNode, useContext, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MOST_EXPORTED_ARTICLES } from '../../shared/contract/desk-exports.ts';
import { errorText } from '../../shared/errors/app-error.ts';
import { isErrorCode } from '../../shared/errors/codes.ts';
import { useDesk } from '../app/desk-context.tsx';
import { toAppError } from '../app/desk-link.ts';
import { download } from '../app/download.ts';
import { useRemembered } from '../app/remembered.ts';
import { useLasting } from '../app/use-lasting.ts';
import { currentLanguage } from '../app/words.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useNotices } from '../ui/notices.tsx';
import { ProgressPanel } from '../ui/progress-panel.tsx';
import { Select } from '../ui/select.tsx';
import { choiceOf, type ExportKind, exportKinds } from './export-kinds.ts';
import { type Archive, receiveArchive } from './receive-archive.ts';
import './exports.css';

const SHOWN_AFTER_MS = 300;

type ExportMany = { ask: (ids: readonly string[]) => void };
type Running = { behind: number; total: number };

const ExportManyContext = createContext<ExportMany | null>(null);

export function useExportMany(): ExportMany {
  const many = useContext(ExportManyContext);
  if (many === null) throw new Error('no ExportManyProvider above this component');
  return many;
}

export function ExportManyProvider({ children }: { children: ReactNode }): ReactNode {
  const { t } = useTranslation<'exports'>('exports');
  const desk = useDesk();
  const { say, tellError } = useNotices();
  const [asked, setAsked] = useState<readonly string[] | null>(null);
  const [running, setRunning] = useState<Running | null>(null);
  const isStopped = useRef(false);
  const value = useMemo((): ExportMany => ({ ask: (ids) => setAsked(ids.slice(0, MOST_EXPORTED_ARTICLES)) }), []);

  const tell = ({ name, files, failed, file }: Archive): void => {
    if (files > 0) {
      download(file, name);
      say(t('many.saved', { count: files, name }));
    }
    const [first] = failed;
    if (first === undefined) return;
    const { code, details, message } = first.error;
    const why = isErrorCode(code) ? errorText(code, currentLanguage(), details) : message;
    say(t('many.failed', { count: failed.length, why }));
  };
  const run = async (ids: readonly string[], kind: ExportKind): Promise<void> => {
    setAsked(null);
    if (running !== null) {
      say(t('many.busy'));
      return;
    }
    isStopped.current = false;
    setRunning({ behind: 0, total: ids.length });
    try {
      const archive = await receiveArchive(await desk.exports.archive({ ids: [...ids], ...choiceOf(kind) }), {
        isStopped: () => isStopped.current,
        onProgress: (behind, total) => setRunning({ behind, total }),
      });
      if (archive === null) say(t('many.stopped'));
      else tell(archive);
    } catch (error) {
      tellError(toAppError(error));
    } finally {
      setRunning(null);
    }
  };
  return (
    <ExportManyContext value={value}>
      {children}
      {asked === null ? null : <AskForKind ids={asked} onClose={() => setAsked(null)} onChoose={run} />}
      <ExportProgress
        running={running}
        onStop={() => {
          isStopped.current = true;
        }}
      />
    </ExportManyContext>
  );
}

function AskForKind({
  ids,
  onClose,
  onChoose,
}: {
  ids: readonly string[];
  onClose: () => void;
  onChoose: (ids: readonly string[], kind: ExportKind) => void;
}): ReactNode {
  const { t } = useTranslation<['exports', 'app']>(['exports', 'app']);
  const [kept, setKept] = useRemembered<string>('export.kind', 'docx');
  const kind = exportKinds.find((known) => known === kept) ?? 'docx';
  return (
    <Dialog
      title={t('exports:many.title', { count: ids.length })}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('app:cancel')}</Button>
          <Button look="main" onPress={() => onChoose(ids, kind)}>
            {t('exports:many.save')}
          </Button>
        </>
      }
    >
      <div className="export-kind">
        <Select
          label={t('exports:many.format')}
          value={kind}
          choices={exportKinds.map((id) => ({ id, label: t(`exports:as.${id}`) }))}
          onChange={setKept}
        />
        <p className="export-hint">{t('exports:many.hint')}</p>
      </div>
    </Dialog>
  );
}

function ExportProgress({ running, onStop }: { running: Running | null; onStop: () => void }): ReactNode {
  const { t } = useTranslation<'exports'>('exports');
  const isShown = useLasting(running !== null, SHOWN_AFTER_MS);
  if (running === null || !isShown) return null;
  const { behind, total } = running;
  return (
    <ProgressPanel
      className="export-progress"
      value={behind}
      max={total}
      stop={{ label: t('many.stop'), onPress: onStop }}
    >
      <p className="tabular">{t('many.progress', { at: behind + 1, total })}</p>
    </ProgressPanel>
  );
}
