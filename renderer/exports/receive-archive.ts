/** Puts together the archive that the core sends piece by piece. Its bytes are kept by the browser, not in the page. */
import type { ArchiveEvent } from '../../shared/contract/desk-exports.ts';

type End<F> = { type: 'end'; name: string; mime: string; files: number; failed: F[] };
/** `F`: what could not be packed. */
export type PackedEvent<F> = Exclude<ArchiveEvent, { type: 'end' }> | End<F>;
export type Archive<F = Extract<ArchiveEvent, { type: 'end' }>['failed'][number]> = Pick<
  End<F>,
  'name' | 'files' | 'failed'
> & { file: Blob };

/** Null where it was stopped, by which the core stops as well. */
export async function receiveArchive<F>(
  events: AsyncIterable<PackedEvent<F>>,
  options: { isStopped: () => boolean; onProgress: (behind: number, total: number) => void },
): Promise<Archive<F> | null> {
  const pieces: Blob[] = [];
  for await (const event of events) {
    if (options.isStopped()) return null;
    if (event.type === 'progress') options.onProgress(event.behind, event.total);
    else if (event.type === 'bytes') pieces.push(new Blob([event.bytes]));
    else {
      const { name, mime, files, failed } = event;
      return { name, files, failed, file: new Blob(pieces, { type: mime }) };
    }
  }
  return null;
}
