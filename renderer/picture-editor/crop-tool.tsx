import { type ReactNode, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cropOf, focusInFrame, frameSize, shapeProportions, shownSize } from '../../shared/photos/geometry.ts';
import { type CropShape, cropShapes, type PhotoArea, type PhotoEdits } from '../../shared/photos/photo-details.ts';
import { Button } from '../ui/button.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { AreaBox } from './area-box.tsx';
import { percents } from './area-drawing.tsx';
import { roundedArea } from './area-moves.ts';
import { shapeName } from './shape-words.ts';
import { ShownPicture } from './shown-picture.tsx';
import { Stage } from './stage.tsx';
import type { ToolProps } from './tool-props.ts';

export function CropTool({
  src,
  size,
  now: { edits },
  filter,
  change,
  shape,
  onShape,
}: ToolProps & { shape: CropShape; onShape: (shape: CropShape) => void }): ReactNode {
  const { t } = useTranslation('pictureEditor');
  const keys = useId();
  const [draft, setDraft] = useState<PhotoArea | null>(null);
  const latest = useRef<PhotoArea | null>(null);
  const hold = (area: PhotoArea | null): void => {
    latest.current = area;
    setDraft(area);
  };
  /** As it will be: in its proportions and with the focus in it. */
  const held = (area: PhotoArea): PhotoArea => cropOf(withCrop(edits, shape, area), shape, size);
  const drawn = edits.crops?.[shape];
  const shown = draft === null ? cropOf(edits, shape, size) : held(draft);
  const frame = frameSize(size, edits);
  const proportions = shapeProportions[shape];
  const focus = focusInFrame(edits, size);
  const name = shapeName(shape, t);
  return (
    <>
      <Stage size={frame} said={draft === null ? '' : t('said.area', percents(shown))}>
        <ShownPicture src={src} size={size} edits={edits} filter={filter} alt={t('picture')} />
        <div className="crop-shade" style={{ clipPath: around(shown) }} />
        {focus === null ? null : (
          <span className="focus-mark is-quiet" style={{ left: `${focus.x * 100}%`, top: `${focus.y * 100}%` }} />
        )}
        <p id={keys} className="for-readers">
          {t('keys.area')}
        </p>
        <AreaBox
          area={shown}
          label={t('crop.area', { shape: name })}
          description={keys}
          className="is-crop"
          wide={proportions === null ? null : (proportions * frame.height) / frame.width}
          onDraft={hold}
          onDone={() => {
            const area = latest.current;
            hold(null);
            if (area !== null) change({ crops: { [shape]: roundedArea(held(area)) } });
          }}
          onDrop={() => hold(null)}
        />
      </Stage>
      <div className="picture-panel">
        <Segmented
          label={t('crop.shape')}
          value={shape}
          choices={cropShapes.map((id) => ({ id, label: shapeName(id, t) }))}
          onChange={onShape}
        />
        <p className="tabular">
          {t('crop.size', shownSize(draft === null ? edits : withCrop(edits, shape, draft), shape, size))}
        </p>
        <p className="picture-hint">
          {t(drawn !== undefined ? 'crop.drawn' : proportions === null ? 'crop.whole' : 'crop.auto')}
        </p>
        <Button isDisabled={drawn === undefined} onPress={() => change({ crops: { [shape]: null } })}>
          {t('crop.clear')}
        </Button>
      </div>
    </>
  );
}

const withCrop = (edits: PhotoEdits, shape: CropShape, area: PhotoArea): PhotoEdits => ({
  ...edits,
  crops: { ...edits.crops, [shape]: area },
});

/** Everything but the area. */
function around({ x, y, width, height }: PhotoArea): string {
  const percent = (part: number): string => `${(part * 100).toFixed(3)}%`;
  const [left, top, right, bottom] = [x, y, x + width, y + height].map(percent) as [string, string, string, string];
  const outside = '0 0, 100% 0, 100% 100%, 0 100%, 0 0';
  return `polygon(evenodd, ${outside}, ${left} ${top}, ${right} ${top}, ${right} ${bottom}, ${left} ${bottom}, ${left} ${top})`;
}
