import { useCallback, useRef, useState } from 'react';
import { useDesk, useWhenOpen } from '../app/desk-context.tsx';
import type { Desk } from '../app/desk-link.ts';
import { usePhotosChange } from './use-photos-change.ts';

export type PhotoOverview = Awaited<ReturnType<Desk['photoLibrary']['overview']>>;

/** How many pictures each view and each take-in has; null until that is known. */
export function usePhotoOverview(): PhotoOverview | null {
  const desk = useDesk();
  const [overview, setOverview] = useState<PhotoOverview | null>(null);
  const turn = useRef(0);
  const ask = useCallback(() => {
    turn.current += 1;
    const mine = turn.current;
    desk.photoLibrary.overview().then(
      (answer) => {
        if (mine === turn.current) setOverview(answer);
      },
      // The sheet beside it tells what is wrong.
      () => {},
    );
  }, [desk]);
  useWhenOpen(ask);
  usePhotosChange(ask);
  return overview;
}
