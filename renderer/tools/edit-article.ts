/** Changes of the open article by tools: all of one are one step of undo. */
import { type ArticleEdits, writeArticleEdits } from '../../shared/find/article-edits.ts';
import type { ArticleSession } from '../article/article-session.ts';
import { Inbound } from '../editor/inbound.ts';

/**
 * Writes the edits, all or none. Answers what takes them back as long as nothing else was done since; null where the text
 * is not any more what the edits were made for, or an input method is in the middle of a word.
 */
export function editArticle(
  { doc, undo }: ArticleSession,
  changes: readonly ArticleEdits[],
): { undo: () => boolean } | null {
  const inbound = Inbound.of(doc);
  if (inbound.isHeld()) return null;
  inbound.flush();
  let isWritten = false;
  undo.edit({ type: 'other' }, () => {
    isWritten = writeArticleEdits(doc, changes) !== null;
  });
  if (!isWritten) return null;
  const { step } = undo;
  return {
    undo: () => {
      if (doc.isDestroyed || undo.step !== step) return false;
      undo.undo();
      return true;
    },
  };
}
