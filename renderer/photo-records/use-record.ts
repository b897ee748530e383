/** Records of pictures for components: the sessions of a room, and what a record says at pauses in typing. */
import { startTransition, useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import * as Y from 'yjs';
import type { PhotoFacts } from '../../shared/contract/desk-photos.ts';
import type { AppError } from '../../shared/errors/app-error.ts';
import type { PhotoRecord } from '../../shared/photos/photo-details.ts';
import { useDeskEvent, useDeskLink } from '../app/desk-context.tsx';
import { toAppError } from '../app/desk-link.ts';
import { AtPause } from '../app/typing-pause.ts';
import { useNotices } from '../ui/notices.tsx';
import type { RecordLink, RecordSession } from './record-session.ts';
import { RecordSessions } from './record-sessions.ts';

/** The records that a room opens, closed with it. */
export function useRecordSessions(): RecordSessions | null {
  const link = useDeskLink();
  const { tellError } = useNotices();
  const latestTell = useRef(tellError);
  const [sessions, setSessions] = useState<RecordSessions | null>(null);
  useEffect(() => {
    latestTell.current = tellError;
  });
  useEffect(() => {
    const made = new RecordSessions(link as RecordLink, (error) => latestTell.current(error));
    setSessions(made);
    const handOver = (): void => made.handOver();
    const onLeave = (event: BeforeUnloadEvent): void => {
      handOver();
      // As for an article: nothing can be handed over while the line is lost.
      if (window.toasoan === undefined && link.state() !== 'open' && !made.isSaved()) event.preventDefault();
    };
    window.addEventListener('beforeunload', onLeave);
    window.addEventListener('pagehide', handOver);
    document.addEventListener('visibilitychange', handOver);
    return () => {
      window.removeEventListener('beforeunload', onLeave);
      window.removeEventListener('pagehide', handOver);
      document.removeEventListener('visibilitychange', handOver);
      made.close();
    };
  }, [link]);
  return sessions;
}

export type OpenedRecord = { session: RecordSession } | { error: AppError } | null;

/** The session of a picture; null until it is there. At once for one that was opened ahead. */
export function useRecordSession(sessions: RecordSessions | null, sha256: string | null): OpenedRecord {
  const [opened, setOpened] = useState<{ sha256: string; answer: OpenedRecord } | null>(null);
  const ahead = sha256 === null ? null : (sessions?.find(sha256) ?? null);
  useEffect(() => {
    if (sessions === null || sha256 === null) return;
    let isGone = false;
    const answer = (given: OpenedRecord): void => {
      if (!isGone) setOpened({ sha256, answer: given });
    };
    sessions.open(sha256).then(
      (session) => answer({ session }),
      (error) => answer({ error: toAppError(error) }),
    );
    return () => {
      isGone = true;
    };
  }, [sessions, sha256]);
  if (ahead !== null) return { session: ahead };
  return opened !== null && opened.sha256 === sha256 ? opened.answer : null;
}

const READ_AFTER_MS = 120;
const READ_AT_LEAST_MS = 1_000;

/** The record as plain data: at once when anything is chosen, at a pause when a text is typed. */
export function usePhotoRecord(session: RecordSession): PhotoRecord {
  const [read, setRead] = useState(() => ({ session, record: session.record() }));
  const current = read.session === session ? read : { session, record: session.record() };
  if (current !== read) setRead(current);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    let changedAt = 0;
    let waitingSince = 0;
    const readNow = (): void => {
      timer = null;
      const record = session.record();
      startTransition(() => setRead({ session, record }));
    };
    const look = (): void => {
      const now = performance.now();
      const due = Math.min(changedAt + READ_AFTER_MS, waitingSince + READ_AT_LEAST_MS);
      if (now >= due) readNow();
      else timer = setTimeout(look, due - now);
    };
    const soon = (_: Uint8Array, __: unknown, ___: Y.Doc, { changed }: Y.Transaction): void => {
      if ([...changed.keys()].some((type) => !(type instanceof Y.Text))) {
        setRead({ session, record: session.record() });
        return;
      }
      changedAt = performance.now();
      if (timer !== null) return;
      waitingSince = changedAt;
      timer = setTimeout(look, READ_AFTER_MS);
    };
    readNow();
    session.doc.on('update', soon);
    return () => {
      session.doc.off('update', soon);
      if (timer !== null) clearTimeout(timer);
    };
  }, [session]);
  return current.record;
}

/** What the core knows of the picture beside its record, read anew at a pause when something of the library has changed. */
export function usePhotoFacts(session: RecordSession): PhotoFacts {
  const latest = useRef(session);
  const [atPause] = useState(() => new AtPause(() => void latest.current.readFacts()));
  useEffect(() => {
    latest.current = session;
  });
  useEffect(() => () => atPause.cancel(), [atPause]);
  useDeskEvent('photos', () => atPause.soon());
  return useSyncExternalStore(
    useCallback((changed: () => void) => session.on(changed), [session]),
    () => session.facts(),
  );
}
