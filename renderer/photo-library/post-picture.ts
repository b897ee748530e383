/** Sends a picture to the browser host by a request of its own (electron/host/take-picture.ts): none of its bytes come through the page. */
import { type PostedPicture, postedPictureSchema, type TakenIn } from '../../shared/contract/desk-photos.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { isErrorCode } from '../../shared/errors/codes.ts';
import type { Desk } from '../app/desk-link.ts';

/** Throws AppError: the core's own, and desk-unreachable once the desk can be reached again, so that it may be tried anew at once. */
export async function postPicture(
  desk: Desk,
  file: File,
  { batch, personId }: { batch: string; personId: string },
): Promise<TakenIn> {
  const query = new URLSearchParams({ name: file.name, batch, person: personId });
  const posted = await post(`./photos?${query}`, file).catch(() => null);
  if (posted !== null && 'taken' in posted) return posted.taken;
  if (posted !== null && posted.error.code !== 'desk-unreachable') {
    const { code, details } = posted.error;
    throw new AppError(isErrorCode(code) ? code : 'internal', details);
  }
  // A call waits for the line, and learns of another person at this desk.
  await desk.photoLibrary.overview().catch(() => {});
  throw new AppError('desk-unreachable', {}, { retryable: true });
}

async function post(address: string, file: File): Promise<PostedPicture> {
  const response = await fetch(address, { method: 'POST', body: file, redirect: 'error' });
  return postedPictureSchema.parse(await response.json());
}
