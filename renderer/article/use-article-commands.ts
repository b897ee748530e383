import { useTranslation } from 'react-i18next';
import { textBlockKinds } from '../../shared/article/document.ts';
import { actions } from '../../shared/contract/desk.ts';
import { type Command, useCommands } from '../app/commands.tsx';
import type { BodyHandle } from '../editor/body-handle.ts';
import { type Steps, stepKeys } from '../review/use-steps.tsx';
import { type InspectorTab, inspectorTabs } from './inspector.tsx';

/** Everything that can be done with the article in view, by name and by keys. */
export function useArticleCommands({
  body,
  isEditable,
  steps,
  compare,
  showTab,
  choosePhotos,
}: {
  body: BodyHandle | null;
  isEditable: boolean;
  steps: Steps;
  compare: () => void;
  showTab: (tab: InspectorTab) => void;
  choosePhotos: () => void;
}): void {
  const { t } = useTranslation('article');
  const group = t('group.article');
  const text = t('group.text');
  useCommands([
    ...actions.map(
      (action): Command => ({
        id: `article.${action}`,
        title: steps.label(action),
        group,
        keys: action === 'submit' || action === 'approve' ? stepKeys[action] : undefined,
        run: () => steps.start(action),
        isEnabled: steps.allowed.includes(action),
      }),
    ),
    { id: 'article.compare', title: t('command.compare'), group, keys: 'alt+c', run: compare },
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
    ...([-1, 1] as const).map(
      (by): Command => ({
        id: by < 0 ? 'text.up' : 'text.down',
        title: t(by < 0 ? 'command.up' : 'command.down'),
        group: text,
        keys: by < 0 ? 'alt+shift+arrowup' : 'alt+shift+arrowdown',
        run: () => body?.moveLine(by),
        isEnabled: isEditable,
        isFieldsOwn: true,
      }),
    ),
    ...textBlockKinds.map(
      (kind, index): Command => ({
        id: `text.kind.${kind}`,
        title: t('command.kind', { kind: t(`kind.${kind}`) }),
        group: text,
        keys: `mod+alt+${index}`,
        run: () => body?.setKind(kind),
        isEnabled: isEditable,
        isFieldsOwn: true,
      }),
    ),
  ]);
}
