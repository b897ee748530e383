import { useTranslation } from 'react-i18next';
import { textBlockKinds } from '../../shared/article/document.ts';
import { actions } from '../../shared/contract/desk.ts';
import { type Command, useCommands } from '../app/commands.tsx';
import { useDesk } from '../app/desk-context.tsx';
import { toAppError } from '../app/desk-link.ts';
import type { BodyHandle } from '../editor/article-body.tsx';
import type { Steps } from '../review/use-steps.tsx';
import { useNotices } from '../ui/notices.tsx';
import type { ArticleSession } from './article-session.ts';
import { type InspectorTab, inspectorTabs } from './inspector.tsx';

const kindKeys = [0, 1, 2, 3, 4, 5];

/** Everything that can be done with the article in view, by name and by keys. */
export function useArticleCommands({
  session,
  body,
  isEditable,
  steps,
  compare,
  showTab,
  choosePhotos,
}: {
  session: ArticleSession;
  body: BodyHandle | null;
  isEditable: boolean;
  steps: Steps;
  compare: () => void;
  showTab: (tab: InspectorTab) => void;
  choosePhotos: () => void;
}): void {
  const { t } = useTranslation('article');
  const desk = useDesk();
  const { tellError, say } = useNotices();
  const group = t('group.article');
  const text = t('group.text');
  const save = async (format: 'html' | 'json' | 'text'): Promise<void> => {
    try {
      await session.settle();
      const { name, mime, text: content } = await desk.articles.export({ id: session.id, format });
      download(new Blob([content], { type: mime }), name);
      say(t('exported', { name }));
    } catch (error) {
      tellError(toAppError(error));
    }
  };
  const stepKeys: Partial<Record<string, string>> = { submit: 'mod+enter', approve: 'mod+shift+enter' };
  useCommands([
    ...actions.map(
      (action): Command => ({
        id: `article.${action}`,
        title: steps.label(action),
        group,
        keys: stepKeys[action],
        run: () => steps.start(action),
        isEnabled: steps.allowed.includes(action),
      }),
    ),
    { id: 'article.compare', title: t('command.compare'), group, keys: 'alt+c', run: compare },
    ...(['html', 'json', 'text'] as const).map(
      (format): Command => ({
        id: `article.export.${format}`,
        title: t(`command.export.${format}`),
        group,
        run: () => void save(format),
      }),
    ),
    ...inspectorTabs.map(
      (tab, index): Command => ({
        id: `article.tab.${tab}`,
        title: t('command.tab', { tab: t(`tab.${tab}`) }),
        group,
        keys: `alt+${index + 1}`,
        run: () => showTab(tab),
      }),
    ),
    { id: 'text.body', title: t('command.body'), group: text, run: () => body?.focus() },
    {
      id: 'text.photos',
      title: t('format.photos'),
      group: text,
      keys: 'mod+alt+p',
      run: choosePhotos,
      isEnabled: isEditable,
    },
    { id: 'text.rule', title: t('format.rule'), group: text, run: () => body?.insertRule(), isEnabled: isEditable },
    {
      id: 'text.up',
      title: t('command.up'),
      group: text,
      keys: 'alt+shift+arrowup',
      run: () => body?.moveLine(-1),
      isEnabled: isEditable,
    },
    {
      id: 'text.down',
      title: t('command.down'),
      group: text,
      keys: 'alt+shift+arrowdown',
      run: () => body?.moveLine(1),
      isEnabled: isEditable,
    },
    ...textBlockKinds.map(
      (kind, index): Command => ({
        id: `text.kind.${kind}`,
        title: t('command.kind', { kind: t(`kind.${kind}`) }),
        group: text,
        keys: `mod+alt+${kindKeys[index]}`,
        run: () => body?.setKind(kind),
        isEnabled: isEditable,
      }),
    ),
  ]);
}

function download(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
