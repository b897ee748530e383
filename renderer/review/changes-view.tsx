/** What changed since the reviewer last looked: a full view, read by eye or from change to change. */
import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { Children, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArticleDocument } from '../../shared/article/document.ts';
import type { ArticleState, Changes } from '../../shared/contract/desk.ts';
import { showKeys, useCommands } from '../app/commands.tsx';
import { useDesk } from '../app/desk-context.tsx';
import { toAppError } from '../app/desk-link.ts';
import type { ArticleSession } from '../article/article-session.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { useNotices } from '../ui/notices.tsx';
import type { Steps } from './use-steps.tsx';
import './review.css';

type Runs = Changes['headline'];

export function ChangesView({
  session,
  state,
  document: article,
  steps,
  onClose,
}: {
  session: ArticleSession;
  state: ArticleState;
  document: ArticleDocument;
  steps: Steps;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation('review');
  const desk = useDesk();
  const { tellError } = useNotices();
  const [changes, setChanges] = useState<Changes | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const at = useRef(-1);
  const { headRevision, working } = state;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another revision or state has other changes
  useEffect(() => {
    let isGone = false;
    session
      .settle()
      .then(() => desk.articles.changes({ id: session.id }))
      .then(
        (read) => {
          if (!isGone) setChanges(read);
        },
        (error) => tellError(toAppError(error)),
      );
    return () => {
      isGone = true;
    };
  }, [session, desk, tellError, headRevision, working]);

  useEffect(() => {
    root.current?.focus();
  }, []);

  const step = (by: 1 | -1): void => {
    const marks = [...(root.current?.querySelectorAll<HTMLElement>('[data-change]') ?? [])];
    if (marks.length === 0) return;
    at.current = (at.current + by + marks.length) % marks.length;
    for (const [index, mark] of marks.entries()) mark.toggleAttribute('data-current', index === at.current);
    marks[at.current]?.scrollIntoView({ block: 'center' });
  };
  useCommands([
    { id: 'changes.next', title: t('next'), group: t('group'), keys: 'alt+arrowdown', run: () => step(1) },
    { id: 'changes.former', title: t('former'), group: t('group'), keys: 'alt+arrowup', run: () => step(-1) },
    { id: 'changes.close', title: t('back'), group: t('group'), keys: 'escape', run: onClose },
  ]);
  const revision = changes?.to;
  return (
    <section className="changes-view" aria-label={t('title')} ref={root} tabIndex={-1}>
      <header className="changes-head">
        <h2>{t('title')}</h2>
        <p className="changes-about">
          {changes === null
            ? ''
            : changes.from === null
              ? t('firstTime')
              : t('since', { revision: changes.from.slice(0, 8) })}
        </p>
        <IconButton label={t('former')} keys={showKeys('alt+arrowup')} onPress={() => step(-1)}>
          <ChevronUp />
        </IconButton>
        <IconButton label={t('next')} keys={showKeys('alt+arrowdown')} onPress={() => step(1)}>
          <ChevronDown />
        </IconButton>
        {(['return', 'approve'] as const)
          .filter((action) => steps.allowed.includes(action))
          .map((action) => (
            <Button
              key={action}
              look={action === 'approve' ? 'main' : 'plain'}
              isDisabled={steps.isBusy || changes === null}
              onPress={() => steps.start(action, revision)}
            >
              {steps.label(action)}
            </Button>
          ))}
        <IconButton label={t('back')} keys="Esc" onPress={onClose}>
          <X />
        </IconButton>
      </header>
      <div className="changes-scroll">
        {changes === null ? null : <ChangedArticle changes={changes} article={article} />}
      </div>
    </section>
  );
}

function ChangedArticle({ changes, article }: { changes: Changes; article: ArticleDocument }): ReactNode {
  const { t } = useTranslation('review');
  const isSame =
    [changes.headline, changes.lead].every((runs) => runs.every(({ op }) => op === 'same')) &&
    changes.blocks.every(({ op }) => op === 'same') &&
    changes.captions.length === 0 &&
    changes.fields.length === 0;
  const captionsOf = (photo: string): Changes['captions'] =>
    changes.captions.filter((caption) => caption.photo === photo);
  const placed = new Set(changes.blocks.flatMap(({ photo }) => (photo === undefined ? [] : [photo])));
  return (
    <div className="changes-column" lang={article.language}>
      {isSame ? <p className="changes-none">{t('none')}</p> : null}
      {changes.fields.length === 0 ? null : (
        <dl className="changes-fields">
          {changes.fields.map(({ field, before, after }) => (
            <div key={field} data-change>
              <dt>{t(`field.${field}`, { defaultValue: field })}</dt>
              <dd>
                {before === '' ? null : <del>{before}</del>} {after === '' ? null : <ins>{after}</ins>}
              </dd>
            </div>
          ))}
        </dl>
      )}
      <h1 className="article-headline">
        <RunsOf runs={changes.headline} />
      </h1>
      <p className="article-lead">
        <RunsOf runs={changes.lead} />
      </p>
      <div className="article-text">
        {changes.blocks.map((block, index) => (
          <ChangedBlock
            // biome-ignore lint/suspicious/noArrayIndexKey: blocks of a comparison have no other name and never move
            key={index}
            block={block}
            article={article}
            captions={block.photo === undefined ? [] : captionsOf(block.photo)}
          />
        ))}
        {changes.captions
          .filter(({ photo }) => !placed.has(photo))
          .map(({ photo, field, runs }) => (
            <p key={`${photo} ${field}`} className="changes-caption">
              <span className="changes-label">{t(`caption.${field}`, { defaultValue: field })}</span>{' '}
              <RunsOf runs={runs} />
            </p>
          ))}
      </div>
    </div>
  );
}

function ChangedBlock({
  block,
  article,
  captions,
}: {
  block: Changes['blocks'][number];
  article: ArticleDocument;
  captions: Changes['captions'];
}): ReactNode {
  const { t } = useTranslation('review');
  const { op, kind, was, photo, runs } = block;
  const photoOf = article.photos.find(({ id }) => id === photo);
  const whole = op === 'insert' || op === 'delete';
  const label =
    op === 'same' || (op === 'change' && was === undefined)
      ? null
      : op === 'change'
        ? t('kindChanged', {
            was: t(`kind.${was ?? ''}`, { defaultValue: was ?? '' }),
            kind: t(`kind.${kind}`, { defaultValue: kind }),
          })
        : t(`block.${op}`);
  return (
    <div
      className={`changed-block changed-${op} kind-${kind}`}
      {...(whole || was !== undefined ? { 'data-change': '' } : {})}
    >
      {label === null ? null : <span className="changes-label">{label}</span>}
      {kind === 'photo' ? (
        <figure>
          {photoOf?.sha256 ? <img src={`./photos/${photoOf.sha256}/thumb`} alt={photoOf.alt} /> : null}
          <figcaption>
            {captions.some(({ field }) => field === 'caption') ? null : (
              <p className="changes-caption">
                {photoOf?.caption} {photoOf?.credit ? <span className="changes-credit">{photoOf.credit}</span> : null}
              </p>
            )}
            {captions.map(({ field, runs: captionRuns }) => (
              <p key={field} className="changes-caption">
                <span className="changes-label">{t(`caption.${field}`, { defaultValue: field })}</span>{' '}
                <RunsOf runs={captionRuns} />
              </p>
            ))}
          </figcaption>
        </figure>
      ) : kind === 'rule' ? (
        <hr />
      ) : (
        <p>
          {op === 'insert' ? (
            <ins>{textOf(runs)}</ins>
          ) : op === 'delete' ? (
            <del>{textOf(runs)}</del>
          ) : (
            <RunsOf runs={runs} />
          )}
        </p>
      )}
    </div>
  );
}

function textOf(runs: Runs): string {
  return runs.map(({ text }) => text).join('');
}

function RunsOf({ runs }: { runs: Runs }): ReactNode {
  return Children.toArray(
    runs.map(({ op, text }) => {
      if (op === 'insert') return <ins data-change>{text}</ins>;
      if (op === 'delete') return <del data-change>{text}</del>;
      return text;
    }),
  );
}
