/** People, their devices, and the tokens that stand for them. */
import { createHash, randomBytes } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { Person } from '../../shared/contract/office.ts';

export type Account = { person: Person; deviceId: string; deviceKey: string };

export function listPeople(db: Database): Person[] {
  return db.prepare('SELECT id, name, role FROM people ORDER BY name, id').all() as Person[];
}

export function findPerson(db: Database, id: string): Person | undefined {
  return db.prepare('SELECT id, name, role FROM people WHERE id = ?').get(id) as Person | undefined;
}

export function savePerson(db: Database, person: Person, at: string): void {
  db.prepare(
    `INSERT INTO people (id, name, role, joined_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, role = excluded.role`,
  ).run(person.id, person.name, person.role, at);
}

export type Device = { id: string; personId: string; publicKey: string };

export function findDevice(db: Database, id: string): Device | undefined {
  return db.prepare('SELECT id, person_id AS personId, public_key AS publicKey FROM devices WHERE id = ?').get(id) as
    | Device
    | undefined;
}

export function insertDevice(db: Database, device: Device, at: string): void {
  db.prepare('INSERT INTO devices (id, person_id, public_key, added_at) VALUES (?, ?, ?, ?)').run(
    device.id,
    device.personId,
    device.publicKey,
    at,
  );
}

/** A new token for a device, in place of the one it had. Only its hash is kept. */
export function issueToken(db: Database, personId: string, deviceId: string, at: string): string {
  const token = randomBytes(32).toString('base64url');
  db.prepare('DELETE FROM tokens WHERE device_id = ?').run(deviceId);
  db.prepare('INSERT INTO tokens (hash, person_id, device_id, created_at) VALUES (?, ?, ?, ?)').run(
    hashSecret(token),
    personId,
    deviceId,
    at,
  );
  return token;
}

export function findAccount(db: Database, token: string): Account | undefined {
  const row = db
    .prepare(
      `SELECT p.id, p.name, p.role, d.id AS deviceId, d.public_key AS deviceKey
       FROM tokens t JOIN people p ON p.id = t.person_id JOIN devices d ON d.id = t.device_id WHERE t.hash = ?`,
    )
    .get(hashSecret(token)) as (Person & { deviceId: string; deviceKey: string }) | undefined;
  if (row === undefined) return undefined;
  const { id, name, role, deviceId, deviceKey } = row;
  return { person: { id, name, role }, deviceId, deviceKey };
}

/** SHA-256 is enough: what is hashed has 60 and more random bits of its own. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
