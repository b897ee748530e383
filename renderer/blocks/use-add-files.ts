/**
 * Documents on their way into an article: each is kept by the core and then stands in the text; those that cannot be kept
 * are told, each by its file's name, and change nothing.
 */
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { appendEmbed } from '../../shared/article/append-embed.ts';
import { MAX_FILE_BYTES } from '../../shared/contract/office.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { fileExtensions } from '../../shared/files/file-kinds.ts';
import { useDesk } from '../app/desk-context.tsx';
import { toAppError } from '../app/desk-link.ts';
import type { ArticleSession } from '../article/article-session.ts';
import type { BodyHandle } from '../editor/body-handle.ts';
import { LOCAL_ORIGIN } from '../editor/local-origin.ts';
import { type DropPlace, placeAtPoint } from '../photos/drop-place.ts';
import { chooseFiles } from '../ui/choose-files.ts';
import { useNotices } from '../ui/notices.tsx';

const MEGABYTE = 1024 * 1024;
/** What is done sooner needs no word that it is being done. */
const SLOW_MS = 300;

export type FileActions = {
  /** Asks for documents; they come behind the caret. */
  choose: () => void;
  /** At a point of the screen, or behind the caret. */
  add: (files: readonly File[], at: { x: number; y: number } | null) => void;
};

export function useAddFiles(session: ArticleSession, body: BodyHandle | null): FileActions {
  const { t } = useTranslation<'blocks'>('blocks');
  const desk = useDesk();
  const { tellError, say } = useNotices();
  const latest = useRef({ body, tellError, say, t });
  useEffect(() => {
    latest.current = { body, tellError, say, t };
  });
  return useMemo(() => {
    const add = (files: readonly File[], at: DropPlace | null): void => session.waitFor(keepAndInsert(files, at));
    const keepAndInsert = async (files: readonly File[], at: DropPlace | null): Promise<void> => {
      let added = 0;
      for (const file of files) {
        const { say: tell, t: words } = latest.current;
        const slow = setTimeout(() => tell(words('file.adding', { file: file.name })), SLOW_MS);
        try {
          // Before a byte is sent.
          if (file.size > MAX_FILE_BYTES) throw tooLarge(file);
          const kept = await desk.files.add({ file, name: file.name });
          const embed = { type: 'file', ...kept } as const;
          if (latest.current.body?.isShown() === true) latest.current.body.insertEmbed(embed, at?.point());
          // The person has gone on to another article meanwhile.
          else if (session.state().working === 'draft') {
            session.undo.edit({ type: 'other' }, () => appendEmbed(session.doc, embed, LOCAL_ORIGIN));
          }
          added += 1;
        } catch (error) {
          latest.current.tellError(toAppError(error));
        } finally {
          clearTimeout(slow);
        }
      }
      if (added > 0) latest.current.say(latest.current.t('file.added', { count: added }));
    };
    return {
      choose: () => void chooseFiles(fileExtensions.join(',')).then((files) => add(files, null)),
      add: (files, at) => add(files, at === null ? null : placeAtPoint(at)),
    };
  }, [desk, session]);
}

function tooLarge(file: File): AppError {
  const megabytes = (size: number): string => `${Math.ceil(size / MEGABYTE)} MB`;
  const [size, limit] = [megabytes(file.size), megabytes(MAX_FILE_BYTES)];
  return new AppError('attachment-too-large', { file: file.name, size, limit });
}
