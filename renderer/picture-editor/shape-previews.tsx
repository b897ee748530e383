import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cropOf, type PictureSize } from '../../shared/photos/geometry.ts';
import { type CropShape, cropShapes, type PhotoEdits } from '../../shared/photos/photo-details.ts';
import { shapeName, shapeUse } from './shape-words.ts';
import { ShownPicture } from './shown-picture.tsx';
import { proportionsOf } from './upright-plane.ts';

/** The picture in each of its shapes, as it will appear; a press leads to where that shape is drawn. */
export function ShapePreviews({
  src,
  size,
  edits,
  shape,
  onShape,
}: {
  src: string;
  size: PictureSize;
  edits: PhotoEdits;
  /** The one that is being drawn. */
  shape: CropShape | null;
  onShape: (shape: CropShape) => void;
}): ReactNode {
  const { t } = useTranslation('pictureEditor');
  return (
    <ul className="shape-previews" aria-label={t('previews')}>
      {cropShapes.map((one) => {
        const crop = cropOf(edits, one, size);
        const proportions = proportionsOf(size, edits, crop);
        return (
          <li key={one}>
            <button type="button" className={shape === one ? 'is-current' : ''} onClick={() => onShape(one)}>
              <span className="shape-preview">
                <span
                  className="shape-preview-picture"
                  style={{ aspectRatio: proportions, width: `min(100cqw, calc(100cqh * ${proportions}))` }}
                >
                  <ShownPicture src={src} size={size} edits={edits} crop={crop} />
                </span>
              </span>
              <span className="shape-preview-name">{shapeName(one, t)}</span>
              <span className="shape-preview-use">{shapeUse(one, t)}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
