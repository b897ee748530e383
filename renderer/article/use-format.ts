import { useEffect, useState } from 'react';
import type { BodyFormat } from '../editor/body-format.ts';
import type { BodyHandle } from '../editor/body-handle.ts';

const FOLLOW_MS = 60;
const nothing: BodyFormat = {
  kind: 'paragraph',
  formats: [],
  link: null,
  isCaret: true,
  isList: false,
  isInBox: false,
  gallery: null,
};

/** The format at the caret, told apart by what it says. */
export function useFormat(body: BodyHandle | null): BodyFormat {
  const [format, setFormat] = useState<BodyFormat>(nothing);
  useEffect(() => {
    if (body === null) return;
    let shown = '';
    let timer: ReturnType<typeof setTimeout> | null = null;
    const read = (): void => {
      timer = null;
      const next = body.state();
      const words = JSON.stringify(next);
      if (words === shown) return;
      shown = words;
      setFormat(next);
    };
    read();
    // Buttons may follow the caret a little later than the text does.
    const stop = body.on(() => {
      timer ??= setTimeout(read, FOLLOW_MS);
    });
    return () => {
      stop();
      if (timer !== null) clearTimeout(timer);
    };
  }, [body]);
  return format;
}
