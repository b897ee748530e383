/** Who writes in this profile: made once, kept in its database, which only its owner can read. */
import { v7 as newId, v4 as randomId } from 'uuid';
import type { Person } from '../../../shared/contract/office.ts';
import type { WritableDb } from '../store/database.ts';
import { findPerson, savePeople } from '../store/people.ts';
import { findSetting, saveSetting } from '../store/settings.ts';
import { findOfficeLink } from '../store/sync-state.ts';
import { generateDeviceKey, type Identity, makeIdentity } from '../workflow/identity.ts';

/**
 * The profile's identity, under `given` as its name; a profile that was never given one takes `fallback`. The office's
 * name for a person is final. Until an office says otherwise the person holds every role, so that a single desk can do
 * everything but approve its own work.
 */
export function openIdentity(db: WritableDb, given: string | null, fallback: string): Identity {
  const name = given ?? fallback;
  db.transaction(() => {
    const known = findSetting(db, 'personId');
    if (known !== undefined) {
      if (given !== null && findOfficeLink(db) === null) savePeople(db, [{ id: known, name: given, role: 'admin' }]);
      return;
    }
    const personId = newId();
    saveSetting(db, 'personId', personId);
    saveSetting(db, 'deviceId', randomId());
    saveSetting(db, 'devicePrivateKey', generateDeviceKey());
    savePeople(db, [{ id: personId, name, role: 'admin' }]);
  }).immediate();
  const personId = findSetting(db, 'personId') ?? '';
  const nobody: Person = { id: personId, name, role: 'writer' };
  return makeIdentity({
    deviceId: findSetting(db, 'deviceId') ?? '',
    privateKey: findSetting(db, 'devicePrivateKey') ?? '',
    person: () => findPerson(db, personId) ?? nobody,
  });
}
