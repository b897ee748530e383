/** When a picture was taken, by what its file says. */
import { photoDateSchema } from '../shared/photos/photo-details.ts';
import { lineOf } from './raw-values.ts';

/** XMP, then IPTC-IIM, then EXIF; null where none of them says a whole day. As `photoDateSchema`. */
export function embeddedDate(values: Record<string, unknown>): string | null {
  const text = (name: string): string => lineOf(values[name]);
  const written = [
    text('XMP-photoshop:DateCreated'),
    `${text('IPTC:DateCreated')} ${text('IPTC:TimeCreated')}`,
    `${text('ExifIFD:DateTimeOriginal')}${text('ExifIFD:OffsetTimeOriginal')}`,
  ];
  return written.map(photoDate).find((date) => date !== null) ?? null;
}

/** Nobody had photographed before. */
const FIRST_YEAR = 1820;

/** `2026:11:26 08:30:00.12+07:00` → `2026-11-26T08:30:00+07:00` */
function photoDate(written: string): string | null {
  const found = /^(\d{4})[:-](\d\d)[:-](\d\d)(?:[ T](\d\d:\d\d(?::\d\d)?)(?:\.\d*)?\s*(Z|[+-]\d\d:\d\d)?)?\s*$/u.exec(
    written.trim(),
  );
  if (found === null) return null;
  const [, year, month, day, time, zone = ''] = found;
  const date = `${year}-${month}-${day}`;
  const at = new Date(`${date}T${time ?? '00:00'}Z`);
  // A camera whose clock was never set, and days that no calendar has.
  if (Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== date || Number(year) < FIRST_YEAR) return null;
  return photoDateSchema.safeParse(time === undefined ? date : `${date}T${time}${zone}`).data ?? null;
}
