import { AppError } from '../../../shared/errors/app-error.ts';

const MEGABYTE = 1024 * 1024;

/** Throws the error of this code for more than `limit` bytes. */
export function checkSize(
  code: 'photo-too-large' | 'attachment-too-large',
  { file, bytes, limit }: { file: string; bytes: number; limit: number },
): void {
  if (bytes <= limit) return;
  const megabytes = (size: number): string => `${Math.ceil(size / MEGABYTE)} MB`;
  throw new AppError(code, { file, size: megabytes(bytes), limit: megabytes(limit) });
}
