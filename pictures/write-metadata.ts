/**
 * Writes what is said of a picture into its file: XMP whole, IPTC-IIM cut to its limits and marked as UTF-8, EXIF in accord with
 * both, all in one write. What the file said before goes, but for what the picture needs to be shown rightly, how it was taken,
 * and the rights that others have in it; so nothing of an older caption, in whatever charset, stands beside the new one.
 *
 * The words reach ExifTool in a file of JSON, never among its arguments.
 */
import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { copyFile, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { AppError } from '../shared/errors/app-error.ts';
import type { PictureWords } from '../shared/photos/picture-words.ts';
import { runExifTool } from './exiftool.ts';
import { readPlace, readValues } from './metadata-tags.ts';
import { exifValues, iimValues, type MetadataValues, xmpValues } from './metadata-values.ts';

/**
 * What stays of where the camera was, and of which camera it was. `original`: the picture that a rendition was made of, in which
 * that and the rights are found; without it they are found in the file that is written.
 */
export type MetadataRules = { keepPlace: boolean; keepSerials: boolean; original?: string };

const DIGEST = 'Photoshop:IPTCDigest';

/** How the picture is to be shown. */
const shown = [
  ...['Orientation', 'XResolution', 'YResolution', 'ResolutionUnit', 'YCbCrPositioning', 'ColorSpace'],
  ...['InteropIndex', 'ComponentsConfiguration'],
].map((name) => `-EXIF:${name}`);

/** How it was taken. */
const taken = [
  ...['Make', 'Model', 'LensMake', 'LensModel', 'ExposureTime', 'FNumber', 'ISO', 'ExposureProgram', 'CreateDate'],
  ...['ExposureCompensation', 'MeteringMode', 'Flash', 'WhiteBalance', 'FocalLength', 'FocalLengthIn35mmFormat'],
  'OffsetTimeDigitized',
].map((name) => `-EXIF:${name}`);

/** Others' rights, and how an AI had its part in it: not ours to take away. */
const rights = [
  ...['XMP-plus:all', 'XMP-xmpRights:WebStatement', 'XMP-xmpRights:Marked', 'XMP-xmpRights:Owner'],
  ...['XMP-iptcExt:DigitalImageGUID', 'XMP-iptcExt:RegistryID', 'XMP-iptcCore:CreatorContactInfo'],
  ...['AIPromptInformation', 'AIPromptWriterName', 'AISystemUsed', 'AISystemVersionUsed'].map(
    (name) => `XMP-iptcExt:${name}`,
  ),
].map((name) => `-${name}`);

/** ExifTool takes the first directory of a TIFF for the picture itself, and deletes of it only what is named. */
const leftInTiff = [
  '-CommonIFD0=',
  ...[
    ...['DocumentName', 'PageName', 'HostComputer', 'TargetPrinter', 'ImageHistory', 'ImageNumber', 'CameraLabel'],
    ...['SecurityClassification', 'CameraSerialNumber', 'UniqueCameraModel', 'OriginalRawFileName'],
  ].map((name) => `-IFD0:${name}=`),
];

const places = ['-GPS:all', '-XMP-exif:GPS*'];
const serials = [
  ...['EXIF:SerialNumber', 'EXIF:LensSerialNumber', 'EXIF:CameraSerialNumber', 'EXIF:OwnerName'],
  ...['XMP-aux:SerialNumber', 'XMP-aux:LensSerialNumber', 'XMP-exifEX:SerialNumber', 'XMP-exifEX:LensSerialNumber'],
].map((name) => `-${name}`);
/** Cameras write their numbers here too, and small pictures of the whole: these belong to the picture as it was alone. */
const makerNotes = '-MakerNotes';

/**
 * Writes into the file itself: a copy of the original, or a rendition of it. The areas of people are places in this file's
 * picture, seen upright. Its name ends as its format says, or has no ending. Throws photo-metadata-failed, with the file as
 * it was, and metadata-tool-missing.
 */
export async function writeMetadata(
  path: string,
  words: PictureWords,
  { keepPlace, keepSerials, original }: MetadataRules,
): Promise<void> {
  try {
    const { orientation, coordinates } = await readPlace(path);
    const format = await formatWithIim(path);
    const values: MetadataValues = {
      ...xmpValues(words, orientation),
      ...(format === null ? {} : iimValues(words)),
      // Programs that see that the short copy is not newer than XMP take XMP.
      ...(format === 'jpeg' ? { [DIGEST]: 'new' } : {}),
      ...exifValues(words),
    };
    if (keepPlace) {
      const found = original === undefined ? coordinates : (await readPlace(original)).coordinates;
      const [place = {}] = (values['XMP-iptcExt:LocationCreated'] ?? []) as readonly object[];
      if (found !== null) values['XMP-iptcExt:LocationCreated'] = [{ ...found, ...place }];
    }
    const kept = [...taken, ...rights, ...(keepPlace ? places : []), ...(keepSerials ? serials : [])];
    if (keepSerials && original === undefined) kept.push(makerNotes);
    const problem = await withPlainName(original, (from) => {
      const copied = from === undefined ? [...shown, ...kept] : [...shown, '-tagsfromfile', from, ...kept];
      return write(path, ['-tagsfromfile', '@', ...copied], values);
    });
    if (problem === null) return;
    // What the camera or another program wrote may be broken; then the new words stand alone.
    const alone = await write(path, [], { 'IFD0:Orientation': String(orientation), ...values });
    if (alone !== null) throw new Error(alone);
  } catch (error) {
    if (error instanceof AppError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new AppError('photo-metadata-failed', { file: basename(path), reason }, { cause: error });
  }
}

/** A percent sign in the name of a file to copy from means more to ExifTool, and it has no way to say that it does not. */
async function withPlainName<T>(path: string | undefined, use: (path: string | undefined) => Promise<T>): Promise<T> {
  if (path === undefined || !resolve(path).includes('%')) return use(path === undefined ? path : resolve(path));
  const copy = join(tmpdir(), randomUUID());
  try {
    await copyFile(path, copy, constants.COPYFILE_FICLONE);
    return await use(copy);
  } finally {
    await rm(copy, { force: true });
  }
}

/** IPTC-IIM has its place in these two. */
async function formatWithIim(path: string): Promise<'jpeg' | 'tiff' | null> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(4), 0, 4, 0);
    const magic = buffer.toString('hex');
    if (magic.startsWith('ffd8ff')) return 'jpeg';
    return magic === '49492a00' || magic === '4d4d002a' ? 'tiff' : null;
  } finally {
    await file.close();
  }
}

/** Null if all was written, and is read again as it is. */
async function write(path: string, copied: readonly string[], values: MetadataValues): Promise<string | null> {
  const given = `${path}.${randomUUID()}.json`;
  try {
    await writeFile(given, JSON.stringify([{ SourceFile: '*', ...values }], asText), { mode: 0o600 });
    const old = ['-all=', ...leftInTiff, '--ICC_Profile:all', ...copied];
    const { succeeded, messages } = await runExifTool(['-n', '-overwrite_original', ...old, `-json=${given}`, path]);
    const problem = messages.find((message) => !isHarmless(message));
    if (problem !== undefined || !succeeded) return problem ?? 'nothing was written';
    const different = await findDifference(path, values);
    return different === undefined ? null : `${different} was not written as it is`;
  } finally {
    await rm(given, { force: true });
  }
}

/** ExifTool would take such a text for bytes; it does not with a space behind it. */
function asText(_: string, value: unknown): unknown {
  return typeof value === 'string' && value.startsWith('base64:') ? `${value} ` : value;
}

/** ExifTool does not warn of a value from a file of JSON that it cannot write. Answers the name of one. */
async function findDifference(path: string, values: MetadataValues): Promise<string | undefined> {
  const names = Object.keys(values).filter((name) => name !== DIGEST);
  const said = await readValues(path, names);
  return names.find((name) => {
    const [wanted, found] = [leavesOf(values[name]), leavesOf(said[name])];
    return wanted.length !== found.length || wanted.some((text, index) => !isSame(text, found[index] ?? ''));
  });
}

function leavesOf(value: unknown): string[] {
  if (typeof value === 'string') return [value.trim()];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leavesOf).sort() : [];
}

/** Coordinates are written as degrees and minutes. */
function isSame(wanted: string, found: string): boolean {
  return wanted === found || Math.abs(Number(wanted) - Number(found)) < 1e-6;
}

/**
 * ExifTool calls minor what it mended or passed over in what was there before; but also that it cut a text. Anything else,
 * above all a letter that it could not encode, is an error.
 */
export function isHarmless(message: string): boolean {
  if (/^Warning: No writable tags set from/u.test(message)) return true;
  return /^Warning: \[minor\]/u.test(message) && !/exceeds|truncated|encod/iu.test(message);
}
