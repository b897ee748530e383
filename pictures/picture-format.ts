/** What a file is, by its first bytes and never by its name. */

export const photoFormats = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  avif: 'image/avif',
  tiff: 'image/tiff',
} as const;
export type PhotoFormat = keyof typeof photoFormats;

/** Those that every browser shows; of the others people see the renditions. */
export const formatsOfBrowsers: readonly PhotoFormat[] = ['jpeg', 'png', 'webp', 'avif'];

/** Why a file that may well be a picture is none for us; the codes are those of errors. */
export type PictureRefusal = 'photo-empty' | 'photo-heic' | 'photo-raw' | 'photo-animated' | 'photo-not-an-image';

/** So many bytes tell what a file is. */
export const SNIFFED_BYTES = 65_536;

/** `head`: the first bytes of the file, SNIFFED_BYTES or as many as it has. */
export function sniffPicture(head: Uint8Array): PhotoFormat | PictureRefusal {
  if (head.length === 0) return 'photo-empty';
  const has = (at: number, text: string): boolean => asciiAt(head, at, text.length) === text;
  if (has(0, '\xff\xd8\xff')) return 'jpeg';
  if (has(0, '\x89PNG\r\n\x1a\n')) return 'png';
  if (has(0, 'RIFF') && has(8, 'WEBP'))
    return has(12, 'VP8X') && (head[20]! & ANIMATED) !== 0 ? 'photo-animated' : 'webp';
  if (has(4, 'ftyp')) return formatOfBrands(brandsOf(head));
  if (has(0, 'II*\0') || has(0, 'MM\0*')) return isCameraRaw(head) ? 'photo-raw' : 'tiff';
  // BigTIFF.
  if (has(0, 'II+\0') || has(0, 'MM\0+')) return 'tiff';
  if (has(0, 'GIF8')) return 'photo-animated';
  if (has(0, 'FUJIFILMCCD-RAW') || has(0, 'IIRO') || has(0, 'IIRS') || has(0, 'IIU\0')) return 'photo-raw';
  return 'photo-not-an-image';
}

/** Of a WebP's flags. */
const ANIMATED = 0x02;

function asciiAt(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length));
}

/** The kinds that an ISO media file says it is: the first is what it is above all. */
function brandsOf(head: Uint8Array): string[] {
  const end = Math.min(new DataView(head.buffer, head.byteOffset).getUint32(0), head.length, 256);
  const brands = [asciiAt(head, 8, 4)];
  for (let at = 16; at + 4 <= end; at += 4) brands.push(asciiAt(head, at, 4));
  return brands;
}

function formatOfBrands(brands: string[]): PhotoFormat | PictureRefusal {
  const [first = ''] = brands;
  if (first === 'avis' || first === 'msf1') return 'photo-animated';
  if (brands.includes('avif')) return 'avif';
  if (first === 'crx ') return 'photo-raw';
  return brands.some((brand) => /^(hei[cxms]|hev[cxms]|mif1)$/.test(brand)) ? 'photo-heic' : 'photo-not-an-image';
}

/**
 * Raw files of most cameras are TIFF files whose first picture is a small one to show: Adobe's by a tag of their own (DNGVersion),
 * Canon's by a mark, Nikon's, Sony's and Pentax' by a first picture that calls itself reduced and has others below it.
 */
function isCameraRaw(head: Uint8Array): boolean {
  if (asciiAt(head, 8, 2) === 'CR') return true;
  const view = new DataView(head.buffer, head.byteOffset, head.length);
  const isLittle = head[0] === 0x49;
  if (head.length < 8) return false;
  const directory = view.getUint32(4, isLittle);
  if (directory + 2 > head.length) return false;
  const tags = new Map<number, number>();
  for (let index = 0; index < view.getUint16(directory, isLittle); index += 1) {
    const at = directory + 2 + index * 12;
    if (at + 12 > head.length) break;
    tags.set(view.getUint16(at, isLittle), view.getUint32(at + 8, isLittle));
  }
  const [newSubfileType, subDirectories, dngVersion] = [0x00fe, 0x014a, 0xc612];
  return tags.has(dngVersion) || (tags.get(newSubfileType) === 1 && tags.has(subDirectories));
}
