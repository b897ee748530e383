/**
 * A picture and what is done to it: crops, focus, turning, hidden faces, and how the desk looks at it. Nothing touches the original;
 * each deed is one step of undo of the picture's record.
 */
import { Crop, Crosshair, Redo2, RotateCw, ScanFace, SunMedium, Undo2 } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { CropShape } from '../../shared/photos/photo-details.ts';
import type { RecordSession } from '../photo-records/record-session.ts';
import { photoUrl } from '../photos/use-photo.ts';
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
  const props: ToolProps = {
    src: photoUrl(session.sha256, 'preview'),
    size: { width, height },
    now,
    filter,
    change: (change) => session.change(change),
  };
  const { withheld: _, ...edits } = now.edits;

  const onKeyDown = (event: KeyboardEvent): void => {
    const isUndo = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'z';
    const isRedo = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'y';
    if (!isUndo && !isRedo) return;
    event.preventDefault();
    event.stopPropagation();
    if (isRedo || event.shiftKey) session.undo.redo();
    else session.undo.undo();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: undo and redo by their keys, wherever in it the focus is
    <div className="picture-editor" onKeyDown={onKeyDown}>
      {definition}
      <RadioGroup
        className="picture-tools"
        aria-label={t('tools')}
        value={tool}
        onChange={(next) => setTool(next as PictureTool)}
      >
        {tools.map(([id, Icon], index) => (
          <Radio key={id} value={id} className="picture-tool" autoFocus={index === 0}>
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
        <IconButton label={t('undo')} keys="Ctrl+Z" isDisabled={!undo.canUndo} onPress={() => session.undo.undo()}>
          <Undo2 />
        </IconButton>
        <IconButton label={t('redo')} keys="Ctrl+Y" isDisabled={!undo.canRedo} onPress={() => session.undo.redo()}>
          <Redo2 />
        </IconButton>
        <Button
          look="quiet"
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
