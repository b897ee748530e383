import {
  startTransition,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import type { ArticleDocument } from '../../shared/article/document.ts';
import { readArticle } from '../../shared/article/read.ts';
import type { ArticleState } from '../../shared/contract/desk.ts';
import type { AppError } from '../../shared/errors/app-error.ts';
import { useDeskLink } from '../app/desk-context.tsx';
import { toAppError } from '../app/desk-link.ts';
import { useNotices } from '../ui/notices.tsx';
import { ArticleSession, type SessionLink } from './article-session.ts';

/** Counts and lists are read when somebody pauses in typing, and now and then when nobody does. */
const READ_AFTER_MS = 300;
const READ_AT_LEAST_MS = 4_000;

type Opened = { session: ArticleSession } | { error: AppError } | null;

/** The article's session while it is shown; null until it is there. */
export function useSession(id: string): Opened {
  const link = useDeskLink();
  const { tellError } = useNotices();
  const latestTell = useRef(tellError);
  const [opened, setOpened] = useState<Opened>(null);
  useEffect(() => {
    latestTell.current = tellError;
  });
  // Asked for before the first paint: the article is what the person waits for.
  useLayoutEffect(() => {
    let isGone = false;
    let session: ArticleSession | null = null;
    ArticleSession.open(link as SessionLink, id, (error) => latestTell.current(error)).then(
      (made) => {
        session = made;
        if (isGone) made.close();
        else setOpened({ session: made });
      },
      (error) => {
        if (!isGone) setOpened({ error: toAppError(error) });
      },
    );
    const handOver = (): void => session?.handOver();
    const onLeave = (event: BeforeUnloadEvent): void => {
      handOver();
      // Electron would refuse to close without a word; a browser asks. Nothing can be handed over while the line is lost.
      if (window.toasoan === undefined && link.state() !== 'open' && session?.isSaved() === false)
        event.preventDefault();
    };
    window.addEventListener('beforeunload', onLeave);
    window.addEventListener('pagehide', handOver);
    document.addEventListener('visibilitychange', handOver);
    return () => {
      isGone = true;
      window.removeEventListener('beforeunload', onLeave);
      window.removeEventListener('pagehide', handOver);
      document.removeEventListener('visibilitychange', handOver);
      session?.close();
    };
  }, [link, id]);
  return opened;
}

export function useArticleState(session: ArticleSession): ArticleState {
  return useSyncExternalStore(
    useCallback((changed: () => void) => session.on(changed), [session]),
    () => session.state(),
  );
}

/** Why the core does not take the edits; null as long as it does. */
export function useSaveProblem(session: ArticleSession): AppError | null {
  return useSyncExternalStore(
    useCallback((changed: () => void) => session.on(changed), [session]),
    () => session.problem(),
  );
}

/** The article as plain data, soon after each change. */
export function useDocument({ doc }: ArticleSession): ArticleDocument {
  const [document, setDocument] = useState(() => readArticle(doc));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    let changedAt = 0;
    let waitingSince = 0;
    const read = (): void => {
      timer = null;
      const next = readArticle(doc);
      // Whatever shows it may wait for a key press that comes meanwhile.
      startTransition(() => setDocument(next));
    };
    /** One timer for any number of keys: it looks whether there was a pause, and waits on if not. */
    const look = (): void => {
      const now = performance.now();
      const due = Math.min(changedAt + READ_AFTER_MS, waitingSince + READ_AT_LEAST_MS);
      if (now >= due) read();
      else timer = setTimeout(look, due - now);
    };
    const soon = (): void => {
      changedAt = performance.now();
      if (timer !== null) return;
      waitingSince = changedAt;
      timer = setTimeout(look, READ_AFTER_MS);
    };
    read();
    doc.on('update', soon);
    return () => {
      doc.off('update', soon);
      if (timer !== null) clearTimeout(timer);
    };
  }, [doc]);
  return document;
}
