/** The steps of the workflow as a person takes them: what may be done now, what is asked first, what is said after. */
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Photo } from '../../shared/article/document.ts';
import { readArticle } from '../../shared/article/read.ts';
import type { Action, ArticleState } from '../../shared/contract/desk.ts';
import { missingThings, submissionBlockers } from '../../shared/workflow/missing.ts';
import { useDesk } from '../app/desk-context.tsx';
import { toAppError } from '../app/desk-link.ts';
import type { ArticleSession } from '../article/article-session.ts';
import { flushViews } from '../editor/inbound.ts';
import { wordsForRecords } from '../photos/words-for-records.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useNotices } from '../ui/notices.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { findLost } from './use-lost.ts';

export type Steps = {
  allowed: readonly Action[];
  /** The one that leads on from here, if this person may take it. */
  main: keyof typeof stepKeys | null;
  label: (action: Action) => string;
  /** Begins a step: asks what has to be asked, takes it, says so. `revision`: the one the person looked at. */
  start: (action: Action, revision?: string) => void;
  isBusy: boolean;
  /** How often submitting was not possible yet. */
  blocked: number;
  dialog: ReactNode;
};

/** Keys of the steps that lead on. */
export const stepKeys = { submit: 'mod+enter', approve: 'mod+shift+enter' } as const;

type Asked = { action: 'approve' | 'return' | 'withdraw'; revision?: string };

export function useSteps({
  session,
  state,
  onBlocked,
  onLookFirst,
  onDecided,
}: {
  session: ArticleSession;
  state: ArticleState;
  /** Submitting is not possible yet; the review tab says what is missing. */
  onBlocked: () => void;
  /** Where the revision can be looked at, while what is shown is not the revision: nobody approves it unseen. */
  onLookFirst: (() => void) | null;
  /** The article was approved or returned. */
  onDecided: () => void;
}): Steps {
  const { t } = useTranslation('review');
  const desk = useDesk();
  const { say, tellError } = useNotices();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [blocked, setBlocked] = useState(0);
  const takeBlockerBack = useRef(() => {});
  const { allowed } = state;

  const take = async (action: Action, more: { reason?: string; revision?: string } = {}): Promise<boolean> => {
    setBusy(true);
    try {
      // What was typed before the step is part of it.
      await session.settle();
      session.setState(await desk.articles.act({ id: session.id, action, ...more }));
      const back = action === 'spike' ? { label: t('action.restore'), run: () => void take('restore') } : undefined;
      say(t(`done.${action}`), back);
      return true;
    } catch (error) {
      tellError(toAppError(error));
      await session.readState();
      return false;
    } finally {
      setBusy(false);
    }
  };

  /** The library need not ask again for what was written in an article. */
  const giveWords = async (photos: readonly Photo[]): Promise<void> => {
    const deeds = wordsForRecords(photos);
    if (deeds.length === 0) return;
    await desk.photoLibrary.change({ deeds }).catch((error: unknown) => tellError(toAppError(error)));
  };

  /** What is missing is shown where it can be mended, before anything is asked of the core. */
  const submit = async (): Promise<void> => {
    flushViews(session.doc);
    const document = readArticle(session.doc);
    // The core refuses by the same list, where it can be asked at all.
    const missing = missingThings(document, await findLost(desk, document).catch(() => undefined));
    takeBlockerBack.current();
    if (missing.length === 0) {
      if (await take('submit')) await giveWords(document.photos);
      return;
    }
    setBlocked((times) => times + 1);
    onBlocked();
    const [blocker] = submissionBlockers(missing);
    if (blocker !== undefined) takeBlockerBack.current = tellError(blocker);
  };

  const start = (action: Action, revision?: string): void => {
    if (isBusy || !allowed.includes(action)) return;
    if (action === 'approve' && revision === undefined && onLookFirst !== null) {
      onLookFirst();
      return;
    }
    if (action === 'approve' || action === 'return' || action === 'withdraw') {
      setAsked({ action, revision: revision ?? state.headRevision ?? undefined });
      return;
    }
    if (action === 'submit') void submit();
    else void take(action);
  };

  const main = (['submit', 'approve'] as const).find((action) => allowed.includes(action)) ?? null;
  return {
    allowed,
    main,
    label: (action) => t(`action.${action}`),
    start,
    isBusy,
    blocked,
    dialog:
      asked === null ? null : (
        <StepDialog
          asked={asked}
          isBusy={isBusy}
          onClose={() => setAsked(null)}
          onConfirm={(reason) => {
            const { action, revision } = asked;
            void take(action, {
              reason,
              revision: action === 'withdraw' ? undefined : revision,
            }).then((done) => {
              if (!done) return;
              setAsked(null);
              if (action !== 'withdraw') onDecided();
            });
          }}
        />
      ),
  };
}

function StepDialog({
  asked: { action, revision },
  isBusy,
  onClose,
  onConfirm,
}: {
  asked: Asked;
  isBusy: boolean;
  onClose: () => void;
  onConfirm: (reason?: string) => void;
}): ReactNode {
  const { t } = useTranslation(['review', 'app']);
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const needsReason = action !== 'approve';
  const isMissing = needsReason && reason.trim() === '';
  const confirm = (): void => {
    setTried(true);
    if (!isMissing && !isBusy) onConfirm(needsReason ? reason.trim() : undefined);
  };
  return (
    <Dialog
      title={t(`ask.${action}.title`)}
      onClose={onClose}
      actions={
        <>
          <Button look="quiet" onPress={onClose}>
            {t('app:cancel')}
          </Button>
          <Button look="main" onPress={confirm} isDisabled={isBusy}>
            {t(`ask.${action}.confirm`)}
          </Button>
        </>
      }
    >
      <div className="step-dialog">
        <p>{t(`ask.${action}.text`)}</p>
        {action === 'approve' && revision !== undefined ? (
          <p className="step-revision">
            {t('ask.revision')} <code>{revision.slice(0, 12)}</code>
          </p>
        ) : null}
        {needsReason ? (
          <TextInput
            label={t('ask.reason')}
            value={reason}
            onChange={setReason}
            lines="many"
            autoFocus
            error={isTried && isMissing ? t('ask.reasonMissing') : null}
          />
        ) : null}
      </div>
    </Dialog>
  );
}
