/** What is done with pictures from the sheet: shown at once, then written, and taken back by the same key. */
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChangedPhotos, PhotoDeed } from '../../shared/contract/desk-photos.ts';
import { errorText } from '../../shared/errors/app-error.ts';
import { isErrorCode } from '../../shared/errors/codes.ts';
import type { PhotoLabel } from '../../shared/photos/photo-details.ts';
import { useDesk } from '../app/desk-context.tsx';
import { toAppError } from '../app/desk-link.ts';
import { currentLanguage } from '../app/words.ts';
import { useNotices } from '../ui/notices.tsx';
import { usePhotoLibrary } from './photo-library-context.tsx';
import type { PhotoPages } from './photo-pages.ts';

const MOST_UNDO = 50;
/** What is done with so few is plain to see. */
const FEW = 24;

export type PhotoDeeds = {
  rate: (sha256s: readonly string[], rating: number) => void;
  /** The label that all of them have already goes. Null takes it away. */
  label: (sha256s: readonly string[], label: PhotoLabel | null) => void;
  /** Puts aside; those that are all aside come back. */
  aside: (sha256s: readonly string[]) => void;
  /** Puts the others aside. */
  keepOne: (sha256: string, others: readonly string[]) => void;
  send: (sha256s: readonly string[]) => void;
  /** Answers when it is done. */
  discard: (sha256s: readonly string[]) => Promise<void>;
  undo: () => void;
};

export function usePhotoDeeds(pages: PhotoPages): PhotoDeeds {
  const { t } = useTranslation('photoLibrary');
  const desk = useDesk();
  const { filter } = usePhotoLibrary();
  const { say, tellError } = useNotices();
  const undos = useRef<PhotoDeed[][]>([]);
  /** One after the other, so that what is undone is what was done last. */
  const turn = useRef<Promise<unknown>>(Promise.resolve());
  const latest = useRef({ t, filter });
  latest.current = { t, filter };

  return useMemo((): PhotoDeeds => {
    const tellFailed = (failed: ChangedPhotos['failed']): void => {
      const [first] = failed;
      if (first === undefined) return;
      const { code, details, message } = first.error;
      const why = isErrorCode(code) ? errorText(code, currentLanguage(), details) : message;
      say(latest.current.t('deed.failed', { count: failed.length, why }));
    };
    const write = async (deeds: PhotoDeed[], endPatch?: () => void): Promise<ChangedPhotos | null> => {
      try {
        const changed = await desk.photoLibrary.change({ deeds });
        tellFailed(changed.failed);
        return changed;
      } catch (error) {
        tellError(toAppError(error));
        return null;
      } finally {
        endPatch?.();
        pages.refresh();
      }
    };
    const inTurn = (work: () => Promise<void>): void => {
      turn.current = turn.current.then(work);
    };
    const undoLast = async (): Promise<void> => {
      const deeds = undos.current.pop();
      if (deeds === undefined) {
        say(latest.current.t('deed.nothingToUndo'));
        return;
      }
      if ((await write(deeds)) !== null) say(latest.current.t('deed.undone'));
    };
    /** `words`: what is told, where it is not plain to see. */
    const changeAll = async (
      sha256s: readonly string[],
      says: PhotoDeed['change'],
      words: (count: number) => string | null,
      endPatch: () => void,
    ): Promise<void> => {
      const changed = await write(
        sha256s.map((sha256) => ({ sha256, change: says })),
        endPatch,
      );
      if (changed === null || changed.done === 0) return;
      if (changed.undo.length > 0) undos.current = [...undos.current, changed.undo].slice(-MOST_UNDO);
      const told = words(changed.done);
      if (told !== null) {
        say(
          told,
          changed.undo.length > 0 ? { label: latest.current.t('deed.undo'), run: () => inTurn(undoLast) } : undefined,
        );
      }
    };
    /** Shown at once, written in its turn. */
    const change = (
      sha256s: readonly string[],
      says: Pick<PhotoDeed['change'], 'rating' | 'label' | 'shared'>,
      words: (count: number) => string | null,
    ): void => {
      const endPatch = pages.patch(new Set(sha256s), says);
      inTurn(() => changeAll(sha256s, says, words, endPatch));
    };
    const rowsOf = (sha256s: readonly string[]) => sha256s.flatMap((sha256) => pages.find(sha256)?.row ?? []);
    const rate = (sha256s: readonly string[], rating: number, words: (count: number) => string | null): void => {
      if (sha256s.length === 0) return;
      change(sha256s, { rating }, words);
    };
    return {
      rate: (sha256s, rating) =>
        rate(sha256s, rating, (count) => (count > FEW ? latest.current.t('deed.rated', { count }) : null)),
      aside: (sha256s) => {
        const rows = rowsOf(sha256s);
        const areAside = rows.length > 0 && rows.every(({ rating }) => rating < 0);
        rate(sha256s, areAside ? 0 : -1, (count) => (areAside ? null : latest.current.t('deed.aside', { count })));
      },
      keepOne: (_sha256, others) => rate(others, -1, (count) => latest.current.t('compare.kept', { count })),
      label: (sha256s, wanted) => {
        if (sha256s.length === 0) return;
        const rows = rowsOf(sha256s);
        const have = rows.length > 0 && rows.every(({ label }) => label === wanted);
        const label = have ? null : wanted;
        change(sha256s, { label }, (count) => (count > FEW ? latest.current.t('deed.labelled', { count }) : null));
      },
      send: (sha256s) => {
        if (sha256s.length === 0) return;
        const rows = rowsOf(sha256s);
        if (rows.length === sha256s.length && rows.every(({ shared }) => shared)) {
          say(latest.current.t('deed.allSent'));
          return;
        }
        change(sha256s, { shared: true }, (count) => latest.current.t('deed.sent', { count }));
      },
      discard: async (sha256s) => {
        try {
          const { done, failed } = await desk.photoLibrary.discard({ sha256s: [...sha256s] });
          if (done > 0) say(latest.current.t('deed.discarded', { count: done }));
          tellFailed(failed);
        } catch (error) {
          tellError(toAppError(error));
        } finally {
          pages.refresh();
        }
      },
      undo: () => inTurn(undoLast),
    };
  }, [desk, pages, say, tellError]);
}
