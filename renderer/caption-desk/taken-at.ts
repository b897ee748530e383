/** When a picture was taken, as it is typed: `26/11/2026`, `8:30 26/11/2026`, `26/11/2026 08:30`. */
import { readDate, writeDate } from '../article/read-date.ts';

const DAY_LENGTH = 'YYYY-MM-DD'.length;
const TIME = /(?:^|\s)(\d{1,2})[:h](\d{2})(?=\s|,|$)/u;

/**
 * As `photoDateSchema`. The seconds and the zone of `former` stay while day and minute do. Null for what is no date.
 */
export function readTakenAt(text: string, former: string | null, today: Date): string | null {
  const time = TIME.exec(text);
  const day = readDate(text.replace(TIME, ' ').replaceAll(',', ' ').trim(), today);
  if (day === null) return null;
  if (time === null) return day;
  const [hour, minute] = [Number(time[1]), Number(time[2])];
  if (hour > 23 || minute > 59) return null;
  const taken = `${day}T${time[1]!.padStart(2, '0')}:${time[2]}`;
  if (former?.startsWith(taken) === true) return former;
  return taken + (former === null ? '' : (/(?:Z|[+-]\d\d:\d\d)$/u.exec(former)?.[0] ?? ''));
}

export function writeTakenAt(taken: string): string {
  const day = writeDate(taken.slice(0, DAY_LENGTH));
  const time = /T(\d\d:\d\d)/u.exec(taken)?.[1];
  return time === undefined ? day : `${day} ${time}`;
}
