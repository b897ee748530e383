import { useTranslation } from 'react-i18next';
import { actions } from '../../shared/contract/desk.ts';
import { type Command, useCommands } from '../app/commands.tsx';
import type { BodyHandle } from '../editor/body-handle.ts';
import { type Steps, stepKeys } from '../review/use-steps.tsx';
import { type InspectorTab, inspectorTabs } from './inspector.tsx';

/** Everything that can be done with the article in view, by name and by keys. */
export function useArticleCommands({
  body,
  steps,
  compare,
  showTab,
}: {
  body: BodyHandle | null;
  steps: Steps;
  compare: () => void;
  showTab: (tab: InspectorTab) => void;
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
  ]);
}
