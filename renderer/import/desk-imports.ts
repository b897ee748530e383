import { type ImportPreview, MAX_IMPORT_BYTES, type TextEncoding } from '../../shared/contract/desk-imports.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { type Desk, toAppError } from '../app/desk-link.ts';
import type { ImportPort } from './import-queue.ts';

/** The desk's imports; what is too large, or no file at all, is not even sent. */
export function deskImports(desk: Desk): ImportPort {
  return {
    preview: (file, encoding, signal) => readPreview(desk, file, encoding, signal),
    confirm: (preview) =>
      desk.imports.confirm({ preview }).then(
        ({ id }) => id,
        (error) => {
          throw toAppError(error);
        },
      ),
    // A core that has started anew has forgotten it by itself.
    discard: (draft) => void desk.imports.discard({ draft }).catch(() => {}),
  };
}

async function readPreview(
  desk: Desk,
  file: File,
  encoding: TextEncoding | undefined,
  signal: AbortSignal,
): Promise<ImportPreview> {
  if (file.size > MAX_IMPORT_BYTES) {
    const sizes = { size: megabytes(file.size), limit: megabytes(MAX_IMPORT_BYTES) };
    throw new AppError('file-too-large', { file: file.name, ...sizes });
  }
  try {
    await file.slice(0, 1).arrayBuffer();
  } catch (cause) {
    // A folder, or a file that is gone meanwhile.
    throw new AppError('file-not-text', { file: file.name }, { cause });
  }
  try {
    const asked = { file, name: file.name, ...(encoding !== undefined && { encoding }) };
    return await desk.imports.preview(asked, { signal });
  } catch (error) {
    throw toAppError(error);
  }
}

const megabytes = (bytes: number): number => Math.ceil((bytes / 1024 / 1024) * 10) / 10;
