import { useCallback, useEffect, useState } from 'react';
import type * as Y from 'yjs';

const LOOK_AFTER_MS = 400;

/** What `find` finds in a document, looked for again soon after each change of it, and at once by the second answer. */
export function useFoundInDoc<Found>(doc: Y.Doc, find: (doc: Y.Doc) => Found): [Found, () => void] {
  const [found, setFound] = useState(() => find(doc));
  const look = useCallback(() => setFound(find(doc)), [doc, find]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const soon = (): void => {
      timer ??= setTimeout(() => {
        timer = null;
        look();
      }, LOOK_AFTER_MS);
    };
    doc.on('update', soon);
    return () => {
      doc.off('update', soon);
      if (timer !== null) clearTimeout(timer);
    };
  }, [doc, look]);
  return [found, look];
}
