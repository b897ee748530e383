import { Trash2 } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import { isHeldBack } from '../../shared/photos/held-back.ts';
import type { PhotoArea } from '../../shared/photos/photo-details.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { AreaDrawing, areaInMiddle } from './area-drawing.tsx';
import type { ToolProps } from './tool-props.ts';

export function PixelateTool({ src, size, now, filter, change }: ToolProps): ReactNode {
  const { t } = useTranslation('pictureEditor');
  const hint = useId();
  const [selected, setSelected] = useState<string | null>(null);
  const [added, setAdded] = useState<string | null>(null);
  const { edits, pixelated, faces } = now;
  const areas = pixelated.map(({ id, area }, index) => ({
    id,
    area,
    label: t('pixelate.area', { number: index + 1 }),
  }));
  const uncovered = faces.filter((face) => !pixelated.some(({ area }) => covers(area, face)));
  const add = (areas: readonly PhotoArea[]): string | null => {
    const ids = areas.map(() => newId());
    change({ pixelated: Object.fromEntries(areas.map((area, index) => [ids[index]!, area])) });
    const last = ids.at(-1) ?? null;
    setSelected(last);
    return last;
  };
  const remove = (id: string): void => {
    change({ pixelated: { [id]: null } });
    setSelected(null);
  };
  return (
    <>
      <AreaDrawing
        {...{ src, size, edits, areas, selected, added, filter }}
        onSelect={setSelected}
        onChange={(id, area) => change({ pixelated: { [id]: area } })}
        onDraw={(area) => add([area])}
        onRemove={remove}
      />
      <div className="picture-panel">
        <p className="picture-hint">{t('pixelate.hint')}</p>
        <Button onPress={() => setAdded(add([areaInMiddle(size)]))}>{t('pixelate.add')}</Button>
        {uncovered.length === 0 ? null : (
          <Button onPress={() => add(uncovered)}>{t('pixelate.fromPeople', { count: uncovered.length })}</Button>
        )}
        <label className="picture-switch">
          <input
            type="checkbox"
            checked={edits.withheld === true}
            aria-describedby={hint}
            onChange={({ target }) => change({ withheld: target.checked })}
          />
          {t('pixelate.withheld')}
        </label>
        <p id={hint} className="picture-hint">
          {t('pixelate.withheldHint')}
        </p>
        <p role="status" className={isHeldBack(edits) ? 'picture-warning' : ''}>
          {isHeldBack(edits)
            ? t('pixelate.heldBack')
            : areas.length === 0
              ? ''
              : t('pixelate.covered', { count: areas.length })}
        </p>
        {areas.length === 0 ? null : (
          <ul className="picture-areas" aria-label={t('pixelate.list')}>
            {areas.map(({ id, label }, index) => (
              <li key={id} className={selected === id ? 'is-selected' : ''}>
                <span>{label}</span>
                <IconButton label={t('pixelate.remove', { number: index + 1 })} onPress={() => remove(id)}>
                  <Trash2 />
                </IconButton>
              </li>
            ))}
          </ul>
        )}
      </div>
    </>
  );
}

/** Nearly all of the face is in it. */
function covers(area: PhotoArea, face: PhotoArea): boolean {
  const across = Math.min(area.x + area.width, face.x + face.width) - Math.max(area.x, face.x);
  const down = Math.min(area.y + area.height, face.y + face.height) - Math.max(area.y, face.y);
  return across > face.width * 0.9 && down > face.height * 0.9;
}
