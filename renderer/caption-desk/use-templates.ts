/** The office's caption templates, as they are now. */
import { useState } from 'react';
import type { CaptionTemplate } from '../../shared/contract/desk-photos.ts';
import { useDesk, useDeskEvent, useWhenOpen } from '../app/desk-context.tsx';

export function useTemplates(): readonly CaptionTemplate[] {
  const desk = useDesk();
  const [templates, setTemplates] = useState<readonly CaptionTemplate[]>([]);
  const read = (): void => {
    desk.photoLibrary.office().then(
      (office) => setTemplates(office.templates),
      // Without them captions are written by hand.
      () => {},
    );
  };
  useWhenOpen(read);
  useDeskEvent('lists', read);
  return templates;
}
