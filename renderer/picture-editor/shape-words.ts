import type { TFunction } from 'i18next';
import type { CropShape } from '../../shared/photos/photo-details.ts';

/** `16:9`; a shape without proportions has a word. */
export function shapeName(shape: CropShape, t: TFunction<'pictureEditor'>): string {
  return shape === 'free' ? t('shape.free') : shape;
}

const uses = { '16:9': 'wide', '4:3': 'usual', '1:1': 'square', free: 'free' } as const;

/** Where readers see it. */
export function shapeUse(shape: CropShape, t: TFunction<'pictureEditor'>): string {
  return t(`use.${uses[shape]}`);
}
