/** Plain values of this profile by name. */
import { prepared, type ReadableDb, type WritableDb } from './database.ts';

export type SettingName =
  | 'deviceId'
  | 'devicePrivateKey'
  | 'personId'
  | 'sampleArticle'
  | 'compactedToSeq'
  | 'ownLists';

export function findSetting(db: ReadableDb, name: SettingName): string | undefined {
  const row = prepared(db, 'SELECT value FROM settings WHERE key = ?').get(name) as { value: string } | undefined;
  return row?.value;
}

export function saveSetting(db: WritableDb, name: SettingName, value: string): void {
  prepared(
    db,
    'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  ).run(name, value);
}
