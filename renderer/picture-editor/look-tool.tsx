import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { frameSize } from '../../shared/photos/geometry.ts';
import { type PhotoLook, plainLook } from '../../shared/photos/photo-details.ts';
import { Button } from '../ui/button.tsx';
import { isPlainLook, useLookFilter } from './look-filter.tsx';
import { PictureSlider } from './picture-slider.tsx';
import { ShownPicture } from './shown-picture.tsx';
import { Stage } from './stage.tsx';
import type { ToolProps } from './tool-props.ts';

export function LookTool({ src, size, now: { edits, look }, change }: ToolProps): ReactNode {
  const { t } = useTranslation('pictureEditor');
  const [draft, setDraft] = useState<Partial<PhotoLook> | null>(null);
  const { filter, definition } = useLookFilter({ ...look, ...draft });
  const slider = (name: keyof PhotoLook, least: number, most: number): ReactNode => (
    <PictureSlider
      label={t(`look.${name}`)}
      value={look[name]}
      {...{ least, most }}
      step={1}
      words={(value) => (name === 'brightness' && value > 0 ? `+${value}` : String(value))}
      onDraft={(value) => setDraft(value === null ? null : { [name]: value })}
      onChange={(value) => change({ look: { [name]: value } })}
    />
  );
  return (
    <>
      <Stage size={frameSize(size, edits)}>
        {definition}
        <ShownPicture src={src} size={size} edits={edits} filter={filter} alt={t('picture')} />
      </Stage>
      <div className="picture-panel">
        <p className="picture-hint">{t('look.hint')}</p>
        {slider('brightness', -100, 100)}
        {slider('black', 0, look.white - 1)}
        {slider('white', look.black + 1, 255)}
        <Button isDisabled={isPlainLook(look)} onPress={() => change({ look: plainLook })}>
          {t('look.clear')}
        </Button>
      </div>
    </>
  );
}
