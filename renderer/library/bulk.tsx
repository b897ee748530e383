/** What is done with many articles at once: how far it is, what came of it, and the way back. */
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BulkAnswer, BulkDeed } from '../../shared/contract/desk.ts';
import { useDesk } from '../app/desk-context.tsx';
import { toAppError } from '../app/desk-link.ts';
import { useNotices } from '../ui/notices.tsx';
import { type BulkResult, runBulk } from './bulk-run.ts';
import { useChosen } from './chosen-articles.tsx';
import { leavesList } from './leaves-list.ts';
import { useLibrary } from './library-context.tsx';

/** Deeds that ask for a word first. */
export const namedDeeds = ['section', 'tag', 'untag'] as const;
export type NamedDeed = (typeof namedDeeds)[number];
export const plainDeeds = ['submit', 'spike', 'restore'] as const;
export type PlainDeed = (typeof plainDeeds)[number];

type Undo = BulkAnswer['undo'];
type Failed = BulkAnswer['failed'];
type Bulk = {
  running: { behind: number; total: number; isStopping: boolean } | null;
  run: (deed: BulkDeed, ids: readonly string[]) => void;
  /** After the slice that is on its way. */
  stop: () => void;
  /** How many runs are over: lists are read anew after each. */
  finished: number;
  canUndo: boolean;
  undoLast: () => void;
  /** The name that a deed needs is being asked for. */
  asking: { what: NamedDeed; ids: readonly string[] } | null;
  ask: (what: NamedDeed, ids: readonly string[]) => void;
  /** What could not be done, until it is read. */
  failed: Failed;
  /** Closes whichever question or report is open. */
  close: () => void;
};

const BulkContext = createContext<Bulk | null>(null);
const nothing: Failed = [];

export function useBulk(): Bulk {
  const bulk = useContext(BulkContext);
  if (bulk === null) throw new Error('no BulkProvider above this component');
  return bulk;
}

export function BulkProvider({ children }: { children: ReactNode }): ReactNode {
  const { t } = useTranslation('library');
  const desk = useDesk();
  const chosen = useChosen();
  const { filter, search, similarTo, list } = useLibrary();
  const { say, tellError } = useNotices();
  const [running, setRunning] = useState<Bulk['running']>(null);
  const [asking, setAsking] = useState<Bulk['asking']>(null);
  const [failed, setFailed] = useState<Failed>(nothing);
  const [lastUndo, setLastUndo] = useState<Undo | null>(null);
  const [finished, setFinished] = useState(0);
  const isStopped = useRef(false);
  const isRunning = useRef(false);
  /** What runs outlives a render; it takes what is current. */
  const isFound = search !== '' || similarTo !== null;
  const current = useRef({ chosen, t, filter, isFound });
  useEffect(() => {
    current.current = { chosen, t, filter, isFound };
  });

  const value = useMemo((): Bulk => {
    const doSlice = (input: { ids: string[]; deed: BulkDeed }) => desk.library.bulk(input);

    /** The steps one after the other; each answer is told at once, since a stop keeps what is done. */
    const perform = async (steps: Undo): Promise<BulkResult[]> => {
      const total = steps.reduce((sum, { ids }) => sum + ids.length, 0);
      let before = 0;
      const results: BulkResult[] = [];
      for (const { ids, deed } of steps) {
        const result = await runBulk(doSlice, ids, deed, {
          isStopped: () => isStopped.current,
          onProgress: (behind) => setRunning({ behind: before + behind, total, isStopping: isStopped.current }),
          toError: toAppError,
        });
        results.push(result);
        before += ids.length;
        if (result.error !== null) break;
      }
      return results;
    };
    const begin = async (work: () => Promise<void>): Promise<void> => {
      if (isRunning.current) return;
      isRunning.current = true;
      isStopped.current = false;
      await work();
      isRunning.current = false;
      setRunning(null);
      setFinished((runs) => runs + 1);
    };
    const undo = (steps: Undo): void => {
      void begin(async () => {
        setLastUndo(null);
        const results = await perform(steps);
        const { t } = current.current;
        const count = results.reduce((sum, { done }) => sum + done.length, 0);
        report(results);
        if (count > 0) say(t('bulk.undone', { count }));
      });
    };
    const report = (results: readonly BulkResult[]): void => {
      setFailed(results.flatMap((result) => result.failed));
      for (const { error } of results) if (error !== null) tellError(error);
    };
    const run = (deed: BulkDeed, ids: readonly string[]): void => {
      void begin(async () => {
        const [result] = await perform([{ ids: [...ids], deed }]);
        if (result === undefined) return;
        const { chosen, t, filter, isFound } = current.current;
        const { done, left, undo: back } = result;
        if (done.length > 0) {
          const name = deed.do === 'section' ? deed.section : 'tag' in deed ? deed.tag : '';
          const isNoSection = deed.do === 'section' && name === '';
          const words = t(isNoSection ? 'bulk.done.noSection' : `bulk.done.${deed.do}`, { count: done.length, name });
          const rest = left > 0 ? ` ${t('bulk.left', { count: left })}` : '';
          setLastUndo(back.length > 0 ? back : null);
          say(`${words}${rest}`, back.length > 0 ? { label: t('bulk.undo'), run: () => undo(back) } : undefined);
        } else if (left > 0 && result.error === null) say(t('bulk.stopped'));
        report([result]);
        // Those that have left the list are done with; what could not be done stays chosen.
        if (leavesList(deed, filter, isFound)) {
          const gone = new Set(done);
          chosen.choose(new Set([...chosen.ids].filter((id) => !gone.has(id))));
          if (result.failed.length === 0) list.current?.focus();
        }
      });
    };
    return {
      running,
      run,
      stop: () => {
        isStopped.current = true;
        setRunning((now) => (now === null ? null : { ...now, isStopping: true }));
      },
      finished,
      canUndo: lastUndo !== null,
      undoLast: () => {
        if (lastUndo !== null) undo(lastUndo);
      },
      asking,
      ask: (what, ids) => setAsking({ what, ids }),
      failed,
      close: () => {
        setAsking(null);
        setFailed(nothing);
      },
    };
  }, [desk, list, say, tellError, running, asking, failed, lastUndo, finished]);
  return <BulkContext value={value}>{children}</BulkContext>;
}
