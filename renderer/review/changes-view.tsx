/** What changed since the reviewer last looked: a full view, read by eye or from change to change. */
import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArticleState } from '../../shared/contract/desk.ts';
import { showKeys, useCommands } from '../app/commands.tsx';
import type { ArticleSession } from '../article/article-session.ts';
import { ArticleStateMark } from '../library/article-state.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import { useFocusBack } from '../ui/use-focus-back.ts';
import { ChangedArticle } from './changed-article.tsx';
import { useChanges } from './use-changes.ts';
import type { Steps } from './use-steps.tsx';
import './review.css';

const HASH_SHOWN = 8;

export function ChangesView({
  session,
  state,
  steps,
  onClose,
}: {
  session: ArticleSession;
  state: ArticleState;
  steps: Steps;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation('review');
  const compared = useChanges(session, state);
  // Where that was in the article itself, the caret comes back with it.
  useFocusBack({ orElse: false });
  const root = useRef<HTMLElement>(null);
  const scroll = useRef<HTMLDivElement>(null);
  const { at, total, step } = useChangeSteps(root, compared);
  useEffect(() => {
    scroll.current?.focus();
  }, []);
  useCommands([
    { id: 'changes.next', title: t('next'), group: t('group'), keys: 'alt+arrowdown', run: () => step(1) },
    { id: 'changes.former', title: t('former'), group: t('group'), keys: 'alt+arrowup', run: () => step(-1) },
    { id: 'changes.close', title: t('back'), group: t('group'), keys: 'escape', run: onClose },
  ]);
  return (
    <section className="changes-view" aria-label={t('title')} aria-busy={compared === null} ref={root}>
      <header className="changes-head">
        <h2>{t('title')}</h2>
        <ArticleStateMark row={state} />
        <p className="changes-about">
          {compared === null ? '' : aboutWords(t, compared.changes.from, compared.changes.to)}
        </p>
        <span className="changes-count tabular" role="status">
          {total === 0 ? '' : at === null ? t('count', { count: total }) : t('at', { at: at + 1, total })}
        </span>
        <IconButton
          label={t('former')}
          keys={showKeys('alt+arrowup')}
          isDisabled={total === 0}
          onPress={() => step(-1)}
        >
          <ChevronUp />
        </IconButton>
        <IconButton label={t('next')} keys={showKeys('alt+arrowdown')} isDisabled={total === 0} onPress={() => step(1)}>
          <ChevronDown />
        </IconButton>
        {(['return', 'approve'] as const)
          .filter((action) => steps.allowed.includes(action))
          .map((action) => (
            <Button
              key={action}
              look={action === 'approve' ? 'main' : 'plain'}
              isDisabled={steps.isBusy || compared === null}
              onPress={() => steps.start(action, compared?.changes.to)}
            >
              {steps.label(action)}
            </Button>
          ))}
        <IconButton label={t('back')} keys="Esc" onPress={onClose}>
          <X />
        </IconButton>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys */}
      <div className="changes-scroll" ref={scroll} tabIndex={0}>
        {compared === null ? null : <ChangedArticle {...compared} />}
      </div>
    </section>
  );
}

function aboutWords(t: ReturnType<typeof useTranslation<'review'>>['t'], from: string | null, to: string): string {
  const revision = to.slice(0, HASH_SHOWN);
  return from === null ? t('firstTime', { revision }) : t('since', { revision, from: from.slice(0, HASH_SHOWN) });
}

/** From change to change, round and round; `at` is null until the first step. */
function useChangeSteps(
  root: { readonly current: HTMLElement | null },
  compared: unknown,
): { at: number | null; total: number; step: (by: 1 | -1) => void } {
  const [at, setAt] = useState<number | null>(null);
  const [total, setTotal] = useState(0);
  const marks = (): HTMLElement[] => [...(root.current?.querySelectorAll<HTMLElement>('[data-change]') ?? [])];
  // biome-ignore lint/correctness/useExhaustiveDependencies: another comparison has other changes
  useEffect(() => {
    setAt(null);
    setTotal(marks().length);
  }, [compared]);
  const step = (by: 1 | -1): void => {
    const all = marks();
    if (all.length === 0) return;
    const next = at === null ? (by === 1 ? 0 : all.length - 1) : (at + by + all.length) % all.length;
    for (const [index, mark] of all.entries()) mark.toggleAttribute('data-current', index === next);
    all[next]?.scrollIntoView({ block: 'center' });
    setAt(next);
  };
  return { at, total, step };
}
