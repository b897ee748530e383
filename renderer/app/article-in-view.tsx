/** Which article the desk shows; each person's own, there again when the page is loaded anew. */
import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react';
import { lastArticleKey, recall, remember } from './kept.ts';

type ArticleInView = {
  id: string | null;
  open: (id: string | null) => void;
  /** Back to the article that was open before this one. */
  openFormer: () => void;
};

const ArticleContext = createContext<ArticleInView | null>(null);

export function useArticleInView(): ArticleInView {
  const article = useContext(ArticleContext);
  if (article === null) throw new Error('no ArticleInViewProvider above this component');
  return article;
}

export function ArticleInViewProvider({ personId, children }: { personId: string; children: ReactNode }): ReactNode {
  const key = lastArticleKey(personId);
  const [id, setId] = useState<string | null>(() => recall<string | null>(key, null));
  const current = useRef(id);
  const former = useRef<string | null>(null);
  const open = useCallback(
    (next: string | null) => {
      if (next === current.current) return;
      former.current = current.current;
      current.current = next;
      setId(next);
      remember(key, next);
    },
    [key],
  );
  const value = useMemo(
    () => ({
      id,
      open,
      openFormer: () => {
        if (former.current !== null) open(former.current);
      },
    }),
    [id, open],
  );
  return <ArticleContext value={value}>{children}</ArticleContext>;
}
