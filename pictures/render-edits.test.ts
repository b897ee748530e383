import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { cropOf, pointFromFrame, pointToFrame, shownSize } from '../shared/photos/geometry.ts';
import type { CropShape, PhotoEdits } from '../shared/photos/photo-details.ts';
import { type EditedPicture, renderEdited } from './render-edits.ts';

const size = { width: 600, height: 400 };

type Colour = (x: number, y: number) => readonly [number, number, number];

/** A picture whose colour at a place is `colour` of the place's parts. */
function painted(colour: Colour, { width, height } = size): import('sharp').Sharp {
  const data = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) data.set(colour((x + 0.5) / width, (y + 0.5) / height), (y * width + x) * 3);
  }
  return sharp(data, { raw: { width, height, channels: 3 } });
}

/** Red says how far right a place is, green how far down. */
const places: Colour = (x, y) => [Math.round(x * 255), Math.round(y * 255), 128];

async function rendered(original: Uint8Array, options: Partial<EditedPicture>) {
  const { bytes, width, height } = await renderEdited(original, {
    ...{ edits: {}, shape: null, width: 10_000, format: 'png' },
    ...options,
  });
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
  expect(info).toMatchObject({ width, height, channels: 3 });
  const at = (x: number, y: number): [number, number, number] => {
    const from = (Math.min(height - 1, Math.floor(y)) * width + Math.min(width - 1, Math.floor(x))) * 3;
    return [data[from]!, data[from + 1]!, data[from + 2]!];
  };
  return { width, height, at };
}

let map: Buffer;
beforeAll(async () => {
  map = await painted(places).png().toBuffer();
});

describe('every place of what is rendered is the place that geometry says', () => {
  const crops: PhotoEdits['crops'] = { '4:3': { x: 0.1, y: 0.3, width: 0.5, height: 0.5 } };
  const cases: [string, PhotoEdits, CropShape | null, number][] = [
    ['as it is', {}, null, 10_000],
    ['made smaller', {}, null, 300],
    ['turned right', { turn: 90 }, null, 10_000],
    ['upside down', { turn: 180 }, null, 400],
    ['turned left, square', { turn: 270, focus: { x: 0.9, y: 0.9 } }, '1:1', 400],
    ['16:9 around the focus', { focus: { x: 0.2, y: 0.05 } }, '16:9', 640],
    ['a drawn crop', { crops }, '4:3', 500],
    ['a free crop', { crops: { free: { x: 0.7, y: 0.1, width: 0.2, height: 0.85 } } }, 'free', 10_000],
    ['straightened', { straighten: 7 }, null, 10_000],
    ['straightened the other way, small', { straighten: -12.5 }, null, 240],
    ['turned, straightened and cropped', { turn: 90, straighten: 4, crops }, '4:3', 300],
    ['turned left, straightened, at the edge', { turn: 270, straighten: -9, focus: { x: 0, y: 0 } }, '1:1', 200],
  ];

  it.each(cases)('%s', async (_, edits, shape, width) => {
    const picture = await rendered(map, { edits, shape, width });
    const crop = cropOf(edits, shape, size);
    for (const right of [0.02, 0.25, 0.5, 0.77, 0.98]) {
      for (const down of [0.02, 0.3, 0.5, 0.7, 0.98]) {
        const inFrame = { x: crop.x + crop.width * right, y: crop.y + crop.height * down };
        const { x, y } = pointFromFrame(inFrame, size, edits);
        const [red, green] = picture.at(right * picture.width, down * picture.height);
        // A pixel or two, in the steps of the colour that says where.
        expect(Math.abs(red - x * 255), `${right} ${down}`).toBeLessThan(3);
        expect(Math.abs(green - y * 255), `${right} ${down}`).toBeLessThan(3);
      }
    }
  });

  it('also where the camera was held on its side', async () => {
    const turned = await sharp(map).rotate(270).withMetadata({ orientation: 6 }).jpeg({ quality: 100 }).toBuffer();
    const edits: PhotoEdits = { straighten: 5, focus: { x: 0.8, y: 0.5 } };
    const picture = await rendered(turned, { edits, shape: '1:1', width: 300 });
    const crop = cropOf(edits, '1:1', size);
    const { x, y } = pointFromFrame({ x: crop.x + crop.width / 2, y: crop.y + crop.height / 2 }, size, edits);
    const [red, green] = picture.at(150, 150);
    expect(Math.abs(red - x * 255)).toBeLessThan(4);
    expect(Math.abs(green - y * 255)).toBeLessThan(4);
  });

  it('has the size that is asked for, with the shape’s proportions, and is never larger than its original', async () => {
    expect(await renderEdited(map, { edits: {}, shape: '16:9', width: 480, format: 'jpeg' })).toMatchObject({
      width: 480,
      height: 270,
    });
    expect(await renderEdited(map, { edits: {}, shape: null, width: 900, height: 100, format: 'webp' })).toMatchObject({
      width: 150,
      height: 100,
    });
    expect(
      await renderEdited(map, { edits: { straighten: 3 }, shape: null, width: 5_000, format: 'jpeg' }),
    ).toMatchObject(shownSize({ straighten: 3 }, null, size));
  });

  it('shows no edge of nothing where a slanting picture ends', async () => {
    const dark = await painted(() => [10, 10, 10])
      .png()
      .toBuffer();
    for (const straighten of [-15, -3, 0.4, 15]) {
      const picture = await rendered(dark, { edits: { straighten }, width: 333 });
      for (let x = 0; x < picture.width; x += 1) {
        expect(picture.at(x, 0)).toEqual([10, 10, 10]);
        expect(picture.at(x, picture.height - 1)).toEqual([10, 10, 10]);
      }
      for (let y = 0; y < picture.height; y += 1) {
        expect(picture.at(0, y)).toEqual([10, 10, 10]);
        expect(picture.at(picture.width - 1, y)).toEqual([10, 10, 10]);
      }
    }
  });
});

describe('pixelation', () => {
  const face = { x: 0.3, y: 0.2, width: 0.2, height: 0.4 };
  const inFace = (x: number, y: number): boolean =>
    x >= face.x && x < face.x + face.width && y >= face.y && y < face.y + face.height;
  /** Grey, and in the face black and white lines that no eye and no program may find again. */
  const secret: Colour = (x, y) => {
    const value = inFace(x, y) ? ((Math.floor(x * 150) + Math.floor(y * 100)) % 2) * 255 : 128;
    return [value, value, value];
  };
  let portrait: Buffer;
  beforeAll(async () => {
    portrait = await painted(secret).png().toBuffer();
  });

  /** How far the lightest and the darkest pixel are from grey. */
  const contrast = async (edits: PhotoEdits, shape: CropShape | null, width: number): Promise<number> => {
    const picture = await rendered(portrait, { edits, shape, width });
    let most = 0;
    for (let y = 0; y < picture.height; y += 1) {
      for (let x = 0; x < picture.width; x += 1) most = Math.max(most, Math.abs(picture.at(x, y)[0] - 128));
    }
    return most;
  };

  const edited: PhotoEdits[] = [{}, { turn: 90 }, { straighten: 8 }, { turn: 270, straighten: -3.5 }];
  it.each(edited.flatMap((edits) => ([null, '1:1', '16:9'] as const).map((shape) => [edits, shape] as const)))(
    'leaves nothing of what was there, in any size: %o %s',
    async (edits, shape) => {
      for (const width of [400, 160]) {
        const open = { ...edits, focus: { x: 0.4, y: 0.4 } };
        expect(await contrast(open, shape, width)).toBeGreaterThan(60);
        expect(await contrast({ ...open, pixelated: [face] }, shape, width)).toBeLessThan(20);
      }
    },
  );

  it('is a few blocks of one colour each, where it was drawn, and nothing else is changed', async () => {
    const picture = await rendered(map, { edits: { pixelated: [face] } });
    const colours = new Set<string>();
    const changed = new Set<string>();
    for (let y = 0; y < size.height; y += 1) {
      for (let x = 0; x < size.width; x += 1) {
        const [across, down] = [(x + 0.5) / size.width, (y + 0.5) / size.height];
        const colour = picture.at(x, y).join();
        if (inFace(across, down)) colours.add(colour);
        const isFarOff = Math.abs(across - 0.4) > 0.115 || Math.abs(down - 0.4) > 0.215;
        if (isFarOff && colour !== places(across, down).join()) changed.add(`${x} ${y}`);
      }
    }
    expect([...changed]).toEqual([]);
    expect(colours.size).toBeGreaterThan(4);
    expect(colours.size).toBeLessThanOrEqual(36);
    // Each is near to the mean of what was there.
    const [red, green] = picture.at(0.4 * size.width, 0.4 * size.height);
    expect(Math.abs(red - 0.4 * 255)).toBeLessThan(12);
    expect(Math.abs(green - 0.4 * 255)).toBeLessThan(20);
  });

  it('has the same blocks in a crop that cuts through it', async () => {
    const pixelated = [face];
    const whole = await rendered(map, { edits: { pixelated } });
    const cut = { x: 0.4, y: 0, width: 0.5, height: 0.5 };
    const half = await rendered(map, { edits: { pixelated, crops: { free: cut } }, shape: 'free' });
    for (const [x, y] of [
      [0.41, 0.22],
      [0.44, 0.3],
      [0.49, 0.45],
    ] as const) {
      expect(half.at((x - cut.x) * size.width, y * size.height)).toEqual(whole.at(x * size.width, y * size.height));
    }
  });

  it('is one grid where areas overlap', async () => {
    const moved = { ...face, x: 0.33, y: 0.23 };
    const picture = await rendered(map, { edits: { pixelated: [face, moved] } });
    const colours = new Set<string>();
    for (let y = 0.21; y < 0.6; y += 0.004) {
      for (let x = 0.31; x < 0.5; x += 0.004) colours.add(picture.at(x * size.width, y * size.height).join());
    }
    expect(colours.size).toBeLessThanOrEqual(36);
  });

  it('follows the face when the picture is turned and straightened', async () => {
    const edits: PhotoEdits = { turn: 90, straighten: -6, pixelated: [face] };
    const picture = await rendered(portrait, { edits });
    const middle = pointToFrame({ x: 0.4, y: 0.4 }, size, edits);
    expect(Math.abs(picture.at(middle.x * picture.width, middle.y * picture.height)[0] - 128)).toBeLessThan(20);
  });
});

it('nothing of the original’s metadata goes along, least of all its thumbnail', async () => {
  const bytes = await sharp(map)
    .jpeg()
    .withExif({ IFD0: { ImageDescription: 'Cháu bé' } })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"/>')
    .toBuffer();
  expect((await sharp(bytes).metadata()).exif).toBeDefined();
  for (const format of ['jpeg', 'webp', 'png'] as const) {
    const { bytes: made } = await renderEdited(bytes, { edits: { turn: 90 }, shape: null, width: 200, format });
    const { exif, xmp, iptc, icc } = await sharp(made).metadata();
    expect({ exif, xmp, iptc, icc }).toEqual({ exif: undefined, xmp: undefined, iptc: undefined, icc: undefined });
  }
});

it.each([
  ['grey', (picture: import('sharp').Sharp) => picture.greyscale().toColourspace('b-w').png()],
  ['sixteen bits deep', (picture: import('sharp').Sharp) => picture.toColourspace('rgb16').png()],
  ['for print', (picture: import('sharp').Sharp) => picture.toColourspace('cmyk').jpeg({ quality: 95 })],
  ['transparent', (picture: import('sharp').Sharp) => picture.ensureAlpha(0.5).png()],
])('a picture that is %s is rendered as any other', async (_, made) => {
  const original = await made(painted(() => [128, 128, 128])).toBuffer();
  const edits: PhotoEdits = { straighten: 3, pixelated: [{ x: 0.2, y: 0.2, width: 0.2, height: 0.2 }] };
  const picture = await rendered(original, { edits, width: 300 });
  const expected = picture.at(250, 100);
  expect(expected[0]).toBeGreaterThan(115);
  for (const place of [expected, picture.at(90, 60)]) {
    for (const value of place) expect(Math.abs(value - expected[0])).toBeLessThan(8);
  }
});
