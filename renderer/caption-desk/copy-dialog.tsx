/** What one picture says, said of others too: which fields, and of which pictures. */
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CopiedField, copiedFields } from '../../shared/contract/desk-photos.ts';
import type { RecordSession } from '../photo-records/record-session.ts';
import type { RecordSessions } from '../photo-records/record-sessions.ts';
import { PhotoThumb } from '../photos/photo-thumb.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { writeTakenAt } from './taken-at.ts';
import { useManyDeeds } from './use-many-deeds.ts';
import { usuallyCopied } from './usually-copied.ts';
import './copy-dialog.css';

export function CopyDialog({
  session,
  sha256s,
  sessions,
  onClose,
}: {
  session: RecordSession;
  sha256s: readonly string[];
  sessions: RecordSessions;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation(['captionDesk', 'app']);
  const run = useManyDeeds(sessions, onClose);
  const record = session.record();
  const others = sha256s.filter((sha256) => sha256 !== session.sha256);
  const [fields, setFields] = useState<ReadonlySet<CopiedField>>(() => usuallyCopied(record));
  const [to, setTo] = useState<ReadonlySet<string>>(() => new Set(others));
  const apply = (): void => {
    const chosen = copiedFields.filter((field) => fields.has(field));
    run((library) => library.copy({ from: session.sha256, to: [...to], fields: chosen }));
  };
  return (
    <Dialog
      title={t('copy.title', { name: session.facts().row.name })}
      size="wide"
      isHeld
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('app:cancel')}</Button>
          <Button look="main" isDisabled={fields.size === 0 || to.size === 0} onPress={apply}>
            {t('copy.apply', { count: to.size })}
          </Button>
        </>
      }
    >
      <div className="copy">
        <fieldset className="copy-fields">
          <legend>{t('copy.fields')}</legend>
          {copiedFields.map((field) => (
            <label key={field} className="caption-check">
              <input
                type="checkbox"
                checked={fields.has(field)}
                onChange={() => setFields((chosen) => toggled(chosen, field))}
              />
              {t(`field.${field}`)}
              <span className="caption-aside">
                {field === 'digitalSource' && record.digitalSource !== null
                  ? t(`digitalSource.${record.digitalSource}`)
                  : saidOf(field, record[field])}
              </span>
            </label>
          ))}
        </fieldset>
        <fieldset className="copy-to">
          <legend>{t('copy.to')}</legend>
          <div className="copy-all">
            <button type="button" className="text-button" onClick={() => setTo(new Set(others))}>
              {t('copy.all')}
            </button>
            <button type="button" className="text-button" onClick={() => setTo(new Set())}>
              {t('copy.nobody')}
            </button>
          </div>
          <div className="copy-photos">
            {others.map((sha256) => (
              <label key={sha256} className={to.has(sha256) ? 'is-chosen' : ''}>
                <input
                  type="checkbox"
                  checked={to.has(sha256)}
                  aria-label={t('film', { at: sha256s.indexOf(sha256) + 1 })}
                  onChange={() => setTo((chosen) => toggled(chosen, sha256))}
                />
                <PhotoThumb sha256={sha256} loading="lazy" />
                <span className="tabular">{sha256s.indexOf(sha256) + 1}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <p className="caption-none">{t('copy.warn')}</p>
      </div>
    </Dialog>
  );
}

function toggled<T>(chosen: ReadonlySet<T>, one: T): Set<T> {
  const next = new Set(chosen);
  if (!next.delete(one)) next.add(one);
  return next;
}

/** What a field says, in a few letters. */
function saidOf(field: CopiedField, value: unknown): string {
  if (typeof value === 'string') return field === 'dateCreated' || field === 'expires' ? writeTakenAt(value) : value;
  if (!Array.isArray(value)) return '';
  return value.map((one) => (typeof one === 'string' ? one : String((one as { name?: string }).name ?? ''))).join(', ');
}
