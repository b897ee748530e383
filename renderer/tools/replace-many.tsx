/** Find and replace in many articles: opened from the list, and what was done can be taken back. */
import { createContext, type ReactNode, useContext, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArticleReplacement, FailedArticles } from '../../shared/contract/desk-tools.ts';
import { errorText } from '../../shared/errors/app-error.ts';
import { isErrorCode } from '../../shared/errors/codes.ts';
import { useDesk } from '../app/desk-context.tsx';
import { toAppError } from '../app/desk-link.ts';
import { currentLanguage } from '../app/words.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useNotices } from '../ui/notices.tsx';
import { countEdits, replaceMany } from './many-articles.ts';
import { ReplaceManyDialog } from './replace-many-dialog.tsx';
import './tools.css';

type ReplaceInMany = { ask: (ids: readonly string[]) => void };

const ReplaceInManyContext = createContext<ReplaceInMany | null>(null);

export function useReplaceInMany(): ReplaceInMany {
  const many = useContext(ReplaceInManyContext);
  if (many === null) throw new Error('no ReplaceInManyProvider above this component');
  return many;
}

export function ReplaceInManyProvider({ children }: { children: ReactNode }): ReactNode {
  const { t } = useTranslation<'tools'>('tools');
  const desk = useDesk();
  const { say, tellError } = useNotices();
  const [ids, setIds] = useState<readonly string[] | null>(null);
  const [failed, setFailed] = useState<{ title: string; articles: FailedArticles } | null>(null);
  const isUndoing = useRef(false);
  const value = useMemo((): ReplaceInMany => ({ ask: setIds }), []);

  const report = (title: string, articles: FailedArticles): void => {
    if (articles.length > 0) setFailed({ title, articles });
  };
  const undo = async (back: ArticleReplacement[]): Promise<void> => {
    if (isUndoing.current) return;
    isUndoing.current = true;
    const undone = await replaceMany(desk, back, { isStopped: () => false, onProgress: () => {} });
    isUndoing.current = false;
    if (undone.back.length > 0) say(t('many.undone', { count: undone.back.length }));
    report(t('many.notUndone', { count: undone.failed.length }), undone.failed);
    if (undone.error !== null) tellError(toAppError(undone.error));
  };
  return (
    <ReplaceInManyContext value={value}>
      {children}
      {ids === null ? null : (
        <ReplaceManyDialog
          ids={ids}
          onClose={() => setIds(null)}
          onDone={(done) => {
            setIds(null);
            if (done.back.length > 0) {
              const words = { count: countEdits(done.back), articles: done.back.length };
              say(t('many.done', words), { label: t('undo'), run: () => void undo(done.back) });
            }
            report(t('many.notDone', { count: done.failed.length }), done.failed);
            if (done.error !== null) tellError(toAppError(done.error));
          }}
        />
      )}
      {failed === null ? null : (
        <FailedList title={failed.title} articles={failed.articles} onClose={() => setFailed(null)} />
      )}
    </ReplaceInManyContext>
  );
}

function FailedList({
  title,
  articles,
  onClose,
}: {
  title: string;
  articles: FailedArticles;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation<['tools', 'app', 'library']>(['tools', 'app', 'library']);
  return (
    <Dialog title={title} isText onClose={onClose} actions={<Button onPress={onClose}>{t('app:close')}</Button>}>
      <ul className="bulk-failed">
        {articles.map(({ id, headline, error }) => (
          <li key={id}>
            <p className="bulk-failed-headline">{headline || t('library:untitled')}</p>
            <p>{isErrorCode(error.code) ? errorText(error.code, currentLanguage(), error.details) : error.message}</p>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
