import { describe, expect, it } from 'vitest';
import type { ArchiveEvent } from '../../shared/contract/desk-exports.ts';
import { receiveArchive } from './receive-archive.ts';

const events: ArchiveEvent[] = [
  { type: 'progress', behind: 0, total: 2 },
  { type: 'bytes', bytes: Uint8Array.of(1, 2) },
  { type: 'progress', behind: 1, total: 2 },
  { type: 'bytes', bytes: Uint8Array.of(3) },
  { type: 'end', name: 'bai.zip', mime: 'application/zip', files: 2, failed: [] },
];

/** As the core sends them; `ended` once nobody listens any more. */
function sent(): { stream: AsyncGenerator<ArchiveEvent>; isEnded: () => boolean } {
  let isEnded = false;
  async function* stream(): AsyncGenerator<ArchiveEvent> {
    try {
      yield* events;
    } finally {
      isEnded = true;
    }
  }
  return { stream: stream(), isEnded: () => isEnded };
}

describe('an archive on its way', () => {
  it('is put together of its pieces, and tells how far it is', async () => {
    const seen: number[] = [];
    const archive = await receiveArchive(sent().stream, { isStopped: () => false, onProgress: (at) => seen.push(at) });
    expect(archive).toMatchObject({ name: 'bai.zip', files: 2, failed: [] });
    expect([...new Uint8Array(await archive!.file.arrayBuffer())]).toEqual([1, 2, 3]);
    expect(archive!.file.type).toBe('application/zip');
    expect(seen).toEqual([0, 1]);
  });

  it('that is stopped leaves nothing, and tells the core so', async () => {
    const { stream, isEnded } = sent();
    let behind = 0;
    const onProgress = (at: number): void => {
      behind = at;
    };
    expect(await receiveArchive(stream, { isStopped: () => behind === 1, onProgress })).toBeNull();
    expect(isEnded()).toBe(true);
  });

  it('whose line ends before it does is none', async () => {
    async function* cut(): AsyncGenerator<ArchiveEvent> {
      yield* events.slice(0, 3);
    }
    expect(await receiveArchive(cut(), { isStopped: () => false, onProgress: () => {} })).toBeNull();
  });
});
