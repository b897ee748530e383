/**
 * Import of files, chosen or dropped on the window. One file is read and shown for confirmation; of several there is a list,
 * from which they are confirmed one after another, or all at once. What cannot be read is told, and makes nothing.
 */
import { type ReactNode, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { TextEncoding } from '../../shared/contract/desk-imports.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { useDesk } from '../app/desk-context.tsx';
import { toAppError } from '../app/desk-link.ts';
import { chooseFiles } from '../ui/choose-files.ts';
import { useNotices } from '../ui/notices.tsx';
import { deskImports } from './desk-imports.ts';
import { type DropTarget, useDropTarget } from './drop-target.ts';
import { ImportDialog } from './import-dialog.tsx';
import { ImportList } from './import-list.tsx';
import { ImportQueue } from './import-queue.ts';
import { ImportReading } from './import-reading.tsx';

export type Imports = DropTarget & { choose: () => void; dialog: ReactNode };

const ACCEPTED = '.docx,.doc,.odt,.rtf,.pdf,.html,.htm,.txt,text/plain,text/html';

export function useImports({ onMade }: { onMade: (articleId: string) => void }): Imports {
  const { t } = useTranslation('import');
  const desk = useDesk();
  const { say, tellError } = useNotices();
  const [queue] = useState(() => new ImportQueue(deskImports(desk)));
  const files = useSyncExternalStore(queue.subscribe, queue.files);
  /** The file that is looked at, of several; null while the list is. */
  const [shown, setShown] = useState<number | null>(null);
  const start = (added: readonly File[]): void => queue.add(added);
  const drop = useDropTarget(start);

  const isSingle = files.length === 1;
  const [only] = files;
  const tell = useRef(tellError);
  tell.current = tellError;
  // A single file has no list to say in why it cannot be read.
  useEffect(() => {
    if (!isSingle || only?.state !== 'failed') return;
    if (only.error !== null) tell.current(only.error);
    queue.close();
  }, [queue, isSingle, only]);

  const close = (): void => {
    const made = files.findLast(({ state }) => state === 'made')?.articleId;
    queue.close();
    setShown(null);
    if (!isSingle && made !== undefined && made !== null) onMade(made);
  };
  const showNext = (after: number): void => {
    const { length } = queue.files();
    const order = Array.from({ length }, (_, step) => (after + 1 + step) % length);
    setShown(order.find((at) => queue.files()[at]?.state === 'ready') ?? null);
  };
  const confirm = (at: number): void => {
    const name = files[at]?.file.name ?? '';
    queue.confirm(at).then(
      (id) => {
        if (id === null) return;
        if (!isSingle) {
          showNext(at);
          return;
        }
        say(t('made', { file: name }));
        queue.close();
        onMade(id);
      },
      (error) => tellError(toAppError(error)),
    );
  };
  const skip = (at: number): void => {
    if (isSingle) close();
    else {
      queue.skip(at);
      showNext(at);
    }
  };
  const reread = (at: number, encoding: TextEncoding): void => {
    queue.reread(at, encoding).catch((error) => tellError(error instanceof AppError ? error : toAppError(error)));
  };

  const at = isSingle ? 0 : shown;
  const looked = at === null ? undefined : files[at];
  return {
    choose: () => void chooseFiles(ACCEPTED).then((chosen) => chosen.length > 0 && start(chosen)),
    ...drop,
    dialog:
      at !== null && looked?.preview != null ? (
        <ImportDialog
          key={at}
          preview={looked.preview}
          at={at + 1}
          of={files.length}
          isMaking={looked.state === 'making'}
          onChange={(preview) => queue.change(at, preview)}
          onEncoding={(encoding) => reread(at, encoding)}
          onConfirm={() => confirm(at)}
          onSkip={() => skip(at)}
          onClose={() => (isSingle ? close() : setShown(null))}
        />
      ) : isSingle ? (
        <ImportReading file={only?.file.name ?? ''} onCancel={close} />
      ) : files.length > 1 ? (
        <ImportList
          files={files}
          onReview={() => showNext(-1)}
          onLook={setShown}
          onTakeAll={() => void queue.takeAll()}
          onOpen={(id) => {
            queue.close();
            setShown(null);
            onMade(id);
          }}
          onClose={close}
        />
      ) : null,
  };
}
