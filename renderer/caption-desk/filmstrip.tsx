/** The pictures at hand in a row; those that lack something are marked. Only what is in sight is in the page. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { PhotoThumb } from '../photos/photo-thumb.tsx';
import './filmstrip.css';

const CELL_WIDTH = 84;

export function Filmstrip({
  sha256s,
  at,
  lacking,
  onGo,
  onKeyDown,
}: {
  sha256s: readonly string[];
  at: number;
  lacking: (sha256: string) => boolean;
  onGo: (index: number) => void;
  /** For the keys that are not the strip's own. */
  onKeyDown: (event: KeyboardEvent) => void;
}): ReactNode {
  const { t } = useTranslation<'captionDesk'>('captionDesk');
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: sha256s.length,
    horizontal: true,
    getScrollElement: () => scroller.current,
    estimateSize: () => CELL_WIDTH,
    overscan: 4,
  });
  useEffect(() => virtualizer.scrollToIndex(at, { align: 'center' }), [virtualizer, at]);
  const onKey = (event: KeyboardEvent): void => {
    const last = sha256s.length - 1;
    const steps: Record<string, number> = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: last };
    const to = steps[event.key];
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) {
      onKeyDown(event);
      return;
    }
    event.preventDefault();
    onGo(Math.max(0, Math.min(last, to)));
  };
  const wordsOf = (index: number): string => t(lacking(sha256s[index]!) ? 'filmLacks' : 'film', { at: index + 1 });
  return (
    <div
      className="filmstrip"
      ref={scroller}
      role="listbox"
      aria-label={t('filmstrip')}
      aria-orientation="horizontal"
      aria-activedescendant={`film-${at}`}
      tabIndex={0}
      onKeyDown={onKey}
    >
      <div className="filmstrip-row" style={{ width: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the strip holds the focus and answers the keys
          // biome-ignore lint/a11y/useFocusableInteractive: the strip names its active picture instead
          <div
            key={sha256s[index]}
            id={`film-${index}`}
            role="option"
            aria-selected={index === at}
            aria-label={wordsOf(index)}
            className={`film ${index === at ? 'is-active' : ''}`}
            style={{ transform: `translateX(${start}px)` }}
            onClick={() => onGo(index)}
          >
            <PhotoThumb sha256={sha256s[index]!} draggable={false} loading="lazy" />
            <span className={`film-mark tabular ${lacking(sha256s[index]!) ? 'is-lacking' : ''}`} aria-hidden="true">
              {lacking(sha256s[index]!) ? '!' : '✓'}
            </span>
          </div>
        ))}
      </div>
    </div>
  );
}
