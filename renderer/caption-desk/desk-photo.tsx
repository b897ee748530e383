/** One picture on the caption desk: the picture at the left, what is said of it at the right. */
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordSession } from '../photo-records/record-session.ts';
import { usePhotoFacts, usePhotoRecord } from '../photo-records/use-record.ts';
import { areaInMiddle } from '../picture-editor/area-drawing.tsx';
import { CaptionForm } from './caption-form.tsx';
import { CaptionProblem } from './caption-problem.tsx';
import { DeskPicture } from './desk-picture.tsx';
import { FaceDrawing } from './face-drawing.tsx';
import { ratingOf } from './rating-bar.tsx';
import type { CaptionCommands } from './use-caption-commands.tsx';
import { peopleDeeds } from './use-people.ts';

export function DeskPhoto({
  session,
  commands,
  isNaming,
  ratingKeys,
}: {
  session: RecordSession;
  commands: CaptionCommands;
  /** Whoever came here was typing names. */
  isNaming: boolean;
  /** What keys do to the picture where it, or the strip, has the focus. */
  ratingKeys: RefObject<((event: KeyboardEvent) => void) | null>;
}): ReactNode {
  const { t } = useTranslation<'captionDesk'>('captionDesk');
  const record = usePhotoRecord(session);
  const facts = usePhotoFacts(session);
  const people = useMemo(() => peopleDeeds(session), [session]);
  const { isActual, setActual, showsFaces, setShowsFaces, drawing, setDrawing } = commands;
  const isDrawing = drawing !== null && record.people.some(({ id }) => id === drawing) && facts.row.isHere;
  const onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
    if (event.key.toLowerCase() === 'z') {
      event.preventDefault();
      setActual(!isActual);
      return;
    }
    const change = ratingOf(event.key, record);
    if (change === null) return;
    event.preventDefault();
    session.change(change);
  };
  useEffect(() => {
    ratingKeys.current = onKey;
  });
  return (
    <>
      <div className="caption-picture" data-pane>
        {isDrawing ? (
          <FaceDrawing row={facts.row} record={record} person={drawing} deeds={people} onPerson={setDrawing} />
        ) : (
          <DeskPicture
            row={facts.row}
            record={record}
            isActual={isActual}
            onActual={setActual}
            showsFaces={showsFaces}
            onFaces={setShowsFaces}
            onKeyDown={onKey}
          />
        )}
      </div>
      <section className="caption-fields" aria-label={t('fieldsPane')} data-pane>
        <CaptionProblem session={session} />
        <CaptionForm
          session={session}
          record={record}
          facts={facts}
          people={people}
          isNaming={isNaming}
          onDraw={({ id }, isByKey) => {
            // By keys a box is moved, not drawn.
            if (isByKey) people.setArea(id, areaInMiddle(facts.row));
            setDrawing(id);
          }}
          onInsertNames={commands.insertNames}
        />
      </section>
    </>
  );
}
