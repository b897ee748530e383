/** What came of taking pictures in, for as long as the page is open: what is new, was there, looks alike, or was refused. */
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TakenIn } from '../../shared/contract/desk-photos.ts';
import { toAppError } from '../app/desk-link.ts';
import { errorWords } from '../app/error-words.ts';
import { currentLanguage } from '../app/words.ts';
import { photoUrl } from '../photos/use-photo.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useNotices } from '../ui/notices.tsx';
import { Select } from '../ui/select.tsx';
import { DiscardQuestion } from './discard-question.tsx';
import { usePhotoLibrary } from './photo-library-context.tsx';
import { filterOfBatch } from './photo-place.ts';
import { useTakeInReports } from './take-in-panel.tsx';
import type { TakeInReport } from './take-in-queue.ts';
import './take-in.css';

const MOST_COMPARED = 4;

export function TakeInReportDialog({ id, onClose }: { id: number | 'newest'; onClose: () => void }): ReactNode {
  const { t } = useTranslation<['photoLibrary', 'app']>(['photoLibrary', 'app']);
  const reports = useTakeInReports();
  const [chosen, setChosen] = useState(id);
  const [isAsking, setAsking] = useState(false);
  const report = reports.find((one) => one.id === chosen) ?? reports.at(-1);
  if (report === undefined) {
    return (
      <Dialog
        title={t('command.report')}
        onClose={onClose}
        actions={<Button onPress={onClose}>{t('app:close')}</Button>}
      >
        <p>{t('report.none')}</p>
      </Dialog>
    );
  }
  if (isAsking) return <UndoQuestion report={report} onUndone={onClose} onClose={() => setAsking(false)} />;
  return (
    <Dialog
      title={t('report.title', { batch: report.batch })}
      size="wide"
      isText
      onClose={onClose}
      actions={<ReportActions report={report} onUndo={() => setAsking(true)} onClose={onClose} />}
    >
      {reports.length < 2 ? null : (
        <Select
          label={t('report.choose')}
          value={String(report.id)}
          choices={[...reports].reverse().map((one) => ({ id: String(one.id), label: one.batch }))}
          onChange={(next) => setChosen(Number(next))}
        />
      )}
      <ReportBody report={report} onClose={onClose} />
    </Dialog>
  );
}

function ReportActions({
  report,
  onUndo,
  onClose,
}: {
  report: TakeInReport;
  onUndo: () => void;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation<['photoLibrary', 'app']>(['photoLibrary', 'app']);
  const { open, setFilter, filter } = usePhotoLibrary();
  const isOver = report.state === 'done' || report.state === 'stopped';
  const canUndo = isOver && !report.isUndone && newIn(report) > 0;
  return (
    <>
      <Button onPress={onClose}>{t('app:close')}</Button>
      {canUndo ? <Button onPress={onUndo}>{t('report.undo')}</Button> : null}
      {report.taken.length === 0 || report.isUndone ? null : (
        <Button
          look="main"
          onPress={() => {
            setFilter(filterOfBatch(report.batch, { ...filter, query: '' }));
            open();
            onClose();
          }}
        >
          {t('report.showBatch')}
        </Button>
      )}
    </>
  );
}

/** Captions may have been written since the pictures came. */
function UndoQuestion({
  report,
  onUndone,
  onClose,
}: {
  report: TakeInReport;
  onUndone: () => void;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation('photoLibrary');
  const { queue } = usePhotoLibrary();
  const { say, tellError } = useNotices();
  const isBusy = useRef(false);
  const undo = (): void => {
    if (isBusy.current) return;
    isBusy.current = true;
    queue
      .undo(report.id)
      .then(
        () => {
          say(t('report.undone'));
          onUndone();
        },
        (error: unknown) => tellError(toAppError(error)),
      )
      .finally(() => {
        isBusy.current = false;
      });
  };
  return <DiscardQuestion count={newIn(report)} onDiscard={undo} onClose={onClose} />;
}

const newIn = (report: TakeInReport): number => report.taken.filter(({ isNew }) => isNew).length;

function ReportBody({ report, onClose }: { report: TakeInReport; onClose: () => void }): ReactNode {
  const { t } = useTranslation('photoLibrary');
  const { taken, refused, passedOver, total, state, isUndone } = report;
  const unread = taken.find((one) => one.unread !== undefined)?.unread;
  const alike = taken.filter((one) => one.alike.length > 0);
  const left = total - taken.length - refused.length;
  const isOver = state === 'done' || state === 'stopped';
  const kinds = [...passedOver].map(([ending, count]) => t('report.kind', { count, ending })).join(', ');
  return (
    <div className="take-in-report">
      {isUndone ? <p>{t('report.undone')}</p> : null}
      {isOver ? null : <p>{t('report.running')}</p>}
      <ul className="take-in-counts tabular">
        <li>{t('report.taken', { count: newIn(report) })}</li>
        <li>{t('report.there', { count: taken.filter(({ isNew }) => !isNew).length })}</li>
        {isOver && left > 0 ? <li>{t('report.left', { count: left })}</li> : null}
        {kinds === '' ? null : <li>{t('report.passedOver', { kinds })}</li>}
      </ul>
      {unread === undefined ? null : <p>{errorWords(unread, currentLanguage())}</p>}
      {refused.length === 0 ? null : (
        <section>
          <h3>{t('report.refused', { count: refused.length })}</h3>
          <ul>
            {refused.map(({ name, error }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: nothing is ever put in between
              <li key={index} className="take-in-refused">
                <strong>{name}</strong>
                <span>{errorWords(error, currentLanguage())}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {alike.length === 0 ? null : (
        <section>
          <h3>{t('report.alike', { count: alike.length })}</h3>
          <ul>
            {alike.map((one) => (
              <AlikeLine key={one.sha256} taken={one} canCompare={!isUndone} onClose={onClose} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function AlikeLine({
  taken: { sha256, name, alike },
  canCompare,
  onClose,
}: {
  taken: TakenIn;
  canCompare: boolean;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation('photoLibrary');
  const { compare } = usePhotoLibrary();
  return (
    <li className="take-in-alike">
      <img src={photoUrl(sha256, 'thumb')} alt="" width={72} height={48} />
      <p>
        <strong>{name}</strong>
        <span>{t('report.alikeTo', { names: alike.map((other) => other.name).join(', ') })}</span>
      </p>
      {canCompare ? (
        <Button
          onPress={() => {
            compare([sha256, ...alike.map((other) => other.sha256)].slice(0, MOST_COMPARED));
            onClose();
          }}
        >
          {t('report.compare')}
        </Button>
      ) : null}
    </li>
  );
}
