/** The office's own settings: its name, its rules of review, the endpoint's signing key. */
import { generateKeyPairSync } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { v7 as newId } from 'uuid';
import { defaultRules, type OfficeRules } from '../../shared/workflow/machine.ts';

export function findSetting(db: Database, key: string): string | undefined {
  const row = db.prepare('SELECT value FROM settings WHERE key = ?').get(key) as { value: string } | undefined;
  return row?.value;
}

export function setSetting(db: Database, key: string, value: string): void {
  db.prepare(
    'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  ).run(key, value);
}

export function getOfficeName(db: Database): string {
  return findSetting(db, 'office') ?? 'Tòa soạn';
}

export function getOfficeRules(db: Database): OfficeRules {
  const fourEyes = findSetting(db, 'fourEyes');
  const steps = findSetting(db, 'steps');
  return {
    fourEyes: fourEyes === undefined ? defaultRules.fourEyes : fourEyes === 'yes',
    steps: steps === undefined ? defaultRules.steps : Number(steps),
  };
}

export function setOfficeRules(db: Database, rules: OfficeRules): void {
  setSetting(db, 'fourEyes', rules.fourEyes ? 'yes' : 'no');
  setSetting(db, 'steps', String(rules.steps));
}

/** The device that signs what the endpoint itself appends; made on first use. `privateKey`: PKCS#8 PEM. */
export function endpointDevice(db: Database): { id: string; privateKey: string } {
  const id = findSetting(db, 'deviceId');
  const privateKey = findSetting(db, 'deviceKey');
  if (id !== undefined && privateKey !== undefined) return { id, privateKey };
  const made = {
    id: newId(),
    privateKey: generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
  db.transaction(() => {
    setSetting(db, 'deviceId', made.id);
    setSetting(db, 'deviceKey', made.privateKey);
  })();
  return made;
}
