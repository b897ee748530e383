/** Stars and colour of a picture. */
import { Ban, Star } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_RATING, type PhotoLabel, type PhotoRecord, photoLabels } from '../../shared/photos/photo-details.ts';
import type { RecordChange } from '../../shared/photos/write-record.ts';
import '../photos/photo-labels.css';
import './rating-bar.css';

const ASIDE = -1;
const stars = Array.from({ length: MAX_RATING }, (_, index) => index + 1);

export function RatingBar({
  record: { rating, label },
  onChange,
}: {
  record: Pick<PhotoRecord, 'rating' | 'label'>;
  onChange: (change: RecordChange) => void;
}): ReactNode {
  const { t } = useTranslation<'captionDesk'>('captionDesk');
  const rated =
    rating === ASIDE ? t('rating.aside') : rating === 0 ? t('rating.none') : t('rating.stars', { count: rating });
  return (
    <div className="rating-bar">
      <fieldset>
        <legend className="for-readers">{`${t('field.rating')}: ${rated}`}</legend>
        {stars.map((star) => (
          <button
            key={star}
            type="button"
            tabIndex={-1}
            className={`is-star ${rating >= star ? 'is-on' : ''}`}
            aria-label={t('rating.stars', { count: star })}
            aria-pressed={rating === star}
            onClick={() => onChange({ rating: rating === star ? 0 : star })}
          >
            <Star aria-hidden="true" />
          </button>
        ))}
        <button
          type="button"
          tabIndex={-1}
          className={rating === ASIDE ? 'is-on' : ''}
          aria-label={t('rating.aside')}
          aria-pressed={rating === ASIDE}
          title={t('rating.aside')}
          onClick={() => onChange({ rating: rating === ASIDE ? 0 : ASIDE })}
        >
          <Ban aria-hidden="true" />
        </button>
      </fieldset>
      <fieldset>
        <legend className="for-readers">{`${t('field.label')}: ${t(`labelName.${label ?? 'none'}`)}`}</legend>
        {photoLabels.map((name) => (
          <button
            key={name}
            type="button"
            tabIndex={-1}
            className={`label-dot ${label === name ? 'is-on' : ''}`}
            data-label={name}
            aria-label={t(`labelName.${name}`)}
            aria-pressed={label === name}
            title={t(`labelName.${name}`)}
            onClick={() => onChange({ label: label === name ? null : name })}
          />
        ))}
      </fieldset>
      <span className="caption-aside">{label === null ? rated : `${rated} · ${t(`labelName.${label}`)}`}</span>
    </div>
  );
}

const labelKeys: Record<string, PhotoLabel> = { '6': 'red', '7': 'yellow', '8': 'green', '9': 'blue' };

/** What a key says of a picture that has the focus, as in the contact sheet; null for any other key. */
export function ratingOf(key: string, { label, rating }: Pick<PhotoRecord, 'rating' | 'label'>): RecordChange | null {
  if (/^[0-5]$/u.test(key)) return { rating: Number(key) };
  if (key.toLowerCase() === 'x') return { rating: rating === ASIDE ? 0 : ASIDE };
  const named = labelKeys[key];
  return named === undefined ? null : { label: label === named ? null : named };
}
