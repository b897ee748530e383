import * as Y from 'yjs';

/**
 * What `change` does to a document in this state, as one update; null where it changes nothing. The state's own document is left as
 * it is.
 */
export function changeOf(state: Uint8Array, change: (copy: Y.Doc) => void): Uint8Array<ArrayBuffer> | null {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, state, 'state');
  const updates: Uint8Array[] = [];
  copy.on('update', (update: Uint8Array) => updates.push(update));
  copy.transact(() => change(copy), 'change');
  copy.destroy();
  return updates.length === 0 ? null : new Uint8Array(Y.mergeUpdates(updates));
}
