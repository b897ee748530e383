/** Refusing what is not a Yjs update, before it touches a document. */
import * as Y from 'yjs';
import { AppError } from '../errors/app-error.ts';

export const MAX_UPDATE_BYTES = 64 * 1024 * 1024;

/** Throws AppError update-invalid if the bytes are not one whole Yjs update (version 1 encoding), or too many. */
export function checkUpdate(bytes: Uint8Array): void {
  if (bytes.byteLength > MAX_UPDATE_BYTES) {
    throw new AppError('update-invalid', { reason: `${bytes.byteLength} bytes; the limit is ${MAX_UPDATE_BYTES}` });
  }
  try {
    Y.decodeUpdate(bytes);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new AppError('update-invalid', { reason }, { cause: error });
  }
}
