/**
 * What a picture's file says of itself. Field by field XMP counts before IPTC-IIM and that before EXIF, as the IPTC Photo Metadata
 * Standard recommends for files that hold several.
 */
import { AppError } from '../shared/errors/app-error.ts';
import { type EmbeddedMetadata, type IimCharset, noMetadata } from '../shared/photos/embedded.ts';
import {
  DIGITAL_SOURCE_TYPE_URI,
  type DigitalSourceType,
  digitalSourceTypes,
  MAX_KEYWORD,
  MAX_RATING,
} from '../shared/photos/photo-details.ts';
import { embeddedDate } from './embedded-date.ts';
import { embeddedPeople, type StoredPicture } from './embedded-people.ts';
import { bytesOfWestern, decodeBytes, guessIimCharset } from './iim-charset.ts';
import { BROKEN_TEXT, type RawTags, readTags } from './metadata-tags.ts';
import { languageText, lineOf, listOf, mapTexts, structsOf, textOf } from './raw-values.ts';

export { endMetadata } from './exiftool.ts';

const MOST_KEYWORDS = 500;

let missingTool: AppError | null = null;

/** Why no picture says anything on this computer (metadata-tool-missing); null while they do. */
export function metadataProblem(): AppError | null {
  return missingTool;
}

/**
 * Never throws: a picture whose metadata cannot be read says nothing. Any number may be read at a time; a few processes share the
 * work, and what they cannot begin yet waits.
 */
export async function readMetadata(path: string): Promise<EmbeddedMetadata> {
  try {
    const tags = await readTags(path);
    missingTool = null;
    return embeddedMetadata(tags);
  } catch (error) {
    if (error instanceof AppError && error.code === 'metadata-tool-missing') missingTool = error;
    return { ...noMetadata };
  }
}

function embeddedMetadata(tags: RawTags): EmbeddedMetadata {
  const { values, iimCharset } = inUnicode(tags);
  const line = (...names: string[]): string => first(names.map((name) => lineOf(values[name])));
  const inLanguages = (name: string, ...others: string[]): string =>
    first([textOf(languageText(values, name)), ...others.map((other) => textOf(values[other]))]);
  const names = (...tagNames: string[]): string =>
    first(tagNames.map((name) => listOf(values[name]).map(lineOf).filter(Boolean).slice(0, 20).join('; ')));
  const [place = {}] = [values['XMP-iptcExt:LocationCreated'], values['XMP-iptcExt:LocationShown']].flatMap((value) =>
    structsOf(value).filter((struct) => Object.values(struct).some((text) => lineOf(text) !== '')),
  );
  const where = (name: string, ...tagNames: string[]): string => lineOf(languageText(place, name)) || line(...tagNames);
  const stored: StoredPicture = { orientation: Number(values['IFD0:Orientation'] ?? 1), size: sizeOf(values) };
  return {
    description: first([
      inLanguages('XMP-dc:Description', 'IPTC:Caption-Abstract'),
      cameraSays.test(line('IFD0:ImageDescription')) ? '' : textOf(values['IFD0:ImageDescription']),
    ]),
    headline: line('XMP-photoshop:Headline', 'IPTC:Headline'),
    credit: line('XMP-photoshop:Credit', 'IPTC:Credit'),
    source: line('XMP-photoshop:Source', 'IPTC:Source'),
    creator: names('XMP-dc:Creator', 'IPTC:By-line', 'IFD0:Artist'),
    jobTitle: line('XMP-photoshop:AuthorsPosition') || names('IPTC:By-lineTitle'),
    copyright: lineOf(inLanguages('XMP-dc:Rights', 'IPTC:CopyrightNotice', 'IFD0:Copyright')),
    alt: inLanguages('XMP-iptcCore:AltTextAccessibility'),
    extendedDescription: inLanguages('XMP-iptcCore:ExtDescrAccessibility'),
    instructions: first([textOf(values['XMP-photoshop:Instructions']), textOf(values['IPTC:SpecialInstructions'])]),
    rightsUsage: inLanguages('XMP-xmpRights:UsageTerms'),
    sublocation: where('Sublocation', 'XMP-iptcCore:Location', 'IPTC:Sub-location'),
    city: where('City', 'XMP-photoshop:City', 'IPTC:City'),
    province: where('ProvinceState', 'XMP-photoshop:State', 'IPTC:Province-State'),
    country: where('CountryName', 'XMP-photoshop:Country', 'IPTC:Country-PrimaryLocationName'),
    dateCreated: embeddedDate(values),
    digitalSource: digitalSourceOf(lineOf(values['XMP-iptcExt:DigitalSourceType'])),
    keywords: keywordsOf(values),
    people: embeddedPeople(values, stored),
    rating: ratingOf(line('XMP-xmp:Rating', 'IFD0:Rating')),
    iimCharset,
  };
}

/** Everything as text: IPTC-IIM by its charset, and what else is no UTF-8 each by a guess of its own. */
function inUnicode(tags: RawTags): { values: Record<string, unknown>; iimCharset: IimCharset | null } {
  const isMarked = tags['IPTC:CodedCharacterSet'] === 'UTF8';
  const isIim = (name: string): boolean => name.startsWith('IPTC:') && name !== 'IPTC:CodedCharacterSet';
  const iim = Object.entries(tags).filter(([name]) => isIim(name));
  const texts = iim.flatMap(([, value]) => listOf(value));
  const bytesOf = (text: string): Uint8Array => {
    if (text.startsWith(BROKEN_TEXT)) return Buffer.from(text.slice(BROKEN_TEXT.length), 'hex');
    // Where nothing is marked, ExifTool takes the bytes for western letters.
    return isMarked ? Buffer.from(text, 'utf8') : bytesOfWestern(text);
  };
  const isTrue = isMarked && !texts.some((text) => text.startsWith(BROKEN_TEXT));
  const iimCharset = iim.length === 0 ? null : isTrue ? 'utf-8' : guessIimCharset(texts.map(bytesOf));
  const decode = (text: string): string => {
    if (!text.startsWith(BROKEN_TEXT)) return text;
    const bytes = bytesOf(text);
    return decodeBytes(bytes, guessIimCharset([bytes]));
  };
  const decodeIim = (text: string): string => (iimCharset === null ? text : decodeBytes(bytesOf(text), iimCharset));
  const values = Object.entries(tags).map(([name, value]) => [name, mapTexts(value, isIim(name) ? decodeIim : decode)]);
  return { values: Object.fromEntries(values), iimCharset };
}

function first(texts: string[]): string {
  return texts.find((text) => text !== '') ?? '';
}

/** What cameras write where a caption belongs. */
const cameraSays =
  /^(?:OLYMPUS DIGITAL CAMERA|MINOLTA DIGITAL CAMERA|KONICA MINOLTA.*|SONY DSC|SAMSUNG.*|Exif_JPEG_PICTURE|default|<?DIGITAL ?CAMERA>?|DCIM[\\/].*|AppleMark|image description)$/iu;

const retiredSources: Record<string, DigitalSourceType> = {
  minorHumanEdits: 'humanEdits',
  digitalArt: 'digitalCreation',
  softwareImage: 'digitalCreation',
};

function digitalSourceOf(written: string): DigitalSourceType | null {
  const term = written
    .replace(/^https?:/u, 'http:')
    .replace(DIGITAL_SOURCE_TYPE_URI, '')
    .replace(/\/$/u, '');
  return digitalSourceTypes.find((known) => known === term) ?? retiredSources[term] ?? null;
}

function keywordsOf(values: Record<string, unknown>): string[] {
  const lists = ['XMP-dc:Subject', 'IPTC:Keywords'].map((name) =>
    listOf(values[name])
      .map(lineOf)
      .filter((keyword) => keyword !== '' && keyword.length <= MAX_KEYWORD),
  );
  return [...new Set(lists.find((list) => list.length > 0))].slice(0, MOST_KEYWORDS);
}

function ratingOf(written: string): number {
  const rating = Math.trunc(Number(written));
  return rating >= -1 && rating <= MAX_RATING ? rating : 0;
}

function sizeOf(values: Record<string, unknown>): StoredPicture['size'] {
  const of = (name: string): number =>
    Number(values[`File:${name}`] ?? Object.entries(values).find(([key]) => key.endsWith(`:${name}`))?.[1]);
  const [width, height] = [of('ImageWidth'), of('ImageHeight')];
  return width > 0 && height > 0 ? { width, height } : null;
}
