/** What is asked of ExifTool about a picture, and its answer: texts, lists and structures by `group:name`. */
import { open } from 'node:fs/promises';
import { exifTool } from './exiftool.ts';
import { structsOf } from './raw-values.ts';

/** All leaves are strings; one that is no UTF-8 is BROKEN_TEXT and its bytes in hexadecimal. */
export type RawTags = Record<string, unknown>;
export const BROKEN_TEXT = '\u0001';

/** Texts that may be there in several languages. */
const languageTags = [
  'XMP-dc:Description',
  'XMP-dc:Rights',
  'XMP-iptcCore:AltTextAccessibility',
  'XMP-iptcCore:ExtDescrAccessibility',
  'XMP-xmpRights:UsageTerms',
];

const plainTags = [
  ...['Creator', 'Subject'].map((name) => `XMP-dc:${name}`),
  ...['Headline', 'Credit', 'Source', 'AuthorsPosition', 'Instructions'].map((name) => `XMP-photoshop:${name}`),
  ...['City', 'State', 'Country', 'DateCreated'].map((name) => `XMP-photoshop:${name}`),
  'XMP-iptcCore:Location',
  ...['LocationCreated', 'LocationShown', 'DigitalSourceType'].map((name) => `XMP-iptcExt:${name}`),
  ...['PersonInImage', 'PersonInImageWDetails', 'ImageRegion'].map((name) => `XMP-iptcExt:${name}`),
  'XMP-mwg-rs:RegionInfo',
  'XMP-xmp:Rating',
  'IPTC:all',
  ...['ImageDescription', 'Artist', 'Copyright', 'Orientation#', 'Rating'].map((name) => `IFD0:${name}`),
  ...['DateTimeOriginal', 'OffsetTimeOriginal'].map((name) => `ExifIFD:${name}`),
  'ImageWidth',
  'ImageHeight',
];

const asked = [...languageTags.flatMap((tag) => [`-${tag}`, `-${tag}-*`]), ...plainTags.map((tag) => `-${tag}`)];
/** Groups by where they come from; structures whole; all leaves quoted. */
const form = ['-G1', '-struct', '-api', 'StructFormat=JSONQ'];
/** A line of Perl that is run over each value (but not with -n). */
const brokenTexts = [
  '-api',
  String.raw`Filter=/[\x80-\xff]/ && Image::ExifTool::IsUTF8(\$_) < 0 and $_ = "\x01" . unpack("H*", $_)`,
];

/** Throws what ExifTool throws, and metadata-tool-missing. */
export async function readTags(path: string): Promise<RawTags> {
  const tool = await exifTool();
  // Where a JPEG's picture begins, nothing more is said of it; other formats may say it at their ends.
  const readArgs = [...form, ...brokenTexts, ...((await isJpeg(path)) ? ['-fast2'] : []), ...asked];
  return tool.readRaw(path, { readArgs, useMWG: false });
}

/** What a file says by these names, in the words and numbers in which it was written. */
export async function readValues(path: string, names: readonly string[]): Promise<RawTags> {
  const readArgs = [...form, '-n', ...names.map((name) => `-${name}`)];
  return (await exifTool()).readRaw(path, { readArgs, useMWG: false });
}

const PLACE = 'XMP-iptcExt:LocationCreated';

/** What of a file has to be known before it is written: how it is turned, and the coordinates of the place named in it. */
export async function readPlace(
  path: string,
): Promise<{ orientation: number; coordinates: Record<string, string> | null }> {
  const tags = await readValues(path, ['IFD0:Orientation', PLACE]);
  const [place = {}] = structsOf(tags[PLACE]);
  const coordinates = Object.entries(place).filter(([name]) => name.startsWith('GPS'));
  const orientation = Number(tags['IFD0:Orientation'] ?? 1);
  return {
    orientation: orientation >= 1 && orientation <= 8 ? orientation : 1,
    coordinates:
      coordinates.length === 0 ? null : Object.fromEntries(coordinates.map(([name, at]) => [name, String(at)])),
  };
}

async function isJpeg(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(3), 0, 3, 0);
    return buffer.equals(Buffer.from([0xff, 0xd8, 0xff]));
  } finally {
    await file.close();
  }
}
