/**
 * What a picture says of itself: caption, credit, alternative text. XMP counts before IPTC-IIM, and that before EXIF,
 * as the IPTC Photo Metadata Standard recommends for files that hold several.
 */
import { safeText } from './safe-text.ts';

export type EmbeddedMetadata = { caption: string; credit: string; alt: string };

type Segment = Record<string, unknown>;
type Parsed = { dc?: Segment; photoshop?: Segment; Iptc4xmpCore?: Segment; iptc?: Segment; ifd0?: Segment };

/** Never throws: a picture whose metadata cannot be read says nothing. */
export async function readEmbeddedMetadata(bytes: Uint8Array): Promise<EmbeddedMetadata> {
  const parsed = await parse(bytes);
  const { dc = {}, photoshop = {}, Iptc4xmpCore: core = {}, iptc = {}, ifd0 = {} } = parsed;
  return {
    caption: first(xmpText(dc.description), iptcText(iptc.Caption), exifText(ifd0.ImageDescription)),
    credit: first(
      xmpText(photoshop.Credit),
      iptcText(iptc.Credit),
      xmpText(dc.creator),
      iptcText(iptc.Byline),
      exifText(ifd0.Artist),
    ),
    alt: first(xmpText(core.AltTextAccessibility)),
  };
}

async function parse(bytes: Uint8Array): Promise<Parsed> {
  try {
    const { default: exifr } = await import('exifr');
    const options = {
      tiff: true,
      ifd0: { pick: ['ImageDescription', 'Artist'] },
      exif: false,
      gps: false,
      iptc: true,
      xmp: { multiSegment: true },
      mergeOutput: false,
      reviveValues: false,
      silentErrors: true,
    } as unknown as Parameters<typeof exifr.parse>[1];
    return ((await exifr.parse(Buffer.from(bytes), options)) as Parsed | undefined) ?? {};
  } catch {
    return {};
  }
}

function first(...texts: string[]): string {
  return texts.find((text) => text !== '') ?? '';
}

/** A plain value, one with a language, or a list of either: Vietnamese, then the default, then English, then any. */
function xmpText(value: unknown): string {
  if (Array.isArray(value)) {
    const languages = ['vi', 'x-default', 'en'];
    const chosen = languages.flatMap((language) => value.filter((item) => languageOf(item).startsWith(language)))[0];
    if (chosen !== undefined) return xmpText(chosen);
    return value
      .map(xmpText)
      .filter((text) => text !== '')
      .join(', ');
  }
  if (typeof value === 'object' && value !== null) return xmpText((value as { value?: unknown }).value);
  return typeof value === 'string' || typeof value === 'number' ? safeText(decodeEntities(String(value))) : '';
}

const namedEntities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The reader of XMP leaves XML's references as they are written; photo programs write line breaks and quotes so. */
function decodeEntities(text: string): string {
  return text.replace(/&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([\da-f]{1,6}));/giu, (whole, name, decimal, hex) => {
    if (name !== undefined) return namedEntities[String(name).toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

function languageOf(item: unknown): string {
  const { lang } = (typeof item === 'object' && item !== null ? item : {}) as { lang?: unknown };
  return typeof lang === 'string' ? lang.toLowerCase() : '';
}

/** IPTC-IIM arrives byte for byte; most files hold UTF-8 whether or not they say so, old ones Latin-1. */
function iptcText(value: unknown): string {
  if (Array.isArray(value)) return first(...value.map(iptcText));
  return typeof value === 'string' ? safeText(decodeBytes(value)) : '';
}

/** EXIF calls itself ASCII; cameras and phones write UTF-8 into it. */
function exifText(value: unknown): string {
  return typeof value === 'string' ? safeText(decodeBytes(value)) : '';
}

function decodeBytes(text: string): string {
  if ([...text].some((character) => character > '\u00ff')) return text;
  const bytes = Buffer.from(text, 'latin1');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
