/** Between the process that decodes pictures and whoever started it. */
import type { ErrorRecord } from '../shared/errors/app-error.ts';
import type { ExaminedPicture, PictureTask } from './examine-picture.ts';

export type ToPictureWorker = { id: number; task: PictureTask };
/** `refused`: the picture's fault. `failed`: the disk's, or ours. */
export type FromPictureWorker = { id: number } & (
  | { picture: ExaminedPicture }
  | { refused: ErrorRecord }
  | { failed: { message: string; code: unknown } }
);
