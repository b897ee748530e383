import type { PictureSize } from '../../shared/photos/geometry.ts';
import type { RecordChange } from '../../shared/photos/write-record.ts';
import type { RecordEdits } from './use-record-edits.ts';

/** What each tool works with. A tool draws its stage and its panel; the editor gives them their places. */
export type ToolProps = {
  /** The picture without edits. */
  src: string;
  /** Of the upright original, in pixels. */
  size: PictureSize;
  now: RecordEdits;
  filter: string | undefined;
  /** Each call is one step of undo. */
  change: (change: RecordChange) => void;
};
