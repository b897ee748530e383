/** The chosen pictures as files with all that is said of them, or on paper: asks, tells how far it is, and saves. */
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../shared/errors/app-error.ts';
import { isErrorCode } from '../../shared/errors/codes.ts';
import { useDesk } from '../app/desk-context.tsx';
import { toAppError } from '../app/desk-link.ts';
import { download } from '../app/download.ts';
import { useRemembered } from '../app/remembered.ts';
import { useLasting } from '../app/use-lasting.ts';
import { currentLanguage } from '../app/words.ts';
import { receiveArchive } from '../exports/receive-archive.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useNotices } from '../ui/notices.tsx';
import { ProgressPanel } from '../ui/progress-panel.tsx';
import { Select } from '../ui/select.tsx';
import { TextInput } from '../ui/text-input.tsx';
import '../exports/exports.css';

const SHOWN_AFTER_MS = 300;
type Size = 'full' | 'web';
type Asked = { what: 'files' | 'sheet'; sha256s: readonly string[]; title: string };
type Running = { behind: number; total: number } | 'sheet';

export type ExportPhotos = { ask: (asked: Asked) => void; element: ReactNode };

export function useExportPhotos(): ExportPhotos {
  const { t } = useTranslation<'photoLibrary'>('photoLibrary');
  const desk = useDesk();
  const { say, tellError } = useNotices();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [running, setRunning] = useState<Running | null>(null);
  const isStopped = useRef(false);

  const begin = async (first: Running, work: () => Promise<void>): Promise<void> => {
    setAsked(null);
    if (running !== null) {
      say(t('export.busy'));
      return;
    }
    isStopped.current = false;
    setRunning(first);
    try {
      await work();
    } catch (error) {
      tellError(toAppError(error));
    } finally {
      setRunning(null);
    }
  };
  const saveFiles = (sha256s: readonly string[], size: Size): Promise<void> =>
    begin({ behind: 0, total: sha256s.length }, async () => {
      const events = await desk.photoLibrary.export({ sha256s: [...sha256s], size });
      const archive = await receiveArchive(events, {
        isStopped: () => isStopped.current,
        onProgress: (behind, total) => setRunning({ behind, total }),
      });
      if (archive === null) {
        say(t('export.stopped'));
        return;
      }
      const { name, files, failed, file } = archive;
      if (files > 0) {
        download(file, name);
        say(t('export.saved', { count: files, name }));
      }
      const [first] = failed;
      if (first === undefined) return;
      const { code, details, message } = first.error;
      const why = isErrorCode(code) ? errorText(code, currentLanguage(), details) : message;
      say(t('export.failed', { count: failed.length, why }));
    });
  const makeSheet = (sha256s: readonly string[], title: string): Promise<void> =>
    begin('sheet', async () => {
      const { bytes, name, mime } = await desk.photoLibrary.contactSheet({
        sha256s: [...sha256s],
        title,
        language: currentLanguage(),
      });
      download(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: mime }), name);
      say(t('export.made', { name }));
    });

  return {
    ask: setAsked,
    element: (
      <>
        {asked === null ? null : asked.what === 'files' ? (
          <AskForSize asked={asked} onClose={() => setAsked(null)} onSave={saveFiles} />
        ) : (
          <AskForTitle asked={asked} onClose={() => setAsked(null)} onMake={makeSheet} />
        )}
        <ExportProgress
          running={running}
          onStop={() => {
            isStopped.current = true;
          }}
        />
      </>
    ),
  };
}

function AskForSize({
  asked: { sha256s },
  onClose,
  onSave,
}: {
  asked: Asked;
  onClose: () => void;
  onSave: (sha256s: readonly string[], size: Size) => void;
}): ReactNode {
  const { t } = useTranslation<['photoLibrary', 'app']>(['photoLibrary', 'app']);
  const [kept, setKept] = useRemembered<string>('photos.export', 'full');
  const size: Size = kept === 'web' ? 'web' : 'full';
  return (
    <Dialog
      title={t('photoLibrary:export.title', { count: sha256s.length })}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('app:cancel')}</Button>
          <Button look="main" onPress={() => onSave(sha256s, size)}>
            {t('photoLibrary:export.save')}
          </Button>
        </>
      }
    >
      <div className="export-kind">
        <Select
          label={t('photoLibrary:export.size')}
          value={size}
          choices={(['full', 'web'] as const).map((id) => ({ id, label: t(`photoLibrary:export.${id}`) }))}
          onChange={setKept}
        />
        <p className="export-hint">{t('photoLibrary:export.hint')}</p>
      </div>
    </Dialog>
  );
}

function AskForTitle({
  asked: { sha256s, title },
  onClose,
  onMake,
}: {
  asked: Asked;
  onClose: () => void;
  onMake: (sha256s: readonly string[], title: string) => void;
}): ReactNode {
  const { t } = useTranslation<['photoLibrary', 'app']>(['photoLibrary', 'app']);
  const [typed, setTyped] = useState(title);
  const make = (): void => onMake(sha256s, typed.trim());
  return (
    <Dialog
      title={t('photoLibrary:export.sheetTitle', { count: sha256s.length })}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('app:cancel')}</Button>
          <Button look="main" onPress={make}>
            {t('photoLibrary:export.make')}
          </Button>
        </>
      }
    >
      <TextInput
        label={t('photoLibrary:export.heading')}
        hint={t('photoLibrary:export.headingHint')}
        value={typed}
        onChange={setTyped}
        onEnter={make}
        autoFocus
      />
    </Dialog>
  );
}

function ExportProgress({ running, onStop }: { running: Running | null; onStop: () => void }): ReactNode {
  const { t } = useTranslation<'photoLibrary'>('photoLibrary');
  const isShown = useLasting(running !== null, SHOWN_AFTER_MS);
  if (running === null || !isShown) return null;
  if (running === 'sheet') {
    return (
      <ProgressPanel className="export-progress">
        <p>{t('export.making')}</p>
      </ProgressPanel>
    );
  }
  const { behind, total } = running;
  return (
    <ProgressPanel
      className="export-progress"
      value={behind}
      max={total}
      stop={{ label: t('export.stop'), onPress: onStop }}
    >
      <p className="tabular">{t('export.progress', { at: Math.min(total, behind + 1), total })}</p>
    </ProgressPanel>
  );
}
