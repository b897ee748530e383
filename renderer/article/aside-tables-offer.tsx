/** A table that somebody took away while somebody else wrote in it: one click decides. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type * as Y from 'yjs';
import { blockText } from '../../shared/article/document.ts';
import { asideTables, bringBackTable, letTableGo } from '../../shared/article/table-aside.ts';
import type { ArticleUndo } from '../editor/article-undo.ts';
import { flushViews } from '../editor/inbound.ts';
import { LOCAL_ORIGIN } from '../editor/local-origin.ts';
import { Button } from '../ui/button.tsx';
import { useFoundInDoc } from './use-found-in-doc.ts';

export function AsideTablesOffer({ doc, undo }: { doc: Y.Doc; undo: ArticleUndo }): ReactNode {
  const { t } = useTranslation<'tables'>('tables');
  const [aside, look] = useFoundInDoc(doc, asideTables);
  const [table] = aside;
  if (table === undefined) return null;
  const decide = (decision: () => void): void => {
    flushViews(doc);
    undo.edit({ type: 'other' }, decision);
    look();
  };
  return (
    <div className="state-banner banner-doubled" role="note">
      <div>
        <p className="banner-title">{t('aside.title')}</p>
        <p className="doubled-text">{blockText(table).replaceAll('\t', ' · ').replaceAll('\n', ' / ')}</p>
      </div>
      <Button onPress={() => decide(() => void bringBackTable(doc, table.table, LOCAL_ORIGIN))}>
        {t('aside.back')}
      </Button>
      <Button look="quiet" onPress={() => decide(() => letTableGo(doc, table.table, LOCAL_ORIGIN))}>
        {t('aside.letGo')}
      </Button>
    </div>
  );
}
