/** A related article in the text: its headline, where it stands, its day. */
import { FileText } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Embed } from '../../shared/article/flat-text.ts';
import { useArticleInView } from '../app/article-in-view.tsx';
import { writeDate } from '../article/read-date.ts';
import type { BodyHandle } from '../editor/body-handle.ts';
import { ArticleStateMark } from '../library/article-state.tsx';
import { Button } from '../ui/button.tsx';
import { useRelated } from './use-related.ts';
import './blocks.css';

type RelatedEmbed = Extract<Embed, { type: 'related' }>;

export function RelatedCard({
  embed,
  body,
  isEditable,
}: {
  embed: RelatedEmbed;
  body: BodyHandle | null;
  isEditable: boolean;
}): ReactNode {
  const { t } = useTranslation<'blocks'>('blocks');
  const { open } = useArticleInView();
  const related = useRelated(embed.article);
  const now = typeof related === 'object' ? related.headline : embed.headline;
  const isOther = typeof related === 'object' && now !== '' && now !== embed.headline;
  return (
    <div className="block-card" data-related={embed.article} contentEditable={false} suppressContentEditableWarning>
      <FileText aria-hidden="true" />
      <div className="block-words">
        <span className="block-label">{t('related.label')}</span>
        <button
          type="button"
          className="block-title"
          // What Enter presses while the card is selected.
          data-opens
          disabled={related === 'missing'}
          title={t('related.open')}
          onClick={() => open(embed.article)}
        >
          {now || t('related.untitled')}
        </button>
        <span className="block-facts">
          {related === 'missing' ? t('related.missing') : null}
          {typeof related === 'object' ? (
            <>
              <ArticleStateMark row={related} />
              {related.day === null ? null : <span className="tabular">{writeDate(related.day)}</span>}
            </>
          ) : null}
        </span>
        {isOther ? (
          <p className="block-note">
            {t('related.changed', { headline: embed.headline })}
            {isEditable ? (
              <Button look="quiet" onPress={() => body?.replaceEmbed(embed, { ...embed, headline: now })}>
                {t('related.take')}
              </Button>
            ) : null}
          </p>
        ) : null}
      </div>
    </div>
  );
}
