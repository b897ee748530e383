/** Find and replace in many articles: every hit with what is round it, each of which may be left out. */
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FailedArticles, ToolArticle } from '../../shared/contract/desk-tools.ts';
import type { AppError } from '../../shared/errors/app-error.ts';
import type { FindQuery } from '../../shared/find/find-hits.ts';
import { useCommands } from '../app/commands.tsx';
import { useDesk } from '../app/desk-context.tsx';
import { toAppError } from '../app/desk-link.ts';
import { FormError } from '../app/form-error.tsx';
import { useRemembered } from '../app/remembered.ts';
import { useLasting } from '../app/use-lasting.ts';
import { currentLanguage } from '../app/words.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FindChoices, type FindOptions } from './find-bar.tsx';
import { IdleInput } from './idle-input.tsx';
import { type Replaced, readMany, replaceMany } from './many-articles.ts';
import { chosenReplacements, hitsByArticle } from './many-hits.ts';
import { ManyHitsList } from './many-hits-list.tsx';
import { moveInList } from './move-in-list.ts';
import { useManyHits } from './use-many-hits.ts';
import './tools.css';
import './tool-dialog.css';

const SHOW_PROGRESS_MS = 300;
const usualOptions: FindOptions = { matchAccents: true, matchCase: false, wholeWord: false, isPattern: false };

type Read = { articles: ToolArticle[]; failed: FailedArticles };

export function ReplaceManyDialog({
  ids,
  onDone,
  onClose,
}: {
  ids: readonly string[];
  onDone: (done: Replaced) => void;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation<['tools', 'app']>(['tools', 'app']);
  const desk = useDesk();
  const [read, setRead] = useState<Read | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const [behind, setBehind] = useState(0);
  const [text, setText] = useState('');
  const [by, setBy] = useState('');
  const [keepCase, setKeepCase] = useRemembered('find.keepCase', false);
  const [kept, setOptions] = useRemembered<FindOptions>('find.options', usualOptions);
  const options = useMemo(() => ({ ...usualOptions, ...kept }), [kept]);
  const query = useMemo((): FindQuery => ({ ...options, text }), [options, text]);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [writing, setWriting] = useState<{ behind: number; total: number } | null>(null);
  const isStopped = useRef(false);
  const field = useRef<HTMLInputElement>(null);
  const isLong = useLasting(read === null && error === null, SHOW_PROGRESS_MS);
  const { hits, problem, isBusy } = useManyHits(read?.articles ?? null, query);
  const found = useMemo(
    () => (read === null ? [] : hitsByArticle(read.articles, hits, query, { text: by, keepCase })),
    [read, hits, query, by, keepCase],
  );
  const replacements = useMemo(() => chosenReplacements(found, (key) => left.has(key)), [found, left]);
  const chosen = replacements.reduce(
    (sum, { changes }) => sum + changes.reduce((n, { edits }) => n + edits.length, 0),
    0,
  );
  const total = found.reduce((sum, own) => sum + own.hits.length, 0);
  const number = (value: number): string => value.toLocaleString(currentLanguage());

  useEffect(() => {
    let isGone = false;
    readMany(desk, ids, { isStopped: () => isGone, onProgress: (count) => !isGone && setBehind(count) }).then(
      (all) => {
        if (!isGone) setRead(all);
      },
      (thrown) => {
        if (!isGone) setError(toAppError(thrown));
      },
    );
    return () => {
      isGone = true;
    };
  }, [desk, ids]);
  useEffect(() => field.current?.focus(), []);

  const apply = async (): Promise<void> => {
    if (chosen === 0 || writing !== null) return;
    isStopped.current = false;
    setWriting({ behind: 0, total: replacements.length });
    const done = await replaceMany(desk, replacements, {
      isStopped: () => isStopped.current,
      onProgress: (count) => setWriting({ behind: count, total: replacements.length }),
    });
    onDone(done);
  };
  useCommands([
    {
      id: 'tools.apply',
      title: t('tools:find.replaceAll'),
      group: t('tools:group'),
      keys: 'mod+enter',
      run: () => void apply(),
    },
  ]);

  return (
    <Dialog
      title={t('tools:many.title', { count: ids.length })}
      size="full"
      isHeld
      mustAnswer={writing !== null}
      onClose={onClose}
      actions={
        writing === null ? (
          <>
            <p className="tool-total tabular" role="status">
              {total === 0
                ? ''
                : t('tools:many.chosen', { chosen: number(chosen), total: number(total), count: replacements.length })}
            </p>
            <Button onPress={onClose}>{t('app:cancel')}</Button>
            <Button look={by === '' ? 'danger' : 'main'} isDisabled={chosen === 0} onPress={() => void apply()}>
              {t(by === '' ? 'tools:many.delete' : 'tools:many.replace', { count: chosen, number: number(chosen) })}
            </Button>
          </>
        ) : (
          <>
            <p className="tool-total tabular" role="status">
              {t('tools:many.writing', writing)}
            </p>
            <progress className="tool-progress" value={writing.behind} max={writing.total} />
            <Button
              onPress={() => {
                isStopped.current = true;
              }}
            >
              {t('tools:many.stop')}
            </Button>
          </>
        )
      }
    >
      <div className="tool many">
        <div className="many-head">
          <div className="find-row">
            <IdleInput
              ref={field}
              label={t('tools:many.text')}
              value={text}
              onText={setText}
              isWrong={problem !== null}
            />
            <FindChoices options={options} onOptions={setOptions} />
          </div>
          <div className="find-row">
            <IdleInput label={t('tools:find.by')} value={by} onText={setBy} />
            <button
              type="button"
              className="find-choice"
              aria-pressed={keepCase}
              title={t('tools:find.keepCaseHint')}
              onClick={() => setKeepCase(!keepCase)}
            >
              {t('tools:find.keepCase')}
            </button>
          </div>
          {problem === null ? null : (
            <p className="find-problem" role="alert">
              {t(`tools:find.problem.${problem}`)}
            </p>
          )}
        </div>
        <FormError error={error} />
        {read === null ? (
          isLong ? (
            <p className="tool-nothing tabular" role="status">
              {t('tools:many.reading', { behind, total: ids.length })}
            </p>
          ) : null
        ) : total === 0 ? (
          <p className="tool-nothing">
            {text === '' ? t('tools:many.empty') : isBusy || problem !== null ? '' : t('tools:find.none')}
          </p>
        ) : (
          // biome-ignore lint/a11y/noStaticElementInteractions: arrows go from box to box, as Tab does
          <div className="tool-list" onKeyDown={(event: KeyboardEvent<HTMLElement>) => moveInList(event)}>
            <ManyHitsList
              found={found}
              failed={read.failed}
              left={left}
              isChanging={by !== ''}
              onToggle={(keys, isChosen) =>
                setLeft((former) => {
                  const next = new Set(former);
                  for (const key of keys) {
                    if (isChosen) next.delete(key);
                    else next.add(key);
                  }
                  return next;
                })
              }
            />
          </div>
        )}
      </div>
    </Dialog>
  );
}
