/** Edits as a page makes them: on a document of its own, sent as Yjs updates. */
import * as Y from 'yjs';

/** What `change` does to an article in this state, as one update. */
export function editOf(state: Uint8Array, change: (doc: Y.Doc) => void): Uint8Array<ArrayBuffer> {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  const before = Y.encodeStateVector(doc);
  doc.transact(() => change(doc));
  const update = new Uint8Array(Y.encodeStateAsUpdate(doc, before));
  doc.destroy();
  return update;
}

/** Text at the end of the headline, the lead or the body. */
export function typed(field: 'headline' | 'lead' | 'body', text: string): (doc: Y.Doc) => void {
  return (doc) => doc.getText(field).insert(doc.getText(field).length, text);
}
