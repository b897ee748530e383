import { useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNotices } from '../ui/notices.tsx';

/** Tells what a tool did, and offers to take it back for as long as that is the last thing that was done. */
export function useSayDone(): (words: string, done: { undo: () => boolean }) => void {
  const { t } = useTranslation<'tools'>('tools');
  const { say } = useNotices();
  const isGone = useRef(false);
  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
    };
  }, []);
  return useCallback(
    (words, done) => {
      say(words, {
        label: t('undo'),
        run: () => {
          if (isGone.current) say(t('undoElsewhere'));
          else if (!done.undo()) say(t('undoTooLate'));
        },
      });
    },
    [say, t],
  );
}
