/** Every key of what is shown, by group. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { showKeys, useAllCommands } from './commands.tsx';
import './shortcuts.css';

type Shortcut = { id: string; title: string; keys: string };

export function Shortcuts({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useTranslation(['app', 'library']);
  const commands = useAllCommands();
  // The list's own keys stand beside those of the desk; rooms come after.
  const groups = new Map<string, Shortcut[]>([
    [t('groups.articles'), []],
    [
      t('shortcuts.list'),
      [
        { id: 'move', title: t('shortcuts.move'), keys: 'J, K, ↓, ↑' },
        { id: 'open', title: t('shortcuts.open'), keys: showKeys('enter') },
        { id: 'choose', title: t('library:keys.choose'), keys: t('library:keys.space') },
        {
          id: 'extend',
          title: t('library:keys.extend'),
          keys: `${showKeys('shift+arrowdown')}, ${showKeys('shift+arrowup')}`,
        },
        { id: 'all', title: t('library:keys.all'), keys: showKeys('mod+a') },
        { id: 'clear', title: t('library:keys.clear'), keys: 'Esc' },
        { id: 'undo', title: t('library:keys.undo'), keys: showKeys('mod+z') },
        { id: 'menu', title: t('library:keys.menu'), keys: 'Shift+F10' },
        { id: 'leave', title: t('shortcuts.leave'), keys: 'Esc' },
      ],
    ],
  ]);
  for (const { id, title, group, keys, isHidden = false } of commands) {
    if (keys === undefined || isHidden) continue;
    groups.set(group, [...(groups.get(group) ?? []), { id, title, keys: showKeys(keys) }]);
  }
  return (
    <Dialog
      title={t('shortcuts.title')}
      size="wide"
      isText
      onClose={onClose}
      actions={<Button onPress={onClose}>{t('close')}</Button>}
    >
      <div className="shortcuts">
        {[...groups].map(([group, shortcuts]) => (
          <section key={group}>
            <h3>{group}</h3>
            <dl>
              {shortcuts.map(({ id, title, keys }) => (
                <div key={id}>
                  <dt>{title}</dt>
                  <dd>
                    <kbd className="keys">{keys}</kbd>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className="shortcuts-note">{t('shortcuts.unikey')}</p>
    </Dialog>
  );
}
