/** Refusing what is not a Yjs update, before it touches a document. */
import * as Y from 'yjs';
import { AppError } from '../errors/app-error.ts';

export const MAX_UPDATE_BYTES = 64 * 1024 * 1024;

type Id = { client: number; clock: number };
type Struct = { id: Id; length: number; origin?: Id | null; rightOrigin?: Id | null; parent?: unknown };

function isId(value: unknown): value is Id {
  return typeof value === 'object' && value !== null && 'client' in value && 'clock' in value;
}

/** What Yjs takes for granted, and fails on while it is half done. Null if all is well. */
function findNonsense(structs: readonly Struct[], deleted: Iterable<readonly { len: number }[]>): string | null {
  for (const { id, length, origin, rightOrigin, parent } of structs) {
    if (length <= 0) return 'something of no length';
    for (const other of [origin, rightOrigin, parent]) {
      // What one client wrote can stand only beside what it had written before.
      if (isId(other) && other.client === id.client && other.clock >= id.clock) return 'something beside a later thing';
    }
  }
  for (const ranges of deleted) if (ranges.some(({ len }) => len <= 0)) return 'a deletion of nothing';
  return null;
}

/** Throws AppError update-invalid if the bytes are not one whole Yjs update (version 1 encoding), or too many. */
export function checkUpdate(bytes: Uint8Array): void {
  if (bytes.byteLength > MAX_UPDATE_BYTES) {
    throw new AppError('update-invalid', { reason: `${bytes.byteLength} bytes; the limit is ${MAX_UPDATE_BYTES}` });
  }
  let reason: string | null;
  try {
    const { structs, ds } = Y.decodeUpdate(bytes);
    reason = findNonsense(structs, ds.clients.values());
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new AppError('update-invalid', { reason: message }, { cause: error });
  }
  if (reason !== null) throw new AppError('update-invalid', { reason });
}
