/** Joining: a single-use invitation code becomes an account, a known device and a token. */
import { createPublicKey, type KeyObject } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { Person } from '../../shared/contract/office.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { findInvitation, markInvitationUsed } from '../store/invitations.ts';
import { findDevice, findPerson, insertDevice, issueToken, savePerson } from '../store/people.ts';
import { getOfficeName } from '../store/settings.ts';

export type JoinRequest = { code: string; personId: string; deviceId: string; deviceKey: string };
export type Joined = { token: string; office: string; person: Person };

const KEY_BYTES = 32;

/**
 * One transaction. The very same device may repeat its request, so that a lost answer costs no new code; it gets a
 * new token in place of the first. Throws AppError: invitation-unknown, invitation-used, invalid-request.
 */
export function joinOffice(db: Database, request: JoinRequest, now: Date): Joined {
  return db.transaction((): Joined => {
    const at = now.toISOString();
    const invitation = findInvitation(db, request.code);
    if (invitation === undefined) throw new AppError('invitation-unknown');
    const device = findDevice(db, request.deviceId);
    const isSameDevice = device?.personId === request.personId && device.publicKey === request.deviceKey;
    if (invitation.usedAt !== null && !(isSameDevice && invitation.usedByDevice === request.deviceId)) {
      throw new AppError('invitation-used');
    }
    if (!isSameDevice) {
      if (device !== undefined || findPerson(db, request.personId) !== undefined) {
        throw new AppError('invalid-request', { reason: 'this person or device is known already' });
      }
      devicePublicKey(request.deviceKey);
    }
    const person: Person = { id: request.personId, name: invitation.name, role: invitation.role };
    savePerson(db, person, at);
    if (!isSameDevice) {
      insertDevice(db, { id: request.deviceId, personId: person.id, publicKey: request.deviceKey }, at);
    }
    markInvitationUsed(db, invitation.hash, request.deviceId, at);
    return { token: issueToken(db, person.id, request.deviceId, at), office: getOfficeName(db), person };
  })();
}

/** Raw Ed25519 key bytes in base64 as a key. Throws AppError invalid-request. */
export function devicePublicKey(base64: string): KeyObject {
  const raw = Buffer.from(base64, 'base64');
  if (raw.length !== KEY_BYTES) throw new AppError('invalid-request', { reason: 'the device key is not 32 bytes' });
  return createPublicKey({ format: 'jwk', key: { kty: 'OKP', crv: 'Ed25519', x: raw.toString('base64url') } });
}
