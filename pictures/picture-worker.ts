/**
 * The process in which strangers' pictures are decoded: what they cost in time and memory is spent here, behind whatever people do,
 * and a file that brings a decoder down brings down nothing else. It ends with whoever started it.
 */
import sharp from 'sharp';
import { AppError } from '../shared/errors/app-error.ts';
import { examinePicture, type PictureTask } from './examine-picture.ts';
import { giveWay } from './give-way.ts';
import type { FromPictureWorker, ToPictureWorker } from './picture-messages.ts';
import { endMetadata } from './read-metadata.ts';

/** More than 200 megapixels need in any format. */
const MAX_MEMORY_BYTES = 2 ** 31;
/** Of the processor, for one picture: a computer that has other things to do is no reason to give it up. */
const MAX_WORK_MS = 60_000;
const LOOK_MS = 250;

let workBefore = 0;

async function work({ id, task }: { id: number; task: PictureTask }): Promise<void> {
  const answer = await examinePicture(task).then(
    (picture): FromPictureWorker => ({ id, picture }),
    (error: unknown): FromPictureWorker =>
      error instanceof AppError ? { id, refused: error.toRecord() } : { id, failed: asFailure(error) },
  );
  workBefore = workMs();
  tell(answer);
}

/** What this process has had of the processor, in milliseconds. */
function workMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

function asFailure(error: unknown): { message: string; code: unknown } {
  const { message, code } = error as { message?: unknown; code?: unknown };
  return { message: String(message ?? error), code };
}

function tell(message: FromPictureWorker): void {
  process.send?.(message);
}

giveWay();
sharp.concurrency(1);
sharp.cache(false);
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['Jpeg', 'Png', 'Webp', 'Heif', 'Tiff'].map((loader) => `VipsForeignLoad${loader}`),
});
// A decoder that runs away cannot be asked to stop.
setInterval(() => {
  const isTooHard = process.memoryUsage.rss() > MAX_MEMORY_BYTES || workMs() - workBefore > MAX_WORK_MS;
  if (isTooHard) process.kill(process.pid, 'SIGKILL');
}, LOOK_MS).unref();
process.on('message', (message: ToPictureWorker) => void work(message));
process.on('disconnect', () => void endMetadata().finally(() => process.exit()));
