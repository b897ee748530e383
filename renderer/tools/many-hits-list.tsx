/** The hits by article: those that may be changed first, then those that are left alone, with the reason. */
import { ChevronDown, ChevronRight } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FailedArticles } from '../../shared/contract/desk-tools.ts';
import { errorText } from '../../shared/errors/app-error.ts';
import { isErrorCode } from '../../shared/errors/codes.ts';
import { currentLanguage } from '../app/words.ts';
import { ChangeLine } from './change-line.tsx';
import type { ArticleHits } from './many-hits.ts';
import { placeWords } from './place-words.ts';

/** Beyond this articles are closed at first: nobody reads that many at once, and the page stays quick. */
const MOST_OPEN_HITS = 400;

export function ManyHitsList({
  found,
  failed,
  left,
  isChanging,
  onToggle,
}: {
  found: readonly ArticleHits[];
  /** Those that could not be read. */
  failed: FailedArticles;
  left: ReadonlySet<string>;
  /** Before it is said by what, hits are only shown. */
  isChanging: boolean;
  onToggle: (keys: readonly string[], isChosen: boolean) => void;
}): ReactNode {
  const { t } = useTranslation<'tools'>('tools');
  const open = found.filter(({ article }) => article.closed === null);
  const closed = found.filter(({ article }) => article.closed !== null);
  const leftAlone = t('many.leftAlone', { count: closed.length + failed.length });
  const total = open.reduce((sum, { hits }) => sum + hits.length, 0);
  return (
    <>
      {open.map((own) => (
        <OneArticle
          key={own.article.id}
          own={own}
          left={left}
          isChanging={isChanging}
          isOpenAtFirst={total <= MOST_OPEN_HITS}
          onToggle={onToggle}
        />
      ))}
      {closed.length + failed.length === 0 ? null : (
        <section className="many-closed" aria-label={leftAlone}>
          <h3>{leftAlone}</h3>
          <ul>
            {closed.map(({ article: { id, headline, closed: reason }, hits }) => (
              <li key={id}>
                <p className="many-headline">{headline || t('many.untitled')}</p>
                <p>
                  {t('many.hits', { count: hits.length })} · {reasonOf(reason!)}
                </p>
              </li>
            ))}
            {failed.map(({ id, headline, error }) => (
              <li key={id}>
                <p className="many-headline">{headline || t('many.untitled')}</p>
                <p>{reasonOf(error)}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function reasonOf({ code, message, details }: FailedArticles[number]['error']): string {
  return isErrorCode(code) ? errorText(code, currentLanguage(), details) : message;
}

function OneArticle({
  own: { article, hits },
  left,
  isChanging,
  isOpenAtFirst,
  onToggle,
}: {
  own: ArticleHits;
  left: ReadonlySet<string>;
  isChanging: boolean;
  isOpenAtFirst: boolean;
  onToggle: (keys: readonly string[], isChosen: boolean) => void;
}): ReactNode {
  const { t } = useTranslation<'tools'>('tools');
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  const chosen = hits.filter(({ key }) => !left.has(key)).length;
  const keys = hits.map(({ key }) => key);
  return (
    <section className="many-article" aria-label={article.headline}>
      <div className="many-article-head">
        <input
          type="checkbox"
          aria-label={t('many.whole', { headline: article.headline || t('many.untitled') })}
          checked={chosen > 0}
          ref={(box) => {
            if (box !== null) box.indeterminate = chosen > 0 && chosen < hits.length;
          }}
          onChange={({ target }) => onToggle(keys, target.checked)}
        />
        <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? <ChevronDown aria-hidden="true" /> : <ChevronRight aria-hidden="true" />}
          <span className="many-headline">{article.headline || t('many.untitled')}</span>
          <span className="many-count tabular">
            {chosen === hits.length
              ? t('many.hits', { count: hits.length })
              : t('many.some', { chosen, total: hits.length })}
          </span>
        </button>
      </div>
      {isOpen ? (
        <ul>
          {hits.map(({ key, passage, edit }) => (
            <li key={key}>
              <label className="tool-change">
                <input
                  type="checkbox"
                  checked={!left.has(key)}
                  onChange={({ target }) => onToggle([key], target.checked)}
                />
                <span className="many-place">{placeWords(t, passage)}</span>
                <ChangeLine characters={passage.characters} edit={edit} isOnlyShown={!isChanging} width="wide" />
              </label>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
