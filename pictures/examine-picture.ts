/** All that is learnt of a picture's file when it is taken in, and the smaller pictures made of it. */
import { open, writeFile } from 'node:fs/promises';
import type { ErrorRecord } from '../shared/errors/app-error.ts';
import type { EmbeddedMetadata } from '../shared/photos/embedded.ts';
import { type Fingerprint, fingerprintOf } from './fingerprint.ts';
import { metadataProblem, readMetadata } from './read-metadata.ts';
import { decodePhoto, type PictureSize, type Rendition } from './renditions.ts';

/** `name`: for errors' texts. `renditions`: where they are written. */
export type PictureTask = { path: string; name: string; renditions: Record<Rendition, string> };
/** `unread`: why what its file says of itself could not be read on this computer. */
export type ExaminedPicture = PictureSize & {
  fingerprint: Fingerprint | null;
  metadata: EmbeddedMetadata;
  unread?: ErrorRecord;
};

let decoding: Promise<unknown> = Promise.resolve();

/**
 * One picture is decoded at a time, which bounds the memory; ExifTool reads the next one meanwhile. When this returns the file and
 * its renditions are on the disk. Throws as `decodePhoto`.
 */
export async function examinePicture({ path, name, renditions }: PictureTask): Promise<ExaminedPicture> {
  const reading = readMetadata(path);
  const decoded = decoding.then(() => decodePhoto(path, name));
  decoding = decoded.catch(() => {});
  // Whoever is refused may be removed at once, which some systems do not let happen to a file that is being read.
  const { renditions: made, ...size } = await decoded.catch(async (error: unknown) => {
    await reading;
    throw error;
  });
  const [metadata, fingerprint] = await Promise.all([
    reading,
    fingerprintOf(made.thumb, size),
    writeFile(renditions.preview, made.preview, { flush: true, mode: 0o600 }),
    writeFile(renditions.thumb, made.thumb, { flush: true, mode: 0o600 }),
    syncFile(path),
  ]);
  return { ...size, fingerprint, metadata, unread: metadataProblem()?.toRecord() };
}

async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
