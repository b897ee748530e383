import { useTranslation } from 'react-i18next';
import { textBlockKinds } from '../../shared/article/document.ts';
import { formatNames } from '../../shared/article/flat-text.ts';
import { type Command, useCommands } from '../app/commands.tsx';
import type { BodyHandle } from '../editor/body-handle.ts';
import { formatKeys, kindKeys } from '../editor/body-keys.ts';
import { type BlockDeed, blockDeeds, blockKeys, deskDeeds } from './block-deeds.ts';

/** Everything of the format bar by name. The text answers most of the keys itself, and only while it has the focus. */
export function useTextCommands({
  body,
  isEditable,
  run,
}: {
  body: BodyHandle | null;
  isEditable: boolean;
  run: (deed: BlockDeed) => void;
}): void {
  const { t } = useTranslation<['article', 'blocks']>(['article', 'blocks']);
  const own = { group: t('group.text'), isEnabled: isEditable, isFieldsOwn: true };
  useCommands([
    ...blockDeeds.map((deed): Command => {
      const keys = blockKeys[deed];
      return {
        ...own,
        id: `text.${deed}`,
        title: t(`blocks:deed.${deed}`),
        ...(keys === undefined ? {} : { keys }),
        run: () => run(deed),
        isEnabled: isEditable || deed === 'showMarks',
        isFieldsOwn: !deskDeeds.has(deed),
      };
    }),
    ...textBlockKinds.map((kind): Command => {
      const keys = kindKeys[kind];
      return {
        ...own,
        id: `text.kind.${kind}`,
        title: t('command.kind', { kind: t(`kind.${kind}`) }),
        ...(keys === undefined ? {} : { keys }),
        run: () => body?.setKind(kind),
      };
    }),
    ...formatNames.map(
      (name): Command => ({
        ...own,
        id: `text.${name}`,
        title: t(`format.${name}`),
        keys: formatKeys[name],
        run: () => body?.toggleFormat(name),
      }),
    ),
  ]);
}
