/** What a caption has and lacks: who, what, where, when, credit, alt text; each leads to its field. */
import { Check, Circle } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type CaptionPart, captionParts } from '../../shared/contract/desk-photos.ts';
import './completeness-bar.css';

export function CompletenessBar({
  lacks,
  onPart,
}: {
  lacks: readonly CaptionPart[];
  onPart: (part: CaptionPart) => void;
}): ReactNode {
  const { t } = useTranslation<'captionDesk'>('captionDesk');
  return (
    <ul className="completeness" aria-label={t('lacks')}>
      {captionParts.map((part) => {
        const isMissing = lacks.includes(part);
        const word = t(`part.${part}`);
        return (
          <li key={part}>
            <button
              type="button"
              className={isMissing ? 'is-missing' : ''}
              aria-label={t(isMissing ? 'partLacks' : 'partHas', { part: word })}
              onClick={() => onPart(part)}
            >
              {isMissing ? <Circle aria-hidden="true" /> : <Check aria-hidden="true" />}
              {word}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
