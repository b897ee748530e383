import { useEffect, useRef, useState } from 'react';
import { useDeskEvent } from '../app/desk-context.tsx';
import { AtPause } from '../app/typing-pause.ts';

/** Pictures come in one by one; lists and counts follow a few times a second. */
const GATHER_MS = 300;

/** Calls back when something of the photo library has changed; while somebody types, at the next pause. */
export function usePhotosChange(callback: () => void): void {
  const latest = useRef(callback);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const [atPause] = useState(() => new AtPause(() => latest.current()));
  useEffect(() => {
    latest.current = callback;
  });
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current);
      timer.current = null;
      atPause.cancel();
    },
    [atPause],
  );
  useDeskEvent('photos', () => {
    timer.current ??= setTimeout(() => {
      timer.current = null;
      atPause.soon();
    }, GATHER_MS);
  });
}
