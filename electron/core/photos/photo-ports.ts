/** What the photo library needs of the rooms that take pictures in and give them out. */
import type { ExportedFile } from '../../../shared/contract/desk-exports.ts';
import type { PhotoExportEvent, TakenIn } from '../../../shared/contract/desk-photos.ts';
import type { ErrorRecord } from '../../../shared/errors/app-error.ts';
import type { EmbeddedMetadata } from '../../../shared/photos/embedded.ts';

export type FailedPhoto = { sha256: string; name: string; error: ErrorRecord };

export type PhotoIntake = {
  /** Throws photo-not-an-image, photo-truncated, photo-too-large, disk-full. */
  takeIn(file: Blob, options: { name: string; batch: string; signal?: AbortSignal }): Promise<TakenIn>;
  discard(sha256s: readonly string[]): Promise<{ done: number; failed: FailedPhoto[] }>;
  /** What a picture's file says of itself, for a record that is begun late. Throws photo-not-found. */
  seedOf(sha256: string): Promise<EmbeddedMetadata>;
};

export type PhotoExports = {
  /** Whoever stops listening stops it. */
  files(
    choice: { sha256s: readonly string[]; size: 'full' | 'web' },
    signal?: AbortSignal,
  ): AsyncGenerator<PhotoExportEvent>;
  contactSheet(choice: { sha256s: readonly string[]; title: string; language?: 'vi' | 'en' }): Promise<ExportedFile>;
};
