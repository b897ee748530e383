/** Which backups stay. Pure: the list, the settings and the time say everything. */
import type { Backup, BackupKind, BackupSettings } from '../../../shared/contract/desk.ts';
import { localDateTime } from '../../../shared/text/dates.ts';

const DAY_MS = 86_400_000;
/** 1970-01-01 was a Thursday; weeks begin on Monday. */
const DAYS_TO_MONDAY = 3;
/** They are made before something that is rare, and are large. */
const KEEP_BEFORE_RESTORE = 5;
const KEEP_BEFORE_MIGRATION = 3;

type Dated = Pick<Backup, 'name' | 'at' | 'kind'>;

/** Days since 1970 in the newsroom's time zone. */
function dayOf(at: string): number {
  return Math.floor(Date.parse(`${localDateTime(at)?.date ?? '1970-01-01'}T00:00:00Z`) / DAY_MS);
}

function weekOf(at: string): number {
  return Math.floor((dayOf(at) + DAYS_TO_MONDAY) / 7);
}

/** A backup that the clock of another day dated in the future is no measure of anything. */
function pastOf(backups: readonly Dated[], now: string): Dated[] {
  return backups.filter(({ at }) => at <= now);
}

/** What an automatic backup made now is: the first of its week, the first of its day, or one of many. */
export function automaticKind(
  backups: readonly Dated[],
  settings: BackupSettings,
  now: string,
): Extract<BackupKind, 'hourly' | 'daily' | 'weekly'> {
  const past = pastOf(backups, now);
  const has = (kinds: readonly BackupKind[], isNow: (at: string) => boolean): boolean =>
    past.some(({ kind, at }) => kinds.includes(kind) && isNow(at));
  if (settings.keepWeekly > 0 && !has(['weekly'], (at) => weekOf(at) === weekOf(now))) return 'weekly';
  if (settings.keepDaily > 0 && !has(['weekly', 'daily'], (at) => dayOf(at) === dayOf(now))) return 'daily';
  return 'hourly';
}

/** True once the time since the last automatic backup is over; a clock that was set back makes it so as well. */
export function isBackupDue(backups: readonly Dated[], settings: BackupSettings, now: string): boolean {
  const newest = pastOf(backups, now)
    .filter(({ kind }) => kind !== 'before-migration' && kind !== 'before-restore')
    .reduce((latest, { at }) => (at > latest ? at : latest), '');
  return newest === '' || Date.parse(now) - Date.parse(newest) >= settings.everyMinutes * 60_000;
}

/**
 * The names of those that go: of each kind the oldest beyond its number. What a person asked for stays until that person
 * removes it, what is dated in the future stays, and so does the newest of all.
 */
export function backupsToRemove(backups: readonly Dated[], settings: BackupSettings, now: string): string[] {
  const keep: Record<BackupKind, number> = {
    hourly: settings.keepHourly,
    daily: settings.keepDaily,
    weekly: settings.keepWeekly,
    manual: Number.POSITIVE_INFINITY,
    'before-restore': KEEP_BEFORE_RESTORE,
    'before-migration': KEEP_BEFORE_MIGRATION,
  };
  const past = pastOf(backups, now).toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  const newest = past[0]?.name;
  const seen = new Map<BackupKind, number>();
  return past.flatMap(({ name, kind }) => {
    const count = (seen.get(kind) ?? 0) + 1;
    seen.set(kind, count);
    return count > keep[kind] && name !== newest ? [name] : [];
  });
}
