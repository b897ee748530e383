/** Bytes over oRPC's JSON: a Uint8Array travels as base64. Both ends of every desk link pass this serializer. */

const CHUNK_BYTES = 0x8000;

export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
    binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK_BYTES));
  }
  return btoa(binary);
}

/** Throws DOMException on what is not base64. */
export function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
}

export const bytesSerializer = {
  type: 20,
  condition: (data: unknown): boolean => data instanceof Uint8Array,
  serialize: (data: unknown): unknown => toBase64(data as Uint8Array),
  deserialize: (data: unknown): unknown => fromBase64(data as string),
};
