import { describe, expect, it } from 'vitest';
import type { BackupKind } from '../../../shared/contract/desk.ts';
import { defaultBackupSettings } from './backup-settings.ts';
import { automaticKind, backupsToRemove, isBackupDue } from './retention.ts';

const HOUR_MS = 3_600_000;
const start = Date.parse('2026-11-02T01:00:00.000Z');
const settings = defaultBackupSettings;

type Dated = { name: string; at: string; kind: BackupKind };

/** What lies there after so many hours of work without a pause. */
function afterHours(hours: number, keep = settings): Dated[] {
  let backups: Dated[] = [];
  for (let hour = 0; hour < hours; hour += 1) {
    const at = new Date(start + hour * HOUR_MS).toISOString();
    if (!isBackupDue(backups, keep, at)) continue;
    backups.push({ name: at, at, kind: automaticKind(backups, keep, at) });
    const gone = new Set(backupsToRemove(backups, keep, at));
    backups = backups.filter(({ name }) => !gone.has(name));
  }
  return backups;
}

const count = (backups: readonly Dated[], kind: BackupKind): number =>
  backups.filter((backup) => backup.kind === kind).length;

describe('backups that are made by themselves', () => {
  it('are, after a year of hours, the last day by the hour, two weeks by the day, two months by the week', () => {
    const backups = afterHours(365 * 24);
    expect([count(backups, 'hourly'), count(backups, 'daily'), count(backups, 'weekly')]).toEqual([24, 14, 8]);
    const weeks = backups.filter(({ kind }) => kind === 'weekly').map(({ at }) => Date.parse(at));
    expect(weeks.slice(1).map((at, index) => (at - weeks[index]!) / HOUR_MS)).toEqual(Array(7).fill(7 * 24));
  });

  it('are weekly first in a week, then daily first in a day, by the calendar of the newsroom', () => {
    // 2026-11-02 is a Monday; its Vietnamese day ends at 17:00 UTC.
    const kinds = afterHours(3 * 24).map(({ at, kind }) => [at.slice(8, 13), kind]);
    expect(kinds.filter(([, kind]) => kind !== 'hourly')).toEqual([
      ['02T01', 'weekly'],
      ['02T17', 'daily'],
      ['03T17', 'daily'],
      ['04T17', 'daily'],
    ]);
  });

  it('keep no days where none are asked for', () => {
    expect(count(afterHours(100, { ...settings, keepDaily: 0, keepWeekly: 0 }), 'hourly')).toBe(24);
  });
});

describe('what goes', () => {
  const at = (minute: number): string => new Date(start + minute * 60_000).toISOString();
  const now = at(1_000);

  it('is nothing that a person made, and not the newest of all', () => {
    const manual = Array.from({ length: 50 }, (_, index) => ({
      name: `m${index}`,
      at: at(index),
      kind: 'manual' as const,
    }));
    expect(backupsToRemove(manual, settings, now)).toEqual([]);
    const only: Dated[] = [{ name: 'd', at: at(1), kind: 'daily' }];
    expect(backupsToRemove(only, { ...settings, keepDaily: 0 }, now)).toEqual([]);
  });

  it('is counted without those that a wrong clock dated in the future, which stay', () => {
    const backups: Dated[] = [
      { name: 'future', at: at(9_999), kind: 'hourly' },
      { name: 'new', at: at(20), kind: 'hourly' },
      { name: 'old', at: at(10), kind: 'hourly' },
    ];
    expect(backupsToRemove(backups, { ...settings, keepHourly: 1 }, now)).toEqual(['old']);
    expect(isBackupDue(backups, settings, now)).toBe(true);
  });
});

it('one is due an hour after the last, whoever made that one', () => {
  const made: Dated[] = [{ name: 'm', at: '2026-11-02T01:00:00.000Z', kind: 'manual' }];
  expect(isBackupDue(made, settings, '2026-11-02T01:59:59.999Z')).toBe(false);
  expect(isBackupDue(made, settings, '2026-11-02T02:00:00.000Z')).toBe(true);
  expect(isBackupDue([], settings, '2026-11-02T02:00:00.000Z')).toBe(true);
});
