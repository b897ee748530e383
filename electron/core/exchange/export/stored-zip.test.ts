import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { tempFolder } from '../../../../tests/support/temp-folder.ts';
import { StoredZip } from './stored-zip.ts';

const files: [name: string, bytes: Buffer][] = [
  ['2026-11-26 Hội nghị “ổn định” — ỹ Ấ.jpg', randomBytes(2_500_000)],
  ['trống.jpg', Buffer.alloc(0)],
  ['b.png', Buffer.from('một')],
];

async function zipOf(largest?: number): Promise<string> {
  const folder = tempFolder();
  const zip = new StoredZip(new Date(2026, 10, 26, 8, 30), largest);
  const pieces: Uint8Array[] = [];
  for (const [index, [name, bytes]] of files.entries()) {
    const path = join(folder, String(index));
    writeFileSync(path, bytes);
    for await (const piece of zip.add(name, path)) pieces.push(piece);
  }
  pieces.push(zip.end());
  // No piece holds a whole picture.
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThanOrEqual(1024 * 1024);
  const path = join(folder, 'a.zip');
  writeFileSync(path, Buffer.concat(pieces));
  return path;
}

describe.each([
  ['small', undefined],
  ['with the large numbers of ZIP64', 0],
])('an archive of pictures, %s', (_, largest) => {
  it('gives every file back under its name', async () => {
    const path = await zipOf(largest);
    const unpacked = unzipSync(readFileSync(path));
    expect(Object.keys(unpacked)).toEqual(files.map(([name]) => name));
    for (const [name, bytes] of files) expect(Buffer.from(unpacked[name]!).equals(bytes)).toBe(true);
  });
});
