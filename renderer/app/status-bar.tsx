/** The three truths, in words: saved on this computer, waiting to sync, refused by the office; and the room's own slot. */
import { memo, type ReactNode } from 'react';
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { DeskStatus } from '../../shared/contract/desk.ts';
import { errorText } from '../../shared/errors/app-error.ts';
import { isErrorCode } from '../../shared/errors/codes.ts';
import { Button } from '../ui/button.tsx';
import { useTruth } from './desk-status.tsx';
import type { SavedTruth } from './desk-truth.ts';
import { errorWords } from './error-words.ts';
import { useSettledLink } from './settled-link.ts';
import { StatusSlot } from './status-slot.tsx';
import { clockWords, durationWords, MINUTE_MS, momentWords } from './time-words.ts';
import { useNow } from './use-now.ts';
import { currentLanguage } from './words.ts';
import './status-bar.css';

export function StatusBar({
  onSync,
  onRefusals,
  onDamage,
  onBackups,
}: {
  onSync: () => void;
  onRefusals: () => void;
  onDamage: () => void;
  onBackups: () => void;
}): ReactNode {
  const { t } = useTranslation(['app', 'backups']);
  const { status, saved } = useTruth();
  return (
    <section className="status-bar" aria-label={t('status.label')}>
      <div className="status-truths tabular">
        {saved === null ? null : (
          <div className="status-part">
            <Saved saved={saved} />
          </div>
        )}
        {status === null || status.damage === null ? null : (
          <div className="status-part">
            <AriaButton className="status-item status-button status-bad" onPress={onDamage}>
              {t('backups:damage.status')}
            </AriaButton>
          </div>
        )}
        {status === null || status.backupProblem === null || status.damage !== null ? null : (
          <div className="status-part">
            <AriaButton className="status-item status-button status-bad" onPress={onBackups}>
              {t('backups:notMade')}
            </AriaButton>
          </div>
        )}
        {status === null || status.link === 'no-office' ? null : (
          <div className="status-part">
            <Waiting status={status} />
          </div>
        )}
        {status === null ? null : (
          <div className="status-part">
            <Link status={status} onSync={onSync} />
          </div>
        )}
        {status === null || status.refused.length === 0 ? null : (
          <div className="status-part">
            <AriaButton className="status-item status-button status-bad" onPress={onRefusals}>
              {t('status.refused', { count: status.refused.length })}
            </AriaButton>
          </div>
        )}
      </div>
      <StatusSlot />
    </section>
  );
}

function Saved({ saved }: { saved: SavedTruth }): ReactNode {
  const { t } = useTranslation();
  const now = useNow();
  const language = currentLanguage();
  if (saved.state === 'lost' || saved.state === 'failed') {
    const short = t(saved.state === 'lost' ? 'status.lost' : 'status.failed');
    const whole = saved.state === 'lost' ? t('status.lostLong') : errorWords(saved, language);
    return (
      <DialogTrigger>
        <AriaButton className="status-item status-button status-bad">{short}</AriaButton>
        <Popover className="popover" placement="top start" offset={6}>
          <Dialog className="status-popover" aria-label={short}>
            <p>{whole}</p>
          </Dialog>
        </Popover>
      </DialogTrigger>
    );
  }
  const words =
    saved.state === 'saving'
      ? t('status.saving')
      : saved.at === null
        ? t('status.saved')
        : t('status.savedAt', { time: clockWords(saved.at, now, language) });
  return (
    <span className="status-item" role="status">
      {words}
    </span>
  );
}

function Waiting({ status: { waiting } }: { status: DeskStatus }): ReactNode {
  const { t } = useTranslation();
  const now = useNow();
  if (waiting.count === 0) return <span className="status-item">{t('status.nothingWaits')}</span>;
  const age = waiting.oldestAt === null ? 0 : now - Date.parse(waiting.oldestAt);
  return (
    <span className="status-item">
      {t('status.waiting', { count: waiting.count })}
      {age < MINUTE_MS ? null : ` ${t('status.oldest', { age: durationWords(age, currentLanguage()) })}`}
    </span>
  );
}

/** The status comes with every few key presses; what this shows of it seldom changes. */
const Link = memo(
  LinkState,
  (before, after) => JSON.stringify(linkOf(before.status)) === JSON.stringify(linkOf(after.status)),
);

function linkOf({ link, linkError, lastSyncAt }: DeskStatus): unknown[] {
  return [link, linkError, lastSyncAt];
}

function LinkState({ status, onSync }: { status: DeskStatus; onSync: () => void }): ReactNode {
  const { t } = useTranslation();
  const language = currentLanguage();
  const { linkError, lastSyncAt } = status;
  const link = useSettledLink(status.link);
  return (
    <DialogTrigger>
      <AriaButton className="status-item status-button">{t(`status.link.${link}`)}</AriaButton>
      <Popover className="popover" placement="top start" offset={6}>
        <Dialog className="status-popover" aria-label={t('status.about.title')}>
          <p>{t(`status.about.${link}`)}</p>
          {linkError !== null && isErrorCode(linkError.code) ? (
            <p className="status-reason">{errorText(linkError.code, language, linkError.details)}</p>
          ) : null}
          {link === 'no-office' ? null : (
            <>
              <p>
                {lastSyncAt === null
                  ? t('status.about.never')
                  : t('status.about.lastSync', { time: momentWords(lastSyncAt, language) })}
              </p>
              <Button onPress={onSync}>{t('status.about.now')}</Button>
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
