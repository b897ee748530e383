/** Bytes over oRPC's JSON: a Uint8Array travels as base64. Both ends of every desk link pass this serializer. */

const CHUNK_BYTES = 0x2000;

/** Newer engines do it themselves (ECMAScript 2026), many times as fast. */
type Native = { fromBase64?: (text: string) => Uint8Array };
type NativeBytes = { toBase64?: () => string };

export function toBase64(bytes: Uint8Array): string {
  const { toBase64: native } = bytes as NativeBytes;
  if (native !== undefined) return native.call(bytes);
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
    const chunk = bytes.subarray(at, at + CHUNK_BYTES);
    binary += String.fromCharCode.apply(null, chunk as unknown as number[]);
  }
  return btoa(binary);
}

/** Throws on what is not base64. */
export function fromBase64(text: string): Uint8Array {
  const { fromBase64: native } = Uint8Array as Native;
  if (native !== undefined) return native.call(Uint8Array, text);
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes;
}

export const bytesSerializer = {
  type: 20,
  condition: (data: unknown): boolean => data instanceof Uint8Array,
  serialize: (data: unknown): unknown => toBase64(data as Uint8Array),
  deserialize: (data: unknown): unknown => fromBase64(data as string),
};
