import { useTranslation } from 'react-i18next';
import type { ChangedPhotos } from '../../shared/contract/desk-photos.ts';
import { useDesk } from '../app/desk-context.tsx';
import { toAppError } from '../app/desk-link.ts';
import type { RecordSessions } from '../photo-records/record-sessions.ts';
import { useNotices } from '../ui/notices.tsx';

const MOST_NAMED = 5;

/** A change of many pictures by the core, after what is typed is there; what came of it is said, and can be taken back. */
export function useManyDeeds(sessions: RecordSessions): (work: () => Promise<ChangedPhotos>) => Promise<boolean> {
  const { t } = useTranslation<'captionDesk'>('captionDesk');
  const desk = useDesk();
  const { say, tellError } = useNotices();
  const undo = (deeds: ChangedPhotos['undo']): void => {
    sessions
      .settle()
      .then(() => desk.photoLibrary.change({ deeds }))
      .then(
        ({ done }) => say(t('batch.undone', { count: done })),
        (error) => tellError(toAppError(error)),
      );
  };
  return async (work) => {
    try {
      await sessions.settle();
      const { done, undo: back, failed } = await work();
      if (done > 0) {
        const action = back.length === 0 ? undefined : { label: t('undo'), run: () => undo(back) };
        say(t('batch.done', { count: done }), action);
      }
      if (failed.length > 0) {
        const names = failed.slice(0, MOST_NAMED).map(({ name }) => name);
        say(
          t('batch.failed', {
            count: failed.length,
            names: names.join(', ') + (failed.length > MOST_NAMED ? '…' : ''),
          }),
        );
      }
      return true;
    } catch (error) {
      tellError(toAppError(error));
      return false;
    }
  };
}
