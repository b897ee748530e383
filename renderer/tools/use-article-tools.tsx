/** What finds and changes text in the open article: the bar, the tools with their previews, a menu and the commands. */
import { Replace, Search, TextSearch } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPassages } from '../../shared/find/passages.ts';
import { type ToolName, toolNames } from '../../shared/text-tools/text-tools.ts';
import { showKeys, useCommands } from '../app/commands.tsx';
import type { ArticleSession } from '../article/article-session.ts';
import type { BodyHandle } from '../editor/body-handle.ts';
import { flushViews } from '../editor/inbound.ts';
import { IconButton } from '../ui/button.tsx';
import { Menu } from '../ui/menu.tsx';
import { selectedText } from './selected-text.ts';
import type { SelectedText } from './tool-changes.ts';
import { ToolDialog } from './tool-dialog.tsx';
import { useFindBar } from './use-find-bar.tsx';
import { useLastUse } from './use-last-use.ts';
import { useSayDone } from './use-say-done.ts';

type OpenTool = { tool: ToolName; selected: SelectedText | null };

export type ArticleTools = { bar: ReactNode; dialog: ReactNode; menu: ReactNode };

export function useArticleTools({
  session,
  body,
  isEditable,
}: {
  session: ArticleSession;
  body: BodyHandle | null;
  isEditable: boolean;
}): ArticleTools {
  const { t } = useTranslation<'tools'>('tools');
  const [shown, setShown] = useState<OpenTool | null>(null);
  const { lastField, lastCell } = useLastUse();
  const { bar, open } = useFindBar({ session, body, isEditable, lastField });
  const sayDone = useSayDone();
  const group = t('group');

  const show = (tool: ToolName): void => {
    const column = document.querySelector('.article-main .article-column');
    if (column === null) return;
    flushViews(session.doc);
    setShown({
      tool,
      selected: selectedText(
        column,
        body,
        { field: lastField.current, cell: lastCell.current },
        readPassages(session.doc),
      ),
    });
  };
  useCommands(
    toolNames.map((tool) => ({
      id: `tools.${tool}`,
      title: t(`name.${tool}`),
      group,
      run: () => show(tool),
      isEnabled: isEditable,
    })),
  );

  const menu = (
    <Menu
      label={t('menu')}
      trigger={
        <IconButton label={t('menu')}>
          <TextSearch />
        </IconButton>
      }
      entries={[
        {
          id: 'find',
          label: t('command.find'),
          icon: <Search />,
          hint: 'F3',
          onAction: () => later(() => open(false)),
        },
        ...(isEditable
          ? [
              {
                id: 'replace',
                label: t('command.replace'),
                icon: <Replace />,
                hint: showKeys('mod+h'),
                onAction: () => later(() => open(true)),
              },
              'separator' as const,
              ...toolNames.map((tool) => ({
                id: tool,
                label: t(`name.${tool}`),
                onAction: () => later(() => show(tool)),
              })),
            ]
          : []),
      ]}
    />
  );
  const dialog =
    shown === null ? null : (
      <ToolDialog
        key={shown.tool}
        tool={shown.tool}
        session={session}
        selected={shown.selected}
        onClose={() => setShown(null)}
        onDone={(count, done) => {
          setShown(null);
          sayDone(t('tool.done', { count }), done);
        }}
      />
    );
  return { bar, dialog, menu };
}

/** Once the menu has given the focus back. */
function later(run: () => void): void {
  setTimeout(run, 0);
}
