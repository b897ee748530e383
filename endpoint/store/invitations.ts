/** Invitations: single-use codes that a person types once. Only their hashes are kept. */
import { randomInt } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { Role } from '../../shared/workflow/event.ts';
import { hashSecret } from './people.ts';

/** Crockford's base 32: no letter that is taken for a digit. 12 of them are 60 random bits. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 12;

export type Invitation = { hash: string; name: string; role: Role; usedAt: string | null; usedByDevice: string | null };

/** The code, such as `7K2M-Q9XD-4TFA`. It is shown once. */
export function createInvitation(db: Database, invited: { name: string; role: Role }, at: string): string {
  const letters = Array.from({ length: CODE_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  const code = letters.match(/.{4}/g)?.join('-') ?? letters;
  db.prepare('INSERT INTO invitations (hash, name, role, created_at) VALUES (?, ?, ?, ?)').run(
    hashSecret(normalizeCode(code)),
    invited.name,
    invited.role,
    at,
  );
  return code;
}

export function findInvitation(db: Database, code: string): Invitation | undefined {
  return db
    .prepare(
      'SELECT hash, name, role, used_at AS usedAt, used_by_device AS usedByDevice FROM invitations WHERE hash = ?',
    )
    .get(hashSecret(normalizeCode(code))) as Invitation | undefined;
}

export function markInvitationUsed(db: Database, hash: string, deviceId: string, at: string): void {
  db.prepare('UPDATE invitations SET used_at = ?, used_by_device = ? WHERE hash = ?').run(at, deviceId, hash);
}

/** As people type it: any case, any separators, O for 0, I and L for 1. */
function normalizeCode(code: string): string {
  return code
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
}
