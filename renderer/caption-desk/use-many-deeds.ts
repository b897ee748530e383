import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChangedPhotos } from '../../shared/contract/desk-photos.ts';
import { useDesk } from '../app/desk-context.tsx';
import { type Desk, toAppError } from '../app/desk-link.ts';
import type { RecordSessions } from '../photo-records/record-sessions.ts';
import { useNotices } from '../ui/notices.tsx';

const MOST_NAMED = 5;

type Work = (library: Desk['photoLibrary']) => Promise<ChangedPhotos>;

/**
 * A change of many pictures by the core, after what is typed is there; what came of it is said, and can be taken back.
 * One at a time; `onDone` when it was not refused. Its button is not disabled meanwhile: one that has the focus would
 * lose it to nowhere.
 */
export function useManyDeeds(sessions: RecordSessions, onDone: () => void): (work: Work) => void {
  const { t } = useTranslation<'captionDesk'>('captionDesk');
  const desk = useDesk();
  const { say, tellError } = useNotices();
  const isBusy = useRef(false);
  const undo = (deeds: ChangedPhotos['undo']): void => {
    sessions
      .settle()
      .then(() => desk.photoLibrary.change({ deeds }))
      .then(
        ({ done }) => say(t('batch.undone', { count: done })),
        (error) => tellError(toAppError(error)),
      );
  };
  const tell = ({ done, undo: back, failed }: ChangedPhotos): void => {
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
  };
  return (work) => {
    if (isBusy.current) return;
    isBusy.current = true;
    sessions
      .settle()
      .then(() => work(desk.photoLibrary))
      .finally(() => {
        isBusy.current = false;
      })
      .then(
        (changed) => {
          tell(changed);
          onDone();
        },
        (error) => tellError(toAppError(error)),
      );
  };
}
