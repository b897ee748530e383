import { useTranslation } from 'react-i18next';
import { type Command, useCommands } from '../app/commands.tsx';
import { useDesk } from '../app/desk-context.tsx';
import { toAppError } from '../app/desk-link.ts';
import { download } from '../app/download.ts';
import type { ArticleSession } from '../article/article-session.ts';
import { useNotices } from '../ui/notices.tsx';
import { choiceOf, type ExportKind, exportKinds } from './export-kinds.ts';
import { printPdf } from './print-pdf.ts';

export const PRINT_KEYS = 'mod+p';

export type Exporting = { saveAs: (kind: ExportKind) => void; print: (withTrail: boolean) => void };

/** Saves or prints the article, with everything typed so far; offers both by name. */
export function useExport(session: ArticleSession): Exporting {
  const { t } = useTranslation<['exports', 'article']>(['exports', 'article']);
  const desk = useDesk();
  const { tellError, say } = useNotices();
  const fail = (error: unknown): void => {
    tellError(toAppError(error));
  };
  const exporting: Exporting = {
    saveAs: (kind) => {
      session
        .settle()
        .then(() => desk.exports.make({ id: session.id, ...choiceOf(kind) }))
        .then(({ name, mime, bytes }) => {
          download(new Blob([bytes], { type: mime }), name);
          say(t('exports:saved', { name }));
        })
        .catch(fail);
    },
    print: (trail) => {
      const making = async () => {
        await session.settle();
        return desk.exports.make({ id: session.id, format: 'pdf', trail, forPrint: true });
      };
      const words = { waiting: t('exports:making'), onNoTab: (name: string) => say(t('exports:noTab', { name })) };
      printPdf(making, words).catch(fail);
    },
  };
  const group = t('article:group.article');
  useCommands([
    ...exportKinds.map(
      (kind): Command => ({
        id: `article.export.${kind}`,
        title: t('exports:command', { as: t(`exports:as.${kind}`) }),
        group,
        run: () => exporting.saveAs(kind),
      }),
    ),
    { id: 'article.print', title: t('exports:print'), group, keys: PRINT_KEYS, run: () => exporting.print(false) },
    { id: 'article.print.trail', title: t('exports:printTrail'), group, run: () => exporting.print(true) },
  ]);
  return exporting;
}
