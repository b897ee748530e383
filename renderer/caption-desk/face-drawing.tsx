/** The faces of the people in a picture, drawn on it by hand or by keys. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PhotoRow } from '../../shared/contract/desk-photos.ts';
import type { PhotoRecord } from '../../shared/photos/photo-details.ts';
import { photoUrl } from '../photos/use-photo.ts';
import { AreaDrawing } from '../picture-editor/area-drawing.tsx';
import { Button } from '../ui/button.tsx';
import type { PeopleDeeds } from './use-people.ts';
import './face-drawing.css';

export function FaceDrawing({
  row,
  record: { people, edits },
  person,
  deeds,
  onPerson,
}: {
  row: PhotoRow;
  record: PhotoRecord;
  /** Whose face is drawn next. */
  person: string;
  deeds: PeopleDeeds;
  /** Null: enough. */
  onPerson: (person: string | null) => void;
}): ReactNode {
  const { t } = useTranslation<'captionDesk'>('captionDesk');
  const nameOf = (index: number): string => people[index]?.name.trim() || t('person.someone', { number: index + 1 });
  const at = people.findIndex(({ id }) => id === person);
  return (
    <div className="face-drawing">
      <p className="face-drawing-words" role="status">
        {at === -1 ? '' : t('person.drawing', { name: nameOf(at) })}
        <Button onPress={() => onPerson(null)}>{t('person.drawn')}</Button>
      </p>
      <AreaDrawing
        src={photoUrl(row.sha256, 'preview')}
        size={row}
        edits={edits}
        areas={people.flatMap(({ id, area }, index) =>
          area === undefined ? [] : [{ id, area, label: nameOf(index) }],
        )}
        selected={person}
        onSelect={(id) => {
          if (id !== null) onPerson(id);
        }}
        onChange={(id, area) => deeds.setArea(id, area)}
        onDraw={(area) => {
          deeds.setArea(person, area);
          onPerson(null);
        }}
        onRemove={(id) => deeds.setArea(id, null)}
      />
    </div>
  );
}
