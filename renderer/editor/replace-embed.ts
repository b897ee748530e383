import * as Y from 'yjs';
import { type Embed, equalEmbeds, getBody, readEmbedded, walkText } from '../../shared/article/flat-text.ts';
import type { ArticleUndo } from './article-undo.ts';
import { flushViews } from './inbound.ts';

/**
 * Another headline or name for a related article or an attached document, in the first place where it stands. Written into
 * the embed as it is, and not put in its place: two people who rename it at once still have one.
 */
export function replaceEmbed(doc: Y.Doc, undo: ArticleUndo, former: Embed, next: Embed): void {
  flushViews(doc);
  const found = findEmbed(getBody(doc), former);
  if (found === null) return;
  undo.cut();
  undo.edit({ type: 'other' }, () => {
    for (const [name, value] of Object.entries(next)) if (found.get(name) !== value) found.set(name, value);
  });
}

function findEmbed(body: Y.Text, wanted: Embed): Y.Map<unknown> | null {
  let found: Y.Map<unknown> | null = null;
  walkText(
    body,
    () => {},
    (value) => {
      const read = readEmbedded(value);
      if (found === null && value instanceof Y.Map && 'embed' in read && equalEmbeds(read.embed, wanted)) found = value;
    },
  );
  return found;
}
