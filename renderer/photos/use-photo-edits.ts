/** What is done to pictures where the page shows them. Asked for in one breath by all that are shown, and again when some change. */
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { PhotoEdits } from '../../shared/photos/photo-details.ts';
import { useDesk, useDeskEvent, useWhenOpen } from '../app/desk-context.tsx';
import { type Desk, toAppError } from '../app/desk-link.ts';
import { AtPause } from '../app/typing-pause.ts';
import { LINE_LOST } from '../app/unsaved-edits.ts';

const nothing: PhotoEdits = {};
const known = new Map<string, PhotoEdits>();
const listeners = new Set<() => void>();
const wanted = new Set<string>();

/** Whoever changes them in the page says so at once. */
export function knowPhotoEdits(sha256: string, edits: PhotoEdits): void {
  const former = known.get(sha256);
  if (former !== undefined && JSON.stringify(former) === JSON.stringify(edits)) return;
  known.set(sha256, edits);
  for (const listener of listeners) listener();
}

function ask(desk: Desk, sha256: string): void {
  const isAsking = wanted.size > 0;
  wanted.add(sha256);
  if (isAsking) return;
  queueMicrotask(async () => {
    const sha256s = [...wanted];
    wanted.clear();
    try {
      const { edits } = await desk.photoLibrary.edits({ sha256s });
      for (const one of sha256s) knowPhotoEdits(one, edits[one] ?? nothing);
    } catch (error) {
      // When the line is open again it is asked for again.
      if (toAppError(error).code === LINE_LOST) return;
      for (const one of sha256s) if (!known.has(one)) knowPhotoEdits(one, nothing);
    }
  });
}

function listen(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

/** Null until they are known: a face that is hidden must not be seen first. */
export function usePhotoEdits(sha256: string): PhotoEdits | null {
  const desk = useDesk();
  const askNow = useCallback(() => ask(desk, sha256), [desk, sha256]);
  const latest = useRef(askNow);
  const [atPause] = useState(() => new AtPause(() => latest.current()));
  useEffect(() => {
    latest.current = askNow;
    askNow();
  }, [askNow]);
  useEffect(() => () => atPause.cancel(), [atPause]);
  useWhenOpen(askNow);
  useDeskEvent('photo-update', (event) => {
    if (event.sha256 === sha256) askNow();
  });
  useDeskEvent('photos', () => atPause.soon());
  return useSyncExternalStore(listen, () => known.get(sha256) ?? null);
}
