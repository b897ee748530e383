import { useEffect, useState } from 'react';
import type { BodyFormat } from '../editor/body-format.ts';
import type { BodyHandle } from '../editor/body-handle.ts';

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
    const read = (): void => {
      const next = body.state();
      setFormat((former) => (JSON.stringify(former) === JSON.stringify(next) ? former : next));
    };
    read();
    return body.on(read);
  }, [body]);
  return format;
}
