/** A desk of one person with small pictures in its library. */
import sharp from 'sharp';
import { Desk } from '../../electron/core/desk/desk.ts';
import { ownFolder, readNote, writeNote } from '../../electron/core/desk/workstation-note.ts';
import type { PhotoRecord } from '../../shared/photos/photo-details.ts';
import { openHostPage } from '../support/page.ts';
import type { Seat } from './office.ts';

export async function withOwnDesk<T>(dataDir: string, use: (desk: Desk) => Promise<T>): Promise<T> {
  const desk = await Desk.open({ folder: ownFolder(dataDir), name: 'Lê Thu Hà' });
  try {
    return await use(desk);
  } finally {
    await desk.close();
  }
}

/** Pictures of one colour each, which nobody has said anything of; answers them in the order of the contact sheet. */
export async function makePhotoDesk(dataDir: string, count: number): Promise<string[]> {
  return withOwnDesk(dataDir, async (desk) => {
    writeNote(dataDir, { ...readNote(dataDir), profile: 'own', language: 'vi' });
    for (let index = 0; index < count; index += 1) {
      const background = { r: (index * 37) % 256, g: (index * 91) % 256, b: (index * 53) % 256 };
      const bytes = await sharp({ create: { width: 90, height: 60, channels: 3, background } })
        .jpeg()
        .toBuffer();
      const file = new Blob([new Uint8Array(bytes)]);
      await desk.photoIntake.takeIn(file, { name: `anh-${index}.jpg`, batch: 'Thẻ 1' });
    }
    // A busy computer is behind with the library's rows for a while.
    while (desk.articles.settle() > 0) await new Promise((resolve) => setTimeout(resolve, 20));
    return desk.photoLibrary.ids({ query: '', aside: true, sort: { by: 'taken', descending: true } });
  });
}

/** What the core knows of a picture, asked by a page of its own. */
export async function recordIn({ context, host }: Seat, sha256: string): Promise<PhotoRecord> {
  const [cookie] = await context.cookies();
  const other = await openHostPage(host, `${cookie!.name}=${cookie!.value}`);
  const record = await other.desk.photoLibrary.record({ sha256 });
  other.close();
  return record;
}
