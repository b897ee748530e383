/**
 * A picture and what is done to it: crops, focus, turning, hidden faces, and how the desk looks at it. Nothing touches the original;
 * each deed is one step of undo of the picture's record.
 */
import { Crop, Crosshair, Redo2, RotateCw, ScanFace, SunMedium, Undo2 } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { CropShape } from '../../shared/photos/photo-details.ts';
import { showKeys, useCommands } from '../app/commands.tsx';
import type { RecordSession } from '../photo-records/record-session.ts';
import { photoUrl } from '../photos/use-photo.ts';
import { knowPhotoEdits } from '../photos/use-photo-edits.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { CropTool } from './crop-tool.tsx';
import { FocusTool } from './focus-tool.tsx';
import { useLookFilter } from './look-filter.tsx';
import { LookTool } from './look-tool.tsx';
import { PixelateTool } from './pixelate-tool.tsx';
import { ShapePreviews } from './shape-previews.tsx';
import type { ToolProps } from './tool-props.ts';
import { withoutEdits } from './turn-edits.ts';
import { TurnTool } from './turn-tool.tsx';
import { useRecordEdits, useRecordUndo } from './use-record-edits.ts';
import './picture-editor.css';

const tools = [
  ['crop', Crop],
  ['focus', Crosshair],
  ['turn', RotateCw],
  ['pixelate', ScanFace],
  ['look', SunMedium],
] as const;
export type PictureTool = (typeof tools)[number][0];

/** Fills its room. Whoever opens it gives it the picture's session. */
export function PictureEditor({
  session,
  startTool = 'crop',
  onClose,
}: {
  session: RecordSession;
  startTool?: PictureTool;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation('pictureEditor');
  const [tool, setTool] = useState<PictureTool>(startTool);
  const [shape, setShape] = useState<CropShape>('16:9');
  const now = useRecordEdits(session);
  const undo = useRecordUndo(session);
  const { filter, definition } = useLookFilter(now.look);
  const { width, height } = session.facts().row;
  useEffect(() => knowPhotoEdits(session.sha256, now.edits), [session, now]);
  const props: ToolProps = {
    src: photoUrl(session.sha256, 'preview'),
    size: { width, height },
    now,
    filter,
    change: (change) => session.change(change),
  };
  const { withheld: _, ...edits } = now.edits;

  // Wherever the focus is: a button that has done its work may have lost it.
  const command = { group: t('title'), isHidden: true };
  useCommands([
    { ...command, id: 'picture.undo', title: t('undo'), keys: 'mod+z', run: () => session.undo.undo() },
    { ...command, id: 'picture.redo', title: t('redo'), keys: 'mod+y', run: () => session.undo.redo() },
    { ...command, id: 'picture.redo-shift', title: t('redo'), keys: 'mod+shift+z', run: () => session.undo.redo() },
  ]);

  return (
    <div className="picture-editor">
      {definition}
      <RadioGroup
        className="picture-tools"
        aria-label={t('tools')}
        value={tool}
        onChange={(next) => setTool(next as PictureTool)}
      >
        {tools.map(([id, Icon]) => (
          <Radio key={id} value={id} className="picture-tool" autoFocus={id === startTool}>
            <Icon />
            {t(`tool.${id}`)}
          </Radio>
        ))}
      </RadioGroup>
      {tool === 'crop' ? <CropTool {...props} shape={shape} onShape={setShape} /> : null}
      {tool === 'focus' ? <FocusTool {...props} /> : null}
      {tool === 'turn' ? <TurnTool {...props} /> : null}
      {tool === 'pixelate' ? <PixelateTool {...props} /> : null}
      {tool === 'look' ? <LookTool {...props} /> : null}
      <ShapePreviews
        {...{ src: props.src, size: props.size, edits: now.edits }}
        shape={tool === 'crop' ? shape : null}
        onShape={(next) => {
          setShape(next);
          setTool('crop');
        }}
      />
      <div className="picture-foot">
        <IconButton
          label={t('undo')}
          keys={showKeys('mod+z')}
          isDisabled={!undo.canUndo}
          onPress={() => session.undo.undo()}
        >
          <Undo2 />
        </IconButton>
        <IconButton
          label={t('redo')}
          keys={showKeys('mod+y')}
          isDisabled={!undo.canRedo}
          onPress={() => session.undo.redo()}
        >
          <Redo2 />
        </IconButton>
        <Button
          isDisabled={Object.keys(edits).length === 0}
          onPress={() => session.change(withoutEdits(now.pixelated))}
        >
          {t('reset')}
        </Button>
        <span className="picture-kept">{filter === undefined ? t('kept') : t('look.on')}</span>
        <Button look="main" onPress={onClose}>
          {t('done')}
        </Button>
      </div>
    </div>
  );
}
