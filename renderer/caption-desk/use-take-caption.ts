import { useDesk, useDeskLink } from '../app/desk-context.tsx';
import { ArticleSession, type SessionLink } from '../article/article-session.ts';
import { LOCAL_ORIGIN } from '../editor/local-origin.ts';
import { useNotices } from '../ui/notices.tsx';
import { giveBackWords, takeWords } from './caption-in-article.ts';

/** Takes a picture's caption into a draft. Answers what takes it back. Throws AppError when the article cannot be written. */
export function useTakeCaption(): (article: string, sha256: string) => Promise<() => void> {
  const link = useDeskLink() as SessionLink;
  const desk = useDesk();
  const { tellError } = useNotices();
  const inArticle = async <T>(id: string, change: (session: ArticleSession) => T): Promise<T> => {
    const session = await ArticleSession.open(link, id, tellError);
    try {
      const answer = change(session);
      await session.settle();
      return answer;
    } finally {
      session.close();
    }
  };
  return async (article, sha256) => {
    const record = await desk.photoLibrary.record({ sha256 });
    const taken = await inArticle(article, ({ doc }) => takeWords(doc, record, LOCAL_ORIGIN));
    return () => {
      inArticle(article, ({ doc }) => giveBackWords(doc, taken, LOCAL_ORIGIN)).catch(tellError);
    };
  };
}
