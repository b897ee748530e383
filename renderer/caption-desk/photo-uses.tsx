/** Where a picture is used, and its new caption taken there. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PhotoUse } from '../../shared/contract/desk-photos.ts';
import { toAppError } from '../app/desk-link.ts';
import { useNotices } from '../ui/notices.tsx';
import { useTakeCaption } from './use-take-caption.ts';
import './photo-uses.css';

export function PhotoUses({ uses, onTake }: { uses: readonly PhotoUse[]; onTake: () => Promise<string> }): ReactNode {
  const { t } = useTranslation<'captionDesk'>('captionDesk');
  const { say, tellError } = useNotices();
  const take = useTakeCaption();
  if (uses.length === 0) return <p className="caption-none">{t('uses.none')}</p>;
  return (
    <ul className="photo-uses">
      {uses.map(({ article, headline, working, isSame }) => {
        const name = headline === '' ? t('uses.untitled') : headline;
        return (
          <li key={article}>
            <p>{name}</p>
            <p className="photo-use-state">{t(isSame ? 'uses.same' : 'uses.differs')}</p>
            {isSame ? null : working === 'draft' ? (
              <button
                type="button"
                className="text-button"
                onClick={() => {
                  onTake()
                    .then((sha256) => take(article, sha256))
                    .then(
                      (back) => say(t('uses.taken', { headline: name }), { label: t('undo'), run: back }),
                      (error) => tellError(toAppError(error)),
                    );
                }}
              >
                {t('uses.take')}
              </button>
            ) : (
              <p className="photo-use-state">{t('uses.closed')}</p>
            )}
          </li>
        );
      })}
    </ul>
  );
}
