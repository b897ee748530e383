/** At the foot of the sheet: how many pictures are chosen, and what can be done with them. Always there, so that nothing jumps. */
import { Ban, Ellipsis, Star, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PhotoRow } from '../../shared/contract/desk-photos.ts';
import { MAX_RATING, photoLabels } from '../../shared/photos/photo-details.ts';
import { showKeys } from '../app/commands.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import { Menu } from '../ui/menu.tsx';
import { otherDeeds, type PhotoDeed } from './photo-deed-entries.tsx';
import './photo-bar.css';

export function PhotoBar({
  chosen,
  shown,
  canPlace,
  canSend,
  does,
  onClear,
}: {
  /** How many are meant. */
  chosen: number;
  /** The one that the stars show. */
  shown: PhotoRow | undefined;
  /** An article is open that takes pictures. */
  canPlace: boolean;
  /** There is an office to send them to. */
  canSend: boolean;
  does: (deed: PhotoDeed) => void;
  onClear: () => void;
}): ReactNode {
  const { t } = useTranslation('photoLibrary');
  const isNone = chosen === 0;
  const rating = isNone ? 0 : (shown?.rating ?? 0);
  return (
    <section className="photo-bar" aria-label={t('bar.label')}>
      <p className="photo-bar-count tabular" role="status">
        {isNone ? t('bar.none') : t('bar.chosen', { count: chosen })}
      </p>
      <IconButton label={t('bar.clear')} keys="Esc" isDisabled={isNone} onPress={onClear}>
        <X />
      </IconButton>
      <fieldset className="photo-bar-stars" aria-label={t('stars.title')}>
        <IconButton
          label={t('stars.aside')}
          keys="X"
          isDisabled={isNone}
          isPressed={rating < 0}
          onPress={() => does({ do: 'aside' })}
        >
          <Ban />
        </IconButton>
        {Array.from({ length: MAX_RATING }, (_, at) => at + 1).map((count) => (
          <IconButton
            key={count}
            label={t('stars.count', { count })}
            keys={String(count)}
            isDisabled={isNone}
            className={`photo-bar-star ${count <= rating ? 'is-given' : ''}`}
            // The star that is given already goes, as in every list of stars.
            onPress={() => does({ do: 'rate', rating: count === rating ? 0 : count })}
          >
            <Star />
          </IconButton>
        ))}
      </fieldset>
      <Menu
        label={t('label.title')}
        trigger={
          <Button look="quiet" className="photo-bar-button" isDisabled={isNone}>
            {t('label.title')}
          </Button>
        }
        entries={[
          ...photoLabels.map((id, at) => ({
            id,
            label: t(`label.${id}`),
            icon: <span className="photo-label-dot" data-label={id} />,
            ...(at < LABEL_KEYS ? { hint: String(at + FIRST_LABEL_KEY) } : {}),
            isChecked: shown?.label === id,
            onAction: () => does({ do: 'label', label: id }),
          })),
          { id: 'none', label: t('label.none'), onAction: () => does({ do: 'label', label: null }) },
        ]}
      />
      <div className="photo-bar-deeds">
        <Button
          look="quiet"
          className="photo-bar-button"
          isDisabled={chosen < 2}
          onPress={() => does({ do: 'compare' })}
        >
          {t('bar.compare')}
        </Button>
        <Button
          look="quiet"
          className="photo-bar-button"
          isDisabled={isNone || !canPlace}
          onPress={() => does({ do: 'article' })}
        >
          {t('bar.article')}
        </Button>
        <Button
          look="quiet"
          className="photo-bar-button"
          isDisabled={isNone || !canSend}
          onPress={() => does({ do: 'send' })}
        >
          {t('bar.send')}
        </Button>
        <Button className="photo-bar-button" isDisabled={isNone} onPress={() => does({ do: 'open' })}>
          {t('bar.caption')}
          <kbd className="keys">{showKeys('enter')}</kbd>
        </Button>
        <Menu
          label={t('bar.more')}
          trigger={
            <Button look="quiet" className="photo-bar-button" aria-label={t('bar.more')} isDisabled={isNone}>
              <Ellipsis />
            </Button>
          }
          entries={otherDeeds({ t, does, count: chosen, shown })}
        />
      </div>
    </section>
  );
}

const FIRST_LABEL_KEY = 6;
/** Purple has no key, as in Lightroom. */
const LABEL_KEYS = 4;
