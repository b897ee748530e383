/** Several files: how far each one is, why one cannot be imported, and what to do with the others. */
import {
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CircleMinus,
  FileText,
  LoaderCircle,
  type LucideIcon,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../shared/errors/app-error.ts';
import { currentLanguage } from '../app/words.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { countUnread, type QueuedFile } from './import-queue.ts';
import './import-list.css';

const icons: Record<QueuedFile['state'], LucideIcon> = {
  waiting: CircleDashed,
  reading: LoaderCircle,
  ready: FileText,
  failed: CircleAlert,
  making: LoaderCircle,
  made: CircleCheck,
  skipped: CircleMinus,
};

export function ImportList({
  files,
  onReview,
  onLook,
  onTakeAll,
  onOpen,
  onClose,
}: {
  files: readonly QueuedFile[];
  onReview: () => void;
  onLook: (at: number) => void;
  onTakeAll: () => void;
  onOpen: (articleId: string) => void;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation(['import', 'app']);
  const count = (...states: QueuedFile['state'][]): number =>
    files.filter(({ state }) => states.includes(state)).length;
  const of = files.length;
  const unread = count('waiting', 'reading');
  const ready = count('ready');
  const isMaking = count('making') > 0;
  const isDone = unread + ready === 0 && !isMaking;
  const done = unread > 0 ? of - unread : of - ready - count('making');
  const said = isDone
    ? t('import:list.done', { made: count('made'), failed: count('failed'), skipped: count('skipped') })
    : unread > 0
      ? t('import:list.reading', { done: of - unread, of })
      : t('import:list.ready', { count: ready });
  return (
    <Dialog
      title={t('import:list.title', { count: of })}
      size="wide"
      isHeld
      onClose={onClose}
      actions={
        isDone ? (
          <Button look="main" onPress={onClose}>
            {t('app:close')}
          </Button>
        ) : (
          <>
            <Button onPress={onClose}>{t(count('made') > 0 ? 'import:list.stop' : 'app:cancel')}</Button>
            <Button onPress={onTakeAll}>{t('import:list.takeAll')}</Button>
            <Button look="main" isDisabled={ready === 0} onPress={onReview}>
              {t('import:list.review')}
            </Button>
          </>
        )
      }
    >
      <div className="import-list">
        <p className="import-list-said tabular" role="status">
          {said}
        </p>
        <progress
          className="import-list-bar"
          aria-label={t('import:list.progress')}
          value={done}
          max={of}
          // While nothing goes on there is nothing to measure; the place stays.
          hidden={unread === 0 && !isMaking}
        />
        {isDone ? null : <p className="import-list-note">{t('import:list.note')}</p>}
        <ul className="import-list-files">
          {files.map((queued, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name, and they keep their order
            <ListedFile key={at} queued={queued} onLook={() => onLook(at)} onOpen={onOpen} />
          ))}
        </ul>
      </div>
    </Dialog>
  );
}

function ListedFile({
  queued: { file, state, preview, error, articleId, headline, unreadPictures },
  onLook,
  onOpen,
}: {
  queued: QueuedFile;
  onLook: () => void;
  onOpen: (articleId: string) => void;
}): ReactNode {
  const { t } = useTranslation('import');
  const Icon = icons[state];
  const shown = preview?.headline || headline;
  const unread = preview === null ? unreadPictures : countUnread(preview);
  return (
    <li className={`import-listed is-${state}`}>
      <Icon aria-hidden="true" />
      <div className="import-listed-words">
        <p className="import-listed-name">{shown || file.name}</p>
        <p className="import-listed-state">
          {shown === '' ? '' : `${file.name} · `}
          {t(`list.state.${state}`)}
          {unread > 0 ? ` · ${t('list.unreadPictures', { count: unread })}` : ''}
        </p>
        {error === null ? null : <p>{errorText(error.code, currentLanguage(), error.details)}</p>}
      </div>
      {state === 'ready' ? (
        <Button onPress={onLook} aria-label={t('list.lookAt', { file: file.name })}>
          {t('list.look')}
        </Button>
      ) : null}
      {articleId === null ? null : (
        <Button onPress={() => onOpen(articleId)} aria-label={t('list.openArticle', { file: file.name })}>
          {t('list.open')}
        </Button>
      )}
    </li>
  );
}
