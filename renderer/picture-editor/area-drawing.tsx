/** Areas drawn on a picture: faces of people, and those that must not be known. By hand and by keys. */
import { type PointerEvent, type ReactNode, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { areaFromFrame, areaToFrame, type PictureSize, turnedSize } from '../../shared/photos/geometry.ts';
import type { PhotoArea, PhotoEdits, PhotoPoint } from '../../shared/photos/photo-details.ts';
import { AreaBox, pointOn } from './area-box.tsx';
import { areaBetween, roundedArea } from './area-moves.ts';
import { ShownPicture } from './shown-picture.tsx';
import { Stage } from './stage.tsx';
import './picture-editor.css';

export type DrawnArea = { id: string; area: PhotoArea; label: string };

/** Less is a press, not a drawing: in parts of the picture. */
const LEAST_DRAWN = 0.012;

/** A new area in the middle of the picture, for those who draw by keys: a square of a fifth of its shorter side. */
export function areaInMiddle({ width, height }: PictureSize): PhotoArea {
  const side = Math.min(width, height) / 5;
  const area = { width: side / width, height: side / height };
  return roundedArea({ x: 0.5 - area.width / 2, y: 0.5 - area.height / 2, ...area });
}

/**
 * Shows the upright picture, turned as its edits say and not otherwise, with the areas on it. All areas are in parts of the upright
 * picture. `onChange` once at the end of each move, `onDraw` where a new one was drawn on the picture, for which a name is
 * wanted then; without it nothing can be drawn.
 */
export function AreaDrawing({
  src,
  size,
  edits,
  areas,
  selected,
  added = null,
  filter,
  onSelect,
  onChange,
  onDraw,
  onRemove,
}: {
  /** The picture without edits. */
  src: string;
  /** Of the upright original, in pixels. */
  size: PictureSize;
  edits: Pick<PhotoEdits, 'turn' | 'pixelated'>;
  areas: readonly DrawnArea[];
  selected: string | null;
  /** The area that was put there by a button, to be moved by keys at once. */
  added?: string | null;
  filter?: string | undefined;
  onSelect: (id: string | null) => void;
  onChange: (id: string, area: PhotoArea) => void;
  onDraw?: (area: PhotoArea) => void;
  onRemove?: (id: string) => void;
}): ReactNode {
  const { t } = useTranslation('pictureEditor');
  const keys = useId();
  const [draft, setDraft] = useState<{ id: string | null; area: PhotoArea } | null>(null);
  const latest = useRef(draft);
  const begun = useRef<PhotoPoint | null>(null);
  const turn = { turn: edits.turn };
  const hold = (next: typeof draft): void => {
    latest.current = next;
    setDraft(next);
  };
  /** Ends what is being moved or drawn; answers it, as it is in the upright picture. */
  const take = (): typeof draft => {
    const done = latest.current;
    hold(null);
    return done === null ? null : { id: done.id, area: roundedArea(areaFromFrame(done.area, size, turn)) };
  };

  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    if (event.button !== 0 || onDraw === undefined) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    begun.current = pointOn(event.currentTarget, event);
    onSelect(null);
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>): void => {
    if (begun.current === null) return;
    hold({ id: null, area: areaBetween(begun.current, pointOn(event.currentTarget, event)) });
  };
  const onPointerUp = (event: PointerEvent<HTMLElement>): void => {
    if (begun.current === null) return;
    begun.current = null;
    const drawn = take();
    if (drawn === null || event.type === 'pointercancel') return;
    if (Math.min(drawn.area.width, drawn.area.height) >= LEAST_DRAWN) onDraw?.(drawn.area);
  };

  const shown = areas.flatMap(({ id, area, label }) => {
    const place = draft?.id === id ? draft.area : areaToFrame(area, size, turn);
    return place === null ? [] : [{ id, label, place }];
  });
  const told = shown.find(({ id }) => id === draft?.id);
  return (
    <Stage
      size={turnedSize(size, turn)}
      said={told === undefined ? '' : t('said.area', percents(told.place))}
      className={onDraw === undefined ? '' : 'is-drawn-on'}
      {...{ onPointerDown, onPointerMove, onPointerUp, onPointerCancel: onPointerUp }}
    >
      <ShownPicture src={src} size={size} edits={edits} filter={filter} alt={t('picture')} />
      <p id={keys} className="for-readers">
        {t(onRemove === undefined ? 'keys.area' : 'keys.removable')}
      </p>
      {shown.map(({ id, label, place }) => (
        <AreaBox
          key={id}
          area={place}
          label={label}
          description={keys}
          isSelected={selected === id}
          isNew={added === id}
          onSelect={() => {
            if (selected !== id) onSelect(id);
          }}
          onDraft={(area) => hold({ id, area })}
          onDone={() => {
            const done = take();
            if (done !== null) onChange(id, done.area);
          }}
          onDrop={() => hold(null)}
          onRemove={onRemove === undefined ? undefined : () => onRemove(id)}
        >
          <span className="area-label">{label}</span>
        </AreaBox>
      ))}
      {draft?.id === null ? <AreaBeingDrawn area={draft.area} /> : null}
    </Stage>
  );
}

function AreaBeingDrawn({ area: { x, y, width, height } }: { area: PhotoArea }): ReactNode {
  const percent = (part: number): string => `${part * 100}%`;
  return (
    <span
      className="area-box is-selected"
      style={{ left: percent(x), top: percent(y), width: percent(width), height: percent(height) }}
    />
  );
}

/** The numbers that are said of an area. */
export function percents({ x, y, width, height }: PhotoArea): Record<'left' | 'top' | 'width' | 'height', number> {
  const whole = (part: number): number => Math.round(part * 100);
  return { left: whole(x), top: whole(y), width: whole(width), height: whole(height) };
}
