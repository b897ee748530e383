import { useCallback, useEffect, useState } from 'react';
import type { ArticleRow } from '../../shared/contract/desk.ts';
import { useDesk, useDeskEvent, useWhenOpen } from '../app/desk-context.tsx';
import { toAppError } from '../app/desk-link.ts';

export type Related = Pick<ArticleRow, 'headline' | 'working' | 'public' | 'returned'> & { day: string | null };

/** What there is of another article now; `asking` until that is known, `missing` where this desk has none. */
export function useRelated(id: string): Related | 'asking' | 'missing' {
  const desk = useDesk();
  const [found, setFound] = useState<{ id: string; related: Related | 'missing' } | null>(null);
  const ask = useCallback(() => {
    Promise.all([desk.articles.document({ id }), desk.articles.state({ id })]).then(
      ([{ headline, fields }, { working, public: inPublic, returned }]) => {
        const related = { headline, working, public: inPublic, returned, day: fields.publishedOn ?? null };
        const isSame = (former: typeof found): boolean => JSON.stringify(former) === JSON.stringify({ id, related });
        setFound((former) => (isSame(former) ? former : { id, related }));
      },
      (error) => {
        if (toAppError(error).code === 'article-not-found') setFound({ id, related: 'missing' });
      },
    );
  }, [desk, id]);
  useEffect(ask, [ask]);
  useDeskEvent('article', (event) => {
    if (event.id === id) ask();
  });
  useDeskEvent('library', ask);
  useWhenOpen(ask);
  return found?.id === id ? found.related : 'asking';
}
