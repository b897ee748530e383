/** How far pictures on their way in are, whatever the page shows; at the end it says what came of it. */
import { type ReactNode, useEffect, useRef, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useLasting } from '../app/use-lasting.ts';
import { Button } from '../ui/button.tsx';
import { useNotices } from '../ui/notices.tsx';
import { usePhotoLibrary } from './photo-library-context.tsx';
import type { TakeInReport } from './take-in-queue.ts';
import '../ui/progress-panel.css';
import './take-in.css';

const SHOWN_AFTER_MS = 300;

export function useTakeInReports(): readonly TakeInReport[] {
  const { queue } = usePhotoLibrary();
  return useSyncExternalStore(queue.subscribe, queue.reports);
}

export function TakeInPanel(): ReactNode {
  const { t } = useTranslation('photoLibrary');
  const { queue } = usePhotoLibrary();
  const reports = useTakeInReports();
  useTellEnds(reports);
  const running = reports.find(({ state }) => state === 'running' || state === 'stopping');
  const isShown = useLasting(running !== undefined, SHOWN_AFTER_MS);
  if (running === undefined || !isShown) return null;
  const { taken, refused, total, batch, now, state } = running;
  const behind = taken.length + refused.length;
  const waiting = reports.filter((report) => report.state === 'waiting').length;
  const isStopping = state === 'stopping';
  return (
    <section className="progress-panel take-in-panel" aria-label={t('takeIn.button')}>
      <p className="tabular" role="status">
        {isStopping ? t('takeIn.stopping') : t('takeIn.progress', { at: Math.min(total, behind + 1), total, batch })}
      </p>
      <p className="take-in-now">
        {[now.join(', '), ...(waiting > 0 ? [t('takeIn.waits', { count: waiting })] : [])].join(' · ')}
      </p>
      <progress value={behind} max={total} aria-label={t('takeIn.button')} />
      <Button look="quiet" isDisabled={isStopping} onPress={() => queue.cancel()}>
        {t('takeIn.stop')}
      </Button>
    </section>
  );
}

/** Each take-in is told once, when it is over. */
function useTellEnds(reports: readonly TakeInReport[]): void {
  const { t } = useTranslation('photoLibrary');
  const { showReport } = usePhotoLibrary();
  const { say } = useNotices();
  const told = useRef(new Set<number>());
  useEffect(() => {
    for (const { id, state, taken, refused, batch } of reports) {
      if ((state !== 'done' && state !== 'stopped') || told.current.has(id)) continue;
      told.current.add(id);
      const count = taken.filter(({ isNew }) => isNew).length;
      const alike = taken.filter((one) => one.alike.length > 0).length;
      const words = [
        state === 'stopped'
          ? t('takeIn.stopped', { count, batch })
          : count === 0
            ? t('takeIn.doneNone', { batch })
            : t('takeIn.done', { count, batch }),
        ...(refused.length > 0 ? [t('takeIn.refusedToo', { count: refused.length })] : []),
        ...(alike > 0 ? [t('takeIn.alikeToo', { count: alike })] : []),
      ];
      say(words.join(' '), { label: t('takeIn.show'), run: () => showReport(id) });
    }
  }, [reports, say, showReport, t]);
}
