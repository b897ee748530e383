/** Where the keys are in the contact sheet and which pictures are chosen, while the list below them moves. */
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MOST_BULK_PHOTOS } from '../../shared/contract/desk-photos.ts';
import { useDesk } from '../app/desk-context.tsx';
import { toAppError } from '../app/desk-link.ts';
import { useNotices } from '../ui/notices.tsx';
import { usePhotoLibrary } from './photo-library-context.tsx';
import type { PhotoPages, SheetRows } from './photo-pages.ts';
import {
  activate,
  afterChange,
  chooseOnly,
  extendTo,
  nothingChosen,
  rangeTo,
  type Selection,
  toggle,
} from './selection.ts';

export type SheetCursor = {
  selection: Selection;
  /** What a deed is done with. */
  meant: readonly string[];
  /** The same in the order of the sheet. */
  meantInOrder: () => Promise<readonly string[]>;
  /** Everything that the sheet shows, in its order; at most MOST_BULK_PHOTOS. */
  all: () => Promise<readonly string[]>;
  choose: (index: number) => void;
  activate: (index: number) => void;
  toggle: (index: number) => void;
  extend: (index: number) => void;
  /** Those of a box that the mouse draws, beside `base`. */
  chooseRanges: (ranges: readonly { first: number; last: number }[], base: ReadonlySet<string>) => void;
  chooseAll: () => void;
  clear: () => void;
};

export function useSheetCursor(pages: PhotoPages, rows: SheetRows): SheetCursor {
  const { t } = useTranslation('photoLibrary');
  const desk = useDesk();
  const { filter, sort, left } = usePhotoLibrary();
  const { say, tellError } = useNotices();
  const { key, total } = rows;
  const [selection, setSelection] = useState<Selection>(() => left.current.selection);
  /** Only the newest counts, since rows that are not here have to be asked for. */
  const turn = useRef(0);

  const idAt = useCallback((index: number) => pages.rowAt(index)?.sha256, [pages]);
  // Another list begins anew; in the same one the keys follow their picture.
  const shown = useRef(left.current.key);
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows that have come may have moved
  useLayoutEffect(() => {
    if (key === null) return;
    if (shown.current !== key) {
      shown.current = key;
      turn.current += 1;
      setSelection(nothingChosen);
      return;
    }
    setSelection((before) => afterChange(before, total, idAt, (sha256) => pages.find(sha256)?.index));
  }, [key, total, rows.pages, pages, idAt]);
  useEffect(() => {
    if (key !== null) left.current = { ...left.current, key, selection };
  }, [left, key, selection]);

  const latest = useRef({ filter, sort, selection, total, t });
  useEffect(() => {
    latest.current = { filter, sort, selection, total, t };
  });

  return useMemo((): SheetCursor => {
    const all = async (): Promise<readonly string[]> => {
      const { filter: asked, sort: order } = latest.current;
      return (await desk.photoLibrary.ids({ ...asked, sort: order })).sha256s;
    };
    const between = async (first: number, last: number): Promise<readonly string[]> => {
      const here = Array.from({ length: last - first + 1 }, (_, at) => idAt(first + at));
      if (here.every((sha256) => sha256 !== undefined)) return here;
      return (await all()).slice(first, last + 1);
    };
    const become = (next: (before: Selection) => Selection): void => {
      turn.current += 1;
      setSelection(next);
    };
    const whenHere = async (ask: () => Promise<(before: Selection) => Selection>): Promise<void> => {
      turn.current += 1;
      const mine = turn.current;
      try {
        const next = await ask();
        if (mine === turn.current) setSelection(next);
      } catch (error) {
        tellError(toAppError(error));
      }
    };
    const meant = [...selection.chosen].slice(0, MOST_BULK_PHOTOS);
    return {
      selection,
      meant,
      meantInOrder: async () => {
        if (meant.length < 2) return meant;
        const places = new Map(meant.map((sha256) => [sha256, pages.find(sha256)?.index]));
        if ([...places.values()].every((index) => index !== undefined)) {
          return [...meant].sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
        }
        const wanted = new Set(meant);
        const inOrder = (await all()).filter((sha256) => wanted.delete(sha256));
        return [...inOrder, ...wanted];
      },
      all,
      choose: (index) => become(() => chooseOnly(index, idAt)),
      activate: (index) => become((before) => activate(before, index, idAt)),
      toggle: (index) => become((before) => toggle(before, index, idAt)),
      extend: (index) => {
        // The keys go there at once, whatever has to be asked for.
        const from = latest.current.selection;
        const { first, last } = rangeTo(from, index);
        setSelection((before) => ({
          ...before,
          anchor: before.anchor < 0 ? first : before.anchor,
          active: { index, sha256: idAt(index) },
        }));
        void whenHere(async () => {
          const range = await between(first, last);
          return (before) => extendTo(before, index, idAt, range);
        });
      },
      chooseRanges: (ranges, base) =>
        void whenHere(async () => {
          const chosen = new Set(base);
          for (const { first, last } of ranges) for (const sha256 of await between(first, last)) chosen.add(sha256);
          return (before) => ({ ...before, chosen, base: chosen });
        }),
      chooseAll: () =>
        void whenHere(async () => {
          const chosen = new Set(await all());
          const { total: shownTotal, t: words } = latest.current;
          if (chosen.size < shownTotal) say(words('deed.most', { count: MOST_BULK_PHOTOS }));
          return (before) => ({ ...before, chosen, base: chosen });
        }),
      clear: () => become((before) => ({ ...before, chosen: new Set(), base: new Set(), anchor: before.active.index })),
    };
  }, [desk, pages, idAt, selection, say, tellError]);
}
