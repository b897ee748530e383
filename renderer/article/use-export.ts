import { useTranslation } from 'react-i18next';
import { useDesk } from '../app/desk-context.tsx';
import { toAppError } from '../app/desk-link.ts';
import { download } from '../app/download.ts';
import { useNotices } from '../ui/notices.tsx';
import type { ArticleSession } from './article-session.ts';

export const exportFormats = ['html', 'text', 'json'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** Saves the article, with everything typed so far, as a file of its own where the browser keeps downloads. */
export function useExport(session: ArticleSession): (format: ExportFormat) => void {
  const { t } = useTranslation('article');
  const desk = useDesk();
  const { tellError, say } = useNotices();
  return (format) => {
    session
      .settle()
      .then(() => desk.articles.export({ id: session.id, format }))
      .then(
        ({ name, mime, text }) => {
          download(new Blob([text], { type: mime }), name);
          say(t('exported', { name }));
        },
        (error) => tellError(toAppError(error)),
      );
  };
}
