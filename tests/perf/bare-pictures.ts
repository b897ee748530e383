// node bare-pictures.ts FOLDER PICTURE...: makes the two smaller ones of each picture by sharp alone, one after another, at the
// priority at which the product makes them.
import { basename, join } from 'node:path';
import sharp from 'sharp';
import { giveWay } from '../../pictures/give-way.ts';

const [, , folder = '', ...pictures] = process.argv;
giveWay();
sharp.concurrency(1);
sharp.cache(false);
for (const picture of pictures) {
  for (const side of [1_600, 320]) {
    await sharp(picture, { failOn: 'error', sequentialRead: true })
      .autoOrient()
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: 82 })
      .toFile(join(folder, `${basename(picture)}.${side}.jpg`));
  }
}
