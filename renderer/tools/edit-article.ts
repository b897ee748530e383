/** Changes of the open article by tools: all of one are one step of undo. */
import { type ArticleEdits, placeEdits, writeArticleEdits } from '../../shared/find/article-edits.ts';
import type { ArticleSession } from '../article/article-session.ts';
import { Inbound } from '../editor/inbound.ts';

/**
 * Writes the edits, all or none. Answers what takes them back as long as nothing else was done since; null where the text
 * is not any more what the edits were made for, or an input method is in the middle of a word.
 */
export function editArticle(
  { doc, undo }: Pick<ArticleSession, 'doc' | 'undo'>,
  changes: readonly ArticleEdits[],
): { undo: () => boolean } | null {
  const inbound = Inbound.of(doc);
  if (inbound.isHeld()) return null;
  inbound.flush();
  // An edit of nothing would be a step of undo too.
  if (placeEdits(doc, changes) === null) return null;
  undo.edit({ type: 'other' }, () => writeArticleEdits(doc, changes));
  const { step } = undo;
  return {
    undo: () => {
      if (doc.isDestroyed || undo.step !== step) return false;
      undo.undo();
      return true;
    },
  };
}
