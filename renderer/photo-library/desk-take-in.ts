import type { WorkstationState } from '../../shared/contract/desk.ts';
import { MAX_PHOTO_BYTES } from '../../shared/contract/office.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { type Desk, toAppError } from '../app/desk-link.ts';
import { postPicture } from './post-picture.ts';
import type { TakeInPort } from './take-in-queue.ts';

const MEGABYTE = 1024 * 1024;

/**
 * The desk's taking in; what is too large, or cannot be read (a card that was pulled out), is not even sent. A browser sends the file by
 * itself, beside the page; in Electron, which has no server, it goes through the desk's port.
 */
export function deskTakeIn(
  desk: Desk,
  { host, personId }: { host: WorkstationState['host']; personId: string },
): TakeInPort {
  return {
    takeIn: async (file, batch) => {
      if (file.size > MAX_PHOTO_BYTES) {
        throw new AppError('photo-too-large', {
          file: file.name,
          size: inWords(file.size),
          limit: inWords(MAX_PHOTO_BYTES),
        });
      }
      try {
        await file.slice(0, 1).arrayBuffer();
      } catch (cause) {
        const reason = cause instanceof Error ? cause.message : String(cause);
        throw new AppError('file-unreadable', { file: file.name, reason }, { cause });
      }
      if (host === 'browser') return postPicture(desk, file, { batch, personId });
      try {
        return await desk.photoLibrary.takeIn({ file, name: file.name, batch });
      } catch (error) {
        throw toAppError(error);
      }
    },
    discard: async (sha256s) => {
      await desk.photoLibrary.discard({ sha256s: [...sha256s] });
    },
  };
}

const inWords = (bytes: number): string => `${Math.ceil(bytes / MEGABYTE)} MB`;
