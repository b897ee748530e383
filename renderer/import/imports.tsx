/**
 * Files on their way to becoming articles: chosen, or dropped on the library. Each is read by the core and shown for
 * confirmation; several wait for one another. What cannot be read is told as a notice, and the next one comes.
 */
import { type DragEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ImportPreview, MAX_IMPORT_BYTES } from '../../shared/contract/desk-imports.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { useDesk } from '../app/desk-context.tsx';
import { type Desk, toAppError } from '../app/desk-link.ts';
import { useNotices } from '../ui/notices.tsx';
import { chooseFiles } from './choose-files.ts';
import { ImportDialog } from './import-dialog.tsx';

export type Imports = {
  choose: () => void;
  dropTarget: {
    onDragEnter: (event: DragEvent) => void;
    onDragOver: (event: DragEvent) => void;
    onDragLeave: (event: DragEvent) => void;
    onDrop: (event: DragEvent) => void;
  };
  /** A file is held over a drop target. */
  isDropping: boolean;
  dialog: ReactNode;
};

type Waiting = { files: readonly File[]; at: number };

export function useImports({ onMade }: { onMade: (articleId: string) => void }): Imports {
  const { t } = useTranslation('import');
  const desk = useDesk();
  const { say, tellError } = useNotices();
  const [waiting, setWaiting] = useState<Waiting>({ files: [], at: 0 });
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [isMaking, setMaking] = useState(false);
  const drop = useDropTarget((files) => start(files));

  function start(files: readonly File[]): void {
    setWaiting(({ files: before, at }) =>
      at >= before.length ? { files, at: 0 } : { files: [...before, ...files], at },
    );
  }
  const next = (): void => {
    setPreview(null);
    setWaiting(({ files, at }) => ({ files, at: at + 1 }));
  };

  const file = waiting.files[waiting.at];
  const tell = useRef(tellError);
  tell.current = tellError;
  useEffect(() => {
    if (file === undefined) return;
    let isGone = false;
    readPreview(desk, file).then(
      (read) => {
        if (!isGone) setPreview(read);
      },
      (thrown) => {
        if (isGone) return;
        tell.current(toAppError(thrown));
        setWaiting(({ files, at }) => ({ files, at: at + 1 }));
      },
    );
    return () => {
      isGone = true;
    };
  }, [desk, file]);

  const confirm = (): void => {
    if (preview === null || isMaking) return;
    setMaking(true);
    desk.imports.confirm({ preview }).then(
      ({ id }) => {
        setMaking(false);
        say(t('made', { file: preview.file }));
        onMade(id);
        next();
      },
      (error) => {
        setMaking(false);
        tellError(toAppError(error));
      },
    );
  };

  return {
    choose: () => void chooseFiles('.txt,text/plain').then((files) => files.length > 0 && start(files)),
    ...drop,
    dialog:
      preview === null ? null : (
        <ImportDialog
          preview={preview}
          at={waiting.at + 1}
          of={waiting.files.length}
          isMaking={isMaking}
          onChange={setPreview}
          onConfirm={confirm}
          onClose={next}
        />
      ),
  };
}

/** Throws AppError as `imports.preview` does; what is too large, or no file at all, is not even sent. */
async function readPreview(desk: Desk, file: File): Promise<ImportPreview> {
  if (file.size > MAX_IMPORT_BYTES) {
    throw new AppError('file-too-large', {
      file: file.name,
      size: megabytes(file.size),
      limit: megabytes(MAX_IMPORT_BYTES),
    });
  }
  try {
    await file.slice(0, 1).arrayBuffer();
  } catch (cause) {
    // A folder, or a file that is gone meanwhile.
    throw new AppError('file-not-text', { file: file.name }, { cause });
  }
  return desk.imports.preview({ file, name: file.name });
}

const megabytes = (bytes: number): number => Math.ceil((bytes / 1024 / 1024) * 10) / 10;

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer.types.includes('Files');
}

function useDropTarget(onFiles: (files: readonly File[]) => void): Pick<Imports, 'dropTarget' | 'isDropping'> {
  // Entering a child comes before leaving its parent, so the depth says whether the pointer is within.
  const [depth, setDepth] = useState(0);
  useRefuseStrayDrops();
  return {
    isDropping: depth > 0,
    dropTarget: {
      onDragEnter: (event) => {
        if (hasFiles(event)) setDepth((before) => before + 1);
      },
      onDragOver: (event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
      },
      onDragLeave: (event) => {
        if (hasFiles(event)) setDepth((before) => Math.max(0, before - 1));
      },
      onDrop: (event) => {
        setDepth(0);
        if (!hasFiles(event)) return;
        event.preventDefault();
        const files = [...event.dataTransfer.files];
        if (files.length > 0) onFiles(files);
      },
    },
  };
}

/** A file dropped where no room takes it must not replace the page in a browser. */
function useRefuseStrayDrops(): void {
  useEffect(() => {
    const refuse = (event: globalThis.DragEvent): void => {
      if (event.defaultPrevented || !event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'none';
    };
    window.addEventListener('dragover', refuse);
    window.addEventListener('drop', refuse);
    return () => {
      window.removeEventListener('dragover', refuse);
      window.removeEventListener('drop', refuse);
    };
  }, []);
}
