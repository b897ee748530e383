/** Which of the pictures at hand lack something: as the core says, and what is open here as it stands. */
import { useEffect, useMemo, useState } from 'react';
import { captionLacks } from '../../shared/photos/completeness.ts';
import { useDesk, useDeskEvent, useWhenOpen } from '../app/desk-context.tsx';
import { AtPause } from '../app/typing-pause.ts';
import type { RecordSessions } from '../photo-records/record-sessions.ts';

export function useLacking(sessions: RecordSessions | null, sha256s: readonly string[]): Set<string> {
  const desk = useDesk();
  const [known, setKnown] = useState<ReadonlySet<string>>(new Set());
  const [looked, setLooked] = useState(0);
  const ask = (): void => {
    desk.photoLibrary.ids({ uncaptioned: true, aside: true }).then(
      ({ sha256s: lacking }) => {
        setKnown(new Set(lacking));
        setLooked((times) => times + 1);
      },
      // Without an answer what is open here is known all the same.
      () => {},
    );
  };
  const [atPause] = useState(() => new AtPause(() => ask()));
  useEffect(() => () => atPause.cancel(), [atPause]);
  useWhenOpen(ask);
  useDeskEvent('photos', () => atPause.soon());
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is open says more than what was asked, each time it is looked at
  return useMemo(
    () => new Set(sha256s.filter((sha256) => isLacking(sessions, known, sha256))),
    [sessions, sha256s, known, looked],
  );
}

/** As the picture stands now. */
export function isLacking(sessions: RecordSessions | null, known: ReadonlySet<string>, sha256: string): boolean {
  const open = sessions?.find(sha256) ?? null;
  return open === null ? known.has(sha256) : captionLacks(open.record()).length > 0;
}
