/** Where this profile stands with its office's endpoint. */

import { defaultRules, type OfficeRules } from '../../../shared/workflow/machine.ts';
import type { ReadableDb, WritableDb } from './database.ts';

export type OfficeLink = { endpoint: string; token: string; office: string };

function getValue(db: ReadableDb, key: string): string | null {
  const row = db.prepare('SELECT value FROM sync_state WHERE key = ?').get(key) as { value: string } | undefined;
  return row?.value ?? null;
}

function setValue(db: WritableDb, key: string, value: string): void {
  db.prepare(
    'INSERT INTO sync_state (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  ).run(key, value);
}

/** Null while the person has joined no office. `endpoint` is an origin with a path, without a slash at its end. */
export function findOfficeLink(db: ReadableDb): OfficeLink | null {
  const endpoint = getValue(db, 'endpoint');
  const token = getValue(db, 'token');
  if (endpoint === null || token === null) return null;
  return { endpoint, token, office: getValue(db, 'office') ?? '' };
}

/** Joining another office begins at the start of its log. */
export function saveOfficeLink(db: WritableDb, link: OfficeLink): void {
  if (getValue(db, 'office') !== link.office || getValue(db, 'endpoint') !== link.endpoint) setValue(db, 'cursor', '0');
  setValue(db, 'endpoint', link.endpoint);
  setValue(db, 'token', link.token);
  setValue(db, 'office', link.office);
}

/** The same endpoint under another address: its log goes on where we were. */
export function moveEndpoint(db: WritableDb, endpoint: string): void {
  setValue(db, 'endpoint', endpoint);
}

/** Everything of the endpoint's log up to here is in this database. */
export function getCursor(db: ReadableDb): number {
  return Number(getValue(db, 'cursor') ?? '0');
}

export function setCursor(db: WritableDb, cursor: number): void {
  setValue(db, 'cursor', String(cursor));
}

export function findLastSyncAt(db: ReadableDb): string | null {
  return getValue(db, 'lastSyncAt');
}

export function setLastSyncAt(db: WritableDb, at: string): void {
  setValue(db, 'lastSyncAt', at);
}

/** Our own entries that the endpoint has numbered and that pull will bring back: known, so not applied again. */
export function rememberPushed(db: WritableDb, entryId: string): void {
  setValue(db, `pushed:${entryId}`, '1');
}

/** True if it was ours; it is forgotten then. */
export function forgetPushed(db: WritableDb, entryId: string): boolean {
  return db.prepare('DELETE FROM sync_state WHERE key = ?').run(`pushed:${entryId}`).changes > 0;
}

/** The office's rules of review as the endpoint last told them. */
export function getOfficeRules(db: ReadableDb): OfficeRules {
  const fourEyes = getValue(db, 'fourEyes');
  const steps = getValue(db, 'steps');
  return {
    fourEyes: fourEyes === null ? defaultRules.fourEyes : fourEyes === 'yes',
    steps: steps === null ? defaultRules.steps : Number(steps),
  };
}

export function setOfficeRules(db: WritableDb, rules: OfficeRules): void {
  setValue(db, 'fourEyes', rules.fourEyes ? 'yes' : 'no');
  setValue(db, 'steps', String(rules.steps));
}
