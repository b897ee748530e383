/** A block that two people moved at once stands twice after the merge: one click decides. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type * as Y from 'yjs';
import { findDoubledBlocks, keepBothOfDoubled, keepOneOfDoubled } from '../../shared/article/doubled-blocks.ts';
import type { ArticleUndo } from '../editor/article-undo.ts';
import { flushViews } from '../editor/inbound.ts';
import { LOCAL_ORIGIN } from '../editor/local-origin.ts';
import { Button } from '../ui/button.tsx';
import { useFoundInDoc } from './use-found-in-doc.ts';

export function DoubledOffer({ doc, undo }: { doc: Y.Doc; undo: ArticleUndo }): ReactNode {
  const { t } = useTranslation('article');
  const [doubled, look] = useFoundInDoc(doc, findDoubledBlocks);
  const [block] = doubled;
  if (block === undefined) return null;
  const decide = (decision: () => boolean): void => {
    flushViews(doc);
    undo.edit({ type: 'other' }, decision);
    look();
  };
  const texts = [
    ...new Set(block.copies.map(({ text, photos }) => text || t('doubled.photo', { count: photos.length }))),
  ];
  return (
    <div className="state-banner banner-doubled" role="note">
      <div>
        <p className="banner-title">{t('doubled.title')}</p>
        {texts.map((text) => (
          <p key={text} className="doubled-text">
            {text}
          </p>
        ))}
      </div>
      <Button onPress={() => decide(() => keepOneOfDoubled(doc, block.id, LOCAL_ORIGIN))}>{t('doubled.one')}</Button>
      <Button look="quiet" onPress={() => decide(() => keepBothOfDoubled(doc, block.id, LOCAL_ORIGIN))}>
        {t('doubled.both')}
      </Button>
    </div>
  );
}
