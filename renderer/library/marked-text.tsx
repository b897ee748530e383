import type { ReactNode } from 'react';

/** Text in which hits stand between U+E000 and U+E001. */
export function MarkedText({ text }: { text: string }): ReactNode {
  return text.split('\ue000').map((piece, index) => {
    const [hit, rest] = index === 0 ? ['', piece] : piece.split('\ue001', 2);
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: a piece is nothing but its place in the text
      <span key={index}>
        {hit === '' ? null : <mark>{hit}</mark>}
        {rest}
      </span>
    );
  });
}
