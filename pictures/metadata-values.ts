/** The values by which a picture's file is made to say its words: texts, lists and structures by ExifTool's names. */
import { cleanText } from '../shared/article/clean-text.ts';
import { cutToBytes, IIM_KEYWORD_LIMIT, type IimTextName, iimLimits, iimText } from '../shared/photos/iim-limits.ts';
import { DIGITAL_SOURCE_TYPE_URI, type PhotoArea } from '../shared/photos/photo-details.ts';
import type { PictureWords } from '../shared/photos/picture-words.ts';
import { storedArea } from './upright-area.ts';

type Value = string | readonly string[] | readonly object[];
export type MetadataValues = Record<string, Value>;

/** ISO 2022’s way to say so. */
const UTF_8 = '\u001b%G';
const HUMAN_REGION = 'http://cv.iptc.org/newscodes/imageregiontype/human';

/** As XMP holds it: whole, with line feeds, and without the controls that XML cannot hold. */
const whole = (text: string): string => iimText(cleanText(text));

/** XMP, which holds everything. `orientation`: of the file, whose regions are places in the picture as it is stored. */
export function xmpValues(words: PictureWords, orientation: number): MetadataValues {
  const named = words.people.filter(({ name }) => name.trim() !== '');
  const { sublocation, city, province, country } = words;
  const place = said({ Sublocation: sublocation, City: city, ProvinceState: province, CountryName: country });
  return said({
    'XMP-dc:Description': whole(words.description),
    'XMP-dc:Creator': creatorsOf(words),
    'XMP-dc:Rights': whole(words.copyright),
    'XMP-dc:Subject': keywordsOf(words),
    'XMP-photoshop:Headline': whole(words.headline),
    'XMP-photoshop:Credit': whole(words.credit),
    'XMP-photoshop:Source': whole(words.source),
    'XMP-photoshop:AuthorsPosition': whole(words.jobTitle),
    'XMP-photoshop:Instructions': whole(words.instructions),
    'XMP-photoshop:City': whole(city),
    'XMP-photoshop:State': whole(province),
    'XMP-photoshop:Country': whole(country),
    'XMP-photoshop:DateCreated': exifDate(words.dateCreated),
    'XMP-iptcCore:Location': whole(sublocation),
    'XMP-iptcCore:AltTextAccessibility': whole(words.alt),
    'XMP-iptcCore:ExtDescrAccessibility': whole(words.extendedDescription),
    'XMP-xmpRights:UsageTerms': whole(words.rightsUsage),
    'XMP-iptcExt:LocationCreated': Object.keys(place).length === 0 ? [] : [place],
    'XMP-iptcExt:DigitalSourceType':
      words.digitalSource === null ? '' : `${DIGITAL_SOURCE_TYPE_URI}${words.digitalSource}`,
    'XMP-iptcExt:PersonInImage': named.map(({ name }) => whole(name)),
    'XMP-iptcExt:PersonInImageWDetails': named.flatMap(({ name, title = '' }) =>
      title === '' ? [] : [{ PersonName: whole(name), PersonDescription: whole(title) }],
    ),
    'XMP-iptcExt:ImageRegion': named.flatMap(({ name, area }, index) =>
      area === undefined ? [] : [personRegion(`person-${index + 1}`, whole(name), storedArea(area, orientation))],
    ),
  });
}

function personRegion(id: string, name: string, { x, y, width, height }: PhotoArea): object {
  const boundary = { RbX: String(x), RbY: String(y), RbW: String(width), RbH: String(height) };
  return {
    RId: id,
    Name: name,
    PersonInImage: [name],
    RCtype: [{ Identifier: [HUMAN_REGION], Name: 'human' }],
    RegionBoundary: { RbShape: 'rectangle', RbUnit: 'relative', ...boundary },
  };
}

/** IPTC-IIM, the short copy: marked as UTF-8, and each text cut to what its field can hold. */
export function iimValues(words: PictureWords): MetadataValues {
  const cut = (name: IimTextName): string => cutToBytes(whole(words[name]), iimLimits[name]);
  const { day, time, zone } = partsOf(words.dateCreated);
  const values = said({
    'IPTC:Caption-Abstract': cut('description'),
    'IPTC:Headline': cut('headline'),
    'IPTC:By-line': creatorsOf(words).map((creator) => cutToBytes(creator, iimLimits.creator)),
    'IPTC:By-lineTitle': cut('jobTitle'),
    'IPTC:Credit': cut('credit'),
    'IPTC:Source': cut('source'),
    'IPTC:CopyrightNotice': cut('copyright'),
    'IPTC:SpecialInstructions': cut('instructions'),
    'IPTC:Sub-location': cut('sublocation'),
    'IPTC:City': cut('city'),
    'IPTC:Province-State': cut('province'),
    'IPTC:Country-PrimaryLocationName': cut('country'),
    'IPTC:Keywords': [...new Set(keywordsOf(words).map((keyword) => cutToBytes(keyword, IIM_KEYWORD_LIMIT)))],
    'IPTC:DateCreated': day,
    // It has no place for a time whose zone nobody knows.
    'IPTC:TimeCreated': zone === '' ? '' : `${time}${zone}`,
  });
  return Object.keys(values).length === 0 ? {} : { 'IPTC:CodedCharacterSet': UTF_8, ...values };
}

/** EXIF, where programs look that know nothing else. */
export function exifValues(words: PictureWords): MetadataValues {
  const { day, time, zone } = partsOf(words.dateCreated);
  return said({
    'IFD0:ImageDescription': whole(words.description),
    'IFD0:Artist': creatorsOf(words).join('; '),
    'IFD0:Copyright': whole(words.copyright),
    'ExifIFD:DateTimeOriginal': time === '' ? '' : `${day} ${time}`,
    'ExifIFD:OffsetTimeOriginal': zone,
  });
}

/** Without what is empty. */
function said<T extends Record<string, Value>>(values: T): MetadataValues {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value.length > 0));
}

function creatorsOf({ creator }: PictureWords): string[] {
  return whole(creator)
    .split(';')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function keywordsOf({ keywords }: PictureWords): string[] {
  return [...new Set(keywords.map((keyword) => whole(keyword).trim()))].filter((keyword) => keyword !== '');
}

/** `2026-11-26T08:30:00+07:00` → `2026:11:26 08:30:00+07:00` */
function exifDate(date: string | null): string {
  return (date ?? '').replace(/^(\d+)-(\d+)-(\d+)T?/u, '$1:$2:$3 ').trim();
}

function partsOf(date: string | null): { day: string; time: string; zone: string } {
  const [, day = '', time = '', seconds = ':00', zone = ''] =
    /^(\S+)(?: (\d\d:\d\d)(:\d\d)?(Z|[+-]\d\d:\d\d)?)?$/u.exec(exifDate(date)) ?? [];
  if (time === '') return { day, time, zone: '' };
  return { day, time: `${time}${seconds}`, zone: zone === 'Z' ? '+00:00' : zone };
}
