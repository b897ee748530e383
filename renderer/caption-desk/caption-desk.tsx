/**
 * The caption desk: one picture after the other, with all that is said of each, and no need of a mouse. What is typed is in the
 * record at once; going to another picture keeps the field.
 */
import { ArrowLeft, ChevronLeft, ChevronRight } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../shared/errors/app-error.ts';
import { currentLanguage } from '../app/words.ts';
import { useRecordSession, useRecordSessions } from '../photo-records/use-record.ts';
import { IconButton } from '../ui/button.tsx';
import { CaptionTools } from './caption-tools.tsx';
import { DeskPhoto } from './desk-photo.tsx';
import { deskPictureUrl } from './desk-picture.tsx';
import { Filmstrip } from './filmstrip.tsx';
import { type FieldPlace, focusField, placeInFields } from './find-field.ts';
import { useCaptionCommands } from './use-caption-commands.tsx';
import { useLacking } from './use-lacking.ts';
import './caption-desk.css';

/** Opened before they are wanted, so that going there waits for nothing. */
const AHEAD = [1, -1, 2];

export function CaptionDesk({
  sha256s,
  at: first,
  field = 'description',
  onAt,
  onClose,
}: {
  /** The pictures at hand, in their order. */
  sha256s: readonly string[];
  /** Which of them to begin with. */
  at: number;
  /** Where the focus is then. */
  field?: string;
  /** Told which picture is shown. */
  onAt?: (sha256: string) => void;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation(['captionDesk', 'app']);
  const root = useRef<HTMLElement>(null);
  const place = useRef<FieldPlace>({ name: field, control: 0, isName: false });
  const [wantedAt, setAt] = useState(first);
  const [isNaming, setNaming] = useState(false);
  const at = Math.max(0, Math.min(sha256s.length - 1, wantedAt));
  const sha256 = sha256s[at] ?? null;
  const sessions = useRecordSessions();
  const opened = useRecordSession(sessions, sha256);
  const session = opened !== null && 'session' in opened ? opened.session : null;
  const former = at === 0 ? null : (sha256s[at - 1] ?? null);
  const lacking = useLacking(sessions, sha256s);

  useEffect(() => {
    if (session === null) return;
    const ahead = AHEAD.map((step) => sha256s[at + step]).filter((next) => next !== undefined);
    sessions?.ahead(ahead);
    // The pictures as well, as far as their records are open.
    for (const next of ahead) new Image().src = deskPictureUrl(next, sessions?.find(next)?.record().edits ?? {});
  }, [sessions, session, sha256s, at]);

  const latestOnAt = useRef(onAt);
  useEffect(() => {
    latestOnAt.current = onAt;
  });
  useEffect(() => {
    if (sha256 !== null) latestOnAt.current?.(sha256);
  }, [sha256]);

  const go = (index: number): void => {
    const active = document.activeElement;
    const here = placeInFields(root.current);
    if (here !== null) place.current = here;
    // Between two pictures nothing has the focus, and the hand is where it was.
    if (active !== document.body) setNaming(here?.isName === true);
    // What a field has not taken yet is taken by leaving it; the texts of the record have theirs at once.
    if (here !== null && active instanceof HTMLElement && !active.classList.contains('text-field')) active.blur();
    setAt(Math.max(0, Math.min(sha256s.length - 1, index)));
  };
  // The hand is where it was: fields that are made anew for each picture have lost it.
  const isFirst = useRef(true);
  useLayoutEffect(() => {
    if (session === null || (document.activeElement !== document.body && !isFirst.current)) return;
    isFirst.current = false;
    focusField(root.current, place.current.name, place.current.control);
  }, [session]);

  const rooms = useMemo(() => ({ root, place }), []);
  const ratingKeys = useRef<((event: KeyboardEvent) => void) | null>(null);
  const onPictureKey = (event: KeyboardEvent): void => ratingKeys.current?.(event);
  const desk = { sha256s, at, sessions, session, former, lacking, go, close: onClose, ...rooms };
  const commands = useCaptionCommands(desk);

  return (
    <section className="caption-desk" aria-label={t('label')} ref={root}>
      <header className="caption-head">
        <IconButton label={t('back')} keys="Esc" onPress={onClose}>
          <ArrowLeft />
        </IconButton>
        <h2 className="tabular">{t('at', { at: at + 1, total: sha256s.length })}</h2>
        <IconButton
          label={t('command.former')}
          keys={commands.keys.former}
          isDisabled={at === 0}
          onPress={() => go(at - 1)}
        >
          <ChevronLeft />
        </IconButton>
        <IconButton
          label={t('command.next')}
          keys={commands.keys.next}
          isDisabled={at === sha256s.length - 1}
          onPress={() => go(at + 1)}
        >
          <ChevronRight />
        </IconButton>
        {session === null ? null : <p className="caption-name">{session.facts().row.name}</p>}
        <p className="caption-lacking tabular" role="status">
          {lacking.size === 0 ? t('noneLacking') : t('lacking', { count: lacking.size })}
        </p>
        <CaptionTools commands={commands} isReady={session !== null} hasFormer={former !== null} />
      </header>
      <div className="caption-panes">
        {session !== null && sessions !== null ? (
          <DeskPhoto session={session} commands={commands} isNaming={isNaming} ratingKeys={ratingKeys} />
        ) : (
          <div className="caption-waiting">
            {opened !== null && 'error' in opened ? (
              <p role="alert">{errorText(opened.error.code, currentLanguage(), opened.error.details)}</p>
            ) : (
              <p className="caption-opening">{t('opening')}</p>
            )}
          </div>
        )}
      </div>
      <div data-pane>
        <Filmstrip sha256s={sha256s} at={at} lacking={(one) => lacking.has(one)} onGo={go} onKeyDown={onPictureKey} />
      </div>
      {commands.dialog}
    </section>
  );
}
