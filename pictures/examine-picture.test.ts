import { readFileSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import { noMetadata } from '../shared/photos/embedded.ts';
import { tempFolder } from '../tests/support/temp-folder.ts';
import { examinePicture } from './examine-picture.ts';
import { endMetadata } from './exiftool.ts';

const reference = join(import.meta.dirname, '../tests/fixtures/photos/iptc/IPTC-PhotometadataRef-Std2024.1.jpg');
afterAll(endMetadata);

it('makes a picture ready where nothing can be read of its words, tells why, and reads them once that is mended', async () => {
  const folder = tempFolder();
  const path = join(folder, 'a.jpg');
  await copyFile(reference, path);
  const task = { path, name: 'a.jpg', renditions: { thumb: join(folder, 'thumb'), preview: join(folder, 'preview') } };
  vi.stubEnv('PATH', folder);
  const without = await examinePicture(task);
  vi.unstubAllEnvs();
  expect(without).toMatchObject({ metadata: noMetadata, unread: { code: 'metadata-tool-missing' } });
  expect(readFileSync(task.renditions.thumb).length).toBeGreaterThan(0);
  const read = await examinePicture(task);
  expect(read.metadata.headline).toBe('The Headline (ref2024.1)');
  expect(read.unread).toBeUndefined();
});
