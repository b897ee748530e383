/** What a person should know of the file before they make an article of it. */
import { Info } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportPreview } from '../../shared/contract/desk-imports.ts';
import { countUnread } from './import-queue.ts';

export function ImportFindings({ preview }: { preview: ImportPreview }): ReactNode {
  const { t } = useTranslation('import');
  const { insertions, deletions, comments, notes, legacy } = preview.found;
  const unread = countUnread(preview);
  const words = [
    insertions + deletions > 0 ? t('found.changes', { count: insertions + deletions, insertions, deletions }) : null,
    comments > 0 ? t('found.comments', { count: comments }) : null,
    notes > 0 ? t('found.notes', { count: notes }) : null,
    legacy > 0 ? t('found.legacy', { count: legacy }) : null,
    unread > 0 ? t('found.unreadPictures', { count: unread }) : null,
  ].filter((word) => word !== null);
  if (words.length === 0) return null;
  return (
    <ul className="import-findings">
      {words.map((word) => (
        <li key={word}>
          <Info aria-hidden="true" />
          {word}
        </li>
      ))}
    </ul>
  );
}
