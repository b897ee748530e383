/** Who writes on this workstation: the person, and the device whose Ed25519 key signs their events. */
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';
import type { Person } from '../../../shared/contract/office.ts';

export type Identity = {
  readonly deviceId: string;
  /** Raw 32 bytes of the public key in base64, as the endpoint keeps it. */
  readonly publicKey: string;
  /** Read each time: name and role change when the person joins an office. */
  person(): Person;
  /** Base64 of the Ed25519 signature over the UTF-8 bytes of `text`. */
  sign(text: string): string;
};

/** `privateKey`: PKCS#8 PEM or DER (see `generateDeviceKey`). */
export function makeIdentity(options: {
  deviceId: string;
  privateKey: string | KeyObject;
  person: () => Person;
}): Identity {
  const key = typeof options.privateKey === 'string' ? createPrivateKey(options.privateKey) : options.privateKey;
  const { x } = createPublicKey(key).export({ format: 'jwk' });
  return {
    deviceId: options.deviceId,
    publicKey: Buffer.from(x ?? '', 'base64url').toString('base64'),
    person: options.person,
    sign: (text) => sign(null, Buffer.from(text, 'utf8'), key).toString('base64'),
  };
}

/** A new device key as PKCS#8 PEM. */
export function generateDeviceKey(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/** Whether `signature` (base64) is that of the device with `publicKey` (raw 32 bytes, base64) over `text`. */
export function isSignedBy(publicKey: string, text: string, signature: string): boolean {
  const x = Buffer.from(publicKey, 'base64').toString('base64url');
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  return verify(null, Buffer.from(text, 'utf8'), key, Buffer.from(signature, 'base64'));
}
