/** The ways in for pictures: files and folders by dialog, dropped on the view, or pasted. */
import { type DragEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isoDate } from '../../shared/text/dates.ts';
import { writeDate } from '../article/read-date.ts';
import { chooseFiles, chooseFolder } from '../ui/choose-files.ts';
import { useNotices } from '../ui/notices.tsx';
import { type Batch, gatherEntries, gatherFiles } from './gather-files.ts';
import { usePhotoLibrary } from './photo-library-context.tsx';

const ACCEPT = 'image/jpeg,image/png,image/webp,image/avif,image/tiff,image/heic,.heic,.heif,.tif,.tiff';

export type TakeIn = { chooseFiles: () => void; chooseFolder: () => void };
type DropEvents = {
  onDragEnter: (event: DragEvent) => void;
  onDragOver: (event: DragEvent) => void;
  onDragLeave: (event: DragEvent) => void;
  onDrop: (event: DragEvent) => void;
};

/** What is taken in today without a folder's name. */
function today(): string {
  const now = new Date();
  return writeDate(isoDate(now.getFullYear(), now.getMonth() + 1, now.getDate()) ?? '');
}

export function useTakeIn(): TakeIn {
  const begin = useBegin();
  return useMemo(
    () => ({
      chooseFiles: () =>
        void chooseFiles(ACCEPT).then((files) => begin(files, async () => gatherFiles(files, today()))),
      chooseFolder: () => void chooseFolder().then((files) => begin(files, async () => gatherFiles(files, today()))),
    }),
    [begin],
  );
}

function useBegin(): (given: readonly unknown[], gather: () => Promise<Batch[]>) => void {
  const { t } = useTranslation('photoLibrary');
  const { queue } = usePhotoLibrary();
  const { say } = useNotices();
  const latest = useRef({ t, say });
  latest.current = { t, say };
  return useMemo(
    () => (given, gather) => {
      if (given.length === 0) return;
      gather().then(
        (batches) => {
          queue.add(batches.filter(({ files }) => files.length > 0));
          if (batches.every(({ files }) => files.length === 0)) latest.current.say(latest.current.t('takeIn.nothing'));
        },
        // A folder that went away, or that may not be read.
        () => latest.current.say(latest.current.t('takeIn.unreadable')),
      );
    },
    [queue],
  );
}

/** Takes files and folders anywhere on the view, and pictures that are pasted while it is shown. */
export function useTakeInByHand(): { isDropping: boolean; dropTarget: DropEvents } {
  const begin = useBegin();
  // Entering a child comes before leaving its parent, so the depth says whether the pointer is within.
  const [depth, setDepth] = useState(0);
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      const files = [...(event.clipboardData?.files ?? [])];
      const isInField = event.target instanceof Element && event.target.closest('input, textarea') !== null;
      const isHeld = document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;
      if (files.length === 0 || isHeld || (isInField && files.every(({ type }) => !type.startsWith('image/')))) return;
      event.preventDefault();
      begin(files, async () => gatherFiles(files, today()));
    };
    window.addEventListener('paste', onPaste);
    return () => window.removeEventListener('paste', onPaste);
  }, [begin]);
  const hasFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');
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
        // Entries are there only while the event is handled.
        const entries = [...event.dataTransfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
        const files = [...event.dataTransfer.files];
        if (entries.length > 0) begin(entries, () => gatherEntries(entries, today()));
        else begin(files, async () => gatherFiles(files, today()));
      },
    },
  };
}
