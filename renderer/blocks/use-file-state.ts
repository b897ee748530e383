import { useCallback, useEffect, useState } from 'react';
import type { FileInfo } from '../../shared/contract/desk-files.ts';
import { useDesk, useDeskEvent, useWhenOpen } from '../app/desk-context.tsx';

/** Whether an attached document is on this computer; null until that is known. */
export function useFileState(sha256: string): FileInfo['state'] | null {
  const desk = useDesk();
  const [found, setFound] = useState<FileInfo | null>(null);
  const ask = useCallback(() => {
    desk.files.info({ sha256s: [sha256] }).then(
      ({ files }) => setFound(files[0] ?? null),
      () => {},
    );
  }, [desk, sha256]);
  useEffect(ask, [ask]);
  useDeskEvent('article', ask);
  useWhenOpen(ask);
  return found?.sha256 === sha256 ? found.state : null;
}
