import type * as Y from 'yjs';
import { type Embed, getBody, makeEmbed, makeMark } from './flat-text.ts';

/** Puts something into a line of its own behind the last one, where no page shows the text and no caret says where. */
export function appendEmbed(doc: Y.Doc, embed: Embed, origin: unknown): void {
  doc.transact(() => {
    const body = getBody(doc);
    body.insertEmbed(body.length, makeMark('paragraph'), {});
    body.insertEmbed(body.length, makeEmbed(embed), {});
  }, origin);
}
