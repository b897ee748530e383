/**
 * Finding in the open article: what is looked for, the hits, and which of them is at hand.
 *
 *   typed --(idle)--> searched --> hits painted, the first behind the caret at hand
 *   the article changed --(idle)--> searched again, the same hit stays at hand
 */
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { FindQuery, Hit } from '../../shared/find/find-hits.ts';
import { type Passage, readPassages } from '../../shared/find/passages.ts';
import type { PatternProblem } from '../../shared/find/pattern-problem.ts';
import type { ArticleSession } from '../article/article-session.ts';
import type { BodyHandle } from '../editor/body-handle.ts';
import { flushViews } from '../editor/inbound.ts';
import { FindRunner } from './find-runner.ts';
import { passageElement } from './passage-element.ts';
import { caretInPassages, type TextPlace } from './select-hit.ts';
import { HitPainter, type ShownHit } from './show-hits.ts';

const AFTER_TYPING_MS = 120;
const AFTER_EDIT_MS = 250;

/** `hit`: as it was found, with the groups of the pattern. */
export type FoundHit = ShownHit & { hit: Hit; order: number };

export type Found = {
  hits: readonly FoundHit[];
  /** Which is at hand; -1 without any. */
  current: number;
  problem: PatternProblem | 'slow' | null;
};

const nothing: Found = { hits: [], current: -1, problem: null };

export type Finding = Found & {
  step: (by: 1 | -1) => void;
  /** Looks from where the caret is. */
  fromCaret: () => void;
  /** Searches at once, and answers what there is now. */
  refresh: () => Promise<Found>;
  /** The next hit at or behind this place is at hand after the next search. */
  goOnFrom: (place: TextPlace) => void;
};

export function useFind({
  session,
  body,
  column,
  layer,
  query,
}: {
  session: ArticleSession;
  body: BodyHandle | null;
  column: HTMLElement | null;
  layer: HTMLElement | null;
  /** Null while nothing is looked for. */
  query: FindQuery | null;
}): Finding {
  const [found, setFound] = useState<Found>(nothing);
  const runner = useRef<FindRunner>(null);
  const painter = useRef<HitPainter>(null);
  const origin = useRef<TextPlace>({ passage: 0, at: 0 });
  const latest = useRef({ body, query, found, column });
  useLayoutEffect(() => {
    latest.current = { body, query, found, column };
  });

  useEffect(() => {
    const own = new FindRunner();
    runner.current = own;
    return () => own.destroy();
  }, []);
  useEffect(() => {
    if (column === null || layer === null) return;
    const own = new HitPainter(column, layer);
    painter.current = own;
    return () => {
      own.destroy();
      painter.current = null;
    };
  }, [column, layer]);

  const refresh = useCallback(async (): Promise<Found> => {
    const { query, column } = latest.current;
    if (query === null || column === null || runner.current === null) {
      setFound(nothing);
      return nothing;
    }
    flushViews(session.doc);
    const passages = passagesOnPage(session, latest.current);
    const result = await runner.current.find(
      query,
      passages.map(({ characters }) => characters),
    );
    if (result === null) return latest.current.found;
    const next =
      'problem' in result ? { ...nothing, problem: result.problem } : at(passages, result.hits, origin.current);
    setFound(next);
    return next;
  }, [session]);

  useEffect(() => {
    if (query === null) {
      setFound(nothing);
      return;
    }
    const timer = setTimeout(() => void refresh(), AFTER_TYPING_MS);
    return () => clearTimeout(timer);
  }, [query, refresh]);

  const isOn = query !== null;
  useEffect(() => {
    if (!isOn) return;
    let timer: ReturnType<typeof setTimeout> | null = null;
    const soon = (): void => {
      if (timer !== null) clearTimeout(timer);
      timer = setTimeout(() => void refresh(), AFTER_EDIT_MS);
    };
    session.doc.on('update', soon);
    return () => {
      session.doc.off('update', soon);
      if (timer !== null) clearTimeout(timer);
    };
  }, [session, isOn, refresh]);

  useLayoutEffect(() => {
    if (isOn) painter.current?.paint(latest.current.body, found.hits, found.current);
    else painter.current?.clear();
  }, [found, isOn]);

  const shown = found.hits[found.current];
  const shownAt = useRef('');
  useEffect(() => {
    if (shown === undefined) return;
    // Typing elsewhere in the article does not scroll it back to the hit.
    const place = `${shown.order} ${shown.start} ${found.hits.length === 0 ? '' : query?.text}`;
    if (place === shownAt.current) return;
    shownAt.current = place;
    painter.current?.reveal(latest.current.body, shown);
  }, [shown, found, query]);

  const step = useCallback((by: 1 | -1): void => {
    setFound((former) => {
      const { length } = former.hits;
      if (length === 0) return former;
      const current = (former.current + by + length) % length;
      const hit = former.hits[current]!;
      origin.current = { passage: hit.order, at: hit.start };
      return { ...former, current };
    });
  }, []);
  const fromCaret = useCallback((): void => {
    const { body, column } = latest.current;
    if (column === null) return;
    origin.current = caretInPassages(column, body, passagesOnPage(session, latest.current));
  }, [session]);
  const goOnFrom = useCallback((place: TextPlace): void => {
    origin.current = place;
  }, []);
  return { ...found, step, fromCaret, refresh, goOnFrom };
}

/** What is looked through: what can be seen. Photos that stand nowhere in the text are not. */
function passagesOnPage(
  { doc }: ArticleSession,
  { column, body }: { column: HTMLElement | null; body: BodyHandle | null },
): Passage[] {
  if (column === null) return [];
  return readPassages(doc).filter(
    (passage) => passage.kind === 'body' || passageElement(column, body, passage) !== null,
  );
}

function at(passages: readonly Passage[], hits: readonly Hit[][], from: TextPlace): Found {
  const all = hits.flatMap((own, order) =>
    own.map((hit): FoundHit => ({ passage: passages[order]!, order, start: hit.start, end: hit.end, hit })),
  );
  if (all.length === 0) return nothing;
  const next = all.findIndex(
    ({ order, start }) => order > from.passage || (order === from.passage && start >= from.at),
  );
  return { hits: all, current: next === -1 ? 0 : next, problem: null };
}
