import { useTranslation } from 'react-i18next';
import type { Photo } from '../../shared/article/document.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import type { ErrorCode } from '../../shared/errors/codes.ts';
import type { RecordChange } from '../../shared/photos/write-record.ts';
import { useDesk } from '../app/desk-context.tsx';
import { toAppError } from '../app/desk-link.ts';
import { useNotices } from '../ui/notices.tsx';

/** Has the library say of a picture what was written of it in an article; what is empty there stays as it is. */
export function useKeepWords(): (photo: Photo) => void {
  const { t } = useTranslation('photos');
  const desk = useDesk();
  const { say, tellError } = useNotices();
  const keep = async (photo: Photo): Promise<void> => {
    if (photo.sha256 === null) return;
    const { sha256 } = photo;
    const { undo, failed } = await desk.photoLibrary.change({ deeds: [{ sha256, change: changeOf(photo) }] });
    const [failure] = failed;
    if (failure !== undefined) throw new AppError(failure.error.code as ErrorCode, failure.error.details);
    const takeBack = (): void => {
      desk.photoLibrary.change({ deeds: undo }).catch((error: unknown) => tellError(toAppError(error)));
    };
    if (undo.length === 0) say(t('keep.same'));
    else say(t('keep.done'), { label: t('keep.undo'), run: takeBack });
  };
  return (photo) => void keep(photo).catch((error: unknown) => tellError(toAppError(error)));
}

function changeOf({ caption, credit, alt, decorative }: Photo): RecordChange {
  const texts = Object.entries({ description: caption, credit, alt }).flatMap(([name, text]) =>
    text.trim() === '' ? [] : [[name, { how: 'set' as const, text }]],
  );
  return { texts: Object.fromEntries(texts), decorative: decorative === true };
}
