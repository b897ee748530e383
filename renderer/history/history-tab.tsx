import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArticleState } from '../../shared/contract/desk.ts';
import { errorText } from '../../shared/errors/app-error.ts';
import { isErrorCode } from '../../shared/errors/codes.ts';
import { useWorkstation } from '../app/desk-context.tsx';
import { clockWords } from '../app/time-words.ts';
import { useNow } from '../app/use-now.ts';
import { currentLanguage } from '../app/words.ts';
import './history.css';

/** Every step that was taken, the newest first: who, when, on which revision, and what the office said to it. */
export function HistoryTab({ state }: { state: ArticleState }): ReactNode {
  const { t } = useTranslation(['review', 'app']);
  const [{ person }] = useWorkstation();
  /** A step that no longer fitted the article's state was overtaken by another; which state that was is long past. */
  const refusedBecause = (code: string): string => {
    const known = code === 'wrong-state' ? 'event-out-of-date' : isErrorCode(code) ? code : null;
    const role = person === null ? '' : t(`app:role.${person.role}`);
    return known === null ? code : errorText(known, currentLanguage(), { role });
  };
  const now = useNow();
  const entries = [...state.history].reverse();
  return (
    <div className="inspector-section">
      {state.liveUrl === null || state.public !== 'live' ? null : (
        <p className="history-live">
          <a href={state.liveUrl} target="_blank" rel="noreferrer">
            {t('review:history.live')}
          </a>
        </p>
      )}
      <ol className="history-list">
        {entries.map(({ event, actorName, standing, code }) => (
          <li key={event.id} className={`history-entry standing-${standing}`}>
            <p className="history-what">
              {t(`review:event.${event.type}`)}
              <span className="history-standing">{t(`review:history.${standing}`)}</span>
            </p>
            <p className="history-who">
              {event.actor === 'endpoint' ? t('review:history.endpoint') : actorName} ·{' '}
              <span className="tabular">{clockWords(event.at, now, currentLanguage())}</span>
            </p>
            {event.reason === undefined ? null : <p className="history-reason">{event.reason}</p>}
            {code === null ? null : <p className="history-refused">{refusedBecause(code)}</p>}
            {event.revision === null ? null : (
              <p className="history-revision" title={event.revision}>
                {t('review:history.revision')} <code>{event.revision.slice(0, 12)}</code>
              </p>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}
