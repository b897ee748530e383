import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { showKeys } from './commands.tsx';

/** Where the article would stand: how to get to one. */
export function NoArticle(): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="no-article">
      <p>{t('panes.empty')}</p>
      <p>{t('panes.emptyKeys', { up: 'K', down: 'J', enter: showKeys('enter'), new: showKeys('mod+n') })}</p>
    </div>
  );
}
