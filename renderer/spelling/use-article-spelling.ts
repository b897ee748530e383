import { useEffect, useState } from 'react';
import type { Speller, SpellingLanguage } from '../../shared/spelling/speller.ts';
import type { ArticleSession } from '../article/article-session.ts';
import type { BodyHandle } from '../editor/body-handle.ts';
import { ArticleSpelling } from './article-spelling.ts';
import { useLists } from './lists.tsx';
import { loadSpeller } from './load-speller.ts';

export function articleColumn(): HTMLElement | null {
  return document.querySelector<HTMLElement>('.article-main .article-column');
}

/** What marks the article in this language; null while nothing is to be marked. */
export function useArticleSpelling({
  session,
  body,
  language,
}: {
  session: ArticleSession;
  body: BodyHandle | null;
  language: string | null;
}): ArticleSpelling | null {
  const { lists } = useLists();
  const [speller, setSpeller] = useState<Speller | null>(null);
  const [spelling, setSpelling] = useState<ArticleSpelling | null>(null);
  const isOn = language === 'vi' || language === 'en';

  useEffect(() => {
    if (!isOn || speller !== null) return;
    let isGone = false;
    // The article is on the screen first.
    const idle = requestIdleCallback(
      () => {
        loadSpeller().then(
          (loaded) => {
            if (!isGone) setSpeller(loaded);
          },
          (error: unknown) => console.error(error),
        );
      },
      { timeout: 2_000 },
    );
    return () => {
      isGone = true;
      cancelIdleCallback(idle);
    };
  }, [isOn, speller]);

  useEffect(() => {
    const column = articleColumn();
    if (!isOn || speller === null || column === null || body === null) return;
    const own = new ArticleSpelling({ session, speller, language: language as SpellingLanguage, body, column });
    setSpelling(own);
    return () => {
      own.destroy();
      setSpelling(null);
    };
  }, [session, speller, body, isOn, language]);

  useEffect(() => {
    if (speller === null) return;
    speller.setKnown([...lists.office.words, ...lists.own.words]);
    spelling?.forget();
  }, [speller, spelling, lists]);
  return spelling;
}
