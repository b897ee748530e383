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
import { pageText, passageElement } from './passage-element.ts';
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
  /** To the next hit from where the caret is; answers it. */
  stepFromCaret: (by: 1 | -1) => FoundHit | null;
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
  lastField,
  query,
}: {
  session: ArticleSession;
  body: BodyHandle | null;
  /** The field of the article that was last in use, null where that was the body. */
  lastField: { readonly current: HTMLTextAreaElement | null };
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

  // biome-ignore lint/correctness/useExhaustiveDependencies: another column shows the article anew
  useEffect(() => {
    if (query === null) {
      setFound(nothing);
      return;
    }
    const timer = setTimeout(() => void refresh(), AFTER_TYPING_MS);
    return () => clearTimeout(timer);
  }, [query, column, refresh]);

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

  // Only what was asked for is brought into sight: who types elsewhere in the article stays there.
  const isAsked = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another query shows its own first hit
  useEffect(() => {
    isAsked.current = true;
  }, [query]);
  useEffect(() => {
    const shown = found.hits[found.current];
    if (shown === undefined || !isAsked.current) return;
    isAsked.current = false;
    painter.current?.reveal(latest.current.body, shown);
  }, [found]);

  const show = useCallback((current: number): FoundHit | null => {
    const { found } = latest.current;
    const hit = found.hits[current];
    if (hit === undefined) return null;
    origin.current = { passage: hit.order, at: hit.start };
    isAsked.current = true;
    setFound({ ...found, current });
    return hit;
  }, []);
  const step = useCallback(
    (by: 1 | -1): void => {
      const { hits, current } = latest.current.found;
      show((current + by + hits.length) % hits.length);
    },
    [show],
  );
  const placeOfCaret = useCallback((): TextPlace => {
    const { body, column } = latest.current;
    if (column === null) return { passage: 0, at: 0 };
    return caretInPassages(column, body, lastField.current, passagesOnPage(session, latest.current));
  }, [session, lastField]);
  const fromCaret = useCallback((): void => {
    origin.current = placeOfCaret();
  }, [placeOfCaret]);
  const stepFromCaret = useCallback(
    (by: 1 | -1): FoundHit | null => {
      const { hits } = latest.current.found;
      const { passage, at } = placeOfCaret();
      const side = ({ order, start }: FoundHit): number => order - passage || start - at;
      const next = by === 1 ? hits.findIndex((hit) => side(hit) > 0) : hits.findLastIndex((hit) => side(hit) < 0);
      return show(next === -1 ? (by === 1 ? 0 : hits.length - 1) : next);
    },
    [placeOfCaret, show],
  );
  const goOnFrom = useCallback((place: TextPlace): void => {
    origin.current = place;
    isAsked.current = true;
  }, []);
  return { ...found, step, stepFromCaret, fromCaret, refresh, goOnFrom };
}

/** What is looked through: what can be seen. Photos that stand nowhere in the text are not. */
function passagesOnPage(
  { doc }: ArticleSession,
  { column, body }: { column: HTMLElement | null; body: BodyHandle | null },
): Passage[] {
  if (column === null) return [];
  const page = pageText(column, body);
  return readPassages(doc).filter((passage) => passage.kind === 'body' || passageElement(page, passage) !== null);
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
