import { RotateCcw, RotateCw } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { frameSize } from '../../shared/photos/geometry.ts';
import { MAX_STRAIGHTEN_DEGREES, type PhotoEdits } from '../../shared/photos/photo-details.ts';
import { Button } from '../ui/button.tsx';
import { PictureSlider } from './picture-slider.tsx';
import { ShownPicture } from './shown-picture.tsx';
import { Stage } from './stage.tsx';
import type { ToolProps } from './tool-props.ts';
import { turnedEdits } from './turn-edits.ts';

export function TurnTool({ src, size, now: { edits }, filter, change }: ToolProps): ReactNode {
  const { t } = useTranslation('pictureEditor');
  const [draft, setDraft] = useState<number | null>(null);
  const straighten = draft ?? edits.straighten ?? 0;
  const { straighten: _, ...rest } = edits;
  const shown: PhotoEdits = straighten === 0 ? rest : { ...rest, straighten };
  const hasCrops = edits.crops?.['16:9'] !== undefined || edits.crops?.['4:3'] !== undefined;
  return (
    <>
      <Stage size={frameSize(size, shown)}>
        <ShownPicture src={src} size={size} edits={shown} filter={filter} alt={t('picture')} />
        <div className={`picture-grid ${draft === null ? '' : 'is-used'}`} />
      </Stage>
      <div className="picture-panel">
        <div className="picture-pair">
          <Button onPress={() => change(turnedEdits(edits, 'left'))}>
            <RotateCcw />
            {t('turn.left')}
          </Button>
          <Button onPress={() => change(turnedEdits(edits, 'right'))}>
            <RotateCw />
            {t('turn.right')}
          </Button>
        </div>
        {hasCrops ? <p className="picture-hint">{t('turn.crops')}</p> : null}
        <PictureSlider
          label={t('turn.straighten')}
          value={edits.straighten ?? 0}
          least={-MAX_STRAIGHTEN_DEGREES}
          most={MAX_STRAIGHTEN_DEGREES}
          step={0.1}
          words={(degrees) => t('turn.degrees', { degrees })}
          onDraft={setDraft}
          onChange={(next) => change({ straighten: next === 0 ? null : next })}
        />
        <p className="picture-hint">{t('turn.hint')}</p>
        <Button
          isDisabled={edits.turn === undefined && edits.straighten === undefined}
          onPress={() => {
            // Back by as many quarters as it was turned, so that what was drawn turns back with it.
            const back =
              edits.turn === 90 ? turnedEdits(edits, 'left') : edits.turn === 270 ? turnedEdits(edits, 'right') : {};
            change({ ...back, turn: null, straighten: null });
          }}
        >
          {t('turn.clear')}
        </Button>
      </div>
    </>
  );
}
