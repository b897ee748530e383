/** What the office refused: which article, what, why, and a way there. Kept until it has been read. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refusal } from '../../shared/contract/desk.ts';
import { eventTypes } from '../../shared/workflow/event.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { errorWords } from './error-words.ts';
import { momentWords } from './time-words.ts';
import { currentLanguage } from './words.ts';
import './refusals.css';

export function Refusals({
  refusals,
  onOpen,
  onDismiss,
  onClose,
}: {
  refusals: readonly Refusal[];
  onOpen: (articleId: string) => void;
  onDismiss: (id: string) => void;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const language = currentLanguage();
  return (
    <Dialog title={t('refusals.title')} size="wide" onClose={onClose} actions={<CloseButton onClose={onClose} />}>
      <p className="refusals-intro">{t(refusals.length === 0 ? 'refusals.none' : 'refusals.intro')}</p>
      <ul className="refusals">
        {refusals.map((refusal) => (
          <li key={refusal.id}>
            <h3>{refusal.headline || t('refusals.untitled')}</h3>
            <p className="refusal-what">
              {whatWords(t, refusal.what)} · <span className="tabular">{momentWords(refusal.at, language)}</span>
            </p>
            <p>{errorWords(refusal, language)}</p>
            <div className="refusal-actions">
              <Button onPress={() => onOpen(refusal.articleId)}>{t('refusals.open')}</Button>
              <Button look="quiet" onPress={() => onDismiss(refusal.id)}>
                {t('refusals.dismiss')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

const kinds = ['update', 'revision', 'event', 'photo', ...eventTypes] as const;

/** The kind of entry, or the event's own type, in a word. */
function whatWords(t: ReturnType<typeof useTranslation<'app'>>['t'], what: string): string {
  const kind = kinds.find((known) => known === what);
  return kind === undefined ? what : t(`refusals.what.${kind}`);
}

function CloseButton({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  return <Button onPress={onClose}>{t('close')}</Button>;
}
