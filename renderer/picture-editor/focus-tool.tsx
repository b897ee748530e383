import { type KeyboardEvent, type PointerEvent, type ReactNode, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { focusInFrame, frameSize, pointFromFrame } from '../../shared/photos/geometry.ts';
import type { PhotoPoint } from '../../shared/photos/photo-details.ts';
import { Button } from '../ui/button.tsx';
import { pointOn } from './area-box.tsx';
import { isArrow, pointByKey, roundedPoint } from './area-moves.ts';
import { ShownPicture } from './shown-picture.tsx';
import { Stage } from './stage.tsx';
import type { ToolProps } from './tool-props.ts';

const within = (value: number): number => Math.min(Math.max(value, 0), 1);

export function FocusTool({ src, size, now: { edits }, filter, change }: ToolProps): ReactNode {
  const { t } = useTranslation('pictureEditor');
  const keys = useId();
  const [draft, setDraft] = useState<PhotoPoint | null>(null);
  const latest = useRef<PhotoPoint | null>(null);
  const isByHand = useRef(false);
  const shown = draft ?? focusInFrame(edits, size);
  const hold = (point: PhotoPoint | null): void => {
    latest.current = point;
    setDraft(point);
  };
  const put = (): void => {
    const point = latest.current;
    hold(null);
    if (point === null) return;
    const { x, y } = pointFromFrame({ x: within(point.x), y: within(point.y) }, size, edits);
    change({ focus: roundedPoint({ x: within(x), y: within(y) }) });
  };
  const byHand = (event: PointerEvent<HTMLElement>): void => {
    const { x, y } = pointOn(event.currentTarget, event);
    hold({ x: within(x), y: within(y) });
  };
  const onPointerUp = (event: PointerEvent<HTMLElement>): void => {
    if (!isByHand.current) return;
    isByHand.current = false;
    if (event.type === 'pointercancel') hold(null);
    else put();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (shown === null) return;
    if (isArrow(event.key) && !event.ctrlKey && !event.metaKey) hold(pointByKey(shown, event));
    else if (event.key === 'Delete' || event.key === 'Backspace') change({ focus: null });
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      <Stage
        size={frameSize(size, edits)}
        className="is-drawn-on"
        said={
          draft === null ? '' : t('said.point', { left: Math.round(draft.x * 100), top: Math.round(draft.y * 100) })
        }
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          isByHand.current = true;
          byHand(event);
        }}
        onPointerMove={(event) => {
          if (isByHand.current) byHand(event);
        }}
        onPointerUp={onPointerUp}
        onPointerCancel={onPointerUp}
      >
        <ShownPicture src={src} size={size} edits={edits} filter={filter} alt={t('picture')} />
        <p id={keys} className="for-readers">
          {t('keys.point')}
        </p>
        {shown === null ? null : (
          <div
            role="application"
            // biome-ignore lint/a11y/noNoninteractiveTabindex: it takes the arrow keys, as an application does
            tabIndex={0}
            aria-label={t('focus.point')}
            aria-describedby={keys}
            className="focus-mark"
            style={{ left: `${shown.x * 100}%`, top: `${shown.y * 100}%` }}
            onKeyDown={onKeyDown}
            onKeyUp={(event) => {
              if (isArrow(event.key)) put();
            }}
            onBlur={put}
          />
        )}
      </Stage>
      <div className="picture-panel">
        <p className="picture-hint">{t('focus.hint')}</p>
        {edits.focus === undefined ? (
          <>
            <p>{t('focus.none')}</p>
            <Button onPress={() => change({ focus: { x: 0.5, y: 0.5 } })}>{t('focus.put')}</Button>
          </>
        ) : (
          <Button onPress={() => change({ focus: null })}>{t('focus.clear')}</Button>
        )}
      </div>
    </>
  );
}
