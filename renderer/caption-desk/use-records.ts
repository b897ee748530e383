/** The records of many pictures, read a few at a time. */
import { useEffect, useState } from 'react';
import type { AppError } from '../../shared/errors/app-error.ts';
import type { PhotoRecord } from '../../shared/photos/photo-details.ts';
import { useDesk } from '../app/desk-context.tsx';
import { toAppError } from '../app/desk-link.ts';
import type { RecordSessions } from '../photo-records/record-sessions.ts';

const AT_ONCE = 20;

export type ReadRecords = { records: readonly PhotoRecord[]; behind: number; isWhole: boolean; error: AppError | null };

export function useRecords(sha256s: readonly string[], sessions: RecordSessions): ReadRecords {
  const desk = useDesk();
  const [read, setRead] = useState<ReadRecords>({ records: [], behind: 0, isWhole: false, error: null });
  useEffect(() => {
    let isGone = false;
    const readAll = async (): Promise<void> => {
      await sessions.settle();
      const records: PhotoRecord[] = [];
      for (let from = 0; from < sha256s.length && !isGone; from += AT_ONCE) {
        const slice = sha256s.slice(from, from + AT_ONCE);
        records.push(...(await Promise.all(slice.map((sha256) => desk.photoLibrary.record({ sha256 })))));
        if (!isGone) setRead({ records: [...records], behind: records.length, isWhole: false, error: null });
      }
      if (!isGone) setRead({ records, behind: records.length, isWhole: true, error: null });
    };
    readAll().catch((error) => {
      if (!isGone) setRead((former) => ({ ...former, error: toAppError(error) }));
    });
    return () => {
      isGone = true;
    };
  }, [desk, sessions, sha256s]);
  return read;
}
