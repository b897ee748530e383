import type * as Y from 'yjs';
import { useDesk, useDeskLink } from '../app/desk-context.tsx';
import { toAppError } from '../app/desk-link.ts';
import { ArticleSession, type SessionLink } from '../article/article-session.ts';
import { flushViews } from '../editor/inbound.ts';
import { LOCAL_ORIGIN } from '../editor/local-origin.ts';
import { useNotices } from '../ui/notices.tsx';
import { giveBackWords, takeWords } from './caption-in-article.ts';

/** Takes a picture's caption into a draft. Answers what takes it back. Throws AppError when the article cannot be written. */
export function useTakeCaption(): (article: string, sha256: string) => Promise<() => void> {
  const link = useDeskLink() as SessionLink;
  const desk = useDesk();
  const { tellError } = useNotices();
  const inArticle = async <T>(id: string, change: (doc: Y.Doc) => T): Promise<T> => {
    const shown = ArticleSession.find(link, id);
    const session = shown ?? (await ArticleSession.open(link, id, tellError));
    try {
      flushViews(session.doc);
      let answer: T | undefined;
      session.undo.together(() => {
        answer = change(session.doc);
      });
      await session.settle();
      return answer as T;
    } finally {
      if (shown === null) session.close();
    }
  };
  return async (article, sha256) => {
    const record = await desk.photoLibrary.record({ sha256 });
    const taken = await inArticle(article, (doc) => takeWords(doc, record, LOCAL_ORIGIN));
    return () => {
      inArticle(article, (doc) => giveBackWords(doc, taken, LOCAL_ORIGIN)).catch((error) =>
        tellError(toAppError(error)),
      );
    };
  };
}
