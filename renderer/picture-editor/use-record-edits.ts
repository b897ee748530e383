import { useCallback, useRef, useSyncExternalStore } from 'react';
import type { PhotoArea, PhotoEdits, PhotoLook } from '../../shared/photos/photo-details.ts';
import { readPixelated } from '../../shared/photos/read-record.ts';
import type { RecordSession } from '../photo-records/record-session.ts';

/** `pixelated`: the areas with the ids by which they can be changed; `faces`: those of people in the picture. */
export type RecordEdits = {
  edits: PhotoEdits;
  look: PhotoLook;
  pixelated: { id: string; area: PhotoArea }[];
  faces: PhotoArea[];
};

function read(session: RecordSession): RecordEdits {
  const { edits, look, people } = session.record();
  return { edits, look, pixelated: readPixelated(session.doc), faces: people.flatMap(({ area }) => area ?? []) };
}

/** What is done to the picture, at once after each change, whoever made it. */
export function useRecordEdits(session: RecordSession): RecordEdits {
  const known = useRef<{ session: RecordSession; text: string; edits: RecordEdits } | null>(null);
  return useSyncExternalStore(
    useCallback(
      (changed: () => void) => {
        session.doc.on('update', changed);
        return () => session.doc.off('update', changed);
      },
      [session],
    ),
    () => {
      const edits = read(session);
      const text = JSON.stringify(edits);
      if (known.current?.session !== session || known.current.text !== text) known.current = { session, text, edits };
      return known.current.edits;
    },
  );
}

/** Whether something can be undone and done again in the record. */
export function useRecordUndo({ undo }: RecordSession): { canUndo: boolean; canRedo: boolean } {
  const said = useSyncExternalStore(
    useCallback((changed: () => void) => undo.on(changed), [undo]),
    () => `${undo.canUndo} ${undo.canRedo}`,
  );
  const [canUndo, canRedo] = said.split(' ');
  return { canUndo: canUndo === 'true', canRedo: canRedo === 'true' };
}
