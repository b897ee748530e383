/**
 * A card of photos as a camera writes them: 12 megapixels with the grain of a sensor, a few megabytes each, with what the camera and
 * the photographer say of them. Made once and kept in the system's folder for such things.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

const WIDTH = 4_000;
const HEIGHT = 3_000;
/** So many exposures; the others differ from them in what is said of them, and so in every hash. */
const EXPOSURES = 20;
const GRAIN_PIXELS = 1_024;
/** Another number makes another card. */
const VERSION = 1;

const samples = fileURLToPath(new URL('../../resources/sample/', import.meta.url));
const scenes = ['airplane-from-above', 'black-canyon', 'french-alpine-landscape', 'nagasaki-boats'];

/** Answers the paths of the photos. */
export async function cardOfPhotos(count: number): Promise<string[]> {
  const folder = join(tmpdir(), `toasoan-bench-card-${VERSION}`);
  mkdirSync(folder, { recursive: true });
  const paths = Array.from({ length: count }, (_, index) => join(folder, `DSC_${String(index).padStart(4, '0')}.JPG`));
  const exposures = new Map<number, Buffer>();
  for (const [index, path] of paths.entries()) {
    if (existsSync(path)) continue;
    const number = index % EXPOSURES;
    const exposure = exposures.get(number) ?? (await expose(number));
    exposures.set(number, exposure);
    writeFileSync(`${path}.new`, withWords(exposure, index));
    renameSync(`${path}.new`, path);
  }
  return paths;
}

async function expose(number: number): Promise<Buffer> {
  const grain = await sharp({
    create: {
      ...{ width: GRAIN_PIXELS, height: GRAIN_PIXELS, channels: 3, background: '#808080' },
      noise: { type: 'gaussian', mean: 128, sigma: 34 },
    },
  })
    .png({ compressionLevel: 1 })
    .toBuffer();
  const scene = sharp(readFileSync(join(samples, `${scenes[number % scenes.length]}.jpg`)));
  const { width, height } = await scene.metadata();
  // Each a little closer than the one before.
  const cut = Math.floor(number / scenes.length) * 12;
  return scene
    .extract({ left: cut, top: cut, width: width - 2 * cut, height: height - 2 * cut })
    .resize(WIDTH, HEIGHT, { fit: 'cover' })
    .composite([{ input: grain, tile: true, blend: 'soft-light' }])
    .withExif({
      IFD0: { Make: 'NIKON CORPORATION', Model: 'NIKON Z 6_2', Artist: 'Hoàng Nam' },
      IFD2: { DateTimeOriginal: '2026:11:26 08:30:00', LensModel: 'NIKKOR Z 24-70mm f/2.8 S' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '18/1 40/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '105/1 41/1 0/1' },
    })
    .jpeg({ quality: 92 })
    .toBuffer();
}

function withWords(exposure: Buffer, index: number): Buffer {
  const packet = Buffer.from(
    `http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"><dc:description><rdf:Alt><rdf:li xml:lang="vi">Đại biểu dự hội nghị, ảnh số ${index}.</rdf:li></rdf:Alt></dc:description><photoshop:Credit>Báo Nghệ An</photoshop:Credit><photoshop:City>Vinh</photoshop:City></rdf:Description></rdf:RDF></x:xmpmeta>`,
  );
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(packet.length + 2, 2);
  return Buffer.concat([exposure.subarray(0, 2), head, packet, exposure.subarray(2)]);
}
