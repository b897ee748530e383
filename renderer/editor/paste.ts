/** Pasting as one step: the lines, their tables and the places of their photos come together, or nothing changes. */
import type { LexicalEditor } from 'lexical';
import type * as Y from 'yjs';
import type { ImportedLine } from '../../shared/article/import-html/imported-html.ts';
import { writeTable } from '../../shared/article/table.ts';
import { addPhoto } from '../../shared/article/write.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import type { ArticleUndo } from './article-undo.ts';
import { flushViews } from './inbound.ts';
import { $insertPasted } from './insert-pasted.ts';
import { LOCAL_ORIGIN } from './local-origin.ts';
import { type Offered, type Pasted, readOffered } from './read-clipboard.ts';

/** What a person has to be told of a paste. */
export type PasteResult = { pasted: Pasted } | { error: AppError };

export type PasteTarget = { editor: LexicalEditor; doc: Y.Doc; undo: ArticleUndo };

/** Not from within an editor's update: the lines are in the document when this is done. */
export function pasteOffered(target: PasteTarget, offered: Offered, asPlain: boolean): PasteResult {
  try {
    const pasted = readOffered(offered, asPlain);
    if (pasted.lines.length === 0) throw new AppError('paste-empty');
    pasteLines(target, pasted.lines);
    return { pasted };
  } catch (error) {
    return { error: pasteError(error) };
  }
}

export function pasteError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  return new AppError('paste-failed', { reason: error instanceof Error ? error.message : '' }, { cause: error });
}

function pasteLines({ editor, doc, undo }: PasteTarget, lines: readonly ImportedLine[]): void {
  flushViews(doc);
  undo.together(() => {
    editor.update(() => $insertPasted(lines), { discrete: true });
    doc.transact(() => {
      for (const { table, pictures = [] } of lines) {
        if (table !== undefined) writeTable(doc, table);
        for (const { photo, sha256 = null, caption, credit, alt } of pictures) {
          if (!doc.getMap('photos').has(photo))
            addPhoto(doc, { id: photo, sha256, caption, credit, alt }, LOCAL_ORIGIN);
        }
      }
    }, LOCAL_ORIGIN);
  });
}
