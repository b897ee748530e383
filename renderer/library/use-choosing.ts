/** Choosing rows of a list: one by one, or all from where Shift began to where it has come. */
import { useRef } from 'react';
import { MOST_BULK_ARTICLES } from '../../shared/contract/desk.ts';
import { useChosen } from './chosen-articles.tsx';

export type RowSource = {
  total: number;
  /** The article of a row; undefined while it is on its way. */
  idAt: (index: number) => string | undefined;
  /** The articles of rows, the last included; at most MOST_BULK_ARTICLES. */
  idsBetween: (first: number, last: number) => Promise<readonly string[]>;
};

export type Choosing = {
  ids: ReadonlySet<string>;
  toggle: (id: string) => void;
  /** From where Shift began (`from`, if it begins now) to this row; what was chosen before stays. */
  extend: (from: number, to: number) => void;
  chooseAll: () => void;
  /** The next Shift begins anew. */
  endRange: () => void;
  clear: () => void;
};

export function useChoosing({ total, idAt, idsBetween }: RowSource): Choosing {
  const { ids, choose, toggle, clear, sayMost } = useChosen();
  /** Where Shift began, and what was chosen before it. */
  const range = useRef<{ anchor: number; base: ReadonlySet<string> } | null>(null);
  /** Only the newest counts, since articles that are not here have to be asked for. */
  const turn = useRef(0);

  const endRange = (): void => {
    range.current = null;
    turn.current += 1;
  };
  const chooseBetween = async (first: number, last: number, base: ReadonlySet<string>): Promise<void> => {
    turn.current += 1;
    const mine = turn.current;
    const asked = Math.min(last, first + MOST_BULK_ARTICLES - 1);
    const here = Array.from({ length: asked - first + 1 }, (_, index) => idAt(first + index));
    const between = here.every((id) => id !== undefined) ? here : await idsBetween(first, asked);
    if (mine !== turn.current) return;
    choose(new Set([...base, ...between]));
    if (asked < last) sayMost();
  };
  return {
    ids,
    toggle: (id) => {
      endRange();
      toggle(id);
    },
    extend: (from, to) => {
      const { anchor, base } = range.current ?? { anchor: from, base: ids };
      range.current = { anchor, base };
      void chooseBetween(Math.min(anchor, to), Math.max(anchor, to), base);
    },
    chooseAll: () => {
      range.current = null;
      if (total > 0) void chooseBetween(0, total - 1, new Set());
    },
    endRange,
    clear: () => {
      endRange();
      clear();
    },
  };
}
