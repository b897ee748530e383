/** What a person is told after a paste, the pictures that came with it, and pasting without formats by the palette. */
import { useTranslation } from 'react-i18next';
import { AppError } from '../../shared/errors/app-error.ts';
import type { LegacyEncoding } from '../../shared/text/legacy/encodings.ts';
import { useCommands } from '../app/commands.tsx';
import type { BodyHandle } from '../editor/body-handle.ts';
import type { PasteResult } from '../editor/paste.ts';
import type { PhotoActions } from '../photos/use-add-photos.ts';
import { useNotices } from '../ui/notices.tsx';

const encodingNames: Record<LegacyEncoding, string> = {
  tcvn3: 'TCVN3',
  'tcvn3-caps': 'TCVN3',
  vni: 'VNI',
  'windows-1258': 'windows-1258',
};

export function usePasted(
  body: BodyHandle | null,
  photos: PhotoActions,
  isEditable: boolean,
): (result: PasteResult) => void {
  const { t } = useTranslation(['paste', 'article']);
  const { say, tellError } = useNotices();
  const pastePlain = async (): Promise<void> => {
    const cell = body?.tables.active?.cell ?? null;
    if (cell === null) body?.focus();
    else cell.focus();
    if (window.toasoan !== undefined) {
      window.toasoan.pasteText();
      return;
    }
    try {
      body?.pasteText(await navigator.clipboard.readText());
    } catch (error) {
      tellError(new AppError('clipboard-unreadable', {}, { cause: error }));
    }
  };
  useCommands([
    {
      id: 'text.pastePlain',
      title: t('paste:plain'),
      group: t('article:group.text'),
      keys: 'mod+shift+v',
      run: () => void pastePlain(),
      isEnabled: isEditable,
      isFieldsOwn: true,
    },
  ]);
  return (result) => {
    if ('error' in result) {
      tellError(result.error);
      return;
    }
    const { changes, comments, legacy, missing, pictures } = result.pasted;
    const told: string[] = [];
    if (changes > 0) told.push(t('paste:changes', { count: changes }));
    if (comments > 0) told.push(t('paste:comments', { count: comments }));
    if (legacy.length > 0) {
      const from = [...new Set(legacy.map((encoding) => encodingNames[encoding]))].join(', ');
      told.push(t('paste:legacy', { from }));
    }
    if (missing > 0) told.push(t('paste:missing', { count: missing }));
    if (told.length > 0) say(told.join(' '));
    if (pictures.length > 0) photos.fillPlaces(pictures);
  };
}
