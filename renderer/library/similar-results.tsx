/** Articles that tell of the same things as one: shown in the place of the list, until Esc goes back to it. */
import { Undo2 } from 'lucide-react';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SearchHit } from '../../shared/contract/desk.ts';
import type { AppError } from '../../shared/errors/app-error.ts';
import { useDesk, useLibraryChange } from '../app/desk-context.tsx';
import { toAppError } from '../app/desk-link.ts';
import { Button } from '../ui/button.tsx';
import { HitList } from './hit-list.tsx';
import { useLibrary } from './library-context.tsx';
import { ListHead } from './list-head.tsx';
import { ListProblem } from './list-problem.tsx';

const MOST_SIMILAR = 30;

type Similar = { headline: string; hits: readonly SearchHit[] };

export function SimilarResults({ to }: { to: string }): ReactNode {
  const { t } = useTranslation('library');
  const { showSimilar, list } = useLibrary();
  const { similar, error, retry } = useSimilar(to);
  const isEmpty = similar?.hits.length === 0;
  const back = (): void => showSimilar(null);
  const isShown = similar !== null && !isEmpty;
  useEffect(() => {
    if (isShown) list.current?.focus();
  }, [isShown, list]);
  const title =
    similar === null ? t('row.similar') : t('similar.title', { headline: similar.headline || t('untitled') });
  return (
    <>
      <ListHead
        title={title}
        note={similar === null ? '' : t('count', { count: similar.hits.length })}
        // The headline needs the room.
        actions={null}
      />
      <div className="list-tools">
        <Button look="quiet" className="tool-button" onPress={back}>
          <Undo2 />
          {t('similar.back')}
          <kbd className="keys">Esc</kbd>
        </Button>
      </div>
      {error !== null && similar === null ? <ListProblem error={error} onAgain={retry} /> : null}
      {isEmpty ? <p className="list-empty">{t('similar.none')}</p> : null}
      {similar === null || isEmpty ? null : <HitList key={to} label={title} hits={similar.hits} onEscape={back} />}
    </>
  );
}

/** The former answer stays until the next is here. */
function useSimilar(id: string): { similar: Similar | null; error: AppError | null; retry: () => void } {
  const desk = useDesk();
  const [similar, setSimilar] = useState<Similar | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const turn = useRef(0);
  const load = useCallback(async () => {
    turn.current += 1;
    const mine = turn.current;
    try {
      const [{ headline }, { hits }] = await Promise.all([
        desk.articles.document({ id }),
        desk.library.similar({ id, limit: MOST_SIMILAR }),
      ]);
      if (mine !== turn.current) return;
      setSimilar({ headline, hits });
      setError(null);
    } catch (thrown) {
      if (mine === turn.current) setError(toAppError(thrown));
    }
  }, [desk, id]);
  useEffect(() => void load(), [load]);
  useLibraryChange(() => void load());
  return { similar, error, retry: () => void load() };
}
