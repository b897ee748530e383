/** Edits as a page makes them: on a document of its own, sent as Yjs updates. */
import type * as Y from 'yjs';
import { updateOf } from '../../shared/article/write.ts';

export const editOf = updateOf;

/** Text at the end of the headline, the lead or the body. */
export function typed(field: 'headline' | 'lead' | 'body', text: string): (doc: Y.Doc) => void {
  return (doc) => doc.getText(field).insert(doc.getText(field).length, text);
}
