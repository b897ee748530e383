/** Words found in the captions at hand, each shown with what would stand there, and replaced where the person wants it. */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PhotoHit } from '../../shared/contract/desk-photos.ts';
import type { AppError } from '../../shared/errors/app-error.ts';
import { useDesk } from '../app/desk-context.tsx';
import { toAppError } from '../app/desk-link.ts';
import { FormError } from '../app/form-error.tsx';
import type { RecordSessions } from '../photo-records/record-sessions.ts';
import { PhotoThumb } from '../photos/photo-thumb.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { useManyDeeds } from './use-many-deeds.ts';
import './replace-dialog.css';

const ASK_AFTER_MS = 200;
/** Letters of its text beside a hit. */
const BESIDE = 48;

type Found = { hits: readonly PhotoHit[]; isMore: boolean };
const options = ['withAccents', 'withCase', 'wholeWords'] as const;
const optionWords = { withAccents: 'accents', withCase: 'case', wholeWords: 'words' } as const;

export function ReplaceDialog({
  sha256s,
  sessions,
  onClose,
}: {
  sha256s: readonly string[];
  sessions: RecordSessions;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation(['captionDesk', 'app']);
  const desk = useDesk();
  const run = useManyDeeds(sessions, onClose);
  const [find, setFind] = useState('');
  const [replacement, setReplacement] = useState('');
  const [how, setHow] = useState({ withAccents: true, withCase: false, wholeWords: false });
  const [found, setFound] = useState<Found | null>(null);
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const [error, setError] = useState<AppError | null>(null);
  const asked = useRef(0);

  useEffect(() => {
    asked.current += 1;
    const own = asked.current;
    if (find === '') {
      setFound(null);
      return;
    }
    const timer = setTimeout(() => {
      sessions
        .settle()
        .then(() => desk.photoLibrary.findWords({ sha256s: [...sha256s], find, replacement, ...how }))
        .then(
          (answer) => {
            if (asked.current !== own) return;
            setFound(answer);
            setLeft(new Set());
            setError(null);
          },
          (thrown) => {
            if (asked.current === own) setError(toAppError(thrown));
          },
        );
    }, ASK_AFTER_MS);
    return () => clearTimeout(timer);
  }, [desk, sessions, sha256s, find, replacement, how]);

  const hits = found?.hits ?? [];
  const chosen = hits.filter((_, index) => !left.has(index));
  return (
    <Dialog
      title={t('replace.title')}
      size="wide"
      isHeld
      onClose={onClose}
      actions={
        <>
          <p className="batch-state" role="status">
            {found === null
              ? t('replace.scope', { count: sha256s.length })
              : hits.length === 0
                ? t('replace.none')
                : t('replace.hits', { count: hits.length, photos: new Set(hits.map(({ sha256 }) => sha256)).size })}
          </p>
          <Button onPress={onClose}>{t('app:cancel')}</Button>
          <Button
            look="main"
            isDisabled={chosen.length === 0}
            onPress={() => run((library) => library.replaceWords({ hits: chosen }))}
          >
            {t('replace.apply', { count: chosen.length })}
          </Button>
        </>
      }
    >
      <div className="replace">
        <div className="caption-pair">
          <TextInput label={t('replace.find')} value={find} autoFocus onChange={setFind} />
          <TextInput label={t('replace.by')} value={replacement} onChange={setReplacement} />
        </div>
        <div className="replace-options">
          {options.map((option) => (
            <label key={option} className="caption-check">
              <input
                type="checkbox"
                checked={how[option]}
                onChange={({ target }) => setHow((former) => ({ ...former, [option]: target.checked }))}
              />
              {t(`replace.${optionWords[option]}`)}
            </label>
          ))}
        </div>
        {found === null ? <p className="caption-none">{t('replace.empty')}</p> : null}
        <ul className="replace-hits">
          {hits.map((hit, index) => (
            <li key={`${hit.sha256} ${hit.field} ${hit.start}`}>
              <label>
                <input
                  type="checkbox"
                  checked={!left.has(index)}
                  aria-label={t('replace.choose')}
                  onChange={() =>
                    setLeft((former) => {
                      const next = new Set(former);
                      if (!next.delete(index)) next.add(index);
                      return next;
                    })
                  }
                />
                <PhotoThumb sha256={hit.sha256} loading="lazy" />
                <HitWords hit={hit} field={t(`field.${hit.field}`)} />
              </label>
            </li>
          ))}
        </ul>
        {found?.isMore === true ? <p className="caption-none">{t('replace.more')}</p> : null}
        <FormError error={error} />
      </div>
    </Dialog>
  );
}

function HitWords({ hit: { text, start, end, replacement }, field }: { hit: PhotoHit; field: string }): ReactNode {
  const from = Math.max(0, start - BESIDE);
  return (
    <span className="replace-words">
      <span className="replace-field">{field}</span>
      <span>
        {from > 0 ? '…' : ''}
        {text.slice(from, start)}
        <del>{text.slice(start, end)}</del>
        <ins>{replacement}</ins>
        {text.slice(end, end + BESIDE)}
        {end + BESIDE < text.length ? '…' : ''}
      </span>
    </span>
  );
}
